/** Whether the asynchronous twin of a function of node:fs takes the same arguments in the same sense. */
import type { TSESTree } from "@typescript-eslint/utils";
import { plainKey, unwrap } from "../../analysis/syntax/ast.js";
import { variableAt } from "../imports/bindings.js";
import type { PlainCall } from "./callee.js";
import type { BlockingCall, Node, SourceCode } from "../types.js";

/** Functions of node:fs whose first argument may be a file descriptor, which those of node:fs/promises do not take. */
const takesDescriptor = new Set([
  "readFileSync",
  "writeFileSync",
  "appendFileSync",
  "truncateSync",
]);

/**
 * Functions that give null for whatever fails where `throws` is false, a file that is not there among it. Their twins do
 * so for what does not parse alone.
 */
const takesThrows: Readonly<Record<string, ReadonlySet<string>>> = {
  "fs-extra": new Set(["readJsonSync", "readJSONSync"]),
  "fs-extra/esm": new Set(["readJsonSync", "readJSONSync"]),
  jsonfile: new Set(["readFileSync"]),
};

/** Functions that return undefined, rather than throw, when they are told so. */
const takesThrowIfNoEntry = new Set(["statSync", "lstatSync"]);

/** False where the asynchronous form does not take these arguments, or takes them in another sense. */
export function argumentsFit({ sourceCode, module, path }: BlockingCall, call: PlainCall): boolean {
  const [first, options] = call.arguments;
  if (takesThrows[module]?.has(path) === true && mayMention("throws", options)) return false;
  if (module !== "node:fs" && module !== "fs-extra") return true;
  if (takesDescriptor.has(path) && (first === undefined || mayBeDescriptor(sourceCode, first))) {
    return false;
  }
  return throwsWithoutEntry(path, call);
}

/** False for a call that may give undefined, rather than throw, for what does not exist. */
export function throwsWithoutEntry(path: string, call: PlainCall): boolean {
  const [, options] = call.arguments;
  return !takesThrowIfNoEntry.has(path) || options === undefined || throwsForCertain(options);
}

/** Whether options may say something of a name: an object that is not written out may. */
function mayMention(name: string, options: TSESTree.CallExpressionArgument | undefined): boolean {
  const node = options === undefined ? undefined : unwrap(options);
  if (node === undefined || node.type === "Literal") return false;
  if (node.type !== "ObjectExpression") return true;
  return !node.properties.every((property) => {
    const key =
      property.type === "Property" ? plainKey(property.key, property.computed) : undefined;
    return key !== undefined && key !== name;
  });
}

/** Names that file descriptors go by, where nothing else tells. */
const descriptorName = /^(?:fd|\w+Fd|(?:file)?descriptor)$/iu;

/**
 * A number, `process.stdin.fd`, or a variable that holds what `openSync` or `await promisify(open)(…)` gave. A spread may
 * hold anything.
 */
function mayBeDescriptor(sourceCode: SourceCode, argument: Node): boolean {
  const node = unwrap(argument);
  if (node.type === "SpreadElement") return true;
  if (node.type === "Literal") return typeof node.value === "number";
  if (node.type === "MemberExpression") return plainKey(node.property, node.computed) === "fd";
  if (node.type === "CallExpression") {
    return /\bopen(?:Sync)?\)?$/u.test(sourceCode.getText(node.callee));
  }
  if (node.type === "AwaitExpression") return mayBeDescriptor(sourceCode, node.argument);
  if (node.type !== "Identifier") return false;
  if (descriptorName.test(node.name)) return true;
  const references = variableAt(sourceCode, node.name, node)?.references ?? [];
  return references.some(
    ({ writeExpr }) =>
      writeExpr !== null &&
      writeExpr !== undefined &&
      writeExpr.type !== "Identifier" &&
      mayBeDescriptor(sourceCode, writeExpr as Node),
  );
}

/** An object that is written out and does not say `throwIfNoEntry`. */
function throwsForCertain(options: TSESTree.CallExpressionArgument): boolean {
  const node = unwrap(options);
  if (node.type !== "ObjectExpression") return false;
  return node.properties.every((property) => {
    if (property.type !== "Property") return false;
    const key = plainKey(property.key, property.computed);
    if (key === undefined) return false;
    const value = unwrap(property.value);
    return key !== "throwIfNoEntry" || (value.type === "Literal" && value.value === true);
  });
}
