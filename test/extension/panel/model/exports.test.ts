import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseScenario, type Result } from "unblock-simulator";
import { run } from "../../../../simulator/src/cli/main.js";
import {
  fileStem,
  markdownFile,
  scenarioFile,
  svgFile,
} from "../../../../extension/panel/model/exports.js";
import { inEnglish } from "../../../../extension/panel/model/text.js";
import { runJob } from "../../../../extension/panel/simulation/job.js";
import { makeOutcome } from "./outcome-builder.js";

const names = (called: string) => ({ names: { called, bystander: "bystander" } });

describe("what is taken out of the panel", () => {
  it("has a name that every file system takes", () => {
    assert.equal(fileStem(names("UserService.find")), "UserService.find");
    assert.equal(fileStem(names("<img src=x>/../..")), "img-src-x-..-..");
    assert.equal(fileStem(names("///")), "function");
  });

  it("as a scenario is one that the command takes", () => {
    const { fileName, text } = scenarioFile(makeOutcome());
    assert.equal(fileName, "handler.scenario.json");
    assert.ok(parseScenario(JSON.parse(text)).ok);
  });

  it("as a scenario gives the same figures in the command as in the panel", async () => {
    const at = { file: "/app/server.ts", line: 3 };
    const step = {
      id: "0",
      kind: "block",
      label: "readFileSync",
      at,
      remedy: "threadpool",
    } as const;
    const duration = { ms: 40, lowMs: 9, highMs: 90, source: "typical", basis: "a file" } as const;
    const model = { name: "handler", ...at, steps: [{ ...step, ...duration }] };
    const load = { durationMs: 2000, callsAtOnce: 5 };
    const folder = mkdtempSync(path.join(tmpdir(), "unblock-test-"));
    const { fileName, text } = scenarioFile(makeOutcome({ model, load }));
    writeFileSync(path.join(folder, fileName), text);
    let printed = "";
    const io = {
      out: (words: string) => void (printed += words),
      error: (words: string) => assert.fail(words),
      progress: () => undefined,
      columns: 80,
      colour: false,
      unicode: true,
    };
    const code = await run(["simulate", path.join(folder, fileName), "--format", "json"], io);
    rmSync(folder, { recursive: true });
    assert.equal(code, 0);
    const [first] = [...runJob({ model, load }, ["asWritten"])];
    const shown = first?.kind === "seed" ? first.run.result : assert.fail("no run");
    assert.deepEqual((JSON.parse(printed) as Result).tasks, shown.tasks);
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
    const { text } = svgFile(makeOutcome(), { startNs: 0, endNs: 50e6 }, inEnglish);
    const tops = [...text.matchAll(/<svg y="(?<y>[\d.]+)"/gu)].map((found) => Number(found[1]));
    assert.equal(tops.length, 2);
    assert.ok(tops[1] > tops[0] + 50);
  });
});
