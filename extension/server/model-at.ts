/** Answers the panel's question: what does this function do, step by step? */
import type { FunctionProfile, ProfileStep } from "eslint-plugin-unblock/analysis";
import { modelFunction, selectFunction } from "unblock-simulator/workload";
import type { ModelFunctionParams, ModelFunctionResult } from "../protocol.js";
import type { Translate } from "./translate.js";

export function modelAt(
  functions: readonly FunctionProfile[] | undefined,
  { position, functionName }: ModelFunctionParams,
  translate: Translate,
): ModelFunctionResult {
  if (functions === undefined) {
    return {
      ok: false,
      message: translate("The file cannot be read as JavaScript or TypeScript."),
    };
  }
  const selectors = [
    ...(functionName === undefined ? [] : [functionName]),
    ...(position === undefined ? [] : [`:${String(position.line + 1)}`]),
  ];
  for (const selector of selectors) {
    const selection = selectFunction(functions, selector);
    if (selection.kind === "found") return { ok: true, model: modelFunction(selection.profile) };
    // Two functions on one line, or of one name: the first is as good as any, and the panel says which it shows.
    const [first] = selection.kind === "ambiguous" ? selection.candidates : [];
    if (first !== undefined) return { ok: true, model: modelFunction(first) };
  }
  // A helper runs as part of who calls it.
  const line = position === undefined ? undefined : position.line + 1;
  const caller = functions.find(({ at, steps }) => runsThrough(steps, at.file, line));
  if (caller !== undefined) return { ok: true, model: modelFunction(caller) };
  const blocking = functions.filter(({ findings }) => findings.length > 0);
  const message =
    blocking.length === 0
      ? translate("No function here runs on the event loop. Put the cursor into an async function.")
      : translate("Put the cursor into one of these functions: {0}.", list(blocking));
  return { ok: false, message };
}

/** Whether a line of a file is one of those that lead to what these steps do. */
function runsThrough(
  steps: readonly ProfileStep[],
  file: string,
  line: number | undefined,
): boolean {
  return steps.some((step) => {
    if (step.kind === "loop") return runsThrough(step.steps, file, line);
    const chain = "chain" in step ? step.chain : [];
    return chain.some(({ at }) => at.file === file && at.line === line);
  });
}

function list(functions: readonly { readonly name: string }[]): string {
  return functions.map(({ name }) => name).join(", ");
}
