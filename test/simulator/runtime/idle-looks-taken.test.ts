/** Processors of a machine whose kernel takes idle ones for busy ones. */
import assert from "node:assert/strict";
import { Simulation } from "../../../simulator/src/engine/simulation.js";
import { contextSwitchNs, timeSliceNs } from "../../../simulator/src/runtime/costs.js";
import { defaultMachineCosts } from "../../../simulator/src/runtime/machine-costs.js";
import { OsThread } from "../../../simulator/src/runtime/os-thread.js";
import { tickNs } from "../../../simulator/src/runtime/processors.js";
import { run } from "../../../simulator/src/runtime/run.js";
import { Threads } from "../../../simulator/src/runtime/threads.js";
import type { Scenario } from "../../../simulator/src/scenario/types.js";

const millisecond = 1_000_000;

class Worker extends OsThread {
  startedOn = -1;
  startedNs = NaN;
  doneNs = NaN;
  readonly #begins: () => void;
  readonly #threads: Threads;
  readonly #simulation: Simulation;
  readonly #work: number;

  constructor(
    id: number,
    machine: { readonly simulation: Simulation; readonly threads: Threads },
    work: number,
    begins: () => void = () => undefined,
  ) {
    super(id, -1);
    this.#simulation = machine.simulation;
    this.#threads = machine.threads;
    this.#work = work;
    this.#begins = begins;
    this.load = 0;
  }

  override resume(): void {
    if (Number.isNaN(this.startedNs)) {
      this.startedNs = this.#simulation.now;
      this.startedOn = this.processor;
      this.#begins();
      if (!this.#threads.spend(this, this.#work)) return;
    }
    this.doneNs = this.#simulation.now;
    this.#threads.wait(this);
  }
}

/** On two processors, a thread begins to compute at 0 and at once wakes another, or starts it. */
function pair(
  work: number,
  options: {
    readonly idleLooksTaken?: boolean;
    readonly load?: number;
    readonly tickPhaseNs?: number;
    readonly begin?: "wakeAt" | "startAt";
  },
): { readonly waker: Worker; readonly woken: Worker } {
  const { begin = "wakeAt", idleLooksTaken = true, load = 0, tickPhaseNs = 0 } = options;
  const simulation = new Simulation();
  const threads = new Threads(
    simulation,
    2,
    { ...defaultMachineCosts, idleLooksTaken },
    { tickPhaseNs },
  );
  const machine = { simulation, threads };
  const waker = threads.add(
    (id) =>
      new Worker(id, machine, work, () => {
        threads[begin](woken, simulation.now);
      }),
  );
  const woken = threads.add((id) => new Worker(id, machine, work));
  woken.processor = 1;
  woken.load = load;
  threads.wakeAt(waker, 0);
  simulation.run({ horizonNs: Infinity, maxEvents: 1e5 });
  return { waker, woken };
}

describe("Processors that look taken when they are idle", () => {
  it("leave a thread to that of the thread that wakes it, where it waits for the end of a slice", () => {
    const { woken } = pair(8 * millisecond, { tickPhaseNs: 3 * millisecond });
    assert.equal(woken.startedOn, 0);
    assert.equal(woken.startedNs, timeSliceNs + contextSwitchNs);
  });

  it("take a thread that has waited for another at the next tick", () => {
    const { woken } = pair(8 * millisecond, { tickPhaseNs: millisecond });
    assert.equal(woken.startedOn, 1);
    assert.equal(woken.startedNs, millisecond + contextSwitchNs);
    assert.equal(woken.doneNs, 9 * millisecond + contextSwitchNs);
  });

  it("do not take one that ran just now, until they have looked twice in vain", () => {
    // In turns of 1.4 ms, who waits at 1.6 ms has run up to 1.4 ms, and at 5.6 ms or so up to just before.
    const { waker, woken } = pair(20 * millisecond, { tickPhaseNs: 1.6 * millisecond });
    const togetherNs = waker.doneNs + woken.doneNs - 40 * millisecond;
    assert.ok(togetherNs > 1.6 * millisecond + tickNs && togetherNs < 2 * millisecond + 2 * tickNs);
  });

  it("get a thread that ran there when it or its waker has had much to do", () => {
    const { waker, woken } = pair(8 * millisecond, { load: 0.6 });
    assert.equal(woken.startedOn, 1);
    assert.deepEqual([waker.doneNs, woken.doneNs], [8 * millisecond, 8 * millisecond]);
  });

  it("get a thread that is made", () => {
    const { woken } = pair(8 * millisecond, { begin: "startAt" });
    assert.equal(woken.startedOn, 1);
    assert.equal(woken.startedNs, 0);
  });

  it("are taken at once where they do not look so", () => {
    const { woken } = pair(8 * millisecond, { idleLooksTaken: false });
    assert.equal(woken.startedNs, 0);
    assert.equal(woken.doneNs, 8 * millisecond);
  });

  it("make data-parallel jobs after a pause late by milliseconds, and few of those that follow closely", () => {
    const late = (everyMs: number) =>
      shareAbove(9, {
        version: 1,
        runtime: { flavor: "multi-thread", workerThreads: 2, cores: 2, parallelThreads: 2 },
        tasks: [
          {
            name: "job",
            arrival: { everyMs },
            count: 20,
            steps: [{ parallel: { items: 16, cpu: 1 } }],
          },
        ],
      });
    assert.ok(late(61.3) > 0.5);
    assert.ok(late(11.3) < 0.1);
  });
});

/** Of the tasks named job, over several seeds, how many take longer than that many milliseconds. */
function shareAbove(limitMs: number, scenario: Omit<Scenario, "seed">): number {
  const costs = { ...defaultMachineCosts, idleLooksTaken: true };
  const latencies = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((seed) =>
    run({ ...scenario, seed }, { costs }).tasks.flatMap(({ latencyNs }) => [...latencyNs]),
  );
  return latencies.filter((each) => each > limitMs * millisecond).length / latencies.length;
}
