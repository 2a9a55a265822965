import assert from "node:assert/strict";
import { parseScenario } from "unblock-simulator";
import {
  fileStem,
  markdownFile,
  scenarioFile,
  svgFile,
} from "../../../../extension/panel/model/exports.js";
import { inEnglish } from "../../../../extension/panel/model/text.js";
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
