/** What a project is asked and answers: types that need nothing but themselves, for those who install the package. */
import type { CatalogModule } from "../../catalog/types.js";
import type { MeasuredCosts } from "../values/catalog-index.js";
import type { ExecutionContext, FileAnalysis } from "../types.js";

/** A parser as ESLint takes it: `@typescript-eslint/parser`, espree, `@babel/eslint-parser`. */
export interface EslintParser {
  parseForESLint?(text: string, options?: Record<string, unknown>): unknown;
  parse?(text: string, options?: Record<string, unknown>): unknown;
}

export interface ParseError {
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

export interface ProjectOptions {
  /** Parses every file: `parseForESLint` or `parse`, as ESLint takes it. */
  readonly parser: EslintParser;
  /** Handed to the parser beside what the project sets itself. */
  readonly parserOptions?: object;
  /** Gives a file's text, or undefined where there is none. Default: the file system. */
  readonly readFile?: (path: string) => string | undefined;
  /** APIs beside those of the catalog. A module that is a file of the project goes by its path from `folder`. */
  readonly apis?: readonly CatalogModule[];
  /** The folder from which relative modules of `apis` count; without it they are compared as they are written. */
  readonly folder?: string;
  /** Durations measured on the user's machine, in place of typical ones. */
  readonly measured?: MeasuredCosts;
  /** Whether calls are followed into installed packages. Default: no. */
  readonly followPackages?: boolean;
  /** How often files on disk are looked at again, in milliseconds. Default: 1,000. */
  readonly recheckMs?: number;
  /** What counts as on the event loop. Default: {@link defaultContexts}. */
  readonly contexts?: readonly ExecutionContext[];
}

/** Where code is on the event loop without any doubt. */
export const defaultContexts: readonly ExecutionContext[] = [
  "async",
  "promise",
  "reaction",
  "spin",
];

export interface Project {
  /**
   * Analyses a file, by the text given, by its overlay, or by what the file system holds. A file that can't be read or
   * parsed comes back as an error, never as an exception.
   */
  analyze(path: string, text?: string): FileAnalysis | { readonly parseError: ParseError };
  /** Unsaved text of a file; undefined takes it away. Files that import it see it. */
  setOverlay(path: string, text: string | undefined): void;
}
