/** Tokio's multi-thread runtime: work-stealing workers, one driver, and the blocking pool that their threads live in. */
import { Random } from "../engine/random.js";
import type { MultiThreadOptions, Scenario } from "../scenario/types.js";
import { BlockingPool } from "./blocking-pool.js";
import type { DataParallelPool } from "./data-parallel-pool.js";
import { Core } from "./multi-thread/core.js";
import { Shared } from "./multi-thread/shared.js";
import { startTuning } from "./multi-thread/tuning.js";
import { Workers } from "./multi-thread/worker.js";
import type { RunOptions, RunOutcome, WorkerOutcome } from "./outcome.js";
import { nanos } from "./program.js";
import type { Program } from "./program.js";
import { noTask } from "./task-table.js";
import { Executor } from "./tokio/executor.js";
import { Stream } from "./tokio/machine.js";
import type { TokioMachine } from "./tokio/machine.js";
import { createParallelPool } from "./tokio/parallel.js";
import {
  defaultCores,
  defaultKeepAliveMs,
  defaultMaxBlockingThreads,
  runTokio,
} from "./tokio/run-tokio.js";
import type { TokioModel } from "./tokio/run-tokio.js";
import type { TokioThread } from "./tokio/tokio-thread.js";

const defaultGlobalQueueInterval = 61;

/** Runs a scenario on the multi-thread runtime. */
export function runMultiThread(
  scenario: Scenario,
  runtime: MultiThreadOptions,
  program: Program,
  options: RunOptions,
): RunOutcome {
  return runTokio(
    scenario,
    runtime,
    program,
    options,
    (machine) => new MultiThread(machine, runtime),
  );
}

class MultiThread implements TokioModel {
  readonly parallelPool: DataParallelPool | null;

  readonly #machine: TokioMachine;
  readonly #executor: Executor;
  readonly #cores: readonly Core[];
  readonly #shared: Shared;
  readonly #workers: Workers;
  readonly #blockingPool: BlockingPool;
  readonly #threads: readonly TokioThread[];

  constructor(machine: TokioMachine, options: MultiThreadOptions) {
    this.#machine = machine;
    const workerCount = options.workerThreads ?? options.cores ?? defaultCores;
    const interval = options.globalQueueInterval ?? defaultGlobalQueueInterval;
    this.#cores = Array.from(
      { length: workerCount },
      (_, index) => new Core(index, new Random(machine.seed, Stream.workers + index), interval),
    );
    this.#cores.forEach(startTuning);
    this.#shared = new Shared(machine, this.#cores, options);
    this.#executor = new Executor(machine, this);
    this.#blockingPool = new BlockingPool(machine, this.#executor, {
      cap: (options.maxBlockingThreads ?? defaultMaxBlockingThreads) + workerCount,
      keepAliveNs: nanos(options.threadKeepAliveMs ?? defaultKeepAliveMs),
      runWorker: (worker, thread) => this.#runWorker(worker, thread),
      closureDone: (task) => this.#executor.fulfil(task, null, machine.simulation.now, false),
    });
    // First of all, so that worker n has lane n.
    this.#threads = this.#cores.map(({ index }) => this.#blockingPool.addWorkerThread(index));
    const parallelThreads = options.parallelThreads ?? options.cores ?? defaultCores;
    this.parallelPool = createParallelPool(machine, this.#executor, parallelThreads);
    this.#workers = new Workers(machine, this.#executor, this.#shared, options, (thread) => {
      this.#blockingPool.adopt(thread);
    });
  }

  /** Its workers sleep by the scenario's time zero. */
  start(): void {
    for (const [index, core] of this.#cores.entries()) {
      this.#workers.startParked(this.#threads[index], core);
    }
  }

  schedule(task: number, thread: TokioThread | null, isYield: boolean): number {
    return this.#shared.schedule(task, thread, isYield);
  }

  /** worker.rs: block_in_place. The core lies in the worker's slot until some thread takes it. */
  enterBlockInPlace(thread: TokioThread): number {
    const { core } = thread;
    thread.budgetBeforeBlocking = thread.budget;
    thread.budget = Infinity;
    if (core === null) return 0;
    let cost = 0;
    if (this.#machine.version !== "1.24") {
      cost += this.#executor.wakeDeferred(thread);
      // 1.38: the LIFO task would be stuck until the core is taken; in the queue others can steal it.
      if (core.lifo !== noTask) {
        const { lifo } = core;
        core.lifo = noTask;
        this.#shared.pushLocal(core, lifo);
      }
    }
    this.#workers.account(thread);
    thread.core = null;
    core.thread = null;
    thread.gaveUp = core;
    return cost + this.#blockingPool.spawnWorkerLoop(core.index);
  }

  leaveBlockInPlace(thread: TokioThread): void {
    thread.budget = thread.budgetBeforeBlocking;
    const core = thread.gaveUp;
    thread.gaveUp = null;
    if (core === null || core.thread !== null) return;
    core.thread = thread;
    thread.core = core;
    thread.pollStartNs = this.#machine.simulation.now;
    thread.blockedNs = 0;
  }

  lockedForNs(): number {
    return this.#blockingPool.lockedForNs();
  }

  spawnBlocking(task: number): number {
    return this.#blockingPool.spawnClosure(task);
  }

  outcome(): ReturnType<TokioModel["outcome"]> {
    const { now } = this.#machine.simulation;
    return {
      workers: this.#cores.map((core) => coreOutcome(core, now)),
      blockingPool: this.#blockingPool.outcome(),
      remoteScheduleCount: this.#shared.remoteScheduleCount,
      peakGlobalQueueDepth: this.#shared.peakInjection,
    };
  }

  #runWorker(worker: number, thread: TokioThread): boolean {
    const core = this.#cores[worker];
    if (core.thread !== null) return false;
    this.#workers.start(thread, core);
    this.#workers.resume(thread);
    return true;
  }
}

function coreOutcome(core: Core, endNs: number): WorkerOutcome {
  return {
    name: `worker ${core.index}`,
    busyNs: core.busyNs,
    blockedNs: core.blockedNs,
    parkedNs: Math.max(0, endNs - core.busyNs - core.blockedNs),
    pollCount: core.pollCount,
    stealOperations: core.stealOperations,
    stealCount: core.stealCount,
    parkCount: core.parkCount,
    noopCount: core.noopCount,
    localScheduleCount: core.localScheduleCount,
    overflowCount: core.overflowCount,
  };
}
