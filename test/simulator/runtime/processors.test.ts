import assert from "node:assert/strict";
import fc from "fast-check";
import { Simulation } from "../../../simulator/src/engine/simulation.js";
import { Processors } from "../../../simulator/src/runtime/processors.js";

/** When each of these works, all begun at its time, is done. */
function completions(cores: number, works: readonly { start: number; work: number }[]): number[] {
  const simulation = new Simulation();
  const done: number[] = works.map(() => NaN);
  const processors = new Processors(simulation, cores, (thread) => {
    done[thread] = simulation.now;
  });
  const begin = simulation.handle((thread) => {
    if (processors.compute(thread, works[thread].work)) done[thread] = simulation.now;
  });
  works.forEach(({ start }, thread) => {
    simulation.schedule(start, begin, thread, 0);
  });
  simulation.run({ horizonNs: Infinity, maxEvents: 1e6 });
  return done;
}

describe("Processors", () => {
  it("gives each thread a processor as long as there are enough", () => {
    const works = [
      { start: 0, work: 100 },
      { start: 10, work: 50 },
    ];
    assert.deepEqual(completions(2, works), [100, 60]);
  });

  it("shares them evenly when there are more threads", () => {
    const eight = Array.from({ length: 8 }, () => ({ start: 0, work: 20_000 }));
    assert.deepEqual(
      completions(2, eight),
      eight.map(() => 80_000),
    );
    const late = [
      { start: 0, work: 100 },
      { start: 50, work: 100 },
    ];
    // 50 alone, then both at half speed until the first is done, then the second alone.
    assert.deepEqual(completions(1, late), [150, 200]);
  });

  it("neither wastes processors nor works faster than they can", () => {
    const work = fc.record({ start: fc.nat(1_000), work: fc.integer({ min: 1, max: 5_000 }) });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(work, { minLength: 1 }),
        (cores, works) => {
          const done = completions(cores, works);
          const total = works.reduce((sum, each) => sum + each.work, 0);
          const end = Math.max(...done);
          works.forEach((each, index) => {
            assert.ok(done[index] >= each.start + each.work, "no faster than alone");
          });
          assert.ok(end >= total / cores, "no more than all processors");
          const lastStart = Math.max(...works.map((each) => each.start));
          const longest = Math.max(...works.map((each) => each.work));
          // Graham's bound for any schedule that leaves no processor idle while there is work.
          assert.ok(end <= lastStart + total / cores + longest + works.length, "none idle");
        },
      ),
    );
  });
});
