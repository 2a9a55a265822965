/**
 * Runs a task's instructions on a thread, as one poll of it. Shared by the flavors of Tokio; what differs between them
 * is the scheduler.
 */
import { computeNs, sleepNs } from "../costs.js";
import { Instruction } from "../instructions.js";
import { durationOf } from "../program.js";
import { Await, Failure, jumpsBetweenEvents, noTask } from "../task-table.js";
import { beginActivity, endActivity, traceRest } from "./activity.js";
import { abortChildren, joinChildren, spawnChild } from "./children.js";
import { firstDue, tickInterval } from "./interval.js";
import type { TokioMachine } from "./machine.js";
import type { Scheduler } from "./scheduler.js";
import { Activity } from "./tokio-thread.js";
import type { TokioThread } from "./tokio-thread.js";
import { TaskFlag, wake } from "./wake.js";

/** How far `Executor.run` came. */
export const Ran = {
  /** The thread spends time and will be resumed. */
  suspended: 0,
  /** The task waits: the poll returns Pending. */
  pending: 1,
  /** The task is done. */
  ready: 2,
  /** The closure that the thread ran is done. */
  closureEnd: 3,
} as const;
export type Ran = (typeof Ran)[keyof typeof Ran];

export class Executor {
  readonly #machine: TokioMachine;
  readonly #scheduler: Scheduler;

  /** The thread that looks at the driver. */
  #turning: TokioThread | null = null;
  readonly #wakeIo: (task: number) => void;
  readonly #wakeTimer: (task: number, isAwaited: boolean) => void;

  constructor(machine: TokioMachine, scheduler: Scheduler) {
    const { tasks } = machine;
    this.#machine = machine;
    this.#scheduler = scheduler;
    this.#wakeIo = (task) => this.fulfil(task, this.#turning, tasks.dueNs[task], false);
    this.#wakeTimer = (task, isAwaited) => {
      if (isAwaited) this.fulfil(task, this.#turning, tasks.dueNs[task], true);
      else this.#wakeInVain(task);
    };
  }

  /** Begins a poll of `thread.task`, or its closure. */
  begin(thread: TokioThread): void {
    const { simulation, tasks, waits } = this.#machine;
    const { task } = thread;
    const { now } = simulation;
    thread.pollStartNs = now;
    thread.tracedToNs = now;
    thread.blockedNs = 0;
    if (thread.inClosure) return;
    thread.polledSinceNs = now;
    tasks.scheduleLatencies.add(now - tasks.scheduledNs[task]);
    tasks.flags[task] = TaskFlag.running | (tasks.flags[task] & ~TaskFlag.notified);
    const isPolled = (tasks.flags[task] & TaskFlag.cancelled) === 0;
    if (isPolled && Number.isNaN(tasks.firstPollNs[task])) tasks.firstPollNs[task] = now;
    waits?.started(task, now);
  }

  /** Begins or goes on with the poll, or the closure. */
  run(thread: TokioThread): Ran {
    const { simulation, tasks } = this.#machine;
    const { task } = thread;
    const isNew = simulation.now === thread.pollStartNs;
    if (isNew && this.#isCancelled(thread)) {
      tasks.failure[task] = Failure.aborted;
      return Ran.ready;
    }
    const ran = this.#follow(thread);
    // tokio 1.24 harness.rs: a task that was aborted while it ran is cancelled when it returns pending.
    if (ran !== Ran.pending || !this.#isCancelled(thread)) return ran;
    tasks.failure[task] = Failure.aborted;
    return Ran.ready;
  }

  #isCancelled(thread: TokioThread): boolean {
    const flags = this.#machine.tasks.flags[thread.task];
    return !thread.inClosure && (flags & TaskFlag.cancelled) !== 0;
  }

  #follow(thread: TokioThread): Ran {
    const { program, tasks, threads } = this.#machine;
    const { task } = thread;
    if (thread.activity !== Activity.none) endActivity(this.#machine, thread);
    if (this.#awaitsClosure(thread)) return Ran.pending;
    for (;;) {
      const instruction = tasks.nextInstruction(task);
      const place = tasks.place[task];
      switch (instruction) {
        case Instruction.end:
          return Ran.ready;
        case Instruction.cpu: {
          const work = computeNs(this.#duration(place), this.#machine.interrupts);
          tasks.place[task]++;
          if (work === 0) break;
          beginActivity(this.#machine, thread, Activity.computing, program.location[place]);
          if (!threads.spend(thread, work)) return Ran.suspended;
          endActivity(this.#machine, thread);
          break;
        }
        case Instruction.block: {
          const length = sleepNs(this.#duration(place), this.#machine.latencies);
          tasks.place[task]++;
          if (length === 0) break;
          beginActivity(this.#machine, thread, Activity.blocking, program.location[place]);
          if (!threads.sleep(thread, length)) return Ran.suspended;
          endActivity(this.#machine, thread);
          break;
        }
        case Instruction.sleep:
          if (!this.#sleep(thread, task, place)) return Ran.pending;
          break;
        case Instruction.intervalBegin:
          firstDue(tasks, task, place);
          tasks.place[task]++;
          break;
        case Instruction.intervalTick:
          if (!tickInterval(this.#machine, thread, this, place)) return Ran.pending;
          break;
        case Instruction.io:
          if (tasks.awaiting[task] === Await.none) {
            tasks.awaiting[task] = Await.begun;
            const length = this.#duration(place);
            tasks.dueNs[task] = this.#machine.simulation.now + length;
            this.#machine.driver.startIo(task, length);
          }
          if (!this.awaitDone(thread)) return Ran.pending;
          break;
        case Instruction.yield:
          tasks.place[task]++;
          thread.deferred.push(task);
          return Ran.pending;
        case Instruction.selfWake:
          tasks.place[task]++;
          tasks.flags[task] |= TaskFlag.notified;
          return Ran.pending;
        case Instruction.ready:
          if (!this.hasBudget(thread)) return Ran.pending;
          thread.budget--;
          tasks.place[task]++;
          break;
        case Instruction.spawn: {
          const cost = spawnChild(this.#machine, this.#scheduler, thread, program.target[place]);
          tasks.place[task]++;
          if (!threads.spend(thread, cost)) return Ran.suspended;
          break;
        }
        case Instruction.join:
          if (!joinChildren(this.#machine, this, thread)) return Ran.pending;
          break;
        case Instruction.spawnBlocking: {
          if (!this.#hasPoolLock(thread)) return Ran.suspended;
          // The thread of the pool takes the task's place over, up to the closure's end.
          tasks.place[task]++;
          tasks.awaiting[task] = Await.begun;
          tasks.flags[task] |= TaskFlag.inClosure;
          // From here on the closure is what runs of the task.
          traceRest(this.#machine, thread);
          thread.tracedToNs = Infinity;
          if (!threads.spend(thread, this.#scheduler.spawnBlocking(task))) return Ran.suspended;
          if (this.#awaitsClosure(thread)) return Ran.pending;
          break;
        }
        case Instruction.blockInPlace: {
          if (!this.#hasPoolLock(thread)) return Ran.suspended;
          tasks.place[task]++;
          const cost = this.#scheduler.enterBlockInPlace(thread);
          if (!threads.spend(thread, cost)) return Ran.suspended;
          break;
        }
        case Instruction.closureEnd:
          if (thread.inClosure) return Ran.closureEnd;
          if (tasks.awaiting[task] === Await.none) {
            this.#scheduler.leaveBlockInPlace(thread);
            tasks.place[task]++;
          } else if (!this.awaitDone(thread)) return Ran.pending;
          break;
        case Instruction.parallel:
          if (tasks.awaiting[task] === Await.none) {
            tasks.awaiting[task] = Await.begun;
            if (!threads.spend(thread, this.#submitParallel(task, place))) return Ran.suspended;
          }
          if (!this.awaitDone(thread)) return Ran.pending;
          if (program.target[place] < 0) break;
          tasks.failure[task] = Failure.panicked;
          return Ran.ready;
        case Instruction.panic:
          if (thread.inClosure) {
            // 1.24 task/harness.rs: it ends the closure alone, whose JoinHandle has the error.
            tasks.place[task] = program.target[place];
            break;
          }
          if (program.target[place] >= 0) this.#scheduler.leaveBlockInPlace(thread);
          tasks.failure[task] = Failure.panicked;
          return Ran.ready;
        case Instruction.abort:
          tasks.place[task]++;
          thread.debtNs += abortChildren(this.#machine, this.#scheduler, thread);
          break;
        case Instruction.loopEnd:
          this.#machine.simulation.countTurns(jumpsBetweenEvents);
          if (!threads.spend(thread, 0)) return Ran.suspended;
          break;
        default:
          throw new Error(`instruction ${instruction} has no meaning on Tokio`);
      }
    }
  }

  /** Has a thread look at the driver: I/O and timers wake their tasks on it. Returns the cost. */
  turnDriver(thread: TokioThread): number {
    this.#turning = thread;
    return this.#machine.driver.turn(this.#wakeIo, this.#wakeTimer);
  }

  /** Wakes the tasks that called yield_now on this thread. Returns the cost. */
  wakeDeferred(thread: TokioThread): number {
    const { deferred } = thread;
    if (deferred.length === 0) return 0;
    let cost = 0;
    for (const task of deferred) cost += wake(this.#machine, this.#scheduler, task, thread);
    deferred.length = 0;
    return cost;
  }

  /**
   * An interval's timer fires while its task awaits something else. Resetting it to the next due time has kept the waker
   * of the poll before (1.24 time/entry.rs: reset, fire), so that the task is polled although there is nothing for it.
   */
  #wakeInVain(task: number): void {
    const { tasks, waits } = this.#machine;
    if (tasks.isComplete(task)) return;
    const isIdle = (tasks.flags[task] & (TaskFlag.notified | TaskFlag.running)) === 0;
    if (isIdle && tasks.awaiting[task] === Await.registered) waits?.emptyPoll(task);
    wake(this.#machine, this.#scheduler, task, this.#turning);
  }

  /** Something that a task awaits has happened: the task will see it, and is woken if it waits already. */
  fulfil(task: number, thread: TokioThread | null, readyNs: number, timer: boolean): number {
    const { tasks, waits } = this.#machine;
    if (tasks.isComplete(task)) return 0;
    const registered = tasks.awaiting[task] === Await.registered;
    tasks.flags[task] &= ~TaskFlag.inClosure;
    tasks.awaiting[task] = Await.done;
    if (!registered) return 0;
    waits?.ready(task, readyNs, timer);
    return wake(this.#machine, this.#scheduler, task, thread);
  }

  /** Records a task's completion, and wakes the one that waits for it. Returns the cost. */
  complete(task: number, thread: TokioThread): number {
    const { simulation, program, tasks, waits } = this.#machine;
    tasks.complete(task, simulation.now);
    tasks.flags[task] = 0;
    if (tasks.completed === tasks.length && this.#machine.allArrived()) simulation.stop();
    const parent = tasks.parent[task];
    if (
      parent === noTask ||
      tasks.awaiting[parent] !== Await.registered ||
      program.code[tasks.place[parent]] !== Instruction.join ||
      tasks.firstChild[parent] !== task
    ) {
      return 0;
    }
    tasks.awaiting[parent] = Await.none;
    waits?.ready(parent, simulation.now, false);
    return wake(this.#machine, this.#scheduler, parent, thread);
  }

  /**
   * Whether an operation may make progress. If the budget is spent it may not: the poll returns Pending, and the task
   * is woken at once (1.24 coop.rs) or after the next look at the driver (1.53).
   */
  hasBudget(thread: TokioThread): boolean {
    if (thread.budget > 0) return true;
    this.#machine.budgetForcedYieldCount++;
    if (this.#machine.version === "1.24") {
      this.#machine.tasks.flags[thread.task] |= TaskFlag.notified;
    } else thread.deferred.push(thread.task);
    return false;
  }

  /** For what `fulfil` ends: whether the task may go on, past the instruction. If not, the poll returns Pending. */
  awaitDone(thread: TokioThread): boolean {
    const { tasks } = this.#machine;
    const { task } = thread;
    if (!this.hasBudget(thread)) return false;
    if (tasks.awaiting[task] !== Await.done) {
      tasks.awaiting[task] = Await.registered;
      return false;
    }
    thread.budget--;
    tasks.awaiting[task] = Await.none;
    tasks.place[task]++;
    return true;
  }

  /** The run has ended: records the activity that has not. */
  finish(thread: TokioThread): void {
    if (thread.activity !== Activity.none) endActivity(this.#machine, thread);
  }

  /** Ends the poll's record, of its length and in the trace. */
  end(thread: TokioThread): void {
    const { simulation, tasks } = this.#machine;
    if (!thread.inClosure) tasks.pollTimes.add(simulation.now - thread.polledSinceNs);
    traceRest(this.#machine, thread);
  }

  /**
   * Whether the thread polls a task whose closure runs on another thread: there is nothing to do but to await it. It
   * may have ended while it was handed over, and then the task goes on at once.
   */
  #awaitsClosure(thread: TokioThread): boolean {
    const { simulation, tasks } = this.#machine;
    const { task } = thread;
    if (thread.inClosure) return false;
    if ((tasks.flags[task] & TaskFlag.inClosure) !== 0) {
      tasks.awaiting[task] = Await.registered;
      thread.tracedToNs = Infinity;
      return true;
    }
    if (thread.tracedToNs === Infinity) thread.tracedToNs = simulation.now;
    return false;
  }

  /** A poll has returned: whether its task was woken meanwhile, and so is to be queued again. */
  isWoken(task: number): boolean {
    const { simulation, tasks, waits } = this.#machine;
    if (tasks.isComplete(task)) return false;
    tasks.flags[task] &= ~TaskFlag.running;
    if ((tasks.flags[task] & TaskFlag.notified) === 0) return false;
    tasks.scheduledNs[task] = simulation.now;
    if (tasks.awaiting[task] === Await.registered) waits?.emptyPoll(task);
    return true;
  }

  #duration(place: number): number {
    return durationOf(this.#machine.program, place, this.#machine.durations);
  }

  #submitParallel(task: number, place: number): number {
    const { count, location, target } = this.#machine.program;
    const pool = this.#scheduler.parallelPool;
    const draw = (): number => this.#duration(place);
    return pool?.submit(task, location[place], count[place], target[place], draw) ?? 0;
  }

  /** False: the thread sleeps until the blocking pool's lock may be free. */
  #hasPoolLock(thread: TokioThread): boolean {
    for (;;) {
      const wait = this.#scheduler.lockedForNs();
      if (wait === 0) return true;
      if (!this.#machine.threads.sleep(thread, wait)) return false;
    }
  }

  /** Returns whether the sleep is over. */
  #sleep(thread: TokioThread, task: number, place: number): boolean {
    const { driver, simulation, tasks } = this.#machine;
    if (tasks.awaiting[task] === Await.none) {
      tasks.dueNs[task] = simulation.now + this.#duration(place);
      tasks.awaiting[task] = Await.begun;
    }
    if (!this.hasBudget(thread)) return false;
    if (tasks.awaiting[task] === Await.begun) {
      const timer = driver.register(task, tasks.dueNs[task]);
      thread.debtNs += driver.costNs;
      if (driver.hasFired(timer)) {
        driver.releaseTimer(timer);
        tasks.awaiting[task] = Await.done;
      } else driver.awaitTimer(timer);
    }
    if (!this.awaitDone(thread)) return false;
    tasks.recordLateness(task, simulation.now - tasks.dueNs[task]);
    return true;
  }
}
