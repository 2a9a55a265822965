/** The errors that callers see. */

/**
 * Why a job has no result:
 * - `threw`: its function threw; `cause` is what it threw.
 * - `aborted`: it was stopped before it started; `cause` is the signal's reason.
 * - `died`: its thread ended under it (out of memory, `process.exit`) or could not start; `cause` says how.
 */
export type JoinErrorReason = "threw" | "aborted" | "died";

interface JoinErrorOptions {
  readonly reason: JoinErrorReason;
  readonly cause: unknown;
  // Own properties to carry: `name`, `code`, `errno` and whatever else the original has.
  readonly properties?: Readonly<Record<string, unknown>>;
}

const OWN = new Set(["message", "stack", "cause", "reason"]);

/**
 * A job that did not finish. Where its function threw an error, this one carries that error's `name`, `message` and
 * own properties (`code`, `errno`, `syscall`, `path`, …), so that a `catch` clause that looks at them works as it did
 * when the function was called directly; the error itself, with the stack of the thread, is the `cause`.
 */
export class JoinError extends Error {
  // Stays what it is when the package is minified.
  static override readonly name = "JoinError";
  readonly reason: JoinErrorReason;

  constructor(message: string, options: JoinErrorOptions) {
    super(message, { cause: options.cause });
    this.reason = options.reason;
    for (const [key, value] of Object.entries(options.properties ?? {})) {
      if (!OWN.has(key)) {
        Object.defineProperty(this, key, {
          value,
          enumerable: key !== "name",
          configurable: true,
          writable: true,
        });
      }
    }
  }
}
Object.defineProperty(JoinError.prototype, "name", {
  value: "JoinError",
  configurable: true,
  writable: true,
});

/**
 * - `ERR_SPAWN_BLOCKING_ARGUMENT`: the call itself is wrong (no function, an unknown option, a limit out of range).
 * - `ERR_SPAWN_BLOCKING_NOT_CLONEABLE`: an argument or the result can't be sent between threads.
 * - `ERR_SPAWN_BLOCKING_QUEUE_FULL`: as many jobs wait as the pool allows.
 * - `ERR_SPAWN_BLOCKING_CLOSED`: the pool was closed.
 */
export type SpawnErrorCode =
  | "ERR_SPAWN_BLOCKING_ARGUMENT"
  | "ERR_SPAWN_BLOCKING_NOT_CLONEABLE"
  | "ERR_SPAWN_BLOCKING_QUEUE_FULL"
  | "ERR_SPAWN_BLOCKING_CLOSED";

/** A job that the pool would not take, or whose result it could not bring back. */
export class SpawnError extends Error {
  static override readonly name = "SpawnError";
  readonly code: SpawnErrorCode;

  constructor(code: SpawnErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
Object.defineProperty(SpawnError.prototype, "name", {
  value: "SpawnError",
  configurable: true,
  writable: true,
});
