/** The state of a task as its wakers see it (tokio 1.24 task/state.rs), and waking by it. */
import type { TokioMachine } from "./machine.js";
import type { Scheduler } from "./scheduler.js";
import type { TokioThread } from "./tokio-thread.js";

/** Bits of a task's flags. */
export const TaskFlag = {
  /** It stands in a queue, or will as soon as its poll ends. */
  notified: 1,
  /** A thread polls it. */
  running: 2,
  /** A thread of the blocking pool runs its closure. */
  inClosure: 4,
  /** It has been aborted, and ends when it would next be polled, or as the poll that is under way ends. */
  cancelled: 8,
} as const;

/**
 * Wakes a task: several wakes before its next poll are one, and one that is being polled is queued by its own thread
 * afterwards. Returns what it costs the waking thread (null: one outside the runtime).
 */
export function wake(
  machine: TokioMachine,
  scheduler: Scheduler,
  task: number,
  thread: TokioThread | null,
): number {
  const { tasks } = machine;
  const flags = tasks.flags[task];
  if ((flags & TaskFlag.notified) !== 0 || tasks.isComplete(task)) return 0;
  tasks.flags[task] = flags | TaskFlag.notified;
  if ((flags & TaskFlag.running) !== 0) return 0;
  tasks.scheduledNs[task] = machine.simulation.now;
  return scheduler.schedule(task, thread, false);
}
