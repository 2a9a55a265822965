import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { harmReportFormat, harmReportSchema } from "../../../simulator/src/report/harm-format.js";
import { check } from "../../../simulator/src/scenario/format/check.js";
import { sampleReport } from "./harm-fixture.js";

const file = new URL("../../../simulator/schema/report-v1.schema.json", import.meta.url);
const published = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;

describe("the published JSON Schema of a report", () => {
  it("is what the source describes (npm run update writes it)", () => {
    assert.deepEqual(published, harmReportSchema());
  });

  it("accepts a report, and nothing that a report does not have", () => {
    const report = JSON.parse(JSON.stringify(sampleReport())) as object;
    const validate = new Ajv().compile(published);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    assert.deepEqual(check(harmReportFormat, report), []);
    assert.equal(validate({ ...report, extra: 1 }), false);
    assert.equal(validate({ ...report, functions: [{}] }), false);
  });
});
