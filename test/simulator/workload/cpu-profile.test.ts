import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseCpuProfile, type CpuProfile } from "../../../simulator/src/workload/cpu-profile.js";
import { sampled } from "./sampled.js";

function parsed(document: unknown): CpuProfile {
  const outcome = parseCpuProfile(document);
  assert.ok(outcome.ok, outcome.ok ? "" : outcome.message);
  return outcome.profile;
}

describe("parseCpuProfile", () => {
  it("gives each sample its function, what called it, and the time until the next sample", () => {
    const { samples, intervalMs } = parsed(
      sampled([
        { stack: ["main@a.js@1", "work@a.js@9"], ms: 2 },
        { stack: [], ms: 1 },
      ]),
    );
    assert.equal(intervalMs, 1);
    assert.deepEqual(
      samples.map(({ node, ms }) => [node.frame.functionName, node.frame.line, ms]),
      [
        ["work", 9, 1],
        ["work", 9, 1],
        ["(idle)", 0, 0],
      ],
    );
    assert.equal(samples[0]?.node.parent?.frame.functionName, "main");
    assert.equal(samples[0]?.node.parent?.parent?.parent, null);
  });

  it("reads what Node.js writes", function () {
    this.timeout(20_000);
    const folder = mkdtempSync(path.join(tmpdir(), "unblock-profile-"));
    const script =
      "function spin() { const end = Date.now() + 60; while (Date.now() < end) {} } spin();";
    execFileSync(process.execPath, ["--cpu-prof", `--cpu-prof-dir=${folder}`, "--eval", script]);
    const [name = ""] = readdirSync(folder);
    const { samples } = parsed(JSON.parse(readFileSync(path.join(folder, name), "utf8")));
    rmSync(folder, { recursive: true });
    const spinning = samples.filter(({ node }) => node.frame.functionName === "spin");
    assert.ok(spinning.length > 0, "the function that spins is among the samples");
  });

  const node = { id: 1, callFrame: { functionName: "f", url: "", lineNumber: 0 } };
  for (const [what, document, message] of [
    ["no object", [], "it has no nodes, as a CPU profile of V8's has"],
    ["null", null, "it is no object"],
    ["other JSON", { version: 1 }, "it has no nodes, as a CPU profile of V8's has"],
    [
      "a node without a frame",
      { nodes: [node, { id: 2 }] },
      "nodes[1] is no node of a CPU profile",
    ],
    ["no samples", { nodes: [node] }, "it has no samples"],
    [
      "too few deltas",
      { nodes: [node], samples: [1, 1], timeDeltas: [5] },
      "it has not one time delta for each sample",
    ],
    [
      "a sample of no node",
      { nodes: [node], samples: [1, 7], timeDeltas: [5, 5] },
      "samples[1] names no node",
    ],
  ] as const) {
    it(`refuses ${what}, and says what is wrong`, () => {
      assert.deepEqual(parseCpuProfile(document), { ok: false, message });
    });
  }

  it("survives nodes that call each other in a circle", () => {
    const circle = [
      { ...node, children: [2] },
      { ...node, id: 2, children: [1] },
    ];
    const outcome = parseCpuProfile({ nodes: circle, samples: [1], timeDeltas: [5] });
    assert.deepEqual(outcome, { ok: false, message: "samples[0] names no node" });
  });
});
