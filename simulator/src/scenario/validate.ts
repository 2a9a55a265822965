/** Reads a scenario document: first its form, then whether it makes sense as a whole. */
import { check } from "./format/check.js";
import type { DocumentError } from "./format/check.js";
import { scenarioFormat } from "./scenario-format.js";
import { senseErrors } from "./sense.js";
import type { Scenario } from "./types.js";

export type ParsedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly errors: readonly DocumentError[] };

/** The errors of form alone: wrong types, unknown fields, numbers out of range. The JSON Schema finds the same. */
export function formErrors(document: unknown): DocumentError[] {
  return check(scenarioFormat, document);
}

/**
 * Checks a document of scenario version 1 and hands it back typed, or says what is wrong and where.
 * Never throws, however odd the document.
 */
export function parseScenario(document: unknown): ParsedScenario {
  const errors = formErrors(document);
  if (errors.length > 0) return { ok: false, errors };
  const scenario = document as Scenario;
  const contradictions = senseErrors(scenario);
  return contradictions.length > 0 ? { ok: false, errors: contradictions } : { ok: true, scenario };
}

/** One line: the first error, and how many more there are. */
export function describeErrors(errors: readonly DocumentError[]): string {
  const [first] = errors;
  const more = errors.length - 1;
  const where = first.path === "" ? "" : `${first.path}: `;
  const rest = more === 0 ? "" : ` (and ${more} more ${more === 1 ? "error" : "errors"})`;
  return `${where}${first.message}${rest}`;
}
