/**
 * Errors on their way from a thread. The structured clone algorithm keeps name, message and stack, but loses `code`,
 * `errno` and every other own property, the class of errors that are not built in, and in older versions the cause.
 */
import { inspect } from "node:util";
import { examine, isCloneable } from "./sendable.js";

export type Thrown =
  | { readonly kind: "value"; readonly value: unknown }
  /** The error that has it among its properties. */
  | { readonly kind: "self" }
  | {
      readonly kind: "error";
      /** The built-in class to rebuild it as. */
      readonly type: string;
      readonly name: string;
      readonly message: string;
      readonly stack: string | undefined;
      readonly properties: Readonly<Record<string, unknown>>;
      /** Properties that are errors themselves. */
      readonly nested: Readonly<Record<string, Thrown>>;
      readonly cause: Thrown | undefined;
      /** Of an AggregateError. */
      readonly errors: readonly Thrown[] | undefined;
    };

const types = {
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
} as const;

/** More causes of causes than this are cut off: it also ends circles. */
const MAX_DEPTH = 8;

/** Describes whatever was thrown as data that can be sent. */
export function describeThrown(value: unknown, depth = 0): Thrown {
  if (!(value instanceof Error)) {
    return { kind: "value", value: isSendable(value) ? value : shown(value) };
  }
  const type = Object.entries(types).find(([, constructor]) => value instanceof constructor)?.[0];
  const nested = depth < MAX_DEPTH;
  const cause = read(value, "cause");
  const errors = read(value, "errors");
  return {
    kind: "error",
    type: value instanceof AggregateError ? "AggregateError" : (type ?? "Error"),
    name: textOf(value, "name"),
    message: textOf(value, "message"),
    stack: textOf(value, "stack"),
    properties: sendableProperties(value),
    nested: nested ? nestedErrors(value, depth) : {},
    cause: nested && cause !== undefined ? describeThrown(cause, depth + 1) : undefined,
    errors:
      nested && value instanceof AggregateError && Array.isArray(errors)
        ? errors.map((error) => describeThrown(error, depth + 1))
        : undefined,
  };
}

/** A property, where reading it does not throw. */
function read(error: Error, key: string): unknown {
  try {
    return (error as unknown as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

function textOf(error: Error, key: "name" | "message" | "stack"): string {
  const value = read(error, key);
  return typeof value === "string" ? value : shown(value ?? "");
}

/** A text for what can't be sent. */
function shown(value: unknown): string {
  try {
    return typeof value === "string" ? value : inspect(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** Own properties beside those that are described by themselves. */
function ownProperties(error: Error): [string, unknown][] {
  return Object.keys(error)
    .filter((key) => !described.has(key))
    .map((key) => [key, read(error, key)]);
}

/** As far as they can be sent. */
function sendableProperties(error: Error): Record<string, unknown> {
  const sendable = ownProperties(error).filter(
    ([, value]) => !(value instanceof Error) && isSendable(value),
  );
  const properties: Record<string, unknown> = Object.fromEntries(sendable);
  // A DOMException has its code on the prototype.
  if (error instanceof DOMException) properties.code = error.code;
  return properties;
}

function nestedErrors(error: Error, depth: number): Record<string, Thrown> {
  const nested: Record<string, Thrown> = {};
  for (const [key, value] of ownProperties(error)) {
    if (!(value instanceof Error)) continue;
    nested[key] = value === error ? { kind: "self" } : describeThrown(value, depth + 1);
  }
  return nested;
}

const described = new Set(["name", "message", "stack", "cause", "errors"]);

function isSendable(value: unknown): boolean {
  try {
    const { unsendable, doubtful } = examine(value);
    return unsendable === undefined && (!doubtful || isCloneable(value));
  } catch {
    // A getter threw.
    return false;
  }
}

/** Rebuilds on the event loop what was thrown in a thread. */
export function rebuildThrown(thrown: Thrown, self?: Error): unknown {
  if (thrown.kind === "value") return thrown.value;
  if (thrown.kind === "self") return self;
  const options = thrown.cause === undefined ? {} : { cause: rebuildThrown(thrown.cause) };
  const error =
    thrown.errors === undefined
      ? new (types[thrown.type as keyof typeof types] ?? Error)(thrown.message, options)
      : new AggregateError(
          thrown.errors.map((one) => rebuildThrown(one)),
          thrown.message,
          options,
        );
  const hidden = { enumerable: false, configurable: true, writable: true };
  if (error.name !== thrown.name) {
    Object.defineProperty(error, "name", { ...hidden, value: thrown.name });
  }
  Object.defineProperty(error, "stack", { ...hidden, value: thrown.stack });
  Object.assign(error, thrown.properties);
  for (const [key, value] of Object.entries(thrown.nested)) {
    Object.assign(error, { [key]: rebuildThrown(value, error) });
  }
  return error;
}
