/**
 * `execSync(command)` to `(await promisify(exec)(command, { encoding: "buffer" })).stdout`. The asynchronous form gives
 * an object and no `stdio` beside pipes, so only calls whose options are written out, and that read standard output, have one.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import { childrenOf, plainKey, unwrap, type Node } from "../analysis/syntax/ast.js";
import { parentOf } from "./ancestors.js";
import { plainCall, replaceCallee, type PlainCall } from "./calls/callee.js";
import { makeAvailable } from "./imports/imports.js";
import { withoutElement } from "./imports/list-element.js";
import { isParenthesized } from "./async/parentheses.js";
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
  "timeout",
]);

export const childProcess: Fixer = (blocking) => {
  const { sourceCode, module, path } = blocking;
  const call = plainCall(blocking);
  const twin = module === "node:child_process" ? twins[path] : undefined;
  if (call === undefined || twin === undefined || looksAtError(sourceCode, call.node)) return [];
  const options = mappedOptions(sourceCode, call, twin.options);
  if (options === undefined) return [];
  const near = { sourceCode, node: call.node, beside: module };
  const form = makeAvailable(near, { module, name: twin.name });
  const promisify = makeAvailable(near, { module: "node:util", name: "promisify" });
  if (form === undefined || promisify === undefined) return [];
  const callee = replaceCallee(sourceCode, call, `${promisify.expression}(${form.expression})`);
  if (callee === undefined) return [];
  return [
    {
      text: [
        `Await the promisified ${twin.name} of ${module}, and read its stdout: what the program writes to stderr is not passed on, its stdin stays open, and an error has its exit status as code.`,
        ...options.notes,
      ].join(" "),
      edits: [...callee, ...options.edits, ...form.edits, ...promisify.edits],
      ...(call.parent.type === "ExpressionStatement" ? {} : { member: "stdout" }),
      exact: false,
    },
  ];
};

interface MappedOptions {
  readonly edits: readonly Edit[];
  /** What changes with these options, as sentences. */
  readonly notes: readonly string[];
}

/** The options as the other form takes them, with a Buffer where there was one; undefined where they do not map. */
function mappedOptions(
  sourceCode: SourceCode,
  call: PlainCall,
  index: number,
): MappedOptions | undefined {
  const { arguments: given } = call;
  if (given.some(({ type }) => type === "SpreadElement") || given.length > index + 1)
    return undefined;
  // The second argument of execFileSync may be the options instead of the arguments.
  if (index === 2 && given.length === 2 && given[1]?.type !== "ArrayExpression") return undefined;
  const options = given[index];
  if (options !== undefined) return ofWrittenOptions(sourceCode, options);
  // A result that nobody reads needs no encoding.
  if (call.parent.type === "ExpressionStatement") return { edits: [], notes: [] };
  const last = given.at(-1);
  if (last === undefined || isParenthesized(sourceCode, last)) return undefined;
  const at = last.range[1];
  return { edits: [{ range: [at, at], text: `, { encoding: "buffer" }` }], notes: [] };
}

function ofWrittenOptions(sourceCode: SourceCode, options: Node): MappedOptions | undefined {
  const node = unwrap(options);
  if (node.type !== "ObjectExpression") return undefined;
  const properties = new Map<string, TSESTree.Property>();
  for (const property of node.properties) {
    if (property.type !== "Property" || property.kind !== "init") return undefined;
    const key = plainKey(property.key, property.computed);
    if (key === undefined || !sameOptions.has(key)) return undefined;
    properties.set(key, property);
  }
  const encoding = properties.get("encoding");
  // Only an encoding that is written out tells what comes: null and "buffer" mean a Buffer to both.
  if (encoding !== undefined && unwrap(encoding.value).type !== "Literal") return undefined;
  const stdio = properties.get("stdio");
  const streams = stdio === undefined ? [] : pipesOf(unwrap(stdio.value));
  if (streams === undefined) return undefined;
  return {
    edits: [
      ...(stdio === undefined ? [] : [withoutElement(sourceCode, stdio)]),
      ...(encoding === undefined ? [bufferEncoding(node, stdio)] : []),
    ],
    notes: [
      ...(streams[2] === "ignore"
        ? ["An error's message tells what the program wrote to stderr."]
        : []),
      ...(properties.has("timeout")
        ? [
            "An error for a program that took too long has killed: true, and not the code ETIMEDOUT.",
          ]
        : []),
    ],
  };
}

function bufferEncoding(
  { range, properties }: TSESTree.ObjectExpression,
  removed: Node | undefined,
): Edit {
  const at = range[0] + 1;
  const isAlone = properties.every((property) => property === removed);
  const comma = isAlone ? "" : ",";
  return {
    range: [at, at],
    text: ` encoding: "buffer"${comma}${properties.length === 0 ? " " : ""}`,
  };
}

/**
 * The streams of `stdio`, where exec does what it says: its standard output is a pipe, and what is ignored is not
 * passed on.
 */
function pipesOf(value: Node): readonly unknown[] | undefined {
  if (value.type === "Literal") return value.value === "pipe" ? [] : undefined;
  if (value.type !== "ArrayExpression" || value.elements.length > 3) return undefined;
  const streams = value.elements.map((element) =>
    element?.type === "Literal" ? element.value : undefined,
  );
  const isKnown = streams.every(
    (stream, index) => stream === "pipe" || (stream === "ignore" && index !== 1),
  );
  return isKnown ? streams : undefined;
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
