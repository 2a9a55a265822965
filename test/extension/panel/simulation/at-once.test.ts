import assert from "node:assert/strict";
import { atOnce } from "../../../../extension/panel/simulation/at-once.js";
import { runJob, type Finding, type Job } from "../../../../extension/panel/simulation/job.js";
import type { Listener } from "../../../../extension/panel/simulation/slices.js";

const at = { file: "/app/server.ts", line: 3 };
const range = { lowMs: 1, highMs: 90, source: "typical", basis: "a file" } as const;

function job(ms: number, callsPerSecond = 5): Job {
  const step = { id: "0", kind: "block", label: "readFileSync", at, remedy: "async" } as const;
  const model = { name: "handler", file: at.file, line: 1, steps: [{ ...step, ...range, ms }] };
  return { model, load: { callsPerSecond, bystandersPerSecond: 10, durationMs: 200 } };
}

/** @param runMs how long each run on the page's thread takes by the clock */
function setUp(runMs: number) {
  const others: { readonly job: Job; readonly listener: Listener }[] = [];
  const timers = new Map<number, () => void>();
  let stopped = 0;
  let proceeded = 0;
  let readings = 0;
  let numberOfTimers = 0;
  const simulator = atOnce(
    {
      run: (given, listener) => others.push({ job: given, listener }),
      proceed: () => proceeded++,
      stop: () => stopped++,
    },
    {
      // Two readings frame a measurement.
      now: () => (readings++ % 2 === 0 ? 0 : runMs),
      later: (then) => {
        const timer = numberOfTimers++;
        timers.set(timer, then);
        return () => timers.delete(timer);
      },
    },
  );
  const heard: Finding[] = [];
  const listener: Listener = {
    onFinding: (finding) => heard.push(finding),
    onError: () => undefined,
  };
  /** Until nothing more is set. */
  const passTime = (most = Infinity) => {
    let left = most;
    for (let next = timers.entries().next(); !next.done; next = timers.entries().next()) {
      const [timer, then] = next.value;
      if (left-- <= 0) return;
      timers.delete(timer);
      then();
    }
  };
  const endLast = () => {
    const last = others.at(-1);
    assert.ok(last);
    last.listener.onFinding({ kind: "ended", variants: ["asWritten"] });
    last.listener.onFinding({ kind: "ended", variants: ["fixed"] });
  };
  return {
    run: (given: Job) => {
      heard.length = 0;
      simulator.run(given, listener);
      return heard.map(({ kind }) => kind);
    },
    proceed: simulator.proceed,
    others,
    passTime,
    endLast,
    counts: () => ({ stopped, proceeded }),
  };
}

describe("a job on the page's own thread", () => {
  it("is told before run returns, once another of its size has ended and was found to fit into a frame", () => {
    const { run, others, endLast, passTime, counts } = setUp(5);
    assert.deepEqual(run(job(40)), []);
    endLast();
    passTime();
    assert.deepEqual(run(job(41)), ["seed", "seed"]);
    assert.equal(others.length, 1);
    assert.equal(counts().stopped, 1);
  });

  it("is tried out on from where a change interrupted that", () => {
    const { run, endLast, passTime, others } = setUp(5);
    for (let ms = 40; ms < 60; ms++) {
      run(job(ms));
      endLast();
      passTime(4);
    }
    assert.deepEqual(run(job(60)), ["seed", "seed"]);
    assert.ok(others.length < 20);
  });

  it("leaves the rest to the others when its picture is drawn and the changes pause", () => {
    const { run, others, endLast, passTime, proceed } = setUp(5);
    run(job(40));
    endLast();
    passTime();
    run(job(41));
    proceed();
    run(job(42));
    proceed();
    assert.equal(others.length, 1);
    passTime();
    assert.deepEqual(
      others.map(({ job: { isDrawn, model } }) => [
        isDrawn,
        "ms" in model.steps[0] && model.steps[0].ms,
      ]),
      [
        [undefined, 40],
        [true, 42],
      ],
    );
  });

  it("is not run where it would take longer than a frame, where the load is another one, or before it was tried", () => {
    const slow = setUp(100);
    slow.run(job(40));
    slow.endLast();
    slow.passTime();
    assert.deepEqual(slow.run(job(41)), []);
    const fast = setUp(5);
    fast.run(job(40));
    assert.deepEqual(fast.run(job(41)), []);
    fast.endLast();
    fast.passTime();
    assert.deepEqual(fast.run(job(41, 6)), []);
    fast.proceed();
    assert.equal(fast.counts().proceeded, 1);
  });
});

describe("a job whose picture is drawn", () => {
  it("tells all but the runs that were drawn", () => {
    const told = (given: Job) =>
      [...runJob(given)].filter((finding) => finding !== undefined).length;
    assert.equal(told({ ...job(40), isDrawn: true }), told(job(40)) - 2);
  });
});
