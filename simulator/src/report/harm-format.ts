/** The report on functions that block, version 1, as data; and its JSON Schema, schema/report-v1.schema.json. */
import {
  array,
  boolean,
  choice,
  integer,
  nullable,
  number,
  object,
  string,
} from "../scenario/format/description.js";
import { jsonSchema } from "../scenario/format/json-schema.js";
import type { JsonSchema } from "../scenario/format/json-schema.js";
import { runtimeFormat, stepFormat } from "../scenario/scenario-format.js";

const milliseconds = number();

const spreadFormat = object(
  { median: milliseconds, low: milliseconds, high: milliseconds },
  "The median over the seeds with its range; milliseconds.",
);

const latencyFormat = object({
  growing: boolean("Arrives faster than it completes: then it has no latency to speak of."),
  latencyMs: nullable(
    object({
      mean: spreadFormat,
      p50: spreadFormat,
      p90: spreadFormat,
      p99: spreadFormat,
      max: spreadFormat,
    }),
  ),
});

const variantFormat = object({ called: latencyFormat, bystander: latencyFormat });

const stepReportFormat = object({
  id: string(),
  label: string("The API that blocks."),
  at: object({ file: string(), line: integer() }),
  kind: choice(["block", "compute"]),
  remedy: choice(["timer", "async", "threadpool", "spawn-blocking", "block-in-place", "parallel"]),
  ms: milliseconds,
  lowMs: milliseconds,
  highMs: milliseconds,
  source: choice(["computed", "measured", "typical", "set"]),
  basis: string(),
  times: number("How often one call of the function runs it."),
});

const functionFormat = object({
  name: string(),
  file: string(),
  line: integer(),
  blockingMs: number("How long one call holds the event loop."),
  steps: array(() => stepReportFormat, "step"),
  comparison: object({ asWritten: variantFormat, fixed: variantFormat }),
  harmRatio: nullable(number()),
});

const changeFormat = object(
  {
    base: string("What the report was compared with."),
    functions: array(
      () =>
        object({
          kind: choice(["added", "worse", "better", "removed", "unchanged"]),
          name: string(),
          file: string(),
          line: integer(),
          before: nullable(latencyFormat),
          after: nullable(latencyFormat),
        }),
      "function",
    ),
  },
  "What changed since an earlier state of the code, as the bystander sees it; null: does not block.",
);

export const harmReportFormat = object({
  version: choice([1]),
  load: object({
    runtime: runtimeFormat,
    callsPerSecond: number(),
    "callsAtOnce?": integer(),
    bystandersPerSecond: number(),
    "bystanderArrival?": choice(["random", "regular"]),
    bystander: array(() => stepFormat, "step"),
    durationMs: milliseconds,
    seed: integer(),
  }),
  bystanderAloneMs: milliseconds,
  filesRead: integer(),
  functions: array(() => functionFormat, "function"),
  skipped: array(() => object({ file: string(), reason: string() }), "file"),
  "change?": changeFormat,
});

export function harmReportSchema(): JsonSchema {
  return jsonSchema(
    harmReportFormat,
    {
      id: "https://unpkg.com/unblock-simulator/schema/report-v1.schema.json",
      title: "Unblock report, version 1",
      description: "What `unblock report --format json` prints. Times are milliseconds.",
    },
    { latency: latencyFormat, spread: spreadFormat, step: stepFormat },
  );
}
