/**
 * Runs the steps of tasks as JavaScript would: a task is an async function, and each step that waits is an `await`.
 *
 * - `cpu` and `block` are synchronous: they stop the loop.
 * - `sleep` is a promise of setTimeout, `interval` one for the time left until each due time.
 * - `io` completes in the kernel and is an event of the poll phase; `yield` awaits setImmediate.
 * - `selfWake`, `microtask` and `ready` await what is resolved already: they go on as microtasks, before the loop does
 *   anything else, and so does `nextTick`.
 * - `spawn` calls another async function, which runs at once up to its first await; `join` awaits them all.
 * - `threadpool`, `spawnBlocking` and `parallel` hand the work to threads and await its end.
 * - `panic` throws: the function ends there, and whoever joins it goes on, as one that catches what it awaits. Whether
 *   anybody does is asked once the microtasks have run (lib/internal/process/promises.js: processPromiseRejections).
 */
import { SegmentState } from "../../engine/trace.js";
import { computeNs, ioLatencyNs, sleepNs } from "../costs.js";
import { Instruction, MissedTick } from "../instructions.js";
import { durationOf } from "../program.js";
import type { IntervalTimes } from "../program.js";
import { Await, Failure, jumpsBetweenEvents, noTask } from "../task-table.js";
import type { EventLoop, JavaScript } from "./event-loop.js";
import { nanosPerMilli, nodeCosts } from "./machine.js";
import type { NodeMachine } from "./machine.js";
import type { ThreadPool } from "./thread-pool.js";
import type { WorkerPool } from "./worker-pool.js";

/** Where one process's work goes that leaves its loop. */
export interface Pools {
  readonly libuv: ThreadPool;
  readonly workers: WorkerPool;
  readonly parallel: WorkerPool;
}

/** How a task's code came to a stop. */
const Step = { goesOn: 0, awaits: 1, busy: 2, done: 3 } as const;
type Step = (typeof Step)[keyof typeof Step];

export class TaskCode implements JavaScript {
  readonly #machine: NodeMachine;
  readonly #poolsOf: (process: number) => Pools;
  readonly #completed: (task: number, process: number) => void;
  readonly #uncaught: ((task: number) => void) | null;
  /** Tasks that have failed since the microtasks began to run. */
  readonly #failed: number[] = [];
  readonly #ioKind: number;

  /**
   * `completed` is called after a task has completed; `uncaught` when one has failed and nobody awaits it, after which
   * no code runs any more. Null: such an error has no consequence.
   */
  constructor(
    machine: NodeMachine,
    loopOf: (process: number) => EventLoop,
    poolsOf: (process: number) => Pools,
    completed: (task: number, process: number) => void,
    uncaught: ((task: number) => void) | null,
  ) {
    this.#machine = machine;
    this.#poolsOf = poolsOf;
    this.#completed = completed;
    this.#uncaught = uncaught;
    this.#ioKind = machine.simulation.handle((task, process) => {
      machine.waits?.ready(task, machine.simulation.now, false);
      loopOf(process).eventReady(task);
    });
  }

  run(loop: EventLoop): boolean {
    const { stack } = loop;
    loop.endActivity(stack.at(-1) ?? noTask);
    for (;;) {
      const task = stack.at(-1) ?? this.#nextJob(loop);
      if (task === noTask) return this.#survives();
      if (stack.length === 0) stack.push(task);
      this.#enter(task);
      switch (this.#instruction(loop, task)) {
        case Step.busy:
          return false;
        case Step.goesOn:
          break;
        case Step.awaits:
          stack.pop();
          break;
        case Step.done:
          stack.pop();
          this.#complete(loop, task);
      }
    }
  }

  /** Whether all errors are awaited that were thrown since this was last asked. */
  #survives(): boolean {
    const { program, tasks } = this.#machine;
    for (const task of this.#failed.splice(0)) {
      const parent = tasks.parent[task];
      const joins =
        parent !== noTask &&
        (program.code[tasks.place[parent]] as Instruction) === Instruction.join &&
        tasks.awaiting[parent] !== Await.none;
      if (joins || tasks.isJoined(task)) continue;
      this.#uncaught?.(task);
      return false;
    }
    return true;
  }

  /**
   * lib/internal/process/task_queues.js: all of nextTick's queue, then all microtasks, again and again. What a task awaits
   * of nextTick is a promise, so it goes on as a microtask, behind those that are queued by then.
   */
  #nextJob(loop: EventLoop): number {
    const { microtasks, nextTicks } = loop;
    if (microtasks.length === 0 || !loop.drainsMicrotasks) {
      while (nextTicks.length > 0) microtasks.pushBack(nextTicks.popFront());
    }
    loop.drainsMicrotasks = microtasks.length > 0;
    return microtasks.popFront();
  }

  /** The task's code begins, or goes on after what it awaited. */
  #enter(task: number): void {
    const { simulation, tasks, waits } = this.#machine;
    if (Number.isNaN(tasks.firstPollNs[task])) {
      tasks.firstPollNs[task] = simulation.now;
      waits?.started(task, simulation.now);
    } else if (tasks.awaiting[task] === Await.registered) {
      tasks.awaiting[task] = Await.done;
      waits?.started(task, simulation.now);
    }
  }

  /** Runs the instruction at which the task stands. */
  #instruction(loop: EventLoop, task: number): Step {
    const { durations, interrupts, latencies, program, simulation, tasks, threads } = this.#machine;
    const instruction = tasks.nextInstruction(task);
    const place = tasks.place[task];
    switch (instruction) {
      case Instruction.end:
        return Step.done;
      case Instruction.panic:
        tasks.failure[task] = Failure.panicked;
        if (this.#uncaught !== null) this.#failed.push(task);
        return Step.done;
      case Instruction.cpu: {
        tasks.place[task]++;
        const work = computeNs(durationOf(program, place, durations), interrupts);
        if (work === 0) return Step.goesOn;
        loop.beginActivity(SegmentState.running, program.location[place]);
        if (!threads.spend(loop, work)) return Step.busy;
        loop.endActivity(task);
        return Step.goesOn;
      }
      case Instruction.block: {
        tasks.place[task]++;
        const length = sleepNs(durationOf(program, place, durations), latencies);
        if (length === 0) return Step.goesOn;
        loop.beginActivity(SegmentState.blocked, program.location[place]);
        if (!threads.sleep(loop, length)) return Step.busy;
        loop.endActivity(task);
        return Step.goesOn;
      }
      case Instruction.loopEnd:
        // A loop that does nothing: an event lets the run reach its limit.
        simulation.countTurns(jumpsBetweenEvents);
        return threads.spend(loop, 1) ? Step.goesOn : Step.busy;
      case Instruction.intervalBegin:
        this.#beginInterval(task, place);
        tasks.place[task]++;
        return Step.goesOn;
      case Instruction.spawn: {
        tasks.place[task]++;
        if (!this.#machine.mayAddTask()) return Step.awaits;
        const child = tasks.add(program.target[place], simulation.now, task);
        this.#machine.waits?.ready(child, simulation.now, false);
        loop.stack.push(child);
        return this.#spend(loop, nodeCosts.callNs);
      }
      case Instruction.join:
        return this.#join(loop, task);
      default:
        return this.#await(loop, task, instruction, place);
    }
  }

  /** A step that awaits: registers what it awaits, or goes on when that has happened. */
  #await(loop: EventLoop, task: number, instruction: Instruction, place: number): Step {
    const { simulation, tasks } = this.#machine;
    if (tasks.awaiting[task] === Await.done) {
      tasks.awaiting[task] = Await.none;
      if (instruction === Instruction.sleep) this.#recordLateness(task);
      else if (instruction === Instruction.intervalTick) this.#tick(task, place);
      tasks.place[task]++;
      return Step.goesOn;
    }
    tasks.awaiting[task] = Await.registered;
    const pools = this.#poolsOf(loop.process);
    switch (instruction) {
      case Instruction.sleep:
        this.#setTimer(
          loop,
          task,
          durationOf(this.#machine.program, place, this.#machine.durations),
        );
        return Step.awaits;
      case Instruction.intervalTick: {
        const left = tasks.slot(task, this.#machine.program.slot[place]) - simulation.now;
        if (left > 0) this.#setTimer(loop, task, left);
        else {
          tasks.dueNs[task] = simulation.now + left;
          return this.#queueMicrotask(loop, task);
        }
        return Step.awaits;
      }
      case Instruction.io: {
        const length = durationOf(this.#machine.program, place, this.#machine.durations);
        const late = ioLatencyNs(length, this.#machine.latencies);
        simulation.schedule(simulation.now + length + late, this.#ioKind, task, loop.process);
        break;
      }
      case Instruction.yield:
        tasks.scheduledNs[task] = simulation.now;
        loop.immediates.pushBack(task);
        return Step.awaits;
      case Instruction.threadpool:
        pools.libuv.submit(task);
        break;
      case Instruction.parallel:
        loop.stack.pop();
        return this.#spend(loop, pools.parallel.submit(task));
      case Instruction.spawnBlocking:
        // The worker takes the task's place over, up to the closure's end, where the task goes on.
        tasks.place[task]++;
        loop.stack.pop();
        return this.#spend(loop, pools.workers.submit(task));
      case Instruction.nextTick:
        loop.stack.pop();
        loop.nextTicks.pushBack(task);
        return this.#spend(loop, nodeCosts.microtaskNs);
      default:
        // selfWake and ready: a promise that is resolved already.
        return this.#queueMicrotask(loop, task);
    }
    // Handing the operation over costs the loop a moment, after which the code that called goes on.
    loop.stack.pop();
    return this.#spend(loop, nodeCosts.submitNs);
  }

  /** The task's code goes on once what is running, and the microtasks before it, have come to a stop. */
  #queueMicrotask(loop: EventLoop, task: number): Step {
    loop.stack.pop();
    loop.microtasks.pushBack(task);
    return this.#spend(loop, nodeCosts.microtaskNs);
  }

  #spend(loop: EventLoop, costNs: number): Step {
    loop.busyNs += costNs;
    return this.#machine.threads.spend(loop, costNs) ? Step.goesOn : Step.busy;
  }

  #setTimer(loop: EventLoop, task: number, delayNs: number): void {
    const { simulation, tasks, waits } = this.#machine;
    tasks.dueNs[task] = simulation.now + delayNs;
    tasks.scheduledNs[task] = tasks.dueNs[task];
    waits?.ready(task, tasks.dueNs[task], true);
    loop.setTimer(task, delayNs / nanosPerMilli);
  }

  #recordLateness(task: number): void {
    const { simulation, tasks } = this.#machine;
    tasks.recordLateness(task, simulation.now - tasks.dueNs[task]);
  }

  #beginInterval(task: number, place: number): void {
    const { program, tasks } = this.#machine;
    const { everyNs, phaseNs, phaseStepNs } = program.intervals[program.target[place]];
    const first = phaseNs + tasks.ordinal[task] * phaseStepNs + everyNs;
    tasks.setSlot(task, program.slot[place], first);
  }

  #tick(task: number, place: number): void {
    const { program, simulation, tasks } = this.#machine;
    this.#recordLateness(task);
    const slot = program.slot[place];
    const interval = program.intervals[program.target[place]];
    tasks.setSlot(task, slot, nextDue(tasks.slot(task, slot), simulation.now, interval));
  }

  /**
   * `await Promise.all(children)`. Of no children it is resolved already; else it is resolved by a microtask that the
   * last child's promise leaves behind, and the task goes on in another.
   */
  #join(loop: EventLoop, task: number): Step {
    const { tasks } = this.#machine;
    if (tasks.awaiting[task] === Await.done) {
      tasks.awaiting[task] = Await.none;
      tasks.place[task]++;
      return Step.goesOn;
    }
    const begins = tasks.awaiting[task] === Await.none;
    const childless = begins && tasks.firstChild[task] === noTask;
    while (tasks.firstChild[task] !== noTask && tasks.isComplete(tasks.firstChild[task])) {
      tasks.joined(task);
    }
    if (tasks.firstChild[task] !== noTask) {
      tasks.awaiting[task] = Await.begun;
      return Step.awaits;
    }
    tasks.awaiting[task] = begins && !childless ? Await.begun : Await.registered;
    return this.#queueMicrotask(loop, task);
  }

  #complete(loop: EventLoop, task: number): void {
    const { program, simulation, tasks } = this.#machine;
    tasks.complete(task, simulation.now);
    const parent = tasks.parent[task];
    if (parent !== noTask && tasks.awaiting[parent] === Await.begun) {
      const joins = (program.code[tasks.place[parent]] as Instruction) === Instruction.join;
      if (joins && tasks.firstChild[parent] === task) loop.microtasks.pushBack(parent);
    }
    this.#completed(task, loop.process);
  }
}

/** The due time after one that was acted on at `now`; all in nanoseconds. */
export function nextDue(due: number, now: number, interval: IntervalTimes): number {
  const { everyNs, missed } = interval;
  if (now < due + everyNs || missed === MissedTick.burst) return due + everyNs;
  if (missed === MissedTick.delay) return now + everyNs;
  return due + everyNs * Math.floor((now - due) / everyNs + 1);
}
