/**
 * Node.js v20 (libuv 1.45 and newer): an event loop on one thread for each process, libuv's pool of threads, and a
 * pool of worker_threads for `spawnBlocking`. Several processes share the arrivals as behind `cluster`.
 */
import { Random } from "../engine/random.js";
import { Simulation } from "../engine/simulation.js";
import type { SimulationEnd } from "../engine/simulation.js";
import { TraceBuffer } from "../engine/trace-buffer.js";
import type { NodeOptions, Scenario } from "../scenario/types.js";
import { Arrivals } from "./arrivals.js";
import { endReason, runLimits, wasCutOff } from "./limits.js";
import { defaultCores } from "./tokio/run-tokio.js";
import { EventLoop } from "./node/event-loop.js";
import { TaskCode } from "./node/java-script.js";
import { jobCosts } from "./node/job-costs.js";
import type { Pools } from "./node/java-script.js";
import { defaultMachineCosts } from "./machine-costs.js";
import { connectionCosts } from "./node/connection-costs.js";
import type { ConnectionColdness } from "./node/connection-costs.js";
import { nanosPerMilli } from "./node/machine.js";
import type { NodeMachine } from "./node/machine.js";
import { Primary } from "./node/primary.js";
import { ThreadPool } from "./node/thread-pool.js";
import { WorkerPool } from "./node/worker-pool.js";
import type { WorkerPoolOptions } from "./node/worker-pool.js";
import { busyLooksNs } from "./processors.js";
import { Threads } from "./threads.js";
import { defaultMaxTasks } from "./outcome.js";
import type { EndReason, RunOptions, RunOutcome, WorkerOutcome } from "./outcome.js";
import { nanos } from "./program.js";
import type { Program } from "./program.js";
import { TaskTable, noTask } from "./task-table.js";
import { Waits } from "./waits.js";

/** Streams of random numbers: one for each concern. */
const Stream = {
  durations: 0,
  arrivals: 1,
  latencies: 2,
  clock: 3,
  interrupts: 4,
  processors: 5,
} as const;

const defaultPoolSize = 4;
/** The idleTimeoutMs of the package spawn-blocking. */
const defaultKeepAliveMs = 10_000;

/** Runs a scenario on Node.js. */
export function runNode(
  scenario: Scenario,
  runtime: NodeOptions,
  program: Program,
  options: RunOptions,
): RunOutcome {
  const node = new NodeModel(scenario, runtime, program, options);
  return node.run();
}

class NodeModel {
  readonly #scenario: Scenario;
  readonly #options: RunOptions;
  readonly #machine: NodeMachine;
  readonly #loops: EventLoop[] = [];
  readonly #pools: Pools[] = [];
  readonly #arrivals: Arrivals;
  readonly #primary: Primary;
  readonly #acceptedKind: number;
  readonly #acknowledgedKind: number;
  #tooManyTasks = false;
  #exit: RunOutcome["exit"];

  constructor(scenario: Scenario, runtime: NodeOptions, program: Program, options: RunOptions) {
    this.#scenario = scenario;
    this.#options = options;
    const seed = scenario.seed ?? 1;
    this.#machine = this.#createMachine(program, runtime, seed);
    const { simulation } = this.#machine;
    const handoffKind = simulation.handle((task, process) => {
      this.#loops[process].connectionReady(task);
    });
    this.#acceptedKind = simulation.handle((task, process) => {
      this.#loops[process].eventReady(task);
    });
    this.#acknowledgedKind = simulation.handle((process) => {
      this.#primary.acknowledged(process);
    });
    const handOver = (task: number, process: number, coldness: ConnectionColdness) => {
      const { sendHandleNs, transitNs } = this.#machine.connectionCosts;
      const received = simulation.now + coldness.costNs(sendHandleNs + transitNs);
      simulation.schedule(received, handoffKind, task, process);
    };
    this.#primary = this.#machine.threads.add(
      (id) => new Primary(id, this.#machine, runtime.processes ?? 1, handOver),
    );
    const code = new TaskCode(
      this.#machine,
      (process) => this.#loops[process],
      (process) => this.#pools[process],
      (task, process) => {
        if (this.#isDone()) simulation.stop();
        if (this.#loops.length === 1 || this.#machine.tasks.parent[task] !== noTask) return;
        this.#loops[process].connectionEnds();
        this.#primary.disconnected();
      },
      runtime.unhandledRejections === "throw"
        ? (task) => {
            const name = program.classNames[this.#machine.tasks.classOf[task]];
            this.#exit = { task: name, atNs: simulation.now };
            simulation.stop();
          }
        : null,
    );
    const clock = new Random(seed, Stream.clock);
    for (let process = 0; process < (runtime.processes ?? 1); process++) {
      this.#addProcess(process, code, clock, runtime);
    }
    this.#arrivals = new Arrivals(
      simulation,
      scenario.tasks,
      new Random(seed, Stream.arrivals),
      (classIndex) => this.#arrive(classIndex),
    );
  }

  run(): RunOutcome {
    const { simulation, tasks, trace, waits } = this.#machine;
    const end = simulation.run(runLimits(this.#scenario, this.#options, simulation, tasks));
    const reason = this.#reason(end);
    for (const loop of this.#loops) loop.flush();
    for (const pools of this.#pools) {
      for (const pool of Object.values(pools)) (pool as ThreadPool | WorkerPool).flush();
    }
    waits?.finish();
    return {
      endReason: reason,
      stopped: wasCutOff(reason, this.#scenario),
      ...(this.#exit !== undefined && { exit: this.#exit }),
      makespanNs: tasks.makespanNs(simulation.now),
      endNs: simulation.now,
      events: simulation.events,
      tasks: tasks.outcomes(),
      pollTimes: tasks.pollTimes,
      scheduleLatencies: tasks.scheduleLatencies,
      workers: this.#loops.map((loop, index) => loopOutcome(loop, index, simulation.now)),
      blockingPool: this.#poolOutcome(),
      remoteScheduleCount: 0,
      budgetForcedYieldCount: 0,
      peakGlobalQueueDepth: 0,
      trace: trace?.finish(tasks.traceColumns(), simulation.now) ?? null,
    };
  }

  #createMachine(program: Program, runtime: NodeOptions, seed: number): NodeMachine {
    const simulation = new Simulation();
    const costs = { ...defaultMachineCosts, ...this.#options.costs };
    const cores = runtime.cores ?? defaultCores;
    const threads = new Threads(simulation, cores, costs, {
      tickPhaseNs: new Random(seed, Stream.processors).below(busyLooksNs),
      // They compute as they start, for so long that the kernel spreads them.
      firstProcessor: (id) => id % cores,
    });
    const tasks = new TaskTable(program, Arrivals.expected(this.#scenario.tasks));
    const traced = this.#options.trace ?? false;
    const trace = traced ? new TraceBuffer(program.classNames, program.locations) : null;
    const maxTasks = this.#options.maxTasks ?? defaultMaxTasks;
    return {
      simulation,
      program,
      tasks,
      threads,
      connectionCosts: connectionCosts(costs),
      durations: new Random(seed, Stream.durations),
      latencies: new Random(seed, Stream.latencies),
      interrupts: new Random(seed, Stream.interrupts),
      trace,
      waits: trace === null ? null : new Waits(trace, simulation),
      mayAddTask: () => {
        if (tasks.length < maxTasks) return true;
        this.#tooManyTasks = true;
        simulation.stop();
        return false;
      },
    };
  }

  #addProcess(process: number, code: TaskCode, clock: Random, runtime: NodeOptions): void {
    const { simulation, threads, trace } = this.#machine;
    const suffix = (runtime.processes ?? 1) === 1 ? "" : ` ${process}`;
    const lane = trace?.addLane({ name: `event loop${suffix}`, kind: "event-loop" }) ?? -1;
    const accepted = (task: number, coldness: ConnectionColdness) => {
      const { readNs, transitNs } = this.#machine.connectionCosts;
      const after = (costNs: number) => simulation.now + coldness.costNs(costNs);
      simulation.schedule(after(readNs), this.#acceptedKind, task, process);
      simulation.schedule(after(transitNs), this.#acknowledgedKind, process, 0);
    };
    const clockOffsetNs = Math.floor(clock.next() * nanosPerMilli);
    const loop = threads.add(
      (id) => new EventLoop(id, this.#machine, code, { process, lane, clockOffsetNs, accepted }),
    );
    this.#loops.push(loop);
    const done = (task: number) => {
      loop.poolDone(task);
    };
    const workerPool = (options: Omit<WorkerPoolOptions, "cold" | "keepAliveNs" | "send">) => {
      const arrives = simulation.handle((thread, completed) => {
        loop.message(ports[thread], completed);
      });
      const send: WorkerPoolOptions["send"] = (thread, completed) => {
        simulation.schedule(simulation.now + jobCosts.messageNs, arrives, thread, completed);
      };
      const cold = runtime.coldWorkers ?? false;
      const keepAliveNs = cold ? nanos(runtime.threadKeepAliveMs ?? defaultKeepAliveMs) : Infinity;
      const pool = new WorkerPool(this.#machine, { ...options, cold, keepAliveNs, send });
      const ports = Array.from({ length: options.size }, (_, thread) => loop.addPort(pool, thread));
      return pool;
    };
    this.#pools.push({
      libuv: new ThreadPool(this.#machine, {
        size: runtime.threadpoolSize ?? defaultPoolSize,
        name: `libuv${suffix}`,
        done,
      }),
      workers: workerPool({
        size: runtime.workerThreads ?? defaultPoolSize,
        name: `worker thread${suffix}`,
        laneKind: "worker-thread",
        queueKind: "blocking",
      }),
      parallel: workerPool({
        size: runtime.parallelThreads ?? runtime.cores ?? defaultCores,
        name: `parallel${suffix}`,
        laneKind: "parallel",
        queueKind: "parallel",
      }),
    });
  }

  /** A connection: an event of the loop, or of that process's loop which the cluster chooses. */
  #arrive(classIndex: number): number {
    const { mayAddTask, simulation, tasks, waits } = this.#machine;
    if (!mayAddTask()) return 0;
    const task = tasks.add(classIndex, simulation.now, noTask);
    waits?.ready(task, simulation.now, false);
    if (this.#loops.length === 1) this.#loops[0].eventReady(task);
    else this.#primary.connected(task);
    return 0;
  }

  #reason(end: SimulationEnd): EndReason {
    if (this.#exit !== undefined) return "exited";
    return this.#isDone() ? "completed" : endReason(end, this.#tooManyTasks);
  }

  #isDone(): boolean {
    const { tasks } = this.#machine;
    return tasks.completed === tasks.length && this.#arrivals.exhausted;
  }

  /** What waited for a thread off the loop, on libuv's or on a worker's. */
  #poolOutcome(): RunOutcome["blockingPool"] {
    const pools = this.#pools.flatMap((each) => [each.libuv, each.workers]);
    const sum = (figure: (pool: ThreadPool | WorkerPool) => number) =>
      pools.reduce((total, pool) => total + figure(pool), 0);
    return {
      peakThreads: sum((pool) => pool.peakBusy),
      peakQueue: sum((pool) => pool.peakQueue),
      threadsStarted: sum((pool) => pool.threadsStarted),
    };
  }
}

function loopOutcome(loop: EventLoop, index: number, endNs: number): WorkerOutcome {
  // performance.eventLoopUtilization: whatever is not spent waiting for events is active, a block too.
  const activeNs = endNs - loop.parkedNs;
  return {
    name: `event loop ${index}`,
    busyNs: loop.busyNs,
    blockedNs: loop.blockedNs,
    parkedNs: loop.parkedNs,
    pollCount: loop.callbacks,
    stealOperations: 0,
    stealCount: 0,
    parkCount: loop.parks,
    noopCount: 0,
    localScheduleCount: 0,
    overflowCount: 0,
    eventLoop: {
      utilization: activeNs > 0 ? activeNs / (activeNs + loop.parkedNs) : 0,
      delayNs: loop.delay.samplesNs(),
    },
  };
}
