/** What runs in each thread: piscina calls the default export with one message after the other. */
import { types } from "node:util";
import { FunctionTextError, functionOf } from "./function-text.js";
import type { Code, JobMessage, Outcome } from "./message.js";
import { compact, pack, pathText, unpack } from "./parcel.js";
import type { Parcel } from "./parcel.js";
import { describeThrown } from "./thrown.js";

type Callable = (...args: unknown[]) => unknown;

/** Functions made of texts. Bounded, since a program may make texts without end. */
const made = new Map<string, Callable>();
const MAX_MADE = 500;

function functionOfText(text: string): Callable {
  let fn = made.get(text);
  if (fn === undefined) {
    fn = functionOf(text);
    if (made.size >= MAX_MADE) made.clear();
    made.set(text, fn);
  }
  return fn;
}

async function load(code: Code): Promise<Callable> {
  if ("text" in code) return functionOfText(code.text);
  const module = (await import(code.url)) as Record<string, unknown>;
  const inner = module.default as Record<string, unknown> | undefined;
  // A CommonJS module's names are not always seen by `import`; its `default` has them all.
  const fn = module[code.exportName] ?? inner?.[code.exportName];
  if (typeof fn === "function") return fn as Callable;
  throw new TypeError(
    fn === undefined
      ? `${code.url} has no export named "${code.exportName}"`
      : `the export "${code.exportName}" of ${code.url} is not a function`,
  );
}

export default async function run(message: JobMessage): Promise<Parcel<Outcome>> {
  const start = performance.now();
  let index = message.chunkStart;
  try {
    const fn = await load(message.code);
    const args = unpack(message.args);
    if (index === undefined) return send(message, start, await fn(...args));
    const [items, ...rest] = args as [unknown[], ...unknown[]];
    const results: unknown[] = [];
    for (const item of items) {
      results.push(await fn(item, index, ...rest));
      index++;
    }
    return send(message, start, results);
  } catch (error) {
    const where = index === undefined ? {} : { index };
    const runMs = performance.now() - start;
    if (error instanceof FunctionTextError)
      return { body: { kind: "refused", message: error.message, runMs } };
    return parcel({ kind: "thrown", thrown: describeThrown(error), runMs, ...where });
  }
}

async function send(message: JobMessage, start: number, result: unknown): Promise<Parcel<Outcome>> {
  const value = compact(result);
  const runMs = performance.now() - start;
  const packed = pack({ kind: "value", value, runMs } as const);
  if ("unsendable" in packed) {
    const { path, description } = packed.unsendable;
    const [first, ...rest] = path.slice(1);
    // Of a chunk, the first step is the place within the chunk.
    const where =
      message.chunkStart === undefined
        ? pathText("the result", path.slice(1))
        : pathText(`the result for items[${message.chunkStart + Number(first)}]`, rest);
    const text = `${where} is ${description}, which can't be sent to another thread`;
    return { body: { kind: "refused", message: text, runMs } };
  }
  if (message.transferResult) {
    // Loaded only here: a thread that moves nothing starts without it.
    const { move, transferableSymbol, valueSymbol } = await import("piscina");
    const memory = [...new Set(memoryOf(value))];
    return move({ [transferableSymbol]: memory, [valueSymbol]: packed } as never) as never;
  }
  return packed;
}

/** The memory of a result that can be handed over: its own, and that of its direct members. */
function memoryOf(value: unknown): ArrayBuffer[] {
  const members =
    types.isBoxedPrimitive(value) || ArrayBuffer.isView(value) ? [] : Object.values(value ?? {});
  return [value, ...members].flatMap((part) => {
    if (part instanceof ArrayBuffer) return [part];
    const whole = ArrayBuffer.isView(part) && part.byteLength === part.buffer.byteLength;
    return whole && part.buffer instanceof ArrayBuffer ? [part.buffer] : [];
  });
}

/** Of what this package itself made, so that there is nothing in it that can't be sent. */
function parcel(outcome: Outcome): Parcel<Outcome> {
  const packed = pack(outcome);
  return "unsendable" in packed ? { body: outcome } : packed;
}
