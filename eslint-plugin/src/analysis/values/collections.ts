/** What lists, maps, sets and tables hold, as far as a file writes it out where it makes them and adds to them. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { calleeOf, plainKey, unwrap, wrapped, type Node } from "../syntax/ast.js";
import { constantString } from "./constants.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import { unknown, type Value } from "./values.js";

/** What a map has under a key, or a set or a list has; of which only `value` runs or is called. */
interface Entry {
  readonly key: Node | undefined;
  readonly value: Node;
}

/** Methods that give each of the values held. */
const listing = new Set(["values", "keys"]);

/** Methods of lists whose callback gets each element first. */
const elementFirst = new Set(
  "map forEach every some filter find findIndex findLast findLastIndex flatMap".split(" "),
);

/** Which parameter of an array method's callback is the element; undefined where none is. */
export function elementParameter(method: string): number | undefined {
  if (method === "reduce" || method === "reduceRight") return 1;
  return elementFirst.has(method) ? 0 : undefined;
}

/** Methods of lists that give one of the elements. */
const elementGiving = new Set(["find", "findLast", "at", "pop", "shift"]);

/** Methods of lists that give a list of the same elements, or of some. */
const listGiving = new Set(
  "filter slice concat reverse sort toReversed toSorted toSpliced splice with flat".split(" "),
);

/** What a method of a list gives of what is in it: `checks.find(…)`, `checks.filter(…)`. */
export function valuesOfListMethod(
  resolver: Resolver,
  file: SourceFile,
  object: Node,
  method: string,
): readonly Value[] {
  if (elementGiving.has(method)) return elementsOf(resolver, file, object);
  if (!listGiving.has(method)) return unknown;
  const elements = elementsOf(resolver, file, object);
  return elements.length === 0 ? unknown : [{ kind: "array", elements: [elements] }];
}

/** What `handlers.get("read")` gives; nothing where the object is no map whose entries are seen. */
export function valueAtKey(
  resolver: Resolver,
  file: SourceFile,
  call: TSESTree.CallExpression,
  object: Node,
): readonly Value[] {
  const [key] = call.arguments;
  if (key === undefined) return unknown;
  const name = constantString(file, key);
  const written = (entriesOf(file, object) ?? [])
    .filter((entry) => name === undefined || mayBeKey(file, entry.key, name))
    .flatMap(({ value }) => resolver.valuesOf(file, value));
  return written.length > 0 ? written : resolver.valuesOf(file, object).flatMap(heldByMap);
}

function heldByMap(value: Value): readonly Value[] {
  return value.kind === "holder" && value.holds === "map" ? value.of : unknown;
}

/** What a list or an object gives under a key that is not known, by its written type. */
export function anyHeld(value: Value): readonly Value[] {
  return value.kind === "holder" && value.holds !== "map" ? value.of : unknown;
}

/** What a value gives one after the other. */
function oneAfterTheOther(value: Value, isCallback: boolean): readonly Value[] {
  if (value.kind === "array") return value.elements.flat();
  if (value.kind !== "holder" || value.holds === "record") return unknown;
  return value.holds === "list" || isCallback ? value.of : pair(value.of);
}

/** What a list, a map or a set gives one after the other. */
export function elementsOf(resolver: Resolver, file: SourceFile, list: Node): readonly Value[] {
  const elements = resolver
    .valuesOf(file, list)
    .flatMap((value) => oneAfterTheOther(value, isForEach(list)));
  return [...elements, ...valuesHeld(resolver, file, list)];
}

/**
 * What a map, a set or a table holds, and what is added to a list, one after the other: `for (const hook of hooks)`,
 * `[...handlers.values()]`, `Object.values(checks)`, `for (const [name, check] of Object.entries(checks))`.
 */
function valuesHeld(resolver: Resolver, file: SourceFile, object: Node): readonly Value[] {
  const node = unwrap(object);
  const callee = node.type === "CallExpression" ? calleeOf(node) : undefined;
  if (node.type !== "CallExpression" || callee?.type !== "MemberExpression") {
    return (entriesOf(file, node) ?? []).flatMap((entry) => {
      const values = resolver.valuesOf(file, entry.value);
      return entry.key === undefined || isForEach(node) ? values : pair(values);
    });
  }
  const method = plainKey(callee.property, callee.computed) ?? "";
  const [table] = node.arguments;
  if (isObject(file, callee.object) && table !== undefined) {
    if (method !== "values" && method !== "entries") return unknown;
    const values = resolver.valuesOf(file, table).flatMap((one) => membersOf(resolver, one));
    return method === "values" ? values : values.flatMap((one) => pair([one]));
  }
  if (!listing.has(method) && method !== "entries") return unknown;
  const written = (entriesOf(file, callee.object) ?? []).map(({ value }) =>
    resolver.valuesOf(file, value),
  );
  const typed = resolver.valuesOf(file, callee.object).map((one) => typedListing(one, method));
  return [...written, ...typed].flatMap((values) => (method === "entries" ? pair(values) : values));
}

/** What `values()`, `keys()` and `entries()` give of what a written type says is held. */
function typedListing(value: Value, method: string): readonly Value[] {
  if (value.kind !== "holder" || value.holds === "record") return unknown;
  return value.holds === "list" || method !== "keys" ? value.of : unknown;
}

/** A key of which nothing is known, and a value. */
function pair(values: readonly Value[]): readonly Value[] {
  return values.length === 0 ? unknown : [{ kind: "array", elements: [unknown, values] }];
}

/** `Object`, the global. */
function isObject(file: SourceFile, node: Node): boolean {
  return (
    node.type === "Identifier" &&
    node.name === "Object" &&
    (file.variableOf(node)?.defs.length ?? 0) === 0
  );
}

/** All that an object has that is written out, whatever it is called. */
function membersOf(resolver: Resolver, value: Value): readonly Value[] {
  if (value.kind === "holder") return value.holds === "record" ? value.of : unknown;
  if (value.kind !== "object") return unknown;
  return value.node.properties.flatMap((property) => {
    const key =
      property.type === "Property" ? plainKey(property.key, property.computed) : undefined;
    return key === undefined ? unknown : resolver.memberOf(value, key);
  });
}

/** `handlers.forEach((handler) => …)` gives the values of a map as well. */
function isForEach(object: Node): boolean {
  const member = wrapped(object).parent;
  return (
    member?.type === "MemberExpression" &&
    plainKey(member.property, member.computed) === "forEach" &&
    member.parent.type === "CallExpression"
  );
}

function mayBeKey(file: SourceFile, key: Node | undefined, name: string): boolean {
  const own = key === undefined ? undefined : constantString(file, key);
  return own === undefined || own === name;
}

/** What a constant was made with and is given later. */
function entriesOf(file: SourceFile, object: Node): readonly Entry[] | undefined {
  const node = unwrap(object);
  const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
  const made = variable === undefined ? undefined : constructionOf(file, variable);
  if (variable === undefined || made === undefined) return undefined;
  return [
    ...(made.type === "NewExpression" ? entriesWritten(made) : []),
    ...variable.references.flatMap(({ identifier }) => entryAdded(identifier)),
  ];
}

/** The `new Map(…)`, `new Set(…)` or list of a constant. */
function constructionOf(
  file: SourceFile,
  variable: TSESLint.Scope.Variable,
): TSESTree.NewExpression | TSESTree.ArrayExpression | undefined {
  const [definition] = variable.defs;
  if (definition?.type !== "Variable" || definition.parent.kind !== "const") return undefined;
  const { init } = definition.node;
  const made = init === null ? undefined : unwrap(init);
  if (made?.type === "ArrayExpression") return made;
  const isCollection =
    made?.type === "NewExpression" &&
    made.callee.type === "Identifier" &&
    /^(?:Weak)?(?:Map|Set)$/u.test(made.callee.name) &&
    // A class of the file's own by that name may do anything.
    (file.variableOf(made.callee)?.defs.length ?? 0) === 0;
  return isCollection ? made : undefined;
}

/** `new Map([["read", read]])`, `new Set([first, second])`. */
function entriesWritten({ callee, arguments: [list] }: TSESTree.NewExpression): readonly Entry[] {
  if (list?.type !== "ArrayExpression") return [];
  const isMap = callee.type === "Identifier" && callee.name.endsWith("Map");
  return list.elements.flatMap((element): readonly Entry[] => {
    if (element === null || element.type === "SpreadElement") return [];
    if (!isMap) return [{ key: undefined, value: element }];
    const pair = unwrap(element);
    if (pair.type !== "ArrayExpression") return [];
    const [key, value] = pair.elements;
    return key && value && key.type !== "SpreadElement" && value.type !== "SpreadElement"
      ? [{ key, value }]
      : [];
  });
}

/** `handlers.set("read", read)`, `hooks.add(hook)`, `steps.push(first, second)`. */
function entryAdded(name: Node): readonly Entry[] {
  const member = wrapped(name).parent;
  if (member?.type !== "MemberExpression" || unwrap(member.object) !== name) return [];
  const call = member.parent;
  if (call.type !== "CallExpression" || call.callee !== member) return [];
  const method = plainKey(member.property, member.computed);
  const [first, second] = call.arguments;
  if (method === "push" || method === "unshift") {
    return call.arguments.flatMap((value) =>
      value.type === "SpreadElement" ? [] : [{ key: undefined, value }],
    );
  }
  if (method === "add" && first !== undefined && first.type !== "SpreadElement") {
    return [{ key: undefined, value: first }];
  }
  const isSet = method === "set" && first !== undefined && second !== undefined;
  return isSet && second.type !== "SpreadElement" ? [{ key: first, value: second }] : [];
}
