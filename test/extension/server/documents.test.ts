import assert from "node:assert/strict";
import path from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import { isReadable, placeOf } from "../../../extension/server/documents.js";
import { defaultSettings } from "../../../extension/server/settings.js";

describe("where a document stands", () => {
  it("is its file, in the innermost workspace folder", () => {
    assert.deepEqual(placeOf("file:///w/packages/a/src/x.ts", ["/w", "/w/packages/a"]), {
      path: "/w/packages/a/src/x.ts",
      folder: "/w/packages/a",
      onDisk: true,
    });
  });

  it("is its own folder when no workspace folder holds it", () => {
    assert.equal(placeOf("file:///elsewhere/x.ts", ["/w", "/else"]).folder, "/elsewhere");
  });

  it("keeps odd characters of a file's name", () => {
    assert.equal(placeOf("file:///w/a%20%3Cb%3E%23.ts", ["/w"]).path, "/w/a <b>#.ts");
  });

  it("is nowhere on disk for a document without a file, whatever its name", () => {
    for (const uri of ["untitled:Untitled-1", "vscode-vfs://github/o/r/a.ts", "untitled:../../x"]) {
      const place = placeOf(uri, ["/w"]);
      assert.equal(place.onDisk, false);
      assert.equal(path.dirname(place.path), place.folder);
    }
  });
});

describe("a document that is looked at", () => {
  const open = (text: string) => TextDocument.create("file:///a.ts", "typescript", 1, text);

  it("is text of a reasonable size", () => {
    assert.equal(isReadable(open("let a = 1;"), defaultSettings), true);
    assert.equal(isReadable(open("x".repeat(5 * 1024 * 1024)), defaultSettings), false);
    assert.equal(isReadable(open("\u0000\u0001binary"), defaultSettings), false);
  });
});
