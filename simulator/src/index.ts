/** The browser-safe part of the simulator. */
export type { Cause } from "./explain/cause.js";
export type { Result, Summary, TaskResult, WorkerResult } from "./report/result.js";
export type * from "./scenario/types.js";
export type { Trace } from "./engine/trace.js";
