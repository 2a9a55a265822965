/** The two ways to say what to run, and what is checked before anything runs. */
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { SpawnError } from "./errors.js";
import { textOf } from "./function-text.js";
import type { Code } from "./message.js";
import type { SpawnOptions } from "./types.js";

/** A call, read: what to run, and what came after it. */
export interface Call extends Code {
  /** What comes right after: a job's arguments, a map's options. Not yet checked, as the options. */
  readonly second: unknown;
  readonly options: unknown;
}

export function invalid(message: string): SpawnError {
  return new SpawnError("ERR_SPAWN_BLOCKING_ARGUMENT", message);
}

/** Reads `fn, second, options` or `url, exportName, second, options`. */
export function readCall(
  caller: string,
  first: unknown,
  second: unknown,
  third: unknown,
  fourth: unknown,
): Call {
  if (typeof first === "function") {
    const source = textOf(first as (...args: never[]) => unknown);
    if (source === undefined) {
      throw invalid(
        `${caller} was given a native or bound function, which has no text to send to a thread`,
      );
    }
    return { source, exportName: undefined, second, options: third };
  }
  if (!(first instanceof URL) && typeof first !== "string") {
    throw invalid(`${caller} wants a function, or a module's URL, first: not ${typeof first}`);
  }
  if (typeof second !== "string") {
    throw invalid(
      `${caller} wants the name of an export after a module's URL: not ${typeof second}`,
    );
  }
  return { source: moduleUrl(caller, first), exportName: second, second: third, options: fourth };
}

function moduleUrl(caller: string, url: URL | string): string {
  if (typeof url !== "string") return url.href;
  if (isAbsolute(url)) return pathToFileURL(url).href;
  if (URL.canParse(url)) return url;
  throw invalid(`${caller} wants an absolute path or a URL of a module: not "${url}"`);
}

const NO_OPTIONS: SpawnOptions = {};

const optionNames: ReadonlySet<string> = new Set(["signal", "transfer", "transferResult", "kind"]);

/** @throws SpawnError where an option is unknown or of the wrong type. */
export function checkOptions(caller: string, options: unknown, names = optionNames): SpawnOptions {
  if (options === undefined) return NO_OPTIONS;
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
