import assert from "node:assert/strict";
import fc from "fast-check";
import { BusyLane } from "../../../simulator/src/explain/busy-lane.js";
import { exampleTrace } from "../report/example-trace.js";

const pauseMs = 0.2;

/** One after the other on one lane: a pause, then a length, both in eighths of milliseconds, which are exact. */
const stretches = fc
  .array(
    fc.record({ pause: fc.nat(4), length: fc.integer({ min: 1, max: 9 }), busy: fc.boolean() }),
  )
  .map((list) => {
    let end = 0;
    return list.map(({ pause, length, busy }) => {
      const fromMs = (end + pause) / 8;
      end += pause + length;
      return { fromMs, toMs: end / 8, busy };
    });
  });
const moment = fc.nat(600).map((eighths) => eighths / 8);

type Stretches = readonly {
  readonly fromMs: number;
  readonly toMs: number;
  readonly busy: boolean;
}[];

function laneOf(all: Stretches): BusyLane {
  const trace = exampleTrace({
    segments: all.map(({ fromMs, toMs, busy }) => ({
      lane: 0,
      fromMs,
      toMs,
      state: busy ? "running" : "driver",
    })),
    endMs: 1000,
  });
  return new BusyLane(trace, Int32Array.from(all.keys()));
}

const ns = (ms: number) => ms * 1e6;
const lengthNs = ({ fromMs, toMs }: Stretches[number]) => ns(toMs) - ns(fromMs);

describe("what keeps a lane busy", () => {
  it("is what a look at every segment finds", () => {
    fc.assert(
      fc.property(stretches, moment, moment, (all, a, b) => {
        const [fromMs, toMs] = [Math.min(a, b), Math.max(a, b) + 0.125];
        let expected = { segment: -1, longestNs: 0, busyNs: 0 };
        all.forEach((each, segment) => {
          const overlapNs =
            Math.min(ns(each.toMs), ns(toMs)) - Math.max(ns(each.fromMs), ns(fromMs));
          if (!each.busy || overlapNs <= 0) return;
          const { longestNs, busyNs } = expected;
          expected =
            overlapNs > longestNs
              ? { segment, longestNs: overlapNs, busyNs: busyNs + overlapNs }
              : { ...expected, busyNs: busyNs + overlapNs };
        });
        assert.deepEqual(laneOf(all).during(ns(fromMs), ns(toMs)), expected);
      }),
    );
  });

  it("before a time is looked for back to the last pause", () => {
    fc.assert(
      fc.property(stretches, moment, (all, timeMs) => {
        let longest = -1;
        let busyFromNs = ns(timeMs);
        for (let segment = all.length - 1; segment >= 0; segment--) {
          const each = all[segment];
          if (!each.busy || ns(each.fromMs) >= ns(timeMs)) continue;
          if (ns(each.toMs) < busyFromNs - ns(pauseMs)) break;
          busyFromNs = ns(each.fromMs);
          if (longest < 0 || lengthNs(each) > lengthNs(all[longest])) longest = segment;
        }
        assert.equal(laneOf(all).longestBefore(ns(timeMs)), longest);
      }),
    );
  });
});
