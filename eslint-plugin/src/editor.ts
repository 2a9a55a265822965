/**
 * The plugin for editors: its rules see the texts of other open files as they stand, and what they found out is given
 * as data too, from the same syntax tree.
 */
import type { ESLint, Linter } from "eslint";
import { createPlugin } from "./create-plugin.js";
import { toFinding } from "./analysis/linting.js";
import type { ExecutionContext, Finding, FunctionProfile } from "./analysis/types.js";
import type { Extraction, ExtractionOptions } from "./fixes/extraction/extraction.js";
import { extractionAt } from "./rules/extracting.js";
import type { LintContext } from "./rules/lint-context.js";
import { Linting } from "./rules/linting.js";
import type { ReportPlace } from "./rules/report-place.js";

/** What is known of a text that was linted. */
export interface LintedText {
  /** All that was found in the contexts asked for, whatever the rules report. */
  readonly findings: readonly Finding[];
  /** What its functions do step by step; worked out when it is asked for. */
  profiles(): readonly FunctionProfile[];
}

export interface EditorPlugin {
  readonly plugin: ESLint.Plugin & { readonly configs: { readonly recommended: Linter.Config } };
  /** What is known of a text that ESLint has parsed; undefined for what is not JavaScript or TypeScript. */
  linted(context: LintContext, contexts: readonly ExecutionContext[]): LintedText | undefined;
  /**
   * The extraction into a worker's module of what was reported at a place; undefined where it would not do the same.
   */
  extraction(
    context: LintContext,
    place: ReportPlace,
    options: ExtractionOptions,
  ): Extraction | undefined;
  /**
   * Unsaved text of a file, which those that import it see; undefined takes it away.
   *
   * @returns whether findings of other files may change with it.
   */
  setOverlay(path: string, text: string | undefined): boolean;
  /** Files on disk came, went or changed. */
  recheck(paths: readonly string[]): void;
}

/** An editor tells of changes; only files outside of what it watches need this, and a look takes 0.1 ms for each file. */
const recheckMs = 30_000;

export function createEditorPlugin(): EditorPlugin {
  const linting = new Linting(recheckMs);
  return {
    plugin: createPlugin(linting),
    linted(context, contexts) {
      const linted = linting.linted(context);
      if (linted === undefined) return undefined;
      const { file, project } = linted;
      const findings = linted
        .findings(contexts)
        .filter((finding) => contexts.includes(finding.context));
      return {
        findings: findings.map(toFinding),
        profiles: once(() => project.profiles(file, findings, contexts)),
      };
    },
    extraction(context, place, options) {
      const linted = linting.linted(context);
      return linted === undefined ? undefined : extractionAt(context, linted, place, options);
    },
    setOverlay: (path, text) => linting.setOverlay(path, text),
    recheck: (paths) => linting.recheck(paths),
  };
}

/** Works something out when it is first asked for, and then lets go of what it was worked out from. */
function once<T>(work: () => T): () => T {
  let pending: (() => T) | undefined = work;
  let value: T;
  return () => {
    if (pending !== undefined) value = pending();
    pending = undefined;
    return value;
  };
}

export { programOnly } from "./analysis/syntax/program-only.js";
export type { Extraction, ExtractionOptions, LintContext, ReportPlace };
