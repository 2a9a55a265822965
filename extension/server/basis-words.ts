/**
 * What an estimate is based on, in the user's language. The catalog and the analysis write it in English, part by part:
 * "100,000 iterations; Node 20, 2-core VM".
 */
import type { Calibration } from "unblock-simulator/workload";
import type { ModelFunctionResult } from "../protocol.js";
import { filledText, translateFilled } from "./filled-texts.js";
import type { Translate } from "./translate.js";

type Model = Extract<ModelFunctionResult, { readonly ok: true }>["model"];
type Step = Model["steps"][number];

const separator = "; ";

/** Parts in which the analysis fills something in; what stands there in full needs no mention. */
const filledParts = [
  filledText("{0} iterations"),
  filledText("at most its timeout of {0} ms"),
  filledText("{0} rounds of at least a nanosecond"),
  filledText("one call in a CPU profile, a sample each {0} ms"),
  filledText("{0} calls in a CPU profile, a sample each {1} ms"),
];

export function basisWords(basis: string, translate: Translate): string {
  return basis
    .split(separator)
    .map((part) => translateFilled(part, filledParts, translate))
    .join(separator);
}

export function withBasisWords(model: Model, translate: Translate): Model {
  const inWords = (step: Step): Step =>
    step.kind === "loop"
      ? { ...step, steps: step.steps.map(inWords) }
      : { ...step, basis: basisWords(step.basis, translate) };
  return { ...model, steps: model.steps.map(inWords) };
}

export function calibrationInWords(calibration: Calibration, translate: Translate): Calibration {
  const calls = calibration.calls.map((call) => ({
    ...call,
    basis: basisWords(call.basis, translate),
  }));
  return { ...calibration, calls };
}
