import assert from "node:assert/strict";
import fc from "fast-check";
import { formatMs as printed } from "unblock-simulator";
import {
  baseName,
  calledAs,
  formatMs,
  formatRatio,
} from "../../../../extension/panel/model/format.js";

describe("figures in the panel", () => {
  it("are, in English, those that the command prints", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e7, noNaN: true }), (ms) => {
        assert.equal(formatMs(ms), printed(ms));
      }),
    );
    assert.equal(formatMs(0), printed(0));
  });

  it("follow the language", () => {
    assert.equal(formatMs(1.98, "de"), "1,98 ms");
  });

  it("round a ratio as far as it can be trusted", () => {
    assert.deepEqual(
      [1.44, 148.6, 12_345].map((ratio) => formatRatio(ratio)),
      ["1.4×", "149×", "12,300×"],
    );
  });
});

describe("names", () => {
  it("are marked as functions where they are names", () => {
    assert.deepEqual(["handler", "UserService.find", "(anonymous)", "<b>x</b>"].map(calledAs), [
      "handler()",
      "UserService.find()",
      "(anonymous)",
      "<b>x</b>",
    ]);
  });

  it("of files lose their folders on every system", () => {
    assert.deepEqual(["/app/src/a.ts", "C:\\app\\a.ts", "a.ts"].map(baseName), [
      "a.ts",
      "a.ts",
      "a.ts",
    ]);
  });
});
