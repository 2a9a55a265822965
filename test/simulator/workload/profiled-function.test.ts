import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type {
  ModelledBlockingStep,
  ModelledFunction,
  ModelledStep,
} from "../../../simulator/src/scenario/modelled-function.js";
import { parseCpuProfile } from "../../../simulator/src/workload/cpu-profile.js";
import { withCpuProfile } from "../../../simulator/src/workload/profiled-function.js";
import { sampled } from "./sampled.js";

const file = path.resolve("src/users.ts");
const url = pathToFileURL(file).href;
const signUp = `signUp@${url}@3`;

function step(id: string, label: string, more: Partial<ModelledBlockingStep> = {}): ModelledStep {
  return {
    id,
    label,
    kind: "compute",
    ms: 100,
    lowMs: 50,
    highMs: 200,
    source: "typical",
    basis: "an assumption",
    remedy: "threadpool",
    at: { file: "src/users.ts", line: 4 },
    ...more,
  };
}

function model(...steps: readonly ModelledStep[]): ModelledFunction {
  return { name: "signUp", file: "src/users.ts", line: 3, steps };
}

function profiled(of: ModelledFunction, seen: Parameters<typeof sampled>[0], from = file) {
  const parsed = parseCpuProfile(sampled(seen));
  assert.ok(parsed.ok);
  const { model: after, visits } = withCpuProfile(of, from, parsed.profile);
  const durations = after.steps.map((each) => (each.kind === "loop" ? each.steps[0] : each));
  return { visits, durations: durations.map((each) => each.kind !== "loop" && each.ms), after };
}

const hash = step("0", "node:crypto.pbkdf2Sync");
const idle = { stack: [], ms: 5 };

describe("a function with the durations of a CPU profile", () => {
  it("takes the median over its visits, with their range, and says how many there were", () => {
    const call = (ms: number) => ({ stack: [signUp, "pbkdf2Sync@node:crypto@1"], ms });
    const { after, visits } = profiled(model(hash), [
      call(20),
      idle,
      call(30),
      idle,
      call(70),
      idle,
    ]);
    assert.equal(visits, 3);
    assert.deepEqual(after.steps, [
      {
        ...hash,
        ms: 30,
        lowMs: 20,
        highMs: 70,
        source: "measured",
        basis: "3 calls in a CPU profile, a sample each 1 ms",
      },
    ]);
  });

  it("gives its loops what no API accounts for, also below other functions", () => {
    const { durations } = profiled(model(hash, step("1", "busy loop")), [
      { stack: [signUp, "pbkdf2Sync@node:crypto@1", "(native)@@0"], ms: 20 },
      { stack: [signUp, `spin@${url}@40`], ms: 10 },
      { stack: [signUp], ms: 5 },
      idle,
    ]);
    assert.deepEqual(durations, [20, 15]);
  });

  it("divides the time of one API among the steps that call it, as it was estimated", () => {
    const twice = step("1", "node:crypto.pbkdf2Sync", { ms: 300 });
    const { durations } = profiled(model(hash, twice), [
      { stack: [signUp, "pbkdf2Sync@node:crypto@1"], ms: 40 },
      idle,
    ]);
    assert.deepEqual(durations, [10, 30]);
  });

  it("divides a visit's time by how often a loop runs the step", () => {
    const loop: ModelledStep = {
      id: "0",
      label: "4 times",
      kind: "loop",
      count: 4,
      countSource: "computed",
      at: { file: "src/users.ts", line: 4 },
      steps: [step("0.0", "node:fs.readFileSync")],
    };
    const { durations } = profiled(model(loop), [
      { stack: [signUp, "readFileSync@node:fs@1"], ms: 40 },
      idle,
    ]);
    assert.deepEqual(durations, [10]);
  });

  it("counts a visit as one although garbage is collected during it", () => {
    const call = { stack: [signUp, "pbkdf2Sync@node:crypto@1"], ms: 10 };
    const garbage = { stack: ["(garbage collector)@@0"], ms: 3 };
    const { durations, visits } = profiled(model(hash), [call, garbage, call, idle]);
    assert.deepEqual([durations, visits], [[20], 1]);
  });

  it("keeps an estimate where the samples are too coarse, and what the user has set", () => {
    const set = step("1", "node:fs.readFileSync", { source: "set" });
    const { after } = profiled(model(hash, set), [
      { stack: [signUp, "pbkdf2Sync@node:crypto@1"], ms: 2 },
      { stack: [signUp, "readFileSync@node:fs@1"], ms: 50 },
      idle,
    ]);
    assert.deepEqual(after.steps, [hash, set]);
  });

  it("knows the function by its line where V8 has no name for it", () => {
    const { durations } = profiled(model(hash), [
      { stack: [`@${url}@3`, "pbkdf2Sync@node:crypto@1"], ms: 20 },
      idle,
    ]);
    assert.deepEqual(durations, [20]);
  });

  it("knows it by its name in what was compiled from its file, and in no other file", () => {
    const compiled = pathToFileURL(path.resolve("dist/users.js")).href;
    const other = pathToFileURL(path.resolve("dist/admins.js")).href;
    const seenIn = (where: string) =>
      profiled(model(hash), [
        { stack: [`signUp@${where}@90`, "pbkdf2Sync@node:crypto@1"], ms: 20 },
        idle,
      ]);
    assert.deepEqual(seenIn(compiled).durations, [20]);
    assert.deepEqual(seenIn(other), { visits: 0, durations: [100], after: model(hash) });
  });
});
