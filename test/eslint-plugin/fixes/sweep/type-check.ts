/** Checks many small files at once, against what TypeScript said about them as they were written. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const repository = fileURLToPath(new URL("../../../..", import.meta.url));

const options: ts.CompilerOptions = {
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.Preserve,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.esnext.d.ts", "lib.dom.d.ts"],
  types: ["node"],
};

/** Each file's errors, in the order of the texts. What Node's modules and installed packages give has their types. */
export function errorsOf(
  texts: readonly string[],
  extension: "js" | "ts",
): readonly (readonly string[])[] {
  const files = new Map(
    texts.map((text, index) => [path.join(repository, `${String(index)}.${extension}`), text]),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => files.has(path.resolve(name)) || fileExists(name);
  host.readFile = (name) => files.get(path.resolve(name)) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(path.resolve(name));
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].map((file) => {
    const source = program.getSourceFile(file);
    if (source === undefined) throw new Error(`not in the program: ${file}`);
    return program
      .getSemanticDiagnostics(source)
      .map(
        ({ code, messageText }) =>
          `TS${String(code)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
      );
  });
}
