/** The line above each function that blocks. */
import type { FunctionProfile, ProfileStep } from "eslint-plugin-unblock/analysis";
import type { CodeLens } from "vscode-languageserver";
import { formatMs } from "./format.js";
import type { Translate } from "./translate.js";

/** The client registers this command: it opens the panel for the function at a position. */
export const simulateCommand = "unblock.simulate";

/** One lens for each function that blocks the event loop. */
export function toCodeLenses(
  uri: string,
  functions: readonly FunctionProfile[],
  translate: Translate,
): CodeLens[] {
  return functions
    .filter((profile) => profile.findings.length > 0)
    .map((profile) => {
      const position = { line: profile.at.line - 1, character: profile.at.column };
      return {
        range: { start: position, end: position },
        command: {
          title: translate(
            "blocks the event loop ≈ {0} · simulate",
            formatMs(blockedMs(profile.steps)),
          ),
          tooltip: translate("Simulate how long everybody else waits for {0}", profile.name),
          command: simulateCommand,
          arguments: [uri, position],
        },
      };
    });
}

/** How long one call of a function with these steps holds the event loop, in milliseconds. */
export function blockedMs(steps: readonly ProfileStep[]): number {
  return steps.reduce((total, step) => {
    if (step.kind === "loop") return total + step.count * blockedMs(step.steps);
    return step.kind === "block" || step.kind === "compute"
      ? total + step.estimate.typicalMs
      : total;
  }, 0);
}
