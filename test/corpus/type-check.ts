/** Checks mended scripts with TypeScript, as it checks JavaScript, against the errors that they had before. */
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const options: ts.CompilerOptions = {
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.Preserve,
  lib: ["lib.esnext.d.ts"],
  types: ["node"],
  typeRoots: [
    path.dirname(path.dirname(createRequire(import.meta.url).resolve("@types/node/package.json"))),
  ],
};

/** What suggestions import beside Node's own modules: this repository's, as built. */
const spawnBlocking = fileURLToPath(
  new URL("../../spawn-blocking/dist/index.d.ts", import.meta.url),
);

/** Gives the type errors of one file after the other, whatever its text is. */
export class TypeChecker {
  readonly #service: ts.LanguageService;
  #file = "/none.js";
  #text = "";
  #version = 0;

  constructor() {
    const read = (name: string): string | undefined =>
      name === this.#file ? this.#text : ts.sys.readFile(name);
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => [this.#file],
      getScriptVersion: (name) => (name === this.#file ? String(this.#version) : "0"),
      getScriptSnapshot: (name) => {
        const text = read(name);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => "/",
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: (name) => read(name) !== undefined,
      readFile: read,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
      // Other modules are any: what matters is what Node's own types say.
      resolveModuleNameLiterals: (names, from) =>
        names.map(({ text }) => {
          if (from !== this.#file) return ts.resolveModuleName(text, from, options, ts.sys);
          const known = { resolvedFileName: spawnBlocking, extension: ts.Extension.Dts };
          return { resolvedModule: text === "spawn-blocking" ? known : undefined };
        }),
    });
  }

  /** Each error's code and text, as often as it stands there. */
  errorsOf(file: string, text: string): readonly string[] {
    this.#file = path.posix.join("/", path.basename(file));
    this.#text = text;
    this.#version += 1;
    return this.#service
      .getSemanticDiagnostics(this.#file)
      .map(
        ({ code, messageText }) =>
          `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
      );
  }
}

/** What is in the second list and not in the first, counting. */
export function added(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...before];
  return after.filter((error) => {
    const index = left.indexOf(error);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
