import assert from "node:assert/strict";
import { nearest } from "../../../../simulator/src/scenario/format/spelling.js";

describe("nearest", () => {
  it("forgives a letter too many, too few, wrong or swapped, and case", () => {
    const known = ["sleep", "spawn", "spawnBlocking", "io"];
    for (const word of ["sleeep", "slep", "slaep", "selep", "SLEEP"]) {
      assert.equal(nearest(word, known), "sleep", word);
    }
    assert.equal(nearest("spawn_blocking", known), "spawnBlocking");
  });

  it("offers nothing for a word that is far from all", () => {
    assert.equal(nearest("elephant", ["sleep", "spawn"]), undefined);
    assert.equal(nearest("x".repeat(100_000), ["sleep"]), undefined);
  });
});
