import assert from "node:assert/strict";
import fc from "fast-check";
import { EventQueue } from "../../../simulator/src/engine/event-queue.js";

describe("EventQueue", () => {
  it("hands out events in order of time, and of insertion at the same time", () => {
    const push = fc.record({ time: fc.nat(20) });
    const operation = fc.oneof({ weight: 2, arbitrary: push }, fc.constant("pop" as const));
    // Long enough to go from the list into the heap and back.
    const operations = fc.array(operation, { maxLength: 300, size: "max" });
    fc.assert(
      fc.property(operations, (taken) => {
        const queue = new EventQueue(2);
        const model: { time: number; id: number }[] = [];
        taken.forEach((each, id) => {
          if (each === "pop") {
            const next = model.reduce<(typeof model)[number] | undefined>(
              (best, event) => (best === undefined || event.time < best.time ? event : best),
              undefined,
            );
            assert.equal(queue.nextTime, next?.time ?? Infinity);
            assert.equal(queue.pop(), next !== undefined);
            if (next === undefined) return;
            assert.deepEqual([queue.time, queue.first], [next.time, next.id]);
            model.splice(model.indexOf(next), 1);
          } else {
            queue.push(each.time, id % 256, id, -id);
            model.push({ time: each.time, id });
          }
          assert.equal(queue.size, model.length);
        });
      }),
    );
  });

  it("keeps an event's kind and both its numbers", () => {
    const queue = new EventQueue();
    queue.push(5, 255, -1, 2_147_483_647);
    assert.equal(queue.pop(), true);
    assert.deepEqual([queue.kind, queue.first, queue.second], [255, -1, 2_147_483_647]);
  });
});
