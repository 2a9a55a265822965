import assert from "node:assert/strict";
import { Simulation } from "../../../simulator/src/engine/simulation.js";
import { idleExitNs } from "../../../simulator/src/runtime/costs.js";
import { defaultMachineCosts } from "../../../simulator/src/runtime/machine-costs.js";
import { OsThread } from "../../../simulator/src/runtime/os-thread.js";
import { Threads } from "../../../simulator/src/runtime/threads.js";

const millisecond = 1_000_000;

/** Notes when it is resumed, and sleeps again. */
class Sleeper extends OsThread {
  readonly resumedNs: number[] = [];
  readonly #simulation: Simulation;
  readonly #threads: Threads;

  constructor(id: number, simulation: Simulation, threads: Threads) {
    super(id, -1);
    this.#simulation = simulation;
    this.#threads = threads;
  }

  override resume(): void {
    this.resumedNs.push(this.#simulation.now);
    this.#threads.wait(this);
  }
}

/** When a thread runs whose timer expires at a time, if another wakes at given times; on one processor. */
function resumedAt(timerNs: number, others: readonly number[]): number {
  const simulation = new Simulation();
  const threads = new Threads(simulation, 1, defaultMachineCosts);
  const add = (): Sleeper => threads.add((id) => new Sleeper(id, simulation, threads));
  const sleeper = add();
  threads.sleepUntil(sleeper, timerNs);
  for (const at of others) threads.wakeAt(add(), at);
  simulation.run({ horizonNs: Infinity, maxEvents: 1000 });
  return sleeper.resumedNs[0];
}

describe("Threads", () => {
  it("run a thread whose timer expires only once their processor has left its idle state", () => {
    const time = 20 * millisecond;
    assert.equal(resumedAt(time, []), time + idleExitNs(time));
    assert.ok(idleExitNs(time) > 50_000);
  });

  it("run it sooner the shorter the processor has been idle, whoever kept it awake", () => {
    const time = 20 * millisecond;
    const last = time - millisecond;
    assert.equal(resumedAt(time, [5 * millisecond, last]), time + idleExitNs(millisecond));
    assert.equal(resumedAt(time, [time - 1]), time);
  });
});
