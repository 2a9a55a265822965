/** What must be true of every suggestion for a set of entries of the catalog. */
import { added } from "../../../corpus/type-check.js";
import { titleOf, type Entry } from "./calls.js";
import { withoutSuggestion } from "./reasons.js";
import { casesOf, closureProblems, commentsOf, mended, parseError, type Case } from "./sweep.js";
import { errorsOf } from "./type-check.js";

export interface SweepResult {
  readonly suggestions: number;
  /** Cases without a suggestion that should have one. */
  readonly missing: readonly string[];
  /** Entries with a reason for having no suggestion that have one. */
  readonly needlessReasons: readonly string[];
  readonly unparsable: readonly string[];
  readonly lostComments: readonly string[];
  /** Suggestions that write a closure which could not run on another thread. */
  readonly invalidClosures: readonly string[];
  readonly typeErrors: readonly string[];
  /** Entries whose types TypeScript knows, so that it could judge the suggestions. */
  readonly typed: readonly string[];
}

interface Pair {
  readonly one: Case;
  readonly name: string;
  readonly after: string;
}

/** Errors which say that TypeScript does not know the API: its package is not there, or has no such export. */
const unknownApi = /^TS(?:2305|2307|2339|2349|2595|7016|2304|2551|2694|2724|2552|2867|2868):/;

export function sweep(swept: readonly Entry[]): SweepResult {
  const missing: string[] = [];
  const needlessReasons: string[] = [];
  const unparsable: string[] = [];
  const lostComments: string[] = [];
  const invalidClosures: string[] = [];
  const pairs: Pair[] = [];
  const plain: Case[] = [];
  for (const entry of swept) {
    for (const one of casesOf(entry)) {
      const results = mended(one.code, one.system);
      if (one.isPlain) {
        plain.push(one);
        const isExcused = hasReason(one);
        if (results.length === 0 && !isExcused) missing.push(one.name);
        if (results.length > 0 && isExcused) needlessReasons.push(one.name);
      }
      for (const { suggestion, text } of results) {
        const name = `${one.name}: ${suggestion}`;
        const error = parseError(text, one.system);
        if (error !== undefined) unparsable.push(`${name}\n${error}`);
        const isLost = commentsOf(one.code).some((comment) => !text.includes(comment));
        if (isLost) lostComments.push(`${name}\n${text}`);
        const problems = closureProblems(text, one.system);
        if (problems.length > 0) invalidClosures.push(`${name}\n${problems.join("\n")}`);
        pairs.push({ one, name, after: text });
      }
    }
  }
  const isTypeScript = ({ one }: Pair): boolean => one.system === "typescript";
  const [javascript, typescript] = [
    typesOf(
      pairs.filter((pair) => !isTypeScript(pair)),
      plain,
      "js",
    ),
    typesOf(pairs.filter(isTypeScript), plain, "ts"),
  ];
  return {
    suggestions: pairs.length,
    missing,
    needlessReasons,
    unparsable,
    lostComments,
    invalidClosures,
    typeErrors: [...javascript.errors, ...typescript.errors],
    typed: [...new Set([...javascript.typed, ...typescript.typed])],
  };
}

function hasReason({ entry, system }: Case): boolean {
  const reason = withoutSuggestion.get(titleOf(entry));
  return reason !== undefined && (reason.only === undefined || reason.only === system);
}

/** The new errors of suggestions for calls that have none which hides what the API gives. */
function typesOf(
  pairs: readonly Pair[],
  plain: readonly Case[],
  extension: "js" | "ts",
): { readonly errors: readonly string[]; readonly typed: readonly string[] } {
  const own = plain.filter(({ system }) => (system === "typescript") === (extension === "ts"));
  const codes = [...new Set([...own, ...pairs.map(({ one }) => one)].map(({ code }) => code))];
  const all = errorsOf([...codes, ...pairs.map(({ after }) => after)], extension);
  const before = new Map(codes.map((code, index) => [code, all[index] ?? []]));
  const untyped = new Set(
    own.filter(({ code }) => isUnknown(before.get(code) ?? [])).map(({ entry }) => titleOf(entry)),
  );
  const judged = pairs
    .map((pair, index) => ({ ...pair, errors: all[codes.length + index] ?? [] }))
    .filter(({ one }) => !untyped.has(titleOf(one.entry)));
  return {
    errors: judged.flatMap(({ one, name, after, errors }) =>
      added(before.get(one.code) ?? [], errors).map((error) => `${name}\n${error}\n${after}`),
    ),
    typed: judged.map(({ one }) => titleOf(one.entry)),
  };
}

function isUnknown(errors: readonly string[]): boolean {
  return errors.some((error) => unknownApi.test(error));
}
