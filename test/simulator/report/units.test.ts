import assert from "node:assert/strict";
import { formatMs, formatShare, plural, scaleMarks } from "../../../simulator/src/report/units.js";

describe("formatMs", () => {
  it("keeps three digits and takes the unit that fits", () => {
    const cases: readonly (readonly [number | null, string])[] = [
      [0, "0 ms"],
      [0.00012, "0.12 µs"],
      [0.0994, "99.4 µs"],
      [0.1234, "0.123 ms"],
      [1.983, "1.98 ms"],
      [198.04, "198 ms"],
      [999.6, "1 s"],
      [25_000, "25 s"],
      [1_234_567, "1,235 s"],
      [null, "–"],
    ];
    for (const [ms, text] of cases) assert.equal(formatMs(ms), text);
  });
});

describe("plural", () => {
  it("agrees with the number", () => {
    assert.deepEqual(
      [plural(1, "task"), plural(1200, "task"), plural(2, "process")],
      ["1 task", "1,200 tasks", "2 processes"],
    );
  });
});

describe("formatShare", () => {
  it("does not call a little nothing", () => {
    assert.deepEqual([0, 0.001, 0.126].map(formatShare), ["0 %", "<1 %", "13 %"]);
  });
});

describe("scaleMarks", () => {
  it("stands at round times, about as many as asked for", () => {
    assert.deepEqual(scaleMarks(25, 5), [0, 5, 10, 15, 20, 25]);
    assert.deepEqual(scaleMarks(0.9, 3), [0, 0.5]);
    assert.deepEqual(scaleMarks(0, 3), [0]);
  });

  it("begins where it is told to", () => {
    assert.deepEqual(scaleMarks(9_421, 4, 9_385), [9_390, 9_400, 9_410, 9_420]);
    assert.deepEqual(scaleMarks(9_385, 4, 9_385), [9_385]);
  });
});
