import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { jsonReport } from "../../../simulator/src/report/json.js";
import { resultSchema } from "../../../simulator/src/report/result-format.js";
import { exampleReport, exampleRun } from "./example-report.js";

const file = new URL("../../../simulator/schema/result-v1.schema.json", import.meta.url);
const published = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;

describe("jsonReport", () => {
  it("prints the result alone for one run, as the published schema says", () => {
    const document: unknown = JSON.parse(jsonReport(exampleReport));
    assert.deepEqual(document, exampleRun.result);
    const validate = new Ajv().compile(published);
    assert.ok(validate(document), JSON.stringify(validate.errors));
  });

  it("prints each run with its label for several", () => {
    const runs = [exampleRun, { ...exampleRun, label: "fixed" }];
    const document = JSON.parse(jsonReport({ ...exampleReport, runs })) as { runs: unknown[] };
    assert.deepEqual(document.runs[1], { label: "fixed", result: exampleRun.result });
  });

  it("has a schema that is what the source describes (npm run update writes it)", () => {
    assert.deepEqual(published, resultSchema());
  });
});
