/** Blocking work on a pool of threads: what `tokio::task::spawn_blocking` is to Rust, for Node.js. */
import { Pool } from "./pool.js";

export { Pool } from "./pool.js";
export { JoinError, SpawnError } from "./errors.js";
export { yieldNow } from "./yield-now.js";
export type { JoinErrorReason, SpawnErrorCode } from "./errors.js";
export type * from "./types.js";

/** The pool behind `spawnBlocking` and `parallelMap`. Its threads start with the first job. */
export const defaultPool = new Pool();

/** Runs a self-contained function, or an export of a module, on a thread of the default pool. */
export const spawnBlocking = defaultPool.spawnBlocking;

/** Maps items across the threads of the default pool; results come in the order of the items. */
export const parallelMap = defaultPool.parallelMap;
