/**
 * A snippet and its verdict: a line that ends in `// !call`, `// !chain` or `// !spin` has one finding of that rule that
 * starts there, every other line has none. A snippet's name is the reason of its verdict.
 */
export interface Snippet {
  readonly code: string;
  /** "javascript" (ESLint's own parser) unless told otherwise. */
  readonly language?: "javascript" | "typescript";
  /** `file.js`, `file.ts` with TypeScript's parser. `.cjs` is parsed as CommonJS. */
  readonly filename?: string;
  /** What stands beside it, by relative path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Symbolic links to folders, as package managers make them for workspaces: relative path to relative target. */
  readonly links?: Readonly<Record<string, string>>;
}

export type SnippetSet = Readonly<Record<string, string | Snippet>>;

export const typescript = (code: string, files?: Readonly<Record<string, string>>): Snippet => ({
  code,
  language: "typescript",
  ...(files ? { files } : {}),
});

export const commonjs = (code: string, files?: Readonly<Record<string, string>>): Snippet => ({
  code,
  filename: "file.cjs",
  ...(files ? { files } : {}),
});

export const withFiles = (code: string, files: Readonly<Record<string, string>>): Snippet => ({
  code,
  files,
});

export const named = (filename: string, code: string): Snippet => ({
  code,
  filename,
  ...(/\.(?:[cm]?ts|tsx)$/u.test(filename) ? { language: "typescript" } : {}),
});
