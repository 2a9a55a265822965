import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { fixAll } from "./apply.js";

const file = path.join(path.dirname(fileURLToPath(import.meta.url)), "typed-code.ts");
const written = readFileSync(file, "utf8");

const options: ts.CompilerOptions = {
  strict: true,
  noUnusedLocals: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.NodeNext,
  lib: ["lib.es2024.d.ts"],
  types: ["node"],
};

/** What TypeScript says about the text in place of the file's. */
function errorsIn(text: string): string[] {
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) =>
    path.resolve(name) === file
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2024, true)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file: where, start = 0, messageText }) => {
    const line = where === undefined ? 0 : where.getLineAndCharacterOfPosition(start).line;
    const code = where?.text.split("\n")[line] ?? "";
    return `${ts.flattenDiagnosticMessageText(messageText, " ")}: ${code.trim()}`;
  });
}

describe("typed code that was mended", function () {
  this.timeout(60_000);

  it("has no type error to begin with", () => {
    assert.deepEqual(errorsIn(written), []);
  });

  it("has no new type error, and no import without a use", () => {
    const mended = fixAll(written, { typescript: true });
    assert.doesNotMatch(mended, /(?<!getBuiltinModule\("node:\w+"\)\.)\b\w+Sync\(|Atomics\.wait\(/);
    assert.deepEqual(errorsIn(mended), []);
  });

  it("has no new type error on a worker thread", () => {
    const mended = fixAll(written, { typescript: true, offered: /worker thread/ });
    assert.match(mended, /spawnBlocking\(\(p, salt\) =>/);
    assert.deepEqual(errorsIn(mended), []);
  });
});
