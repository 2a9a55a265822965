/** Calls that hand a function to the pool of the package spawn-blocking. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calleeOf, plainKey, unwrap, type FunctionNode, type Node } from "../syntax/ast.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { Value } from "../values/values.js";

export const spawnBlockingPackage = "spawn-blocking";

/** A cheap look: without one of these words a file holds no such call. */
/** What an expression may stand for. */
export type ValuesOf = (node: Node) => readonly Value[];

export interface SpawnCall {
  readonly name: "spawnBlocking" | "parallelMap";
  readonly node: TSESTree.CallExpression;
  /** The argument where the function stands. */
  readonly argument: Node;
  /** The functions of the project that it may stand for. */
  readonly functions: readonly { readonly file: SourceFile; readonly node: FunctionNode }[];
  /** The argument after the function: the arguments of a job, the options of a map. */
  readonly following: Node | undefined;
  /** Values that are sent: of a job its arguments, of a map its items and further arguments. */
  readonly sent: readonly Node[];
}

/** The calls of a file that send a function as text. */
export function spawnCalls(file: SourceFile, valuesOf: ValuesOf): readonly SpawnCall[] {
  return poolCalls(file, valuesOf).flatMap(({ name, node }): readonly SpawnCall[] => {
    const place = name === "spawnBlocking" ? 0 : 1;
    const argument = node.arguments[place];
    const following = node.arguments[place + 1];
    if (argument === undefined || isModule(argument, valuesOf)) return [];
    const functions = valuesOf(argument).flatMap((value) =>
      value.kind === "function" ? [{ file: value.file, node: value.node }] : [],
    );
    return [{ name, node, argument, functions, following, sent: sentBy(name, node, place + 1) }];
  });
}

/** The calls of a file that name a module and its export, whose code needs no look: what they send does. */
export function moduleCalls(file: SourceFile, valuesOf: ValuesOf): readonly SpawnCall[] {
  return poolCalls(file, valuesOf).flatMap(({ name, node }): readonly SpawnCall[] => {
    const place = name === "spawnBlocking" ? 0 : 1;
    const argument = node.arguments[place];
    const following = node.arguments[place + 2];
    if (argument === undefined || !isModule(argument, valuesOf)) return [];
    return [
      { name, node, argument, functions: [], following, sent: sentBy(name, node, place + 2) },
    ];
  });
}

function poolCalls(
  file: SourceFile,
  valuesOf: ValuesOf,
): readonly Pick<SpawnCall, "name" | "node">[] {
  if (!file.mentionsPool) return [];
  return file.nodes.calls.flatMap((node) => {
    if (node.type !== "CallExpression") return [];
    const name = valuesOf(calleeOf(node))
      .map(spawned)
      .find((one) => one !== undefined);
    if (name === undefined || node.arguments.some((one) => one.type === "SpreadElement")) return [];
    return [{ name, node }];
  });
}

/** `spawnBlocking`, `defaultPool.spawnBlocking`, `new Pool().spawnBlocking`. */
function spawned(value: Value): SpawnCall["name"] | undefined {
  if (value.kind !== "api" || value.module !== spawnBlockingPackage) return undefined;
  const name = value.path.at(-1);
  if (name !== "spawnBlocking" && name !== "parallelMap") return undefined;
  const owner = value.path.slice(0, -1).join(".");
  return owner === "" || owner === "defaultPool" || owner === "Pool.prototype" ? name : undefined;
}

/** `new URL("./work.js", import.meta.url)`, or a text. */
function isModule(argument: Node, valuesOf: ValuesOf): boolean {
  const node = unwrap(argument);
  if (node.type === "Literal" || node.type === "TemplateLiteral") return true;
  return valuesOf(node).some(
    (value) => value.kind === "api" && value.path.join(".") === "URL.prototype",
  );
}

/** @param place where the arguments of a job stand, or the options of a map. */
function sentBy(
  name: SpawnCall["name"],
  { arguments: given }: TSESTree.CallExpression,
  place: number,
): Node[] {
  const last = given[place];
  if (name === "spawnBlocking") return elementsOf(last);
  const options = last === undefined ? undefined : unwrap(last);
  const properties = options?.type === "ObjectExpression" ? options.properties : [];
  const args = properties.find(
    (property): property is TSESTree.Property =>
      property.type === "Property" && plainKey(property.key, property.computed) === "args",
  );
  return [...elementsOf(given[0]), ...elementsOf(args?.value)];
}

function elementsOf(list: Node | undefined): Node[] {
  const node = list === undefined ? undefined : unwrap(list);
  if (node?.type !== "ArrayExpression") return [];
  return node.elements.filter((element) => element !== null && element.type !== "SpreadElement");
}
