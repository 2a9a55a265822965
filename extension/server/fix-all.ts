/** Applies the fixes of many findings to one text, by linting again after each round. */
import type { LintFinding, LintOutcome, TextChange } from "./linter.js";

/** Which changes may be made without asking for each: what `--fix` would do, or the first suggestion too. */
export type FixScope = "fixes" | "suggestions";

export interface FixAllRequest {
  readonly text: string;
  /** The findings of `text`, so that the first round needs no linting. */
  readonly findings: readonly LintFinding[];
  readonly scope: FixScope;
  /** Only findings of this rule. */
  readonly rule?: string;
  readonly lint: (text: string) => Omit<LintOutcome, "linted">;
  /** Returns true when there is no time for another round. */
  readonly isOver: () => boolean;
}

/** More rounds than any file needs; a fix that brings its own finding back would go on for ever. */
const maxRounds = 200;

/** The text with as many findings fixed as time allows. It always parses if the given text does. */
export function fixAll(request: FixAllRequest): string {
  let text = request.text;
  let findings = request.findings;
  for (let round = 0; round < maxRounds && !request.isOver(); round++) {
    const changes = findings.flatMap((finding) => changeOf(finding, request) ?? []);
    if (changes.length === 0) break;
    const next = applyChanges(text, changes);
    const outcome = request.lint(next);
    if (!outcome.parsed || next === text) break;
    text = next;
    findings = outcome.findings;
  }
  return text;
}

function changeOf(finding: LintFinding, { scope, rule }: FixAllRequest): TextChange | undefined {
  if (rule !== undefined && finding.rule !== rule) return undefined;
  return finding.fix ?? (scope === "suggestions" ? finding.suggestions[0]?.change : undefined);
}

/** Applies changes from the start of the text on; of two that overlap the first is made. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  const sorted = [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let position = 0;
  let last = -1;
  for (const change of sorted) {
    // Two insertions at one place would come out in an order that nobody chose.
    if (change.start < position || change.start === last) continue;
    result += text.slice(position, change.start) + change.text;
    position = change.end;
    last = change.start;
  }
  return result + text.slice(position);
}
