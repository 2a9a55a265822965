/** Turns what the analysis knows about a function into what the simulator runs. */
import type { FunctionProfile, ProfileStep, SourceRange } from "eslint-plugin-unblock/analysis";
import type { ModelledFunction, ModelledStep } from "../scenario/modelled-function.js";
import type { SourceLine } from "../scenario/types.js";

/**
 * The function as the simulator sees it: its steps in source order, each with its cost, the source of the cost and the
 * line that it stands on. Typical values become the durations; the ranges stay beside them.
 */
export function modelFunction(profile: FunctionProfile): ModelledFunction {
  return {
    name: profile.name,
    file: profile.at.file,
    line: profile.at.line,
    steps: modelSteps(profile.steps, ""),
  };
}

function modelSteps(steps: readonly ProfileStep[], prefix: string): ModelledStep[] {
  return steps.map((step, index) => modelStep(step, `${prefix}${index}`));
}

function modelStep(step: ProfileStep, id: string): ModelledStep {
  const at = lineOf(step.at);
  if (step.kind === "loop") {
    const { kind, count, countSource } = step;
    const label = `${count} times`;
    return { id, label, kind, count, countSource, at, steps: modelSteps(step.steps, `${id}.`) };
  }
  const { typicalMs: ms, lowMs, highMs, source, basis } = step.estimate;
  const base = { id, label: step.api, at, ms, lowMs, highMs, source, basis };
  return step.kind === "block" || step.kind === "compute"
    ? { ...base, kind: step.kind, remedy: step.remedy }
    : { ...base, kind: step.kind };
}

function lineOf({ file, line }: SourceRange): SourceLine {
  return { file, line };
}
