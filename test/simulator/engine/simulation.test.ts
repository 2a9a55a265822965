import assert from "node:assert/strict";
import { Simulation } from "../../../simulator/src/engine/simulation.js";

const noLimits = { horizonNs: Infinity, maxEvents: 1_000_000 };

describe("Simulation", () => {
  it("runs events in order of time until none is left", () => {
    const simulation = new Simulation();
    const seen: number[] = [];
    const kind = simulation.handle((first) => seen.push(first, simulation.now));
    simulation.schedule(20, kind, 1, 0);
    simulation.schedule(10, kind, 2, 0);
    assert.equal(simulation.run(noLimits), "idle");
    assert.deepEqual(seen, [2, 10, 1, 20]);
  });

  it("never goes back: an event in the past happens now", () => {
    const simulation = new Simulation();
    const times: number[] = [];
    const kind = simulation.handle((first) => {
      times.push(simulation.now);
      if (first === 0) simulation.schedule(3, kind, 1, 0);
    });
    simulation.schedule(10, kind, 0, 0);
    simulation.run(noLimits);
    assert.deepEqual(times, [10, 10]);
  });

  it("lets time pass at once only where no other event comes before or at the same time", () => {
    const simulation = new Simulation();
    const advanced: boolean[] = [];
    const nothing = simulation.handle(() => undefined);
    const kind = simulation.handle(() => {
      advanced.push(simulation.tryAdvance(9), simulation.tryAdvance(1), simulation.tryAdvance(0));
    });
    simulation.schedule(0, kind, 0, 0);
    simulation.schedule(10, nothing, 0, 0);
    simulation.run(noLimits);
    assert.deepEqual(advanced, [true, false, true]);
  });

  it("stops at the horizon, and stands there", () => {
    const simulation = new Simulation();
    const kind = simulation.handle(() => assert.fail("beyond the horizon"));
    simulation.schedule(101, kind, 0, 0);
    assert.equal(simulation.run({ ...noLimits, horizonNs: 100 }), "horizon");
    assert.equal(simulation.now, 100);
  });

  it("stops after the most events allowed, those counted that never entered the queue", () => {
    const simulation = new Simulation();
    const kind = simulation.handle(() => {
      while (simulation.tryAdvance(1));
      simulation.schedule(simulation.now + 1, kind, 0, 0);
    });
    simulation.schedule(0, kind, 0, 0);
    assert.equal(simulation.run({ ...noLimits, maxEvents: 100_000 }), "events");
    assert.ok(simulation.events >= 100_000 && simulation.events < 100_010);
  });

  it("can be interrupted, and stopped from within", () => {
    const endless = (stopAt: number): Simulation => {
      const simulation = new Simulation();
      const kind = simulation.handle((count) => {
        if (count === stopAt) simulation.stop();
        simulation.schedule(simulation.now + 1, kind, count + 1, 0);
      });
      simulation.schedule(0, kind, 0, 0);
      return simulation;
    };
    let asked = 0;
    const interrupted = (): boolean => ++asked === 3;
    assert.equal(endless(Infinity).run({ ...noLimits, interrupted }), "interrupted");
    assert.equal(asked, 3);
    const stopped = endless(50);
    assert.equal(stopped.run(noLimits), "stopped");
    assert.equal(stopped.now, 50);
  });
});
