/** The errors with which jobs reject. */
import { inspect } from "node:util";
import { JoinError } from "./errors.js";
import type { Failure, JobMessage } from "./message.js";
import { rebuildThrown } from "./thrown.js";

/** @param reason the signal's, if a signal did it. */
export function abortedError(reason: unknown): JoinError {
  return new JoinError("the job was aborted before it started", {
    reason: "aborted",
    cause: reason,
    // As of every aborted operation of the platform.
    properties: { name: "AbortError", code: "ABORT_ERR" },
  });
}

/** @param what "died while it ran the job", "could not start". */
export function deathError(cause: unknown, what: string): JoinError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && "code" in cause ? { code: cause.code } : {};
  return new JoinError(`the thread ${what}: ${why}`, { reason: "died", cause, properties: code });
}

export function thrownError(message: JobMessage, failure: Failure & { kind: "threw" }): JoinError {
  const cause = rebuildThrown(failure.thrown);
  const index = failure.index === undefined ? {} : { index: failure.index };
  if (!(cause instanceof Error)) {
    return new JoinError(`the job threw ${inspect(cause)}`, {
      reason: "threw",
      cause,
      properties: index,
    });
  }
  return new JoinError(cause.message + hint(message, cause), {
    reason: "threw",
    cause,
    properties: { ...cause, name: cause.name, ...index },
  });
}

/** What to do about the commonest mistake: a function that uses a variable from around it. */
function hint(message: JobMessage, cause: Error): string {
  const name = /^(\S+) is not defined$/.exec(cause.message)?.[1];
  if (message[1] !== undefined || !(cause instanceof ReferenceError) || name === undefined)
    return "";
  return ` (a function runs in its thread without the variables and imports around it: pass ${name} in the arguments)`;
}
