/** Finds the function that somebody names: `file.ts#name`, `#Class.method`, `#default`, `#:line`. */
import type { FunctionProfile } from "eslint-plugin-unblock/analysis";

export type Selection =
  | { readonly kind: "found"; readonly profile: FunctionProfile }
  | { readonly kind: "ambiguous"; readonly candidates: readonly FunctionProfile[] }
  | { readonly kind: "missing"; readonly candidates: readonly FunctionProfile[] };

/**
 * Selects one of a file's functions. `selector` is what follows the `#`. A line selects the innermost function that
 * covers it. A bare name also selects a method of that name when there is just one.
 */
export function selectFunction(functions: readonly FunctionProfile[], selector: string): Selection {
  const matches = selector.startsWith(":")
    ? coveringLine(functions, Number(selector.slice(1)))
    : named(functions, selector);
  const [first] = matches;
  if (first === undefined) return { kind: "missing", candidates: functions };
  return matches.length === 1
    ? { kind: "found", profile: first }
    : { kind: "ambiguous", candidates: matches };
}

function named(functions: readonly FunctionProfile[], name: string): FunctionProfile[] {
  if (name === "default") {
    const exported = functions.filter((profile) => profile.isDefaultExport);
    if (exported.length > 0) return exported;
  }
  const exact = functions.filter((profile) => profile.name === name);
  if (exact.length > 0) return exact;
  return functions.filter((profile) => profile.name.endsWith(`.${name}`));
}

function coveringLine(functions: readonly FunctionProfile[], line: number): FunctionProfile[] {
  const covering = functions.filter(({ at }) => at.line <= line && line <= at.endLine);
  const innermost = Math.min(...covering.map(({ at }) => at.endLine - at.line));
  return covering.filter(({ at }) => at.endLine - at.line === innermost);
}
