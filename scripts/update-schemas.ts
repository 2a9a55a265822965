/** Writes the published JSON Schemas from the descriptions in the source. A test fails when they differ. */
import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { harmReportSchema } from "../simulator/src/report/harm-format.js";
import { resultSchema } from "../simulator/src/report/result-format.js";
import { scenarioSchema } from "../simulator/src/scenario/published-schema.js";

const schemas = {
  "scenario-v1": scenarioSchema(),
  "result-v1": resultSchema(),
  "report-v1": harmReportSchema(),
};

for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../simulator/schema/${name}.schema.json`, import.meta.url);
  writeFileSync(file, await format(JSON.stringify(schema), { parser: "json", printWidth: 100 }));
}
