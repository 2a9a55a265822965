/** `fs.readFileSync(p, "utf8")` to `await readFile(p, "utf8")`: functions that have a twin that returns a promise. */
import type { TSESTree } from "@typescript-eslint/utils";
import { plainKey, unwrap } from "../analysis/ast.js";
import { variableAt } from "./bindings.js";
import { plainCall, renameMember, replaceCallee, type PlainCall } from "./callee.js";
import { makeAvailable } from "./imports.js";
import type { BlockingCall, Fixer, Node, PromiseForm, SourceCode } from "./types.js";

/** Functions of node:fs whose first argument may be a file descriptor, which those of node:fs/promises do not take. */
const takesDescriptor = new Set([
  "readFileSync",
  "writeFileSync",
  "appendFileSync",
  "truncateSync",
]);

/** Functions that return undefined, rather than throw, when they are told so. */
const takesThrowIfNoEntry = new Set(["statSync", "lstatSync"]);

export const asyncForm: Fixer = (blocking) => {
  const call = plainCall(blocking);
  const form = blocking.api.asyncForm;
  if (call === undefined || form?.style !== "promise" || !argumentsFit(blocking, call)) return [];
  if (form.name.includes(".prototype.") || form.module === "global") return renamed(blocking, call);
  const available = makeAvailable(
    { sourceCode: blocking.sourceCode, node: call, beside: blocking.module },
    form,
  );
  if (available === undefined) return [];
  const callee = replaceCallee(blocking.sourceCode, call, available.expression);
  if (callee === undefined) return [];
  const name = form.name === "default" ? "the default export" : form.name;
  const exact = form.caveat === undefined || isChecked(blocking);
  return [
    {
      text: withCaveat(`Await ${name} of ${form.module}`, exact ? undefined : form.caveat),
      edits: [callee, ...available.edits],
      exact,
    },
  ];
};

/** The caveats of node:fs are about arguments, which were looked at, and one about links, which gives the same path. */
function isChecked({ module, path }: BlockingCall): boolean {
  return (module === "node:fs" || module === "fs-extra") && path !== "existsSync";
}

function withCaveat(text: string, caveat: string | undefined): string {
  return caveat === undefined ? `${text}.` : `${text} (${caveat}).`;
}

/** Methods keep their object, and globals their namespace: only the last name changes. */
function renamed({ api, path }: BlockingCall, call: PlainCall): PromiseForm[] {
  const name = api.asyncForm?.name.split(".").at(-1);
  const edit = name === undefined ? undefined : renameMember(call, name);
  if (edit === undefined || name === undefined) return [];
  const holder = path
    .split(".")
    .slice(0, -1)
    .filter((part) => part !== "prototype")
    .join(".");
  return [
    {
      text: withCaveat(`Await ${holder}.${name}`, api.asyncForm?.caveat),
      edits: [edit],
      exact: api.asyncForm?.caveat === undefined,
    },
  ];
}

/** False where the asynchronous form does not take these arguments, or takes them in another sense. */
function argumentsFit({ sourceCode, module, path }: BlockingCall, call: PlainCall): boolean {
  if (module !== "node:fs" && module !== "fs-extra") return true;
  const [first, options] = call.arguments;
  if (takesDescriptor.has(path) && (first === undefined || mayBeDescriptor(sourceCode, first))) {
    return false;
  }
  return !takesThrowIfNoEntry.has(path) || options === undefined || throwsForCertain(options);
}

/** A number, `process.stdin.fd`, or a variable that holds what `openSync` gave. A spread may hold anything. */
function mayBeDescriptor(sourceCode: SourceCode, argument: Node): boolean {
  const node = unwrap(argument);
  if (node.type === "SpreadElement") return true;
  if (node.type === "Literal") return typeof node.value === "number";
  if (node.type === "MemberExpression") return plainKey(node.property, node.computed) === "fd";
  if (node.type === "CallExpression") {
    return /\bopen(Sync)?$/.test(sourceCode.getText(node.callee));
  }
  if (node.type === "AwaitExpression") return mayBeDescriptor(sourceCode, node.argument);
  if (node.type !== "Identifier") return false;
  const definition = variableAt(sourceCode, node.name, node)?.defs[0]?.node;
  return (
    definition?.type === "VariableDeclarator" &&
    definition.init !== null &&
    definition.init.type !== "Identifier" &&
    mayBeDescriptor(sourceCode, definition.init)
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
