/** Checks a document against its description. */
import type {
  ArrayFormat,
  ChoiceFormat,
  Format,
  KeyedFormat,
  NumberFormat,
  ObjectFormat,
  TaggedFormat,
} from "./description.js";
import { maxDepth } from "./depth.js";
import { suggestion } from "./spelling.js";

/** What is wrong, and where: `tasks[0].steps[2].sleeep`. An empty path is the document itself. */
export interface DocumentError {
  readonly path: string;
  readonly message: string;
}

/** Past this many errors the rest is not looked for. */
const maxErrors = 100;

type JsonObject = Readonly<Record<string, unknown>>;

/** Everything that is wrong with the document, in document order, at most 100 errors; empty when it conforms. */
export function check(format: Format, document: unknown): DocumentError[] {
  const errors: DocumentError[] = [];
  checkValue(format, document, "", 0, errors);
  return errors;
}

/** The path of a field, quoted where it is no plain word: `tasks["odd name"]`. */
export function fieldPath(path: string, field: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(field)) return `${path}[${JSON.stringify(shorten(field))}]`;
  return path === "" ? field : `${path}.${field}`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** How a message calls a value of the wrong type. */
function describe(value: unknown): string {
  if (typeof value === "string") return `the string ${literal(value)}`;
  return literal(value);
}

/** How a message calls a value that is not among the known ones. */
function literal(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  switch (typeof value) {
    case "string":
      return JSON.stringify(shorten(value));
    case "number":
    case "boolean":
      return String(value);
    case "object":
      return "an object";
    case "undefined":
      return "nothing";
    default:
      return `a ${typeof value}`;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkValue(
  format: Format,
  value: unknown,
  path: string,
  depth: number,
  errors: DocumentError[],
): void {
  if (errors.length >= maxErrors) return;
  const fail = (message: string) => void errors.push({ path, message });
  if (depth > maxDepth) {
    fail(`nested deeper than ${maxDepth} levels`);
    return;
  }
  switch (format.kind) {
    case "number":
      checkNumber(format, value, fail);
      return;
    case "string":
      if (typeof value !== "string") fail(`expected a string, got ${describe(value)}`);
      else if (value === "") fail("must not be empty");
      return;
    case "boolean":
      if (typeof value !== "boolean") fail(`expected true or false, got ${describe(value)}`);
      return;
    case "choice":
      checkChoice(format, value, fail);
      return;
    case "array":
      checkArray(format, value, path, depth, errors);
      return;
    case "object":
      if (isObject(value)) checkFields(format, value, path, depth, errors);
      else fail(`expected an object, got ${describe(value)}`);
      return;
    case "record":
      if (!isObject(value)) fail(`expected an object, got ${describe(value)}`);
      else {
        for (const [key, entry] of Object.entries(value)) {
          checkValue(format.values, entry, fieldPath(path, key), depth + 1, errors);
        }
      }
      return;
    case "tagged":
      checkTagged(format, value, path, depth, errors);
      return;
    case "keyed":
      checkKeyed(format, value, path, depth, errors);
      return;
    case "number-or":
      if (isObject(value)) checkTagged(format.other, value, path, depth, errors);
      else checkNumber(format.number, value, fail);
      return;
    case "nullable":
      if (value !== null) checkValue(format.inner, value, path, depth, errors);
      return;
  }
}

function checkNumber(format: NumberFormat, value: unknown, fail: (message: string) => void): void {
  if (typeof value !== "number") {
    fail(`expected a ${format.integer ? "whole number" : "number"}, got ${describe(value)}`);
  } else if (!Number.isFinite(value)) {
    fail(`expected a finite number, got ${value}`);
  } else if (format.aboveMin ? value <= format.min : value < format.min) {
    fail(`must be ${format.aboveMin ? "greater than" : "at least"} ${format.min}, got ${value}`);
  } else if (value > format.max) {
    fail(`must be at most ${format.max.toLocaleString("en")}, got ${value}`);
  } else if (format.integer && !Number.isInteger(value)) {
    fail(`expected a whole number, got ${value}`);
  }
}

function checkChoice(format: ChoiceFormat, value: unknown, fail: (message: string) => void): void {
  if (format.values.some((known) => known === value)) return;
  const known = format.values.map((each) => JSON.stringify(each)).join(", ");
  const expected = format.values.length === 1 ? known : `one of ${known}`;
  const words = format.values.filter((each) => typeof each === "string");
  const hint =
    typeof value === "string" && words.length > 1
      ? suggestion(value, words)
      : `; expected ${expected}`;
  fail(`unexpected ${literal(value)}${hint}`);
}

function checkArray(
  format: ArrayFormat,
  value: unknown,
  path: string,
  depth: number,
  errors: DocumentError[],
): void {
  if (!Array.isArray(value)) {
    errors.push({ path, message: `expected an array, got ${describe(value)}` });
    return;
  }
  if (value.length < format.minItems) {
    errors.push({ path, message: `needs at least one ${format.itemName}` });
  }
  const items = format.items();
  for (let index = 0; index < value.length && errors.length < maxErrors; index++) {
    checkValue(items, value[index], `${path}[${index}]`, depth + 1, errors);
  }
}

/** Fields in document order, then those that are missing. A field that is undefined counts as left out. */
function checkFields(
  format: ObjectFormat,
  value: JsonObject,
  path: string,
  depth: number,
  errors: DocumentError[],
): void {
  const present = Object.keys(value).filter((key) => value[key] !== undefined);
  for (const key of present) {
    if (Object.hasOwn(format.fields, key)) {
      checkValue(format.fields[key].format, value[key], fieldPath(path, key), depth + 1, errors);
    } else {
      const hint = suggestion(key, Object.keys(format.fields));
      errors.push({ path: fieldPath(path, key), message: `unknown field${hint}` });
    }
  }
  for (const [key, field] of Object.entries(format.fields)) {
    if (field.required && !present.includes(key)) {
      errors.push({ path: fieldPath(path, key), message: "is required" });
    }
  }
}

function checkTagged(
  format: TaggedFormat,
  value: unknown,
  path: string,
  depth: number,
  errors: DocumentError[],
): void {
  if (!isObject(value)) {
    errors.push({ path, message: `expected an object, got ${describe(value)}` });
    return;
  }
  const known = Object.keys(format.variants);
  const tag = value[format.tag];
  if (typeof tag === "string" && Object.hasOwn(format.variants, tag)) {
    checkFields(format.variants[tag], value, path, depth, errors);
  } else if (tag === undefined) {
    const expected = known.map((name) => `"${name}"`).join(", ");
    errors.push({
      path: fieldPath(path, format.tag),
      message: `is required; expected one of ${expected}`,
    });
  } else {
    const hint = typeof tag === "string" ? suggestion(tag, known) : suggestion("", known);
    errors.push({
      path: fieldPath(path, format.tag),
      message: `unknown ${format.tag} ${literal(tag)}${hint}`,
    });
  }
}

function checkKeyed(
  format: KeyedFormat,
  value: unknown,
  path: string,
  depth: number,
  errors: DocumentError[],
): void {
  if (!isObject(value)) {
    errors.push({ path, message: `expected an object, got ${describe(value)}` });
    return;
  }
  const known = Object.keys(format.variants);
  const present = Object.keys(value).filter((key) => value[key] !== undefined);
  const named = present.filter((key) => Object.hasOwn(format.variants, key));
  // A key may be a variant of its own and a field of another: `cpu` in `{ "ready": 500, "cpu": 1 }`.
  const candidates = named.filter(
    (key) =>
      !named.some((other) => other !== key && Object.hasOwn(format.variants[other].fields, key)),
  );
  if (candidates.length === 1) {
    checkFields(format.variants[candidates[0]], value, path, depth, errors);
  } else if (candidates.length > 1) {
    const found = candidates.map((key) => `"${key}"`).join(" and ");
    errors.push({ path, message: `found ${found}; a ${format.name} is only one of them` });
  } else {
    const unknown = present.find((key) => !isSharedField(format, key));
    errors.push(
      unknown === undefined
        ? { path, message: `not a known ${format.name}${suggestion("", known)}` }
        : {
            path: fieldPath(path, unknown),
            message: `unknown ${format.name}${suggestion(unknown, known)}`,
          },
    );
  }
}

/** Whether every variant has the field, so that it says nothing about which variant is meant. */
function isSharedField(format: KeyedFormat, key: string): boolean {
  return Object.values(format.variants).every((variant) => Object.hasOwn(variant.fields, key));
}
