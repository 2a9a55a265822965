/**
 * `execSync(command)` to `(await promisify(exec)(command, { encoding: "buffer" })).stdout`. The asynchronous form gives
 * an object and takes no `stdio`, so only calls whose options are written out, and that read standard output, have one.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import { childrenOf, plainKey, unwrap, type Node } from "../analysis/ast.js";
import { parentOf } from "./ancestors.js";
import { plainCall, replaceCallee, type PlainCall } from "./callee.js";
import { makeAvailable } from "./imports.js";
import type { Edit, Fixer, SourceCode } from "./types.js";

/** The function of node:child_process, and which argument holds the options. */
const twins: Readonly<
  Record<string, { readonly name: string; readonly options: number } | undefined>
> = {
  execSync: { name: "exec", options: 1 },
  execFileSync: { name: "execFile", options: 2 },
};

/** Options that mean the same in both forms. */
const sameOptions = new Set([
  "cwd",
  "env",
  "shell",
  "uid",
  "gid",
  "maxBuffer",
  "windowsHide",
  "killSignal",
  "argv0",
  "windowsVerbatimArguments",
  "encoding",
  "stdio",
]);

export const childProcess: Fixer = (blocking) => {
  const { sourceCode, module, path } = blocking;
  const call = plainCall(blocking);
  const twin = module === "node:child_process" ? twins[path] : undefined;
  if (call === undefined || twin === undefined || looksAtError(sourceCode, call)) return [];
  const encoding = encodingEdits(sourceCode, call, twin.options);
  if (encoding === undefined) return [];
  const near = { sourceCode, node: call, beside: module };
  const form = makeAvailable(near, { module, name: twin.name });
  const promisify = makeAvailable(near, { module: "node:util", name: "promisify" });
  if (form === undefined || promisify === undefined) return [];
  const callee = replaceCallee(sourceCode, call, `${promisify.expression}(${form.expression})`);
  if (callee === undefined) return [];
  return [
    {
      text: `Await the promisified ${twin.name} of ${module}, and read its stdout: what the program writes to stderr is not passed on, its stdin stays open, and an error has its exit status as code.`,
      edits: [callee, ...encoding, ...form.edits, ...promisify.edits],
      ...(call.parent.type === "ExpressionStatement" ? {} : { member: "stdout" }),
      exact: false,
    },
  ];
};

/** The edits that make the result a Buffer where it was one; undefined where the options do not map. */
function encodingEdits(sourceCode: SourceCode, call: PlainCall, index: number): Edit[] | undefined {
  const { arguments: given } = call;
  if (given.some(({ type }) => type === "SpreadElement") || given.length > index + 1)
    return undefined;
  // The second argument of execFileSync may be the options instead of the arguments.
  if (index === 2 && given.length === 2 && given[1]?.type !== "ArrayExpression") return undefined;
  const options = given[index];
  if (options === undefined) {
    // A result that nobody reads needs no encoding.
    if (call.parent.type === "ExpressionStatement") return [];
    const last = sourceCode.getLastToken(call);
    const before = last === null ? null : sourceCode.getTokenBefore(last);
    if (last === null || before === null || given.length === 0) return undefined;
    const comma = before.value === "," ? " " : ", ";
    return [{ range: [before.range[1], before.range[1]], text: `${comma}{ encoding: "buffer" }` }];
  }
  return optionEdits(options);
}

function optionEdits(options: Node): Edit[] | undefined {
  const node = unwrap(options);
  if (node.type !== "ObjectExpression") return undefined;
  let encoding: TSESTree.Node | undefined;
  for (const property of node.properties) {
    if (property.type !== "Property" || property.kind !== "init") return undefined;
    const key = plainKey(property.key, property.computed);
    if (key === undefined || !sameOptions.has(key)) return undefined;
    if (key === "encoding") encoding = unwrap(property.value);
    // Of stdio, what exec always does: all three are pipes.
    if (key === "stdio" && !isPipe(unwrap(property.value))) return undefined;
  }
  if (encoding === undefined) {
    const start = node.range[0] + 1;
    const text = node.properties.length === 0 ? ` encoding: "buffer" ` : ` encoding: "buffer",`;
    return [{ range: [start, start], text }];
  }
  // Only an encoding that is written out tells what comes: null and "buffer" mean a Buffer to both.
  return encoding.type === "Literal" ? [] : undefined;
}

function isPipe(value: Node): boolean {
  if (value.type === "Literal") return value.value === "pipe";
  return (
    value.type === "ArrayExpression" &&
    value.elements.every((element) => element?.type === "Literal" && element.value === "pipe")
  );
}

/** True in a `try` whose `catch` looks at what only the synchronous form's error has: `status`, `output`, `pid`. */
function looksAtError(sourceCode: SourceCode, call: Node): boolean {
  let node = call;
  for (let parent = parentOf(call); parent !== undefined; parent = parentOf(parent)) {
    if (parent.type === "TryStatement" && parent.block === node && parent.handler !== null) {
      if (readsResult(sourceCode, parent.handler.body)) return true;
    }
    node = parent;
  }
  return false;
}

function readsResult(sourceCode: SourceCode, node: Node): boolean {
  if (node.type === "MemberExpression") {
    const name = plainKey(node.property, node.computed);
    if (
      name === "status" ||
      name === "output" ||
      name === "pid" ||
      name === "code" ||
      name === "signal"
    )
      return true;
  }
  return childrenOf(node, sourceCode.visitorKeys).some((child) => readsResult(sourceCode, child));
}
