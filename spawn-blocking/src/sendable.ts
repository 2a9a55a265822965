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
  /** Whether there are instances of classes, of which only the algorithm itself knows whether it takes them. */
  doubtful: boolean;
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
    if (!isPlain(value.cause)) found.doubtful = true;
    return;
  }
  if (types.isMap(value) || types.isSet(value)) {
    for (const [name, part] of entriesOf(value)) walk(part, [...path, name], seen, found, false);
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
  } else if (types.isBoxedPrimitive(value) || types.isAnyArrayBuffer(value)) {
    // A symbol may be boxed, and memory may have been handed over to another thread.
    found.doubtful ||= types.isSymbolObject(value) || (value as ArrayBufferLike).byteLength === 0;
  } else {
    found.doubtful ||= !hasOrdinaryPrototype(value);
    for (const key of Object.keys(value)) {
      const item: unknown = (value as Record<string, unknown>)[key];
      if (isPlain(item)) continue;
      path[depth] = key;
      walk(item, path, seen, found, listed);
    }
  }
  path.length = depth;
}

export function isPlain(value: unknown): boolean {
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

function hasOrdinaryPrototype(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Parts of a path that are shown as they are, since no property leads on. */
const SHOWN = "\0";

/** What a map or a set holds, with what leads there. */
function* entriesOf(value: Map<unknown, unknown> | Set<unknown>): Generator<[string, unknown]> {
  for (const [key, part] of value.entries()) {
    if (types.isSet(value)) {
      yield [`${SHOWN}<entry>`, part];
    } else {
      yield [`${SHOWN}<key>`, key];
      yield [`${SHOWN}.get(${typeof key === "string" ? JSON.stringify(key) : String(key)})`, part];
    }
  }
}

/** Of these the algorithm makes empty objects without a word. */
const emptied: ReadonlySet<string> = new Set([
  "AbortController",
  "AbortSignal",
  "FormData",
  "Headers",
  "Request",
  "Response",
  "URL",
  "URLSearchParams",
]);

function isRefused(value: object): boolean {
  return (
    types.isProxy(value) ||
    types.isPromise(value) ||
    types.isArgumentsObject(value) ||
    types.isModuleNamespaceObject(value) ||
    (!hasOrdinaryPrototype(value) && emptied.has(tagOf(value)))
  );
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

export function isCloneable(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds what the algorithm refuses in a value that it refuses, by trying all that it holds: the innermost is named.
 *
 * @param granted what is handed over, which counts as taken.
 */
export function locate(
  value: unknown,
  granted: readonly unknown[] = [],
  path: readonly Key[] = [],
): Unsendable | undefined {
  if (granted.includes(value) || isCloneable(value)) return undefined;
  if (typeof value === "object" && value !== null && !types.isProxy(value)) {
    const parts =
      types.isMap(value) || types.isSet(value)
        ? entriesOf(value)
        : Object.entries(value).map(([key, part]): [Key, unknown] => [
            Array.isArray(value) && /^\d+$/u.test(key) ? Number(key) : key,
            part,
          ]);
    for (const [key, part] of parts) {
      const found = part === value ? undefined : locate(part, granted, [...path, key]);
      if (found !== undefined) return found;
    }
  }
  return { path, description: describe(value) };
}

function describe(value: unknown): string {
  if (typeof value === "function")
    return value.name === "" ? "a function" : `a function (${value.name})`;
  if (typeof value === "symbol") return `a symbol (${String(value)})`;
  if (types.isProxy(value)) return "a Proxy";
  const tag = tagOf(value);
  const { constructor } = Object(value) as { readonly constructor?: { readonly name?: string } };
  const name = tag === "Object" || tag === "EventTarget" ? (constructor?.name ?? tag) : tag;
  return name === "URL" ? "a URL (send its href)" : `a${/^[AEIO]/u.test(name) ? "n" : ""} ${name}`;
}

/** Of what needs no look: most jobs have nothing else. */
const NOTHING: Readonly<Found> = {
  buffers: undefined,
  errors: undefined,
  unsendable: undefined,
  doubtful: false,
};

/** Looks through a value for what the structured clone algorithm changes or refuses. */
export function examine(value: unknown): Readonly<Found> {
  if (isPlain(value) || (Array.isArray(value) && areAllPlain(value))) return NOTHING;
  const found: Found = { ...NOTHING };
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
    if (key.startsWith(SHOWN)) return text + key.slice(SHOWN.length);
    return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key)
      ? `${text}.${key}`
      : `${text}[${JSON.stringify(key)}]`;
  }, root);
}
