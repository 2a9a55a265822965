/** Makes a function self-contained, so that it can be sent to another thread. */
import type { TSESTree } from "@typescript-eslint/utils";
import { plainKey, unwrap, type FunctionNode, type Node } from "../analysis/syntax/ast.js";
import type { ClosureProblem, SpawnCall } from "../analysis/linting.js";
import type { Edit, SourceCode } from "./types.js";

/** The edits that mend a problem of a function written out in its call; undefined where a person has to. */
export function closureEdits(
  sourceCode: SourceCode,
  call: SpawnCall,
  problem: ClosureProblem,
): readonly Edit[] | undefined {
  const fn = unwrap(call.argument);
  if (fn.type !== "ArrowFunctionExpression" && fn.type !== "FunctionExpression") return undefined;
  if (problem.kind === "builtin") return fetchInside(problem);
  if (problem.kind !== "variable") return undefined;
  return call.name === "spawnBlocking"
    ? passInArguments(sourceCode, call, fn, problem.name)
    : passInOptions(sourceCode, call, fn, problem.name);
}

/** `pbkdf2Sync` to `process.getBuiltinModule("node:crypto").pbkdf2Sync`, wherever the function uses it. */
function fetchInside({ name, module, path, uses }: ClosureProblem & { kind: "builtin" }): Edit[] {
  const text = [`process.getBuiltinModule("${module}")`, ...path].join(".");
  return uses.map((use) => {
    const above = use.parent;
    const isShorthand = above?.type === "Property" && above.shorthand;
    return { range: use.range, text: isShorthand ? `${name}: ${text}` : text };
  });
}

function passInArguments(
  sourceCode: SourceCode,
  call: SpawnCall,
  fn: FunctionNode,
  name: string,
): readonly Edit[] | undefined {
  const parameter = addParameters(sourceCode, fn, [name]);
  const value = addElement(sourceCode, call, call.following, fn.params.length, name);
  return parameter === undefined || value === undefined ? undefined : [parameter, value];
}

/** A map's function gets the item, its index, and then what the option `args` lists. */
function passInOptions(
  sourceCode: SourceCode,
  call: SpawnCall,
  fn: FunctionNode,
  name: string,
): readonly Edit[] | undefined {
  const missing = ["_item", "_index"].slice(fn.params.length);
  const parameter = addParameters(sourceCode, fn, [...missing, name]);
  const value = addOption(sourceCode, call, fn, name);
  return parameter === undefined || value === undefined ? undefined : [parameter, value];
}

function addOption(
  sourceCode: SourceCode,
  call: SpawnCall,
  fn: FunctionNode,
  name: string,
): Edit | undefined {
  if (call.following === undefined) return insertAfter(call.argument, `, { args: [${name}] }`);
  const options = unwrap(call.following);
  if (options.type !== "ObjectExpression") return undefined;
  const args = options.properties.find(
    (property): property is TSESTree.Property =>
      property.type === "Property" && plainKey(property.key, property.computed) === "args",
  );
  if (args !== undefined) {
    return addElement(sourceCode, call, args.value, fn.params.length - 2, name);
  }
  if (options.properties.some((property) => property.type === "SpreadElement")) return undefined;
  const [first] = options.properties;
  return first === undefined
    ? { range: options.range, text: `{ args: [${name}] }` }
    : { range: [first.range[0], first.range[0]], text: `args: [${name}], ` };
}

/** Adds parameters behind those that a function has; undefined where a rest takes what follows. */
export function addParameters(
  sourceCode: SourceCode,
  fn: FunctionNode,
  names: readonly string[],
): Edit | undefined {
  const text = names.join(", ");
  const last = fn.params.at(-1);
  if (last?.type === "RestElement") return undefined;
  if (last === undefined) {
    const open = sourceCode.getFirstToken(fn as never, (token) => token.value === "(");
    return open === null ? undefined : { range: [open.range[1], open.range[1]], text };
  }
  const isBare =
    fn.type === "ArrowFunctionExpression" &&
    fn.params.length === 1 &&
    sourceCode.getTokenAfter(last as never)?.value === "=>";
  if (!isBare) return insertAfter(last, `, ${text}`);
  return { range: last.range, text: `(${sourceCode.getText(last as never)}, ${text})` };
}

/** @param count how many elements there have to be, lest the new one meet the wrong parameter. */
/** Adds a value behind those that a call hands over, where these are written out one for each parameter. */
export function addElement(
  sourceCode: SourceCode,
  call: SpawnCall,
  list: Node | undefined,
  count: number,
  name: string,
): Edit | undefined {
  if (list === undefined) {
    return count === 0 ? insertAfter(call.argument, `, [${name}]`) : undefined;
  }
  const node = unwrap(list);
  if (node.type !== "ArrayExpression" || node.elements.length !== count) return undefined;
  if (node.elements.some((element) => element?.type === "SpreadElement")) return undefined;
  const last = node.elements.at(-1);
  if (last === null) return undefined;
  if (last === undefined) {
    const open = sourceCode.getFirstToken(node as never);
    return open === null ? undefined : { range: [open.range[1], open.range[1]], text: name };
  }
  return insertAfter(last, `, ${name}`);
}

function insertAfter(node: Node, text: string): Edit {
  return { range: [node.range[1], node.range[1]], text };
}
