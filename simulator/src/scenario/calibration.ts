/** What calls take on one machine, as `unblock calibrate` measured it, and how a modelled function takes it over. */
import { check } from "./format/check.js";
import type { DocumentError } from "./format/check.js";
import { array, choice, integer, number, object, string } from "./format/description.js";
import type { ModelledFunction, ModelledStep } from "./modelled-function.js";

/** One call, measured. Times are milliseconds: the 10th, 50th and 90th percentile of the samples. */
export interface MeasuredCall {
  /** As the analysis names it: "node:fs.readFileSync". */
  readonly api: string;
  /** What was called: "1 kB file, page cache". */
  readonly basis: string;
  readonly lowMs: number;
  readonly typicalMs: number;
  readonly highMs: number;
  readonly samples: number;
}

export interface Machine {
  readonly platform: string;
  readonly arch: string;
  readonly processor: string;
  readonly processors: number;
  readonly memoryBytes: number;
  readonly node: string;
}

/** The calibration file, version 1. */
export interface Calibration {
  readonly version: 1;
  /** ISO 8601. */
  readonly measuredAt: string;
  readonly machine: Machine;
  /** The first entry of an API is the one that stands for it. */
  readonly calls: readonly MeasuredCall[];
}

const calibrationFormat = object({
  version: choice([1]),
  measuredAt: string(),
  machine: object({
    platform: string(),
    arch: string(),
    processor: string(),
    processors: integer(),
    memoryBytes: integer(),
    node: string(),
  }),
  calls: array(
    () =>
      object({
        api: string(),
        basis: string(),
        lowMs: number(),
        typicalMs: number(),
        highMs: number(),
        samples: integer(),
      }),
    "call",
  ),
});

export type ParsedCalibration =
  | { readonly ok: true; readonly calibration: Calibration }
  | { readonly ok: false; readonly errors: readonly DocumentError[] };

/** Checks a document of calibration version 1. Never throws. */
export function parseCalibration(document: unknown): ParsedCalibration {
  const errors = check(calibrationFormat, document);
  return errors.length > 0
    ? { ok: false, errors }
    : { ok: true, calibration: document as Calibration };
}

/** The function with measured durations in place of typical ones; those computed or set by the user stay. */
export function withCalibration(
  model: ModelledFunction,
  calibration: Calibration,
): ModelledFunction {
  return { ...model, steps: model.steps.map((step) => calibrated(step, calibration)) };
}

function calibrated(step: ModelledStep, calibration: Calibration): ModelledStep {
  if (step.kind === "loop") {
    return { ...step, steps: step.steps.map((each) => calibrated(each, calibration)) };
  }
  const measured = calibration.calls.find(({ api }) => api === step.label);
  if (measured === undefined || step.source !== "typical") return step;
  const { basis, highMs, lowMs, typicalMs } = measured;
  return { ...step, ms: typicalMs, lowMs, highMs, basis, source: "measured" };
}
