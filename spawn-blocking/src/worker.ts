/** What runs in each thread: piscina calls the default export with one message after the other. */
import { FunctionTextError, functionOf } from "./function-text.js";
import { loadExport } from "./load-export.js";
import type { Callable } from "./load-export.js";
import type { JobExtras, JobMessage, Outcome, ResultErrors } from "./message.js";
import { compact, examine, locate, pathText, restore } from "./sendable.js";
import type { BufferPath } from "./sendable.js";
import { describeThrown } from "./thrown.js";

/** Functions made of texts, or loaded, by what makes them. Bounded, since a program may make texts without end. */
const known = new Map<string, Callable>();
const MAX_KNOWN = 500;

/** What was called last: most threads call the same again and again. */
let lastSource: string | undefined;
let lastExport: string | undefined;
let last: Callable | undefined;

/** A function that was called before is had at once: a turn of promises for each job would be felt. */
function functionFor(source: string, exportName: string | undefined): Callable | Promise<Callable> {
  if (last !== undefined && source === lastSource && exportName === lastExport) return last;
  const key = exportName === undefined ? source : `${exportName} ${source}`;
  const remember = (fn: Callable): Callable => {
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(key, fn);
    [lastSource, lastExport, last] = [source, exportName, fn];
    return fn;
  };
  const found = known.get(key);
  if (found !== undefined) return remember(found);
  const made = exportName === undefined ? functionOf(source) : loadExport(source, exportName);
  return typeof made === "function" ? remember(made) : made.then(remember);
}

const NO_EXTRAS: JobExtras = {};

/** Not async itself: where neither the function nor its loading waits, nothing here does. */
export default function run(message: JobMessage): Outcome | Promise<Outcome> {
  const start = performance.now();
  try {
    const fn = functionFor(message[0], message[1]);
    const { buffers, chunkStart, transferResult } = message[3] ?? NO_EXTRAS;
    if (typeof fn !== "function" || chunkStart !== undefined || transferResult === true) {
      return runWithExtras(message, fn, start);
    }
    const result = fn(...(buffers === undefined ? message[2] : restore(message[2], buffers)));
    return isThenable(result) ? settled(result, start) : returned(result, start);
  } catch (error) {
    return failed(error, undefined, start);
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    ((typeof value === "object" && value !== null) || typeof value === "function") &&
    typeof (value as Partial<PromiseLike<unknown>>).then === "function"
  );
}

async function settled(promise: PromiseLike<unknown>, start: number): Promise<Outcome> {
  try {
    return returned(await promise, start);
  } catch (error) {
    return failed(error, undefined, start);
  }
}

function returned(result: unknown, start: number): Outcome {
  return outcomeOf(compact(result), undefined, performance.now() - start);
}

function failed(error: unknown, index: number | undefined, start: number): Outcome {
  const runMs = performance.now() - start;
  if (error instanceof FunctionTextError) return refusal(runMs, error.message);
  const failure = { kind: "threw", thrown: describeThrown(error), index } as const;
  return [runMs, undefined, examine(failure).buffers, failure];
}

async function runWithExtras(
  message: JobMessage,
  found: Callable | Promise<Callable>,
  start: number,
): Promise<Outcome> {
  const sent = message[2];
  const extras = message[3];
  const chunkStart = extras?.chunkStart;
  let index = chunkStart;
  try {
    const fn = await found;
    const args = extras?.buffers === undefined ? sent : restore(sent, extras.buffers);
    let result: unknown;
    if (index === undefined) {
      result = await fn(...args);
    } else {
      const [items, ...rest] = args as [unknown[], ...unknown[]];
      const results: unknown[] = [];
      for (const item of items) {
        results.push(await fn(item, index, ...rest));
        index++;
      }
      result = results;
    }
    const outcome = outcomeOf(compact(result), chunkStart, performance.now() - start);
    return extras?.transferResult === true ? await handOver(outcome) : outcome;
  } catch (error) {
    return failed(error, index, start);
  }
}

function outcomeOf(result: unknown, chunkStart: number | undefined, runMs: number): Outcome {
  if (result === undefined) return runMs;
  const { buffers, errors, doubtful, unsendable: found } = examine(result);
  // Piscina does not survive a result that it can't post.
  const unsendable = found ?? (doubtful ? locate(result) : undefined);
  if (unsendable === undefined) {
    if (errors !== undefined) return [runMs, result, buffers, undefined, resultErrors(errors)];
    return buffers === undefined ? [runMs, result] : [runMs, result, buffers];
  }
  const { path, description } = unsendable;
  const where =
    chunkStart === undefined
      ? pathText("the result", path)
      : pathText(`the result for items[${chunkStart + Number(path[0])}]`, path.slice(1));
  return refusal(runMs, `${where} is ${description}, which can't be sent to another thread`);
}

function resultErrors(errors: readonly { path: BufferPath; error: Error }[]): ResultErrors {
  const list = errors.map(({ path, error }) => ({ path, thrown: describeThrown(error) }));
  return { list, buffers: examine(list).buffers };
}

function refusal(runMs: number, message: string): Outcome {
  return [runMs, undefined, undefined, { kind: "refused", message }];
}

async function handOver(outcome: Outcome): Promise<Outcome> {
  // Loaded only here: a thread that hands nothing over starts without it.
  const { move, transferableSymbol, valueSymbol } = await import("piscina");
  const result = typeof outcome === "number" ? undefined : outcome[1];
  const memory = [...new Set(memoryOf(result))];
  return move({ [transferableSymbol]: memory, [valueSymbol]: outcome } as never) as never;
}

/** The memory of a result that can be handed over: its own, and that of its direct members. */
function memoryOf(value: unknown): ArrayBuffer[] {
  const members =
    typeof value !== "object" || ArrayBuffer.isView(value) ? [] : Object.values(value ?? {});
  return [value, ...members].flatMap((part) => {
    if (part instanceof ArrayBuffer) return [part];
    const whole = ArrayBuffer.isView(part) && part.byteLength === part.buffer.byteLength;
    return whole && part.buffer instanceof ArrayBuffer ? [part.buffer] : [];
  });
}
