/**
 * Values that go from thread to thread. The structured clone algorithm turns a `Buffer` into a `Uint8Array` and says
 * little about what it can't clone; here it is found out beforehand where Buffers stand, and what can't be sent.
 */
import { types } from "node:util";

type Key = string | number;

/** Where a Buffer stands: the keys that lead to it. */
export type BufferPath = readonly Key[];

/** A value that the structured clone algorithm refuses, and where it stands. */
export interface Unsendable {
  readonly path: readonly Key[];
  /** What it is, to be read after "is": "a function (onProgress)". */
  readonly description: string;
}

interface Found {
  buffers: BufferPath[] | undefined;
  /** Errors, which lose all that is not name, message and stack. */
  errors: { readonly path: BufferPath; readonly error: Error }[] | undefined;
  unsendable: Unsendable | undefined;
}

/**
 * Walks plain objects, arrays, maps and sets as the structured clone algorithm does. Buffers inside maps and sets are
 * not listed, since there is no place to put them back to.
 */
function walk(value: unknown, path: Key[], seen: Set<object>, found: Found, listed: boolean): void {
  if (typeof value !== "object" || value === null) {
    if (typeof value === "function" || typeof value === "symbol") {
      found.unsendable ??= { path: [...path], description: describe(value) };
    }
    return;
  }
  if (ArrayBuffer.isView(value)) {
    if (listed && Buffer.isBuffer(value)) (found.buffers ??= []).push([...path]);
    return;
  }
  if (seen.has(value)) return;
  seen.add(value);
  if (value instanceof Error) {
    if (listed) (found.errors ??= []).push({ path: [...path], error: value });
    return;
  }
  if (types.isMap(value) || types.isSet(value)) {
    for (const entry of value) walk(entry, [...path, entryName(entry)], seen, found, false);
    return;
  }
  if (isRefused(value)) {
    found.unsendable ??= { path: [...path], description: describe(value) };
    return;
  }
  const depth = path.length;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (isPlain(item)) continue;
      path[depth] = index;
      walk(item, path, seen, found, listed);
    }
  } else if (!types.isBoxedPrimitive(value) && !types.isAnyArrayBuffer(value)) {
    for (const key of Object.keys(value)) {
      const item: unknown = (value as Record<string, unknown>)[key];
      if (isPlain(item)) continue;
      path[depth] = key;
      walk(item, path, seen, found, listed);
    }
  }
  path.length = depth;
}

function isPlain(value: unknown): boolean {
  const type = typeof value;
  return (
    type === "number" ||
    type === "string" ||
    type === "boolean" ||
    value === null ||
    value === undefined
  );
}

/** Whether a list needs no further look, as most lists of arguments. */
export function areAllPlain(values: readonly unknown[]): boolean {
  for (const value of values) {
    if (!isPlain(value)) return false;
  }
  return true;
}

function entryName(entry: unknown): string {
  const key: unknown = Array.isArray(entry) ? entry[0] : entry;
  return typeof key === "string" || typeof key === "number" ? `<entry ${key}>` : "<entry>";
}

/** Objects without own enumerable properties to clone, which the algorithm refuses, or empties without a word. */
function isRefused(value: object): boolean {
  return (
    types.isPromise(value) ||
    types.isWeakMap(value) ||
    types.isWeakSet(value) ||
    types.isProxy(value) ||
    types.isGeneratorObject(value) ||
    types.isModuleNamespaceObject(value) ||
    types.isExternal(value) ||
    value instanceof WeakRef ||
    value instanceof URL ||
    value instanceof URLSearchParams
  );
}

function describe(value: unknown): string {
  if (typeof value === "function")
    return value.name === "" ? "a function" : `a function (${value.name})`;
  if (typeof value === "symbol") return `a symbol (${String(value)})`;
  if (types.isProxy(value)) return "a Proxy";
  if (value instanceof URL) return "a URL (send its href)";
  return `a ${Object.prototype.toString.call(value).slice(8, -1)}`;
}

/** Of what needs no look: most jobs have nothing else. */
const NOTHING: Readonly<Found> = { buffers: undefined, errors: undefined, unsendable: undefined };

/** Looks through a value for what the structured clone algorithm changes or refuses. */
export function examine(value: unknown): Readonly<Found> {
  if (isPlain(value) || (Array.isArray(value) && areAllPlain(value))) return NOTHING;
  const found: Found = { buffers: undefined, errors: undefined, unsendable: undefined };
  walk(value, [], new Set(), found, true);
  return found;
}

/** Makes Buffers Buffers again, in a value that has arrived, over the same memory. */
export function restore<T>(value: T, buffers: readonly BufferPath[]): T {
  return buffers.reduce((root, path) => replaceAt(root, path, buffer), value);
}

/** Puts something else in the place of a part of a value, or of the value itself. */
export function replaceAt<T>(root: T, path: BufferPath, replace: (part: unknown) => unknown): T {
  const key = path.at(-1);
  if (key === undefined) return replace(root) as T;
  const parent = path.slice(0, -1).reduce<unknown>(step, root);
  (parent as Record<Key, unknown>)[key] = replace(step(parent, key));
  return root;
}

function step(value: unknown, key: Key): unknown {
  return (value as Record<Key, unknown>)[key];
}

function buffer(view: unknown): Buffer {
  const { buffer: memory, byteOffset, byteLength } = view as Uint8Array;
  return Buffer.from(memory, byteOffset, byteLength);
}

/**
 * A view of a part of its memory, copied: the structured clone algorithm would copy the whole memory, which for a small
 * Buffer is Node's shared slab, and for a slice of a large one all of it.
 */
export function compact(value: unknown): unknown {
  if (isPlain(value)) return value;
  if (!types.isUint8Array(value) || value.byteLength === value.buffer.byteLength) return value;
  if (types.isSharedArrayBuffer(value.buffer)) return value;
  const copy = new Uint8Array(value);
  return Buffer.isBuffer(value) ? Buffer.from(copy.buffer) : copy;
}

/** "args[1].options.onProgress", for an error message. */
export function pathText(root: string, path: readonly Key[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    if (key.startsWith("<")) return `${text}${key}`;
    return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key)
      ? `${text}.${key}`
      : `${text}[${JSON.stringify(key)}]`;
  }, root);
}
