import assert from "node:assert/strict";
import fc from "fast-check";
import { IntegerQueue } from "../../../simulator/src/engine/integer-queue.js";

describe("IntegerQueue", () => {
  it("does what an array does, however it is used", () => {
    const operation = fc.constantFrom("pushBack", "pushFront", "popFront", "popBack", "remove");
    const operations = fc.array(fc.tuple(operation, fc.nat(9)), { maxLength: 200 });
    fc.assert(
      fc.property(operations, (each) => {
        const queue = new IntegerQueue(2);
        const model: number[] = [];
        for (const [name, value] of each) {
          if (name === "pushBack") {
            queue.pushBack(value);
            model.push(value);
          } else if (name === "pushFront") {
            queue.pushFront(value);
            model.unshift(value);
          } else if (name === "popFront") assert.equal(queue.popFront(), model.shift() ?? -1);
          else if (name === "popBack") assert.equal(queue.popBack(), model.pop() ?? -1);
          else {
            const index = model.indexOf(value);
            assert.equal(queue.remove(value), index >= 0);
            if (index >= 0) model.splice(index, 1);
          }
          assert.deepEqual(
            Array.from({ length: queue.length }, (_, place) => queue.at(place)),
            model,
          );
        }
      }),
    );
  });
});
