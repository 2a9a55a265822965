import assert from "node:assert/strict";
import fc from "fast-check";
import { Queue } from "../../spawn-blocking/src/queue.js";
import type { Job, Task } from "../../spawn-blocking/src/job.js";

/** As piscina does with a job that it has no thread for. */
function enter(queue: Queue, job: Job, first = false): void {
  queue.expect(job, first);
  queue.push({} as Task);
  queue.claim();
}

function newJob(): Job {
  return { place: -1 } as Job;
}

/** The job that leaves next, as piscina sees it: it is then sought a thread for. */
function next(queue: Queue): Job | undefined {
  queue.shift();
  return queue.claim();
}

describe("the queue of a pool", () => {
  it("hands out jobs in the order in which they came", () => {
    const queue = new Queue();
    const jobs = [newJob(), newJob(), newJob()];
    for (const job of jobs) enter(queue, job);
    assert.deepEqual([next(queue), next(queue), next(queue), next(queue)], [...jobs, undefined]);
  });

  it("takes back to the front what no thread was free for", () => {
    const queue = new Queue();
    const [first, second] = [newJob(), newJob()];
    enter(queue, first);
    enter(queue, second);
    const task = queue.shift();
    assert.ok(task !== null);
    queue.unshift(task);
    assert.equal(queue.size, 2);
    assert.equal(next(queue), first);
    assert.equal(next(queue), second);
  });

  it("puts a job in front that is given to another thread than the one that did not start", () => {
    const queue = new Queue();
    const [first, second] = [newJob(), newJob()];
    enter(queue, first);
    enter(queue, second);
    assert.equal(queue.takeFirst(), first);
    enter(queue, first, true);
    assert.equal(next(queue), first);
  });

  it("takes a job out once", () => {
    const queue = new Queue();
    const [first, second] = [newJob(), newJob()];
    enter(queue, first);
    enter(queue, second);
    assert.equal(queue.takeOut(first), true);
    assert.equal(queue.takeOut(first), false);
    assert.equal(next(queue), second);
    assert.equal(queue.takeOut(second), false);
  });

  it("stays in order whatever comes and goes, however long it gets", () => {
    const command = fc.oneof(
      fc.record({ kind: fc.constant("come" as const), count: fc.integer({ min: 1, max: 900 }) }),
      fc.record({ kind: fc.constant("go" as const), count: fc.integer({ min: 1, max: 900 }) }),
      fc.record({ kind: fc.constant("abort" as const), count: fc.nat() }),
      fc.record({ kind: fc.constant("back" as const), count: fc.constant(1) }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const queue = new Queue();
        let expected: Job[] = [];
        for (const { kind, count } of commands) {
          if (kind === "come") {
            for (let left = count; left > 0; left--) {
              const job = newJob();
              expected.push(job);
              enter(queue, job);
            }
          } else if (kind === "go") {
            for (let left = count; left > 0; left--) assert.equal(next(queue), expected.shift());
          } else if (kind === "abort") {
            const job = expected[count % Math.max(1, expected.length)];
            if (job !== undefined) assert.equal(queue.takeOut(job), true);
            expected = expected.filter((other) => other !== job);
          } else {
            const task = queue.shift();
            if (task !== null) queue.unshift(task);
          }
          assert.equal(queue.size, expected.length);
        }
      }),
    );
  });
});
