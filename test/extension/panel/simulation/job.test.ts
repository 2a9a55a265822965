import assert from "node:assert/strict";
import { compareVariants, scenarioFor, simulate, type ModelledFunction } from "unblock-simulator";
import { collect } from "../../../../extension/panel/simulation/collect.js";
import { runJob, type Finding, type Job } from "../../../../extension/panel/simulation/job.js";

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
  const seeds = findings.filter((finding) => finding.kind === "seed");

  it("gives what the command gives: the same figures for the same function and load", () => {
    const outcome = collect(job, findings);
    const { asWritten, fixed } = compareVariants(model, job.load);
    assert.deepEqual(outcome?.asWritten.figures, asWritten.bystander.latencyMs);
    assert.deepEqual(outcome?.fixed.figures, fixed.bystander.latencyMs);
  });

  it("has something to show after the first seed, and keeps the trace of that one alone", () => {
    const [first, second] = seeds;
    assert.ok(first.asWritten.trace !== null && second.asWritten.trace === null);
    assert.equal(collect(job, [findings[0]])?.seedsDone, 1);
    assert.equal(collect(job, []), undefined);
  });

  it("begins with a short run where there is no picture yet, which the first seed replaces", () => {
    const previewed = { ...job, preview: true };
    const [first, second] = [...runJob(previewed)].filter((finding) => finding !== undefined);
    assert.equal(first.kind, "preview");
    assert.deepEqual(second, findings[0]);
    assert.equal(collect(previewed, [first])?.seedsDone, 0);
    const shown = collect(previewed, [first, second])?.asWritten.trace;
    assert.equal(shown, second.kind === "seed" ? second.asWritten.trace : undefined);
  });

  it("counts a seed that came twice once", () => {
    assert.equal(collect(job, [seeds[0], ...seeds.slice(0, 2)])?.seedsDone, 2);
  });

  it("gives the causes that the command gives, and its remedies over several seeds", () => {
    const { causes, remedies } = collect(job, findings) ?? assert.fail("no outcome");
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

  it("gives back control between two runs", () => {
    const steps = runJob(job);
    assert.equal(steps.next().value, undefined);
    assert.notEqual(steps.next().value, undefined);
  });
});
