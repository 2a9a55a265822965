import assert from "node:assert/strict";
import * as espree from "espree";
import { ParsedFiles } from "../../../../eslint-plugin/src/analysis/syntax/parsed-files.js";
import { parseSyntax } from "../../../../eslint-plugin/src/analysis/syntax/parsing.js";
import { DebugLog } from "../../../../eslint-plugin/src/analysis/project/debug.js";
import type { EslintParser } from "../../../../eslint-plugin/src/analysis/index.js";
import { SourceFile } from "../../../../eslint-plugin/src/analysis/syntax/source-file.js";

const parser = espree as EslintParser;

/** A file as the linter has parsed it. */
function linted(path: string, text: string): SourceFile {
  const file = parseSyntax(parser, {}, path, text);
  assert.ok(file instanceof SourceFile);
  return file;
}

describe("parsed files", () => {
  const files = (by: EslintParser = parser): ParsedFiles => new ParsedFiles(by, {}, new DebugLog());

  it("are parsed once while their text stays the same", () => {
    const parsed = files();
    const first = parsed.syntaxOf("/a.js", "a();");
    assert.equal(parsed.syntaxOf("/a.js", "a();"), first);
    assert.notEqual(parsed.syntaxOf("/a.js", "b();"), first);
  });

  it("are those of the linter where it has parsed a file again, as for an editor", () => {
    const parsed = files();
    parsed.syntaxOf("/b.js", "b();");
    parsed.offer(linted("/a.js", "before();"));
    const file = linted("/a.js", "a();");
    parsed.offer(file);
    assert.equal(parsed.fileOf("/a.js", "a();"), file);
  });

  it("are lighter than those of the linter where it parses each once, as in a run over a project", () => {
    const parsed = files();
    parsed.syntaxOf("/b.js", "b();");
    const file = linted("/a.js", "a();");
    parsed.offer(file);
    parsed.offer(file);
    assert.notEqual(parsed.fileOf("/a.js", "a();"), file);
  });

  it("are kept as more code where files are linted again", () => {
    const code = (name: string): string => `${name}("${"x".repeat(400_000)}");`;
    const isKept = (parsed: ParsedFiles): boolean => {
      const first = parsed.syntaxOf("/a.js", code("a"));
      parsed.syntaxOf("/b.js", code("b"));
      parsed.trim();
      return parsed.syntaxOf("/a.js", code("a")) === first;
    };
    assert.equal(isKept(files()), false);
    const ofEditor = files();
    ofEditor.offer(linted("/c.js", "c();"));
    ofEditor.offer(linted("/c.js", "c(1);"));
    assert.equal(isKept(ofEditor), true);
  });

  it("are not those of the linter where the text on disk is another", () => {
    const parsed = files();
    parsed.syntaxOf("/b.js", "b();");
    parsed.offer(linted("/a.js", "a();"));
    const file = linted("/a.js", "unsaved();");
    parsed.offer(file);
    assert.notEqual(parsed.fileOf("/a.js", "a();"), file);
  });

  it("are not those of the linter where its parser can't be called, whatever was linted first", () => {
    const parsed = files({});
    parsed.offer(linted("/a.js", "b();"));
    parsed.offer(linted("/a.js", "a();"));
    assert.ok(!(parsed.syntaxOf("/a.js", "a();") instanceof SourceFile));
  });

  it("are kept for their code, however long the source map at their end is", () => {
    const parsed = files();
    const text = (name: string): string =>
      `${name}();\n//# sourceMappingURL=${"x".repeat(900_000)}`;
    const first = parsed.syntaxOf("/a.js", text("a"));
    parsed.syntaxOf("/b.js", text("b"));
    parsed.trim();
    assert.equal(parsed.syntaxOf("/a.js", text("a")), first);
  });
});
