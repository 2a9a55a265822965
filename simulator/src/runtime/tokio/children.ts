/** What a task does with the tasks that it spawns: spawning, aborting and joining them (tokio 1.24 task/join.rs). */
import { spawnNs } from "../costs.js";
import { Await, noTask } from "../task-table.js";
import type { Executor } from "./executor.js";
import type { TokioMachine } from "./machine.js";
import type { Scheduler } from "./scheduler.js";
import type { TokioThread } from "./tokio-thread.js";
import { TaskFlag, wake } from "./wake.js";

/** The thread's task spawns one of a class. Returns the cost. */
export function spawnChild(
  machine: TokioMachine,
  scheduler: Scheduler,
  thread: TokioThread,
  classIndex: number,
): number {
  const { simulation, tasks, maxTasks } = machine;
  if (tasks.length >= maxTasks) {
    machine.tooManyTasks = true;
    simulation.stop();
    return 0;
  }
  const child = tasks.add(classIndex, simulation.now, thread.task);
  return spawnNs + wake(machine, scheduler, child, thread);
}

/** JoinHandle::abort of each: one that does not run is scheduled, to be cancelled when its turn comes. Returns the cost. */
export function abortChildren(
  machine: TokioMachine,
  scheduler: Scheduler,
  thread: TokioThread,
): number {
  const { tasks } = machine;
  let cost = 0;
  let child = tasks.firstChild[thread.task];
  for (; child !== noTask; child = tasks.nextSibling[child]) {
    if (tasks.isComplete(child)) continue;
    tasks.flags[child] |= TaskFlag.cancelled;
    cost += wake(machine, scheduler, child, thread);
  }
  return cost;
}

/** Returns whether all tasks that were spawned have been joined. */
export function joinChildren(
  machine: TokioMachine,
  executor: Executor,
  thread: TokioThread,
): boolean {
  const { tasks } = machine;
  const { task } = thread;
  tasks.awaiting[task] = Await.none;
  for (;;) {
    const child = tasks.firstChild[task];
    if (child === noTask) break;
    if (!executor.hasBudget(thread)) return false;
    if (!tasks.isComplete(child)) {
      tasks.awaiting[task] = Await.registered;
      return false;
    }
    thread.budget--;
    tasks.joined(task);
  }
  tasks.place[task]++;
  return true;
}
