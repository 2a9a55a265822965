/** The two ways to say what to run, and what is checked before anything runs. */
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Transferable } from "node:worker_threads";
import { SpawnError } from "./errors.js";
import { textOf } from "./function-text.js";
import type { JobKind, JoinHandle } from "./job.js";
import type { Code } from "./message.js";

export interface SpawnOptions {
  /** Stops the job, as `abort()` does, while it waits for a thread. A job that runs goes on. */
  readonly signal?: AbortSignal;
  /** Memory and ports that are handed over to the thread rather than copied; the caller has them no longer. */
  readonly transfer?: readonly Transferable[];
  /** Hands memory of the result (its own, or that of its direct members) over rather than copying it. */
  readonly transferResult?: boolean;
  /** A job that mostly waits may use a thread beyond the number of cores. Default: "compute". */
  readonly kind?: JobKind;
}

type AnyFunction = (...args: never[]) => unknown;

export interface SpawnBlocking {
  /**
   * Runs a self-contained function on a thread. It is sent as text: it sees its arguments and globals, and nothing of
   * what stands around it; fetch built-in modules inside with `process.getBuiltinModule("node:crypto")`.
   *
   * Arguments and result are copied by the structured clone algorithm, when a thread takes the job; Buffers stay
   * Buffers.
   *
   * @throws JoinError (as a rejection) if the function throws, the job is aborted, or the thread dies.
   * @throws SpawnError (as a rejection) if the job can't be taken, or a value can't be sent.
   */
  <R>(fn: () => R, args?: readonly [], options?: SpawnOptions): JoinHandle<Awaited<R>>;
  <A extends readonly unknown[], R>(
    fn: (...args: A) => R,
    args: readonly [...A],
    options?: SpawnOptions,
  ): JoinHandle<Awaited<R>>;
  /**
   * Runs an export of a module on a thread: `spawnBlocking<typeof hash>(new URL("./work.js", import.meta.url), "hash",
   * [password])`. The thread loads the module once.
   *
   * @param url a URL, the text of one, or an absolute path.
   */
  <F extends AnyFunction = (...args: unknown[]) => unknown>(
    url: URL | string,
    exportName: string,
    args?: Readonly<Parameters<F>>,
    options?: SpawnOptions,
  ): JoinHandle<Awaited<ReturnType<F>>>;
}

/** What to run, and what came after it in the call. */
export interface Call {
  readonly code: Code;
  readonly rest: readonly unknown[];
}

export function invalid(message: string): SpawnError {
  return new SpawnError("ERR_SPAWN_BLOCKING_ARGUMENT", message);
}

/** Reads `fn` or `url, exportName` from the front of a call's arguments. */
export function readCall(caller: string, first: unknown, rest: readonly unknown[]): Call {
  if (typeof first === "function") {
    const text = textOf(first as AnyFunction);
    if (text === undefined) {
      throw invalid(
        `${caller} was given a native or bound function, which has no text to send to a thread`,
      );
    }
    return { code: { text }, rest };
  }
  if (!(first instanceof URL) && typeof first !== "string") {
    throw invalid(`${caller} wants a function, or a module's URL, first: not ${typeof first}`);
  }
  const [exportName, ...others] = rest;
  if (typeof exportName !== "string") {
    throw invalid(
      `${caller} wants the name of an export after a module's URL: not ${typeof exportName}`,
    );
  }
  return { code: { url: moduleUrl(caller, first), exportName }, rest: others };
}

function moduleUrl(caller: string, url: URL | string): string {
  if (typeof url !== "string") return url.href;
  if (isAbsolute(url)) return pathToFileURL(url).href;
  if (URL.canParse(url)) return url;
  throw invalid(`${caller} wants an absolute path or a URL of a module: not "${url}"`);
}

const optionNames: ReadonlySet<string> = new Set(["signal", "transfer", "transferResult", "kind"]);

/** @throws SpawnError where an option is unknown or of the wrong type. */
export function checkOptions(caller: string, options: unknown, names = optionNames): SpawnOptions {
  if (options === undefined) return {};
  if (typeof options !== "object" || options === null) {
    throw invalid(`the options of ${caller} must be an object`);
  }
  for (const name of Object.keys(options)) {
    if (!names.has(name)) throw invalid(`unknown option of ${caller}: "${name}"`);
  }
  const { signal, transfer, kind } = options as Record<string, unknown>;
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw invalid(`the option "signal" of ${caller} must be an AbortSignal`);
  }
  if (transfer !== undefined && !Array.isArray(transfer)) {
    throw invalid(`the option "transfer" of ${caller} must be an array`);
  }
  if (kind !== undefined && kind !== "compute" && kind !== "wait") {
    throw invalid(`the option "kind" of ${caller} must be "compute" or "wait"`);
  }
  return options;
}
