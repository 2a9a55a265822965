/** A thread that runs tasks of Tokio, or closures for them. */
import { OsThread } from "../os-thread.js";
import type { Core } from "../multi-thread/core.js";
import { noTask } from "../task-table.js";

/** What runs on a thread: a worker's loop, the blocking pool's, or current_thread's. */
export interface ThreadLoop {
  /** Goes on in the thread's phase. */
  resume(thread: TokioThread): void;
  /** The run has ended: records what the thread is in the middle of. */
  finish(thread: TokioThread): void;
}

/** What a thread is in the middle of, inside a task. */
export const Activity = { none: 0, computing: 1, blocking: 2 } as const;
export type Activity = (typeof Activity)[keyof typeof Activity];

/** The cooperative budget of a poll (tokio coop.rs). */
export const fullBudget = 128;

export class TokioThread extends OsThread {
  loop: ThreadLoop;
  /** The worker's core that it holds; null on a thread that is not, or no longer, a worker. */
  core: Core | null = null;
  /** The task that it polls, or whose closure it runs. */
  task = noTask;
  /** Runs a closure of spawn_blocking rather than polling the task. */
  inClosure = false;
  /** What is left of the cooperative budget. */
  budget = fullBudget;
  /** In block_in_place: the budget to go on with afterwards, and the core that was given up. */
  budgetBeforeBlocking = fullBudget;
  gaveUp: Core | null = null;
  /** What the operations of this poll have cost, not yet spent. */
  debtNs = 0;
  /** Tasks that have called yield_now: woken after the next look at the driver (1.24 defer.rs). */
  readonly deferred: number[] = [];

  pollStartNs = 0;
  /** When the poll began; `pollStartNs` begins again with each block_in_place. */
  polledSinceNs = 0;
  /** Since the poll's start: the time in which it blocked. */
  blockedNs = 0;
  activity: Activity = Activity.none;
  activityStartNs = 0;
  activityLocation = -1;
  /** From here on the trace has no segment of this poll yet. */
  tracedToNs = 0;
  /** The task was stolen just before this poll. */
  stolen = false;
  /** When it last went idle, as a thread of the blocking pool. */
  idleSinceNs = 0;

  constructor(id: number, lane: number, loop: ThreadLoop) {
    super(id, lane);
    this.loop = loop;
  }

  override resume(): void {
    this.loop.resume(this);
  }

  override finish(): void {
    this.loop.finish(this);
  }
}
