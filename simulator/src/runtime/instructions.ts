/** What a step compiles to. Control flow is `TaskTable`'s to follow; the rest means something to a runtime. */
export const Instruction = {
  /** The task is done. */
  end: 0,
  /** Computes for a duration. */
  cpu: 1,
  /** Blocks the thread for a duration. */
  block: 2,
  /** Awaits a timer, a duration from now. */
  sleep: 3,
  /** Enters an interval: sets its first due time. */
  intervalBegin: 4,
  /** Awaits the interval's next due time, then sets the one after. */
  intervalTick: 5,
  /** Awaits I/O that completes after a duration. */
  io: 6,
  /** yield_now. */
  yield: 7,
  /** Wakes itself and returns pending. */
  selfWake: 8,
  /** Awaits something that is ready, which costs one unit of budget. */
  ready: 9,
  /** Starts one task of the class `target`. */
  spawn: 10,
  /** Awaits the tasks that it spawned, in the order in which it spawned them. */
  join: 11,
  /** Hands the instructions up to the matching `closureEnd` to the blocking pool and awaits them. */
  spawnBlocking: 12,
  /** Runs the instructions up to the matching `closureEnd` here, after handing the core to another thread. */
  blockInPlace: 13,
  closureEnd: 14,
  /** Awaits `count` items, each a duration of computing, on the data-parallel pool; panics then if item `target` has. */
  parallel: 15,
  /** Awaits an operation of a duration on libuv's thread pool; `count` is 1 for one of its slow ones. */
  threadpool: 16,
  /** Control flow: sets the counter in `slot` to `count`. */
  loopBegin: 17,
  /** Control flow: counts `slot` down, and goes back to `target` unless it was the last round. */
  loopEnd: 18,
  /** The task ends by a panic (Node.js: an error); within a closure, whose `closureEnd` is `target`, that of spawn_blocking does. */
  panic: 19,
  /** Aborts the tasks that it spawned and has not joined. */
  abort: 20,
  /** Awaits process.nextTick. */
  nextTick: 21,
} as const;
export type Instruction = (typeof Instruction)[keyof typeof Instruction];

/** What an interval does about due times that it has missed (Tokio's MissedTickBehavior). */
export const MissedTick = { burst: 0, delay: 1, skip: 2 } as const;
export type MissedTick = (typeof MissedTick)[keyof typeof MissedTick];
