import assert from "node:assert/strict";
import fc from "fast-check";
import { Queue } from "../../../simulator/src/engine/queue.js";

describe("Queue", () => {
  it("does what an array does, whatever is pushed and popped in whatever order", () => {
    const operations = fc.array(fc.constantFrom("push", "front", "back"), { maxLength: 300 });
    fc.assert(
      fc.property(operations, (sequence) => {
        const queue = new Queue<number>();
        const model: number[] = [];
        sequence.forEach((operation, index) => {
          if (operation === "push") {
            queue.pushBack(index);
            model.push(index);
          } else if (operation === "front") assert.equal(queue.popFront(), model.shift());
          else assert.equal(queue.popBack(), model.pop());
          assert.equal(queue.length, model.length);
        });
      }),
    );
  });
});
