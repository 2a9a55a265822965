/**
 * A small language that describes a JSON document as data. One description serves both the validator, whose messages
 * name the path and the nearest known word, and the published JSON Schema, so that the two cannot drift apart.
 */

export interface NumberFormat {
  readonly kind: "number";
  readonly integer: boolean;
  readonly min: number;
  readonly max: number;
  /** The value must be greater than `min`, not equal to it. */
  readonly aboveMin: boolean;
  readonly about: string | undefined;
}

export interface StringFormat {
  readonly kind: "string";
  readonly about: string | undefined;
}

export interface BooleanFormat {
  readonly kind: "boolean";
  readonly about: string | undefined;
}

/** One of some literal values. */
export interface ChoiceFormat {
  readonly kind: "choice";
  readonly values: readonly (string | number | boolean)[];
  readonly about: string | undefined;
}

export interface ArrayFormat {
  readonly kind: "array";
  /** A function, so that a description can contain itself. */
  readonly items: () => Format;
  readonly minItems: number;
  /** What one item is called in a message. */
  readonly itemName: string;
}

export type Fields = Readonly<
  Record<string, { readonly format: Format; readonly required: boolean }>
>;

export interface ObjectFormat {
  readonly kind: "object";
  readonly fields: Fields;
  readonly about: string | undefined;
}

/** An object with any keys, all of whose values have one format. */
export interface RecordFormat {
  readonly kind: "record";
  readonly values: Format;
}

/** An object whose form depends on the literal in one of its fields. */
export interface TaggedFormat {
  readonly kind: "tagged";
  readonly tag: string;
  readonly variants: Readonly<Record<string, ObjectFormat>>;
}

/** An object whose form depends on which key is present: `{ "sleep": 5 }`. */
export interface KeyedFormat {
  readonly kind: "keyed";
  /** What such an object is called in a message. */
  readonly name: string;
  readonly variants: Readonly<Record<string, ObjectFormat>>;
}

/** A number, or an object. */
export interface NumberOrFormat {
  readonly kind: "number-or";
  readonly number: NumberFormat;
  readonly other: TaggedFormat;
}

export interface NullableFormat {
  readonly kind: "nullable";
  readonly inner: Format;
}

export type Format =
  | NumberFormat
  | StringFormat
  | BooleanFormat
  | ChoiceFormat
  | ArrayFormat
  | ObjectFormat
  | RecordFormat
  | TaggedFormat
  | KeyedFormat
  | NumberOrFormat
  | NullableFormat;

type NumberRange = Partial<Pick<NumberFormat, "min" | "max" | "aboveMin">>;

/** A number; by default any finite one from 0. */
export function number(about?: string, range: NumberRange = {}): NumberFormat {
  const { min = 0, max = Number.MAX_VALUE, aboveMin = false } = range;
  return { kind: "number", integer: false, min, max, aboveMin, about };
}

/** A whole number; by default any exact one from 0. */
export function integer(about?: string, range: NumberRange = {}): NumberFormat {
  const { min = 0, max = Number.MAX_SAFE_INTEGER, aboveMin = false } = range;
  return { kind: "number", integer: true, min, max, aboveMin, about };
}

export function string(about?: string): StringFormat {
  return { kind: "string", about };
}

export function boolean(about?: string): BooleanFormat {
  return { kind: "boolean", about };
}

export function choice(values: ChoiceFormat["values"], about?: string): ChoiceFormat {
  return { kind: "choice", values, about };
}

export function array(items: () => Format, itemName: string, minItems = 0): ArrayFormat {
  return { kind: "array", items, minItems, itemName };
}

/** An object with these fields and no others. A name that ends in "?" is optional. */
export function object(fields: Readonly<Record<string, Format>>, about?: string): ObjectFormat {
  const entries = Object.entries(fields).map(([name, format]) => {
    const required = !name.endsWith("?");
    return [required ? name : name.slice(0, -1), { format, required }] as const;
  });
  return { kind: "object", fields: Object.fromEntries(entries), about };
}

export function record(values: Format): RecordFormat {
  return { kind: "record", values };
}

export function tagged(tag: string, variants: TaggedFormat["variants"]): TaggedFormat {
  return { kind: "tagged", tag, variants };
}

export function keyed(name: string, variants: KeyedFormat["variants"]): KeyedFormat {
  return { kind: "keyed", name, variants };
}

export function numberOr(numeric: NumberFormat, other: TaggedFormat): NumberOrFormat {
  return { kind: "number-or", number: numeric, other };
}

export function nullable(inner: Format): NullableFormat {
  return { kind: "nullable", inner };
}
