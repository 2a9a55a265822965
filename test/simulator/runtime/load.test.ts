import assert from "node:assert/strict";
import { countLoad, mayShare } from "../../../simulator/src/runtime/load.js";
import { OsThread, Run } from "../../../simulator/src/runtime/os-thread.js";

class Idle extends OsThread {
  override resume(): void {
    // Does nothing.
  }
}

const halfLifeNs = 32_000_000;

function threadWith(load: number, run: Run): OsThread {
  const thread = new Idle(0, -1);
  thread.load = load;
  thread.run = run;
  return thread;
}

function loadAfter(thread: OsThread, time: number): number {
  countLoad(thread, time);
  return Math.round(thread.load * 1000) / 1000;
}

describe("the load of a thread", () => {
  it("falls to its half in 32 ms of sleep", () => {
    assert.equal(loadAfter(threadWith(0.8, Run.asleep), halfLifeNs), 0.4);
  });

  it("rises as much while it computes, and while it waits for a processor", () => {
    assert.equal(loadAfter(threadWith(0, Run.running), halfLifeNs), 0.5);
    assert.equal(loadAfter(threadWith(0, Run.queued), halfLifeNs), 0.5);
  });

  it("is the same whether it is counted often or once", () => {
    const thread = threadWith(0.3, Run.running);
    for (let time = 0; time < halfLifeNs; time += 1_000_000) countLoad(thread, time);
    assert.equal(loadAfter(thread, halfLifeNs), 0.65);
  });

  it("keeps it from the waker's processor when both have had much to do", () => {
    const waker = threadWith(0.3, Run.running);
    assert.equal(mayShare(waker, threadWith(0.05, Run.asleep), 0), true);
    assert.equal(mayShare(waker, threadWith(0.2, Run.asleep), 0), false);
  });
});
