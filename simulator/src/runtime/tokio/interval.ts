/** Tokio's Interval (1.24 time/interval.rs): due times at fixed distances, and what becomes of missed ones. */
import { MissedTick } from "../instructions.js";
import { Await } from "../task-table.js";
import type { TaskTable } from "../task-table.js";
import type { Executor } from "./executor.js";
import type { TokioMachine } from "./machine.js";
import type { TokioThread } from "./tokio-thread.js";
import { TaskFlag } from "./wake.js";

/** Lateness from which on an interval treats a tick as missed (interval.rs: poll_tick). */
const missedAfterNs = 5_000_000;

const noTimer = -1;

// An interval's slots: the due time, its timer, and what is left of the loop around its steps.
const timerSlotAfterDue = 1;
const roundsSlot = 2;

/** Sets the first due time of the interval that begins at `place`. */
export function firstDue(tasks: TaskTable, task: number, place: number): void {
  const { intervals, slot, target } = tasks.program;
  const { phaseNs, phaseStepNs, everyNs } = intervals[target[place]];
  tasks.setSlot(task, slot[place], phaseNs + tasks.ordinal[task] * phaseStepNs + everyNs);
  tasks.setSlot(task, slot[place] + timerSlotAfterDue, noTimer);
}

/** Returns whether the tick has come; if so, the next due time is set and its timer registered, as in `poll_tick`. */
export function tickInterval(
  machine: TokioMachine,
  thread: TokioThread,
  executor: Executor,
  place: number,
): boolean {
  const { driver, program, simulation, tasks } = machine;
  const { task } = thread;
  const dueSlot = program.slot[place];
  const timerSlot = dueSlot + timerSlotAfterDue;
  const due = tasks.slot(task, dueSlot);
  if (!executor.hasBudget(thread)) return false;
  if (tasks.awaiting[task] === Await.none) {
    tasks.awaiting[task] = Await.begun;
    tasks.dueNs[task] = due;
    if (tasks.slot(task, timerSlot) === noTimer) {
      tasks.setSlot(task, timerSlot, driver.register(task, due));
      thread.debtNs += driver.costNs;
    }
    const timer = tasks.slot(task, timerSlot);
    if (driver.hasFired(timer)) {
      driver.releaseTimer(timer);
      tasks.awaiting[task] = Await.done;
    } else driver.awaitTimer(timer);
  }
  if (!executor.awaitDone(thread)) return false;
  tasks.recordLateness(task, simulation.now - due);
  const next = nextDue(due, simulation.now, program.intervals[program.target[place]]);
  // The last tick's timer would be dropped with the interval.
  const rounds = program.count[place];
  if (rounds === 1 || tasks.slot(task, dueSlot + roundsSlot) === 1) return true;
  tasks.setSlot(task, dueSlot, next);
  // The Sleep inside is reset at once, and so registered, long before anybody awaits it.
  const timer = driver.register(task, next);
  tasks.setSlot(task, timerSlot, timer);
  thread.debtNs += driver.costNs;
  // A deadline that has passed fires at once, and wakes the task that is just polling it (time/mod.rs: reregister).
  if (driver.hasFired(timer)) tasks.flags[task] |= TaskFlag.notified;
  return true;
}

/** The due time after one that was acted on at `now`; all in nanoseconds. */
export function nextDue(
  due: number,
  now: number,
  interval: { readonly everyNs: number; readonly missed: MissedTick },
): number {
  const { everyNs, missed } = interval;
  if (now <= due + missedAfterNs || missed === MissedTick.burst) return due + everyNs;
  if (missed === MissedTick.delay) return now + everyNs;
  return now + everyNs - ((now - due) % everyNs);
}
