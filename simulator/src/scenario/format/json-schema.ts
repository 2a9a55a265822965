/** Renders a description as a JSON Schema (draft-07, which editors understand). */
import type { Format, ObjectFormat } from "./description.js";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A schema of a whole document. Formats named in `definitions` are referred to by name, so that they may recurse. */
export function jsonSchema(
  root: Format,
  heading: { readonly id: string; readonly title: string; readonly description: string },
  definitions: Readonly<Record<string, Format>> = {},
): JsonSchema {
  const names = new Map(Object.entries(definitions).map(([name, format]) => [format, name]));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: heading.id,
    title: heading.title,
    description: heading.description,
    ...body(root, names),
    definitions: Object.fromEntries(
      Object.entries(definitions).map(([name, format]) => [name, body(format, names)]),
    ),
  };
}

function render(format: Format, names: ReadonlyMap<Format, string>): JsonSchema {
  const name = names.get(format);
  return name === undefined ? body(format, names) : { $ref: `#/definitions/${name}` };
}

function body(format: Format, names: ReadonlyMap<Format, string>): JsonSchema {
  switch (format.kind) {
    case "number":
      return {
        type: format.integer ? "integer" : "number",
        [format.aboveMin ? "exclusiveMinimum" : "minimum"]: format.min,
        ...(format.max === Number.MAX_VALUE ? {} : { maximum: format.max }),
        ...described(format.about),
      };
    case "string":
      return { type: "string", minLength: 1, ...described(format.about) };
    case "boolean":
      return { type: "boolean", ...described(format.about) };
    case "choice":
      return { enum: format.values, ...described(format.about) };
    case "array":
      return {
        type: "array",
        items: render(format.items(), names),
        ...(format.minItems > 0 ? { minItems: format.minItems } : {}),
      };
    case "object":
      return objectSchema(format, names);
    case "record":
      return { type: "object", additionalProperties: render(format.values, names) };
    case "tagged":
    case "keyed":
      return {
        anyOf: Object.values(format.variants).map((variant) => objectSchema(variant, names)),
      };
    case "number-or":
      return { anyOf: [render(format.number, names), render(format.other, names)] };
    case "nullable":
      return { anyOf: [render(format.inner, names), { type: "null" }] };
  }
}

function described(about: string | undefined): JsonSchema {
  return about === undefined ? {} : { description: about };
}

function objectSchema(format: ObjectFormat, names: ReadonlyMap<Format, string>): JsonSchema {
  const fields = Object.entries(format.fields);
  return {
    type: "object",
    ...described(format.about),
    properties: Object.fromEntries(
      fields.map(([name, field]) => [name, render(field.format, names)]),
    ),
    required: fields.filter(([, field]) => field.required).map(([name]) => name),
    additionalProperties: false,
  };
}
