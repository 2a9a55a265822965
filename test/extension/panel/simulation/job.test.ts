import assert from "node:assert/strict";
import { compareVariants, scenarioFor, simulate, type ModelledFunction } from "unblock-simulator";
import { collect } from "../../../../extension/panel/simulation/collect.js";
import {
  runJob,
  type Finding,
  type Job,
  type VariantRun,
} from "../../../../extension/panel/simulation/job.js";

const at = { file: "/app/server.ts", line: 3 };
const model: ModelledFunction = {
  name: "handler",
  file: at.file,
  line: 1,
  steps: [
    {
      id: "0",
      kind: "block",
      label: "readFileSync",
      at,
      remedy: "spawn-blocking",
      ms: 40,
      lowMs: 10,
      highMs: 90,
      source: "typical",
      basis: "a file",
    },
  ],
};
const job: Job = { model, load: { runtime: { flavor: "current-thread" }, durationMs: 1000 } };

describe("a job", () => {
  const findings: Finding[] = [...runJob(job)].filter((finding) => finding !== undefined);
  const seeds = findings.filter((finding): finding is VariantRun => finding.kind === "seed");

  it("gives what the command gives: the same figures for the same function and load", () => {
    const outcome = collect(job, findings);
    const { asWritten, fixed } = compareVariants(model, job.load);
    assert.deepEqual(outcome?.asWritten.figures, asWritten.bystander.latencyMs);
    assert.deepEqual(outcome?.fixed.figures, fixed.bystander.latencyMs);
  });

  it("has something to show once both variants have run, and keeps the traces of the first seed alone", () => {
    const [asWritten, fixed, , other] = seeds;
    assert.deepEqual([asWritten.variant, fixed.variant, other.seed], ["asWritten", "fixed", 2]);
    assert.ok(
      asWritten.run.layout !== null && fixed.run.layout !== null && other.run.layout === null,
    );
    assert.equal(collect(job, [asWritten]), undefined);
    assert.equal(collect(job, [asWritten, fixed])?.seedsDone, 1);
  });

  it("begins with a short run where there is no picture yet, which the first seed replaces", () => {
    const previewed = { ...job, preview: { untilMs: 500, axisEndNs: 2e9 } };
    const all = [...runJob(previewed)].filter((finding) => finding !== undefined);
    assert.deepEqual(
      all.slice(0, 2).map(({ kind }) => kind),
      ["preview", "preview"],
    );
    assert.deepEqual(all.slice(2, 4), findings.slice(0, 2));
    assert.equal(collect(previewed, all.slice(0, 3))?.axisEndNs, 2e9);
    assert.equal(collect(previewed, all)?.axisEndNs, 1e9);
    assert.equal(collect(previewed, all.slice(0, 3))?.seedsDone, 0);
    const shown = collect(previewed, all.slice(0, 4))?.asWritten.layout;
    assert.equal(shown, all[2].kind === "seed" ? all[2].run.layout : undefined);
  });

  it("shows in the short run what the whole one will show at that time", () => {
    const previewed = { ...job, preview: { untilMs: 500 } };
    const [preview, , whole] = [...runJob(previewed)];
    const startsBefore = (finding: Finding | undefined) => {
      if (finding?.kind !== "preview" && finding?.kind !== "seed") assert.fail("no run");
      const { segments } = finding.run.layout?.index.trace ?? assert.fail("no trace");
      const starts = segments.startNs.subarray(0, segments.length);
      return [...starts].filter((startNs) => startNs < 400e6);
    };
    assert.ok(startsBefore(preview).length > 10);
    assert.deepEqual(startsBefore(preview), startsBefore(whole));
  });

  it("may be shared by two that run a variant each, whatever the order in which they find something", () => {
    const shared = [...runJob(job, ["fixed"]), ...runJob(job, ["asWritten"])];
    const together = shared.filter((finding) => finding !== undefined);
    assert.deepEqual(collect(job, together), collect(job, findings));
  });

  it("counts a seed that came twice once", () => {
    assert.equal(collect(job, [...seeds.slice(0, 2), ...seeds.slice(0, 4)])?.seedsDone, 2);
  });

  it("gives the causes that the command gives, and its remedies over several seeds", () => {
    const { causes, remedies } = collect(job, findings)?.reasons ?? assert.fail("no reasons");
    const scenario = scenarioFor(model, "as-written", { ...job.load, seed: 1 });
    const said = simulate(scenario, { explain: true }).result.causes;
    assert.deepEqual(
      causes.map(({ text }) => text),
      said.map(({ text }) => text),
    );
    for (const { name, afterMs } of said[0].remedies ?? []) {
      const shown = remedies.find((remedy) => remedy.name === name)?.afterMs;
      assert.ok(shown !== undefined && shown.low <= afterMs && afterMs <= shown.high, name);
    }
  });

  it("knows the reasons right after the picture, those of one seed at first, and all at its end", () => {
    const upTo = (kind: Finding["kind"]) =>
      collect(job, findings.slice(0, findings.findIndex((finding) => finding.kind === kind) + 1));
    assert.equal(upTo("causes")?.reasons, undefined);
    const first = upTo("remedies");
    assert.deepEqual([first?.seedsDone, first?.reasons?.seedsDone, first?.done], [1, 1, false]);
    const last = upTo("ended");
    assert.deepEqual([last?.seedsDone, last?.reasons?.seedsDone, last?.done], [9, 3, true]);
  });

  it("has not ended before both that share it have", () => {
    const ended = (variants: readonly ("asWritten" | "fixed")[]): Finding => ({
      kind: "ended",
      variants,
    });
    assert.equal(collect(job, [...seeds, ended(["fixed"])])?.done, false);
    assert.equal(collect(job, [...seeds, ended(["fixed"]), ended(["asWritten"])])?.done, true);
  });

  it("gives back control after each run", () => {
    const steps = runJob(job);
    assert.deepEqual(
      [steps.next().value, steps.next().value].map((value) => value?.kind),
      ["seed", "seed"],
    );
  });
});
