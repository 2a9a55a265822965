import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseScenario, type ModelledFunction, type Result } from "unblock-simulator";
import { run } from "../../../../simulator/src/cli/main.js";
import {
  fileStem,
  markdownFile,
  scenarioFile,
  svgFile,
} from "../../../../extension/panel/model/exports.js";
import type { VariantName } from "../../../../extension/panel/model/outcome.js";
import { inEnglish } from "../../../../extension/panel/model/text.js";
import { runJob } from "../../../../extension/panel/simulation/job.js";
import { makeOutcome } from "./outcome-builder.js";

const at = { file: "/app/server.ts", line: 3 };
const model: ModelledFunction = {
  name: "handler",
  ...at,
  steps: [
    {
      id: "0",
      kind: "block",
      label: "readFileSync",
      at,
      remedy: "threadpool",
      ...{ ms: 40, lowMs: 9, highMs: 90, source: "typical", basis: "a file" },
    },
  ],
};
/** Short, and with chance in it. */
const load = { durationMs: 2000, callsPerSecond: 5 };

/** What the panel simulates of a variant, by seed. */
function runsOf(variant: VariantName): readonly Result[] {
  return [...runJob({ model, load }, [variant])].flatMap((message) =>
    message?.kind === "seed" ? [message.run.result] : [],
  );
}

/** What `unblock simulate` prints of a scenario file, as JSON. */
async function simulated(text: string, ...options: readonly string[]): Promise<unknown> {
  const folder = mkdtempSync(path.join(tmpdir(), "unblock-test-"));
  const file = path.join(folder, "handler.scenario.json");
  writeFileSync(file, text);
  let printed = "";
  const io = {
    out: (words: string) => void (printed += words),
    error: (words: string) => assert.fail(words),
    progress: () => undefined,
    columns: 80,
    colour: false,
    unicode: true,
  };
  const code = await run(["simulate", file, "--format", "json", ...options], io);
  rmSync(folder, { recursive: true });
  assert.equal(code, 0);
  return JSON.parse(printed);
}

const names = (called: string) => ({ names: { called, bystander: "bystander" } });

describe("what is taken out of the panel", () => {
  it("has a name that every file system takes", () => {
    assert.equal(fileStem(names("UserService.find")), "UserService.find");
    assert.equal(fileStem(names("<img src=x>/../..")), "img-src-x-..-..");
    assert.equal(fileStem(names("///")), "function");
  });

  it("as a scenario is one that the command takes", () => {
    for (const [variant, expected] of [
      ["as-written", "handler.scenario.json"],
      ["fixed", "handler.fixed.scenario.json"],
    ] as const) {
      const { fileName, text } = scenarioFile(makeOutcome(), variant);
      assert.equal(fileName, expected);
      assert.ok(parseScenario(JSON.parse(text)).ok);
    }
  });

  it("as a scenario gives the same figures in the command as in the panel, for both variants", async () => {
    for (const variant of ["as-written", "fixed"] as const) {
      const { text } = scenarioFile(makeOutcome({ model, load }), variant);
      assert.ok(!text.includes("/app/"));
      const printed = (await simulated(text)) as Result;
      const shown = runsOf(variant === "fixed" ? "fixed" : "asWritten");
      assert.deepEqual(printed.tasks, shown[0].tasks);
    }
  });

  it("as a scenario gives with --sweep seed=1..9 the runs of which the panel's figures are the medians", async () => {
    const { text } = scenarioFile(makeOutcome({ model, load }), "as-written");
    const printed = (await simulated(text, "--sweep", "seed=1..9")) as {
      readonly runs: readonly { readonly result: Result }[];
    };
    assert.deepEqual(
      printed.runs.map(({ result }) => result.tasks),
      runsOf("asWritten").map(({ tasks }) => tasks),
    );
  });

  it("as Markdown is the headline and a table, in which a name can be no markup", () => {
    const model = { name: "<b>|", file: "/app/`x`.ts", line: 3, steps: [] };
    const { text } = markdownFile(
      makeOutcome({ model, names: { called: model.name, bystander: "bystander" } }),
      inEnglish,
      "en",
    );
    assert.match(text, /^### \\<b\\>\\\|, `'x'\.ts:3`$/mu);
    assert.match(text, /^While \\<b\\>\\\| runs, .* \*\*105×\*\* With the fix: 2\.2 ms\.$/mu);
    assert.match(text, /^\| 99th percentile \| 230 ms \(207 ms – 276 ms\) \| 2\.2 ms/mu);
    assert.match(text, /Node\.js, one process; the function is called 5 times a second/u);
  });

  it("as SVG holds both variants, one above the other", () => {
    const { text } = svgFile(makeOutcome(), { startNs: 0, endNs: 50e6 }, inEnglish, "en");
    const tops = [...text.matchAll(/<svg y="(?<y>[\d.]+)"/gu)].map((found) => Number(found[1]));
    assert.equal(tops.length, 2);
    assert.ok(tops[1] > tops[0] + 50);
  });

  it("as SVG begins with the headline, and has the times of the run", () => {
    const names = { called: "a<b", bystander: "bystander" };
    const view = { startNs: 40e6, endNs: 90e6 };
    const { text } = svgFile(makeOutcome({ names }), view, inEnglish, "en");
    assert.match(text, />While a&#60;b runs, .* With the fix: 2\.2 ms\.<\/text>/u);
    assert.match(text, />40 ms<\/text>/u);
    assert.doesNotMatch(text, />0 ms<\/text>/u);
  });
});
