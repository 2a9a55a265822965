/** Turns what the analysis knows about a function into what the simulator runs. */
import type { FunctionProfile, ProfileStep } from "eslint-plugin-unblock/analysis";
import type { ModelledFunction, ModelledStep } from "../scenario/modelled-function.js";

/**
 * The function as the simulator sees it: its steps in source order, each with its cost, the source of the cost and the
 * line that it stands on. Typical values become the durations; the ranges stay beside them. `nameFile` says how files
 * are called in the outcome, for a command that prints paths as they were given.
 */
export function modelFunction(
  profile: FunctionProfile,
  nameFile: (file: string) => string = (file) => file,
): ModelledFunction {
  const modelSteps = (steps: readonly ProfileStep[], prefix: string): ModelledStep[] =>
    steps.map((step, index) => modelStep(step, `${prefix}${index}`));

  const modelStep = (step: ProfileStep, id: string): ModelledStep => {
    const at = { file: nameFile(step.at.file), line: step.at.line };
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
  };

  return {
    name: profile.name,
    file: nameFile(profile.at.file),
    line: profile.at.line,
    steps: modelSteps(profile.steps, ""),
  };
}
