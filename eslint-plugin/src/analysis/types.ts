/**
 * What the analysis tells about code, as plain data: rules print it, `unblock-simulator/workload` turns it into
 * scenarios, the language server into diagnostics and lenses.
 */
import type { BlockingKind } from "../catalog/types.js";

/** A range in a file. Lines count from 1, columns from 0, as in ESTree. */
export interface SourceRange {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where a duration comes from. The word is shown beside every figure. */
export type EstimateSource = "computed" | "measured" | "typical" | "set";

/** A duration in milliseconds, as a range with a typical value and its source. */
export interface Estimate {
  readonly lowMs: number;
  readonly typicalMs: number;
  readonly highMs: number;
  readonly source: EstimateSource;
  /** One phrase that says how the figures were had: "600,000 iterations", "1 kB file, page cache". */
  readonly basis: string;
}

/** How sure the analysis is that the call blocks the event loop. */
export type Confidence = "definite" | "probable" | "possible";

/**
 * Why code runs on the event loop:
 * - `async`: in an async function, or inline in one.
 * - `promise`: in a function that returns a promise without being async.
 * - `reaction`: in what `then`, `catch`, `finally` or `queueMicrotask` was given.
 * - `handler`: in a request handler that is not async. `listener`: of an event. `timer`: of a timer or of process.nextTick.
 * - `callback`: in a callback in Node.js' style, which takes an error first.
 * - `top-level`: in a module's own body after its first `await`.
 * - `spin`: anywhere but in a worker; a loop that spins harms wherever it stands.
 */
export type ExecutionContext =
  | "async"
  | "promise"
  | "reaction"
  | "handler"
  | "listener"
  | "timer"
  | "callback"
  | "top-level"
  | "spin";

/**
 * What takes a step off the event loop:
 * - `timer`: it only waits for time to pass; an awaited timer does the same.
 * - `async`: the API has an awaited form that needs no thread (sockets, child processes).
 * - `threadpool`: the API has an awaited form that runs on libuv's pool (fs, crypto, zlib).
 * - `spawn-blocking`: real work, or no asynchronous form: a worker thread.
 */
export type Remedy = "timer" | "async" | "threadpool" | "spawn-blocking";

/** One link of the chain from a function on the event loop down to the call that blocks. */
export interface ChainLink {
  /** The function's name as reports print it. */
  readonly name: string;
  /** The call within the caller. */
  readonly at: SourceRange;
}

/** One thing that blocks the event loop. */
export interface Finding {
  readonly rule: "no-blocking-call" | "no-busy-wait" | "no-blocking-chain";
  /** The full name of what is reached: "node:fs.readFileSync", "Atomics.wait", "busy loop". */
  readonly api: string;
  readonly kind: BlockingKind;
  readonly confidence: Confidence;
  readonly context: ExecutionContext;
  readonly at: SourceRange;
  /** The qualified name of the function on the event loop that contains it. */
  readonly functionName: string;
  readonly estimate: Estimate;
  readonly remedy: Remedy;
  /** Empty for a direct call. */
  readonly chain: readonly ChainLink[];
}

/** One step of a function, in source order. */
export type ProfileStep =
  /** The thread stands still, using no processor: synchronous I/O, a child process, `Atomics.wait`. */
  | BlockingStep<"block">
  /** The thread computes: a hash, compression, a busy loop. */
  | BlockingStep<"compute">
  /** An awaited timer. */
  | AwaitedStep<"timer">
  /** Awaited I/O that needs no thread: sockets, child processes. */
  | AwaitedStep<"io">
  /** An awaited operation on libuv's threads: fs, crypto, zlib, dns.lookup. */
  | AwaitedStep<"threadpool">
  /** Awaited work on a worker thread: `spawnBlocking` and its like. */
  | AwaitedStep<"worker">
  /** A loop: its steps run `count` times. */
  | {
      readonly kind: "loop";
      readonly count: number;
      /** `computed` where the bound is a constant, else `typical`. */
      readonly countSource: EstimateSource;
      readonly at: SourceRange;
      readonly steps: readonly ProfileStep[];
    };

export interface BlockingStep<K extends "block" | "compute"> {
  readonly kind: K;
  readonly api: string;
  readonly estimate: Estimate;
  readonly remedy: Remedy;
  readonly at: SourceRange;
  readonly chain: readonly ChainLink[];
}

export interface AwaitedStep<K extends string> {
  readonly kind: K;
  readonly api: string;
  readonly estimate: Estimate;
  readonly at: SourceRange;
}

/** What one function does, step by step. */
export interface FunctionProfile {
  /** "handler", "UserService.find", "default", or "(anonymous)". */
  readonly name: string;
  readonly isDefaultExport: boolean;
  readonly isAsync: boolean;
  readonly at: SourceRange;
  readonly steps: readonly ProfileStep[];
  /** The findings whose `functionName` range is this function. */
  readonly findings: readonly Finding[];
}

/** Everything the analysis knows about one file. */
export interface FileAnalysis {
  readonly path: string;
  /** Functions that run on the event loop, in source order; those without findings too. */
  readonly functions: readonly FunctionProfile[];
  readonly findings: readonly Finding[];
}
