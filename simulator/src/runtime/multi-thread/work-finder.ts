/** Where a worker looks for its next task: its own queue, the injection queue, other workers (tokio 1.24 worker.rs). */
import { noTask } from "../task-table.js";
import type { TokioMachine } from "../tokio/machine.js";
import type { Core } from "./core.js";
import { localQueueCapacity } from "./local-queue.js";
import type { Shared } from "./shared.js";
import { tune } from "./tuning.js";

export class WorkFinder {
  readonly #machine: TokioMachine;
  readonly #shared: Shared;
  readonly #isNew: boolean;
  readonly #tuned: boolean;

  /** Tuned: whether the interval of the injection queue adapts itself. */
  constructor(machine: TokioMachine, shared: Shared, tuned: boolean) {
    this.#machine = machine;
    this.#shared = shared;
    this.#isNew = machine.version !== "1.24";
    this.#tuned = tuned;
  }

  /** worker.rs: next_task. */
  nextTask(core: Core): number {
    const shared = this.#shared;
    if (core.tick % core.globalQueueInterval === 0) {
      if (this.#tuned) tune(core);
      const injected = shared.popInjection();
      return injected !== noTask ? injected : this.#nextLocalTask(core);
    }
    const local = this.#nextLocalTask(core);
    if (local !== noTask) return local;
    return this.#isNew ? this.#popInjectionBatch(core) : shared.popInjection();
  }

  #nextLocalTask(core: Core): number {
    const { lifo } = core;
    if (lifo !== noTask) {
      core.lifo = noTask;
      return lifo;
    }
    const task = core.queue.popFront();
    if (task !== noTask) this.#shared.sampleLocal(core);
    return task;
  }

  /** 1.53: takes a fair share of the injection queue at once; runs the first, queues the rest. */
  #popInjectionBatch(core: Core): number {
    const { cores, injection } = this.#shared;
    const share = Math.floor(injection.length / cores.length) + 1;
    const room = localQueueCapacity - core.queue.length;
    const count = Math.max(1, Math.min(share, room, localQueueCapacity / 2));
    const first = this.#shared.popInjection();
    for (let taken = 1; taken < count && injection.length > 0; taken++) {
      this.#shared.pushLocal(core, this.#shared.popInjection());
    }
    return first;
  }

  /** Steals from the others, from a random one on; -1 when none has anything. */
  steal(core: Core): number {
    const { cores } = this.#shared;
    const start = core.random.below(cores.length);
    for (let step = 0; step < cores.length; step++) {
      const victim = cores[(start + step) % cores.length];
      if (victim === core) continue;
      const count = victim.queue.stealInto(core.queue);
      if (count === 0) continue;
      core.stealOperations++;
      core.stealCount += count;
      this.#recordSteal(victim, core, count);
      // The last of those stolen runs at once, the others are queued in order.
      return core.queue.popBack();
    }
    return noTask;
  }

  #recordSteal(victim: Core, thief: Core, count: number): void {
    const { trace, simulation } = this.#machine;
    if (trace === null) return;
    trace.steal(simulation.now, victim.thread?.lane ?? -1, thief.thread?.lane ?? -1, count);
    for (let place = 0; place < count; place++) {
      this.#shared.movedToLocal(thief, thief.queue.at(thief.queue.length - 1 - place));
    }
    this.#shared.sampleLocal(victim);
    this.#shared.sampleLocal(thief);
  }
}
