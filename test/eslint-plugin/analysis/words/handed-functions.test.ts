import assert from "node:assert/strict";
import { givenFunctions } from "../../../../eslint-plugin/src/analysis/words/handed-functions.js";

describe("modules whose functions are given others", () => {
  it("are told by a call with a function", () => {
    const text =
      'import { each } from "./each.js"; import { load } from "./load.js"; each((name) => load(name));';
    assert.deepEqual([...givenFunctions(text)], ["./each.js"]);
  });

  it("are told by a call of what they made", () => {
    const text =
      'const { Lock } = require("./lock"); const lock = new Lock(); lock.hold(() => work());';
    assert.deepEqual([...givenFunctions(text)], ["./lock"]);
  });

  it("are found in a file that ends in a source map, in one long line", () => {
    const text = `import { each } from "./each.js"; each(() => 1);\n//# ${"aB3".repeat(200_000)}`;
    assert.deepEqual([...givenFunctions(text)], ["./each.js"]);
  });
});
