/** The sweep as a specification, for a part of the catalog or all of it. */
import assert from "node:assert/strict";
import type { Entry } from "./calls.js";
import { sweep, type SweepResult } from "./check.js";

export function describeSweep(what: string, entries: readonly Entry[]): void {
  describe(`suggestions for ${what}, in every shape of code`, function () {
    this.timeout(900_000);
    let result: SweepResult;
    before(() => {
      result = sweep(entries);
    });

    it("exist, but where a reason says why not", () => {
      assert.notEqual(result.suggestions, 0);
      assert.deepEqual(result.missing, []);
      assert.deepEqual(result.needlessReasons, []);
    });

    it("parse", () => {
      assert.deepEqual(result.unparsable, []);
    });

    it("keep every comment", () => {
      assert.deepEqual(result.lostComments, []);
    });

    it("write only closures that can run on another thread", () => {
      assert.deepEqual(result.invalidClosures, []);
    });

    it("bring no type error", () => {
      assert.deepEqual(result.typeErrors, []);
    });
  });
}
