/** `new Proxy(fs, { get: (target, name) => target[name] })`: an object that stands for another. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, plainKey, unwrap, type FunctionNode, type Node } from "../syntax/ast.js";
import { dotted } from "../syntax/names.js";
import { ownReturns } from "./returns.js";
import type { SourceFile } from "../syntax/source-file.js";
import { isApi, type Value } from "./values.js";

/** The object behind a proxy whose members are those of the object; undefined for what is none, or says otherwise. */
export function proxiedBy(
  file: SourceFile,
  { arguments: [target, handler] }: TSESTree.NewExpression,
  constructors: readonly Value[],
): Node | undefined {
  if (!constructors.some((value) => isApi(value, "global", "Proxy"))) return undefined;
  if (target === undefined || handler?.type !== "ObjectExpression") return undefined;
  const trap = handler.properties.find(
    (property) =>
      property.type === "Property" && plainKey(property.key, property.computed) === "get",
  );
  if (trap?.type !== "Property") return target;
  return isFunction(trap.value) && passesOn(file, trap.value) ? target : undefined;
}

/** Whether a `get` trap gives what it is asked for: `Reflect.get(…)`, `target[name]`. */
function passesOn(file: SourceFile, trap: FunctionNode): boolean {
  const [target] = trap.params;
  return ownReturns(file, trap).some((returned) => {
    const node = unwrap(returned);
    if (node.type === "CallExpression") return dotted(node.callee) === "Reflect.get";
    return (
      node.type === "MemberExpression" &&
      node.computed &&
      node.object.type === "Identifier" &&
      target?.type === "Identifier" &&
      node.object.name === target.name
    );
  });
}
