/** Turns what the fixers plan into what ESLint takes. */
import type { Rule } from "eslint";
import { specifierOfListed, type LocatedFinding } from "../analysis/linting.js";
import {
  busyWaitSuggestions,
  suggestionsForCall,
  topLevelLoads,
  type BlockingCall,
  type Edit,
  type SourceCode,
  type Suggestion,
} from "../fixes/index.js";

/** The message that every rule with suggestions has: its text is the fixer's. */
export const suggestionMessage = { suggestion: "{{text}}" };

/** What a report says beside its message. */
export interface Mending {
  readonly suggest: Rule.SuggestionReportDescriptor[];
  readonly fix?: (fixer: Rule.RuleFixer) => Rule.Fix[];
}

function planned(
  context: Rule.RuleContext,
  finding: LocatedFinding,
  inPasses: boolean,
): readonly Suggestion[] {
  const sourceCode = context.sourceCode as unknown as SourceCode;
  const { cause, file } = finding.site;
  // What stands in another file, ESLint can't change.
  if (file.path !== context.physicalFilename) return [];
  const place = { sourceCode, filename: context.physicalFilename, ...detachedOf(finding) };
  if ("spin" in cause) {
    const { loop, reason } = cause.spin;
    const waitsForOthers = reason !== "forever" && reason !== "count";
    return busyWaitSuggestions({ ...place, loop, waitsForOthers });
  }
  // A function that a comment says to block has no form that does not.
  if (!("call" in cause)) return [];
  const { call, module, path, entry, form } = cause.call;
  const here = {
    folder: context.cwd,
    file: context.physicalFilename,
    written: topLevelLoads(sourceCode).map(({ specifier }) => specifier),
  };
  const { asyncForm } = entry;
  return suggestionsForCall(
    {
      ...place,
      call,
      module: specifierOfListed(module, here),
      path: path.join("."),
      api:
        asyncForm === undefined
          ? entry
          : {
              ...entry,
              asyncForm: { ...asyncForm, module: specifierOfListed(asyncForm.module, here) },
            },
      form,
    },
    { inPasses },
  );
}

/** The callback of an event, a timer or a request that a finding stands in, where it is written out in its call. */
export function detachedOf({ context, host }: LocatedFinding): Pick<BlockingCall, "detached"> {
  const isDetached = context === "handler" || context === "listener" || context === "timer";
  return isDetached && host?.parent?.type === "CallExpression"
    ? { detached: { callback: host, context } }
    : {};
}

/** Of a chain, a suggestion must reach up to the call that was reported. */
function reaches(finding: LocatedFinding, { awaited }: Suggestion): boolean {
  return finding.chain.length === 0 || awaited.has(finding.node);
}

function asFix(edits: readonly Edit[]): (fixer: Rule.RuleFixer) => Rule.Fix[] {
  return (fixer) =>
    edits.map(({ range: [start, end], text }) => fixer.replaceTextRange([start, end], text));
}

/**
 * The suggestions for a finding.
 *
 * @param applied whether `--fix` is to apply the first, if it keeps the order of effects within the function.
 */
export function mending(
  context: Rule.RuleContext,
  finding: LocatedFinding,
  applied: boolean,
): Mending {
  const suggestions = planned(context, finding, false).filter((one) => reaches(finding, one));
  const suggest = suggestions.map(({ text, edits }) => ({
    messageId: "suggestion",
    data: { text },
    fix: asFix(edits),
  }));
  const [best] = applied ? planned(context, finding, true) : [];
  return best?.keepsOrder === true ? { suggest, fix: asFix(best.edits) } : { suggest };
}
