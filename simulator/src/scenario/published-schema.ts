/** The JSON Schema of scenario version 1, as published in schema/scenario-v1.schema.json. */
import { jsonSchema } from "./format/json-schema.js";
import type { JsonSchema } from "./format/json-schema.js";
import { durationFormat, scenarioFormat, stepFormat } from "./scenario-format.js";

export function scenarioSchema(): JsonSchema {
  return jsonSchema(
    scenarioFormat,
    {
      id: "https://unpkg.com/unblock-simulator/schema/scenario-v1.schema.json",
      title: "Unblock scenario, version 1",
      description: "The input of a simulation. Times are milliseconds.",
    },
    { step: stepFormat, duration: durationFormat },
  );
}
