import assert from "node:assert/strict";
import fc from "fast-check";
import { Idle } from "../../../simulator/src/runtime/multi-thread/idle.js";
import { LocalQueue } from "../../../simulator/src/runtime/multi-thread/local-queue.js";

function queueOf(length: number): LocalQueue {
  const queue = new LocalQueue();
  for (let task = 0; task < length; task++) queue.pushBack(task);
  return queue;
}

function contents(queue: LocalQueue): number[] {
  return Array.from({ length: queue.length }, (_, place) => queue.at(place));
}

describe("a worker's queue", () => {
  it("loses its older half, rounded up, to a thief, who runs the last of them first", () => {
    const victim = queueOf(7);
    const thief = new LocalQueue();
    assert.equal(victim.stealInto(thief), 4);
    assert.deepEqual(contents(victim), [4, 5, 6]);
    assert.equal(thief.popBack(), 3);
    assert.deepEqual(contents(thief), [0, 1, 2]);
  });

  it("gives nothing when empty, nor to a thief whose queue is more than half full", () => {
    assert.equal(queueOf(0).stealInto(new LocalQueue()), 0);
    assert.equal(queueOf(10).stealInto(queueOf(129)), 0);
    assert.equal(queueOf(10).stealInto(queueOf(128)), 5);
  });

  it("holds 256 tasks", () => {
    assert.equal(queueOf(255).isFull, false);
    assert.equal(queueOf(256).isFull, true);
  });
});

describe("the workers' sleep", () => {
  function parked(workers: number): Idle {
    const idle = new Idle(workers);
    for (let worker = 0; worker < workers; worker++) idle.transitionToParked(worker, false);
    return idle;
  }

  it("wakes the worker that parked last, and no second one while that one searches", () => {
    const idle = parked(4);
    assert.equal(idle.workerToNotify(), 3);
    assert.equal(idle.workerToNotify(), -1);
    assert.equal(idle.transitionFromSearching(), true);
    assert.equal(idle.workerToNotify(), 2);
  });

  it("wakes nobody when nobody sleeps", () => {
    assert.equal(new Idle(2).workerToNotify(), -1);
  });

  it("lets half of the workers search", () => {
    const idle = new Idle(4);
    assert.equal(idle.transitionToSearching(), true);
    assert.equal(idle.transitionToSearching(), true);
    assert.equal(idle.transitionToSearching(), false);
  });

  it("never lets more than half of them search, rounded up, whatever they do", () => {
    const action = fc.constantFrom("search", "find", "park", "notify", "wake");
    const actions = fc.array(fc.tuple(action, fc.nat()), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), actions, (workers, list) => {
        const idle = new Idle(workers);
        const state: ("running" | "searching" | "parked")[] = Array.from(
          { length: workers },
          () => "running",
        );
        for (const [name, pick] of list) {
          const worker = pick % workers;
          const now = state[worker];
          if (name === "search" && now === "running") {
            if (idle.transitionToSearching()) state[worker] = "searching";
          } else if (name === "find" && now === "searching") {
            idle.transitionFromSearching();
            state[worker] = "running";
          } else if (name === "park" && now !== "parked") {
            idle.transitionToParked(worker, now === "searching");
            state[worker] = "parked";
          } else if (name === "notify") {
            const woken = idle.workerToNotify();
            if (woken >= 0) state[woken] = "searching";
          } else if (name === "wake" && now === "parked") {
            assert.ok(idle.unparkWorker(worker));
            state[worker] = "running";
          }
          const searching = state.filter((each) => each === "searching").length;
          assert.equal(idle.searching, searching);
          assert.ok(searching <= Math.ceil(workers / 2), `${searching} of ${workers} search`);
        }
      }),
    );
  });

  it("fills the gap that a worker leaves who wakes by itself with the last sleeper", () => {
    const idle = parked(4);
    assert.equal(idle.unparkWorker(0), true);
    assert.equal(idle.unparkWorker(0), false);
    assert.equal(idle.isParked(0), false);
    assert.equal(idle.workerToNotify(), 2);
    idle.transitionFromSearching();
    assert.equal(idle.workerToNotify(), 1);
    idle.transitionFromSearching();
    assert.equal(idle.workerToNotify(), 3);
  });
});
