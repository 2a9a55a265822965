import assert from "node:assert/strict";
import fc from "fast-check";
import { TimerWheel } from "../../../simulator/src/runtime/tokio/timer-wheel.js";

/** Registers a timer that wakes its owner. */
function register(wheel: TimerWheel, tick: number, owner: number): void {
  wheel.awaitTimer(wheel.register(tick, owner));
}

function firedBy(wheel: TimerWheel, tick: number): number[] {
  const owners: number[] = [];
  wheel.advance(tick, (owner) => owners.push(owner));
  return owners;
}

describe("TimerWheel", () => {
  it("fires by tick, and in the order of registration within a tick", () => {
    const wheel = new TimerWheel();
    [7, 5, 7, 5, 200, 7].forEach((tick, owner) => {
      register(wheel, tick, owner);
    });
    assert.deepEqual(firedBy(wheel, 6), [1, 3]);
    assert.deepEqual(firedBy(wheel, 7), [0, 2, 5]);
    assert.deepEqual(firedBy(wheel, 199), []);
    assert.deepEqual(firedBy(wheel, 200), [4]);
  });

  it("fires each timer once, not early and in order, whatever is registered and however time goes", () => {
    const moves = fc.array(
      fc.record({
        distance: fc.oneof(fc.nat(70), fc.nat(5_000), fc.nat(300_000), fc.nat(20_000_000)),
        step: fc.oneof(fc.nat(3), fc.nat(100), fc.nat(10_000), fc.nat(5_000_000)),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(moves, (each) => {
        const wheel = new TimerWheel();
        const ticks: number[] = [];
        let pending: number[] = [];
        let now = 0;
        const expectFired = (): void => {
          const due = pending
            .filter((owner) => ticks[owner] <= now)
            .sort((a, b) => ticks[a] - ticks[b] || a - b);
          assert.deepEqual(firedBy(wheel, now), due);
          pending = pending.filter((owner) => ticks[owner] > now);
        };
        for (const { distance, step } of each) {
          const owner = ticks.push(now + 1 + distance) - 1;
          register(wheel, ticks[owner], owner);
          pending.push(owner);
          const earliest = Math.min(...pending.map((one) => ticks[one]));
          const next = wheel.nextExpiration();
          assert.ok(next > wheel.elapsed && next <= earliest, "the wheel looks in time");
          now += step;
          expectFired();
          assert.equal(wheel.registered, pending.length);
        }
        now = 1e9;
        expectFired();
        assert.equal(wheel.nextExpiration(), Infinity);
      }),
    );
  });

  it("looks at the start of a slot of a higher level, where nothing fires", () => {
    const wheel = new TimerWheel();
    register(wheel, 130, 1);
    assert.equal(wheel.nextExpiration(), 128);
    assert.deepEqual(firedBy(wheel, 128), []);
    assert.equal(wheel.nextExpiration(), 130);
  });

  it("has fired at once what is registered for a tick that has elapsed", () => {
    const wheel = new TimerWheel();
    wheel.elapsed = 10;
    assert.equal(wheel.hasFired(wheel.register(10, 1)), true);
    assert.equal(wheel.hasFired(wheel.register(11, 1)), false);
  });
});
