import assert from "node:assert/strict";
import { pbkdf2Sync } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { spawnBlocking } from "spawn-blocking";

const ITERATIONS = 150_000;
const JOBS = 8;

/** The worst event-loop delay, in milliseconds, while the work goes on. */
async function worstDelayMs(work: () => Promise<unknown>): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  await sleep(20);
  await work();
  await sleep(20);
  delays.disable();
  return delays.max / 1e6;
}

describe("the event loop", () => {
  it("stays free while password hashes run on the pool", async function () {
    this.timeout(60_000);
    const inputs = Array.from({ length: JOBS }, (_, index) => `password ${index}`);
    const direct = (): string[] =>
      inputs.map((input) => pbkdf2Sync(input, "salt", ITERATIONS, 32, "sha512").toString("hex"));
    const hash = (input: string, iterations: number): string =>
      process
        .getBuiltinModule("node:crypto")
        .pbkdf2Sync(input, "salt", iterations, 32, "sha512")
        .toString("hex");
    let expected: string[] = [];
    let actual: string[] = [];
    const blocked = await worstDelayMs(async () => {
      expected = direct();
      return Promise.resolve();
    });
    const free = await worstDelayMs(async () => {
      actual = await Promise.all(inputs.map((input) => spawnBlocking(hash, [input, ITERATIONS])));
    });
    console.log(
      `      worst event-loop delay: ${blocked.toFixed(1)} ms directly, ${free.toFixed(1)} ms on the pool`,
    );
    assert.deepEqual(actual, expected);
    assert.ok(free < blocked / 4, `${free} ms is not a small fraction of ${blocked} ms`);
  });
});
