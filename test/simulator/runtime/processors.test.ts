import assert from "node:assert/strict";
import fc from "fast-check";
import { Simulation } from "../../../simulator/src/engine/simulation.js";
import { contextSwitchNs, timeSliceNs } from "../../../simulator/src/runtime/costs.js";
import { defaultMachineCosts } from "../../../simulator/src/runtime/machine-costs.js";
import { OsThread } from "../../../simulator/src/runtime/os-thread.js";
import { Threads } from "../../../simulator/src/runtime/threads.js";

interface Work {
  readonly start: number;
  readonly work: number;
}

class Worker extends OsThread {
  startedNs = NaN;
  doneNs = NaN;
  readonly #simulation: Simulation;
  readonly #threads: Threads;
  readonly #work: number;

  constructor(id: number, simulation: Simulation, threads: Threads, work: number) {
    super(id, -1);
    this.#simulation = simulation;
    this.#threads = threads;
    this.#work = work;
  }

  override resume(): void {
    if (Number.isNaN(this.startedNs)) {
      this.startedNs = this.#simulation.now;
      if (!this.#threads.spend(this, this.#work)) return;
    }
    this.doneNs = this.#simulation.now;
    this.#threads.wait(this);
  }
}

/** Threads that wake at a time each, and then compute for a time each. */
function computing(cores: number, works: readonly Work[]): Worker[] {
  const simulation = new Simulation();
  const threads = new Threads(simulation, cores, defaultMachineCosts);
  const workers = works.map(({ start, work }) => {
    const worker = threads.add((id) => new Worker(id, simulation, threads, work));
    threads.wakeAt(worker, start);
    return worker;
  });
  simulation.run({ horizonNs: Infinity, maxEvents: 1e6 });
  return workers;
}

const millisecond = 1_000_000;

describe("Processors", () => {
  it("give each thread one as long as there are enough", () => {
    const [first, second] = computing(2, [
      { start: 0, work: 100 },
      { start: 10, work: 50 },
    ]);
    assert.deepEqual([first.doneNs, second.doneNs], [100, 60]);
  });

  it("go round in slices when there are more threads", () => {
    const [first, second] = computing(1, [
      { start: 0, work: 2 * millisecond },
      { start: 0, work: 2 * millisecond },
    ]);
    assert.equal(second.startedNs, timeSliceNs + contextSwitchNs);
    // Each has a slice, of which the switch is a part, then the first its rest, then the second.
    assert.equal(first.doneNs, 2 * millisecond + timeSliceNs + contextSwitchNs);
    assert.equal(second.doneNs, 4 * millisecond + 3 * contextSwitchNs);
  });

  it("are taken at once from a thread that has had its slice by one that wakes", () => {
    const [, light] = computing(1, [
      { start: 0, work: 20 * millisecond },
      { start: 10 * millisecond, work: 1_000 },
    ]);
    assert.equal(light.startedNs, 10 * millisecond + contextSwitchNs);
  });

  it("let one that wakes wait for no more than a slice", () => {
    const [, , light] = computing(1, [
      { start: 0, work: 20 * millisecond },
      { start: 0, work: 20 * millisecond },
      { start: 10 * millisecond, work: 1_000 },
    ]);
    assert.ok(light.startedNs - 10 * millisecond <= timeSliceNs + contextSwitchNs);
  });

  it("that have nothing left take a thread that waits for another", () => {
    const workers = computing(2, [
      { start: 0, work: millisecond },
      { start: 0, work: 9 * millisecond },
      { start: 0, work: 9 * millisecond },
    ]);
    const end = Math.max(...workers.map(({ doneNs }) => doneNs));
    assert.ok(end < 11 * millisecond);
  });

  it("are neither wasted nor faster than they can be", () => {
    const work = fc.record({
      start: fc.nat(5 * millisecond),
      work: fc.integer({ min: 1, max: 20 * millisecond }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(work, { minLength: 1, maxLength: 20 }),
        (cores, works) => {
          const workers = computing(cores, works);
          const total = works.reduce((sum, each) => sum + each.work, 0);
          const end = Math.max(...workers.map(({ doneNs }) => doneNs));
          workers.forEach(({ doneNs }, index) => {
            assert.ok(doneNs >= works[index].start + works[index].work, "no faster than alone");
          });
          assert.ok(end >= total / cores, "no more than all processors");
          const lastStart = Math.max(...works.map((each) => each.start));
          const longest = Math.max(...works.map((each) => each.work));
          // Each slice may cost a switch, and so may each wake-up.
          const switches = contextSwitchNs * (total / timeSliceNs + 2 * works.length);
          // Graham's bound for any schedule that leaves no processor idle while there is work.
          assert.ok(end <= lastStart + total / cores + longest + switches, "none idle");
        },
      ),
    );
  });
});
