import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { minimalEdit } from "../../../extension/server/minimal-edit.js";

const open = (text: string) => TextDocument.create("file:///a.js", "javascript", 1, text);

describe("the edit between two texts", () => {
  it("covers only what differs", () => {
    assert.deepEqual(minimalEdit(open("let a = 1;\nlet b = 2;\n"), "let a = 1;\nlet c = 2;\n"), {
      range: { start: { line: 1, character: 4 }, end: { line: 1, character: 5 } },
      newText: "c",
    });
  });

  it("is none between equal texts", () => {
    assert.equal(minimalEdit(open("same"), "same"), undefined);
  });

  it("gives the other text when applied, whatever the texts", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "b", "\n", "\r\n", "é") }),
        fc.string({ unit: fc.constantFrom("a", "b", "\n", "\r\n", "é") }),
        (before, after) => {
          const document = open(before);
          const edit = minimalEdit(document, after);
          const result = edit === undefined ? before : TextDocument.applyEdits(document, [edit]);
          assert.equal(result, after);
        },
      ),
    );
  });
});
