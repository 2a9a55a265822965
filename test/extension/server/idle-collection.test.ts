import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { collectingWhenIdle } from "../../../extension/server/idle-collection.js";
import { recommended } from "../../../extension/server/flat-config.js";
import { createEmbeddedLinter } from "../../../extension/server/linter.js";

const request = {
  text: "export const a = 1;\n",
  path: "/w/a.js",
  folder: "/w",
  languageId: "javascript",
  configuration: recommended,
};

describe("the collection of garbage", () => {
  it("waits until nothing was linted for a while, and comes once", async () => {
    const collections = new EventEmitter();
    let count = 0;
    const linter = collectingWhenIdle(createEmbeddedLinter(), () => {
      count++;
      collections.emit("collected");
    });
    const collected = once(collections, "collected");
    for (let index = 0; index < 5; index++) {
      assert.equal(linter.lint(request).parsed, true);
      assert.equal(count, 0);
    }
    // Nothing else keeps this process alive: the timer does not either.
    const alive = setInterval(() => undefined, 1_000);
    await collected;
    await new Promise((resolve) => setTimeout(resolve, 100));
    clearInterval(alive);
    assert.equal(count, 1);
  });

  it("comes also after a lint that failed", async () => {
    const collections = new EventEmitter();
    const failing = {
      ...createEmbeddedLinter(),
      lint: () => {
        throw new Error("a rule's defect");
      },
    };
    const linter = collectingWhenIdle(failing, () => collections.emit("collected"));
    const collected = once(collections, "collected");
    assert.throws(() => linter.lint(request), /a rule's defect/u);
    const alive = setInterval(() => undefined, 1_000);
    await collected;
    clearInterval(alive);
  });
});
