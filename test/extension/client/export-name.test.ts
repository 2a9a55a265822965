import assert from "node:assert/strict";
import { safeFileName } from "../../../extension/client/export-name.js";

describe("the name proposed for an exported file", () => {
  it("stays as it is when it is harmless", () => {
    assert.equal(safeFileName("handler.svg"), "handler.svg");
  });

  it("loses folders, so that nothing is written elsewhere", () => {
    assert.equal(safeFileName("../../etc/passwd"), "passwd");
    assert.equal(safeFileName("..\\..\\boot.ini"), "boot.ini");
    assert.equal(safeFileName("a/.."), "unblock");
  });

  it("loses characters that some file system refuses", () => {
    assert.equal(safeFileName('a<b>:"c|d?.svg'), "a_b___c_d_.svg");
    assert.equal(safeFileName("a\u0000b.svg"), "a_b.svg");
  });

  it("is never empty, hidden or endless", () => {
    assert.equal(safeFileName(""), "unblock");
    assert.equal(safeFileName(".gitignore"), "gitignore");
    assert.equal(safeFileName("x".repeat(500)).length, 100);
  });
});
