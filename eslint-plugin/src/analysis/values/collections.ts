/** What maps and sets hold, as far as a file writes it out where it makes them and adds to them. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { calleeOf, plainKey, unwrap, wrapped, type Node } from "../syntax/ast.js";
import { constantString } from "./constants.js";
import type { Resolver } from "./resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import { unknown, type Value } from "./values.js";

/** What a map has under a key, or a set has; of which only `value` runs or is called. */
interface Entry {
  readonly key: Node | undefined;
  readonly value: Node;
}

/** Methods that give each of the values held. */
const listing = new Set(["values", "keys"]);

/** What `handlers.get("read")` gives; nothing where the object is no map whose entries are seen. */
export function valueAtKey(
  resolver: Resolver,
  file: SourceFile,
  call: TSESTree.CallExpression,
  object: Node,
): readonly Value[] {
  const entries = entriesOf(file, object);
  const [key] = call.arguments;
  if (entries === undefined || key === undefined) return unknown;
  const name = constantString(file, key);
  return entries
    .filter((entry) => name === undefined || mayBeKey(file, entry.key, name))
    .flatMap(({ value }) => resolver.valuesOf(file, value));
}

/** What a map or a set holds, one after the other: `for (const hook of hooks)`, `[...handlers.values()]`. */
export function valuesHeld(resolver: Resolver, file: SourceFile, object: Node): readonly Value[] {
  const node = unwrap(object);
  const callee = node.type === "CallExpression" ? calleeOf(node) : undefined;
  const isListing =
    callee?.type === "MemberExpression" &&
    listing.has(plainKey(callee.property, callee.computed) ?? "");
  const held = isListing ? callee.object : node;
  const entries = entriesOf(file, held) ?? [];
  return entries
    .filter(({ key }) => key === undefined || isListing || isForEach(node))
    .flatMap(({ value }) => resolver.valuesOf(file, value));
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
    ...entriesWritten(made),
    ...variable.references.flatMap(({ identifier }) => entryAdded(identifier)),
  ];
}

/** The `new Map(…)` or `new Set(…)` of a constant. */
function constructionOf(
  file: SourceFile,
  variable: TSESLint.Scope.Variable,
): TSESTree.NewExpression | undefined {
  const [definition] = variable.defs;
  if (definition?.type !== "Variable" || definition.parent.kind !== "const") return undefined;
  const { init } = definition.node;
  const made = init === null ? undefined : unwrap(init);
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

/** `handlers.set("read", read)`, `hooks.add(hook)`. */
function entryAdded(name: Node): readonly Entry[] {
  const member = wrapped(name).parent;
  if (member?.type !== "MemberExpression" || unwrap(member.object) !== name) return [];
  const call = member.parent;
  if (call.type !== "CallExpression" || call.callee !== member) return [];
  const method = plainKey(member.property, member.computed);
  const [first, second] = call.arguments;
  if (method === "add" && first !== undefined && first.type !== "SpreadElement") {
    return [{ key: undefined, value: first }];
  }
  const isSet = method === "set" && first !== undefined && second !== undefined;
  return isSet && second.type !== "SpreadElement" ? [{ key: first, value: second }] : [];
}
