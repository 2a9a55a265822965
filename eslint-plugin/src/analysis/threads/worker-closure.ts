/**
 * What a function loses when it is sent to another thread as text: every name that it has from around it, and `this`,
 * `super`, `arguments` and the like where these belong to the function around.
 */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isClass, isFunction, parentOf, type FunctionNode, type Node } from "../syntax/ast.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { ValuesOf } from "./spawn-call.js";
import type { Value } from "../values/values.js";

type Reference = TSESLint.Scope.Reference;
type Variable = TSESLint.Scope.Variable;

export type ClosureProblem =
  /** A variable that can be passed in the arguments instead. */
  | NameProblem<"variable">
  /** A variable that the function assigns to: the value would stay in the other thread. */
  | NameProblem<"assigned">
  /** An export of a module that Node has built in: the function can fetch it itself. */
  | (NameProblem<"builtin"> & { readonly module: string; readonly path: readonly string[] })
  /** An import of another module. */
  | NameProblem<"import">
  /** A function or a class, which can't be passed. */
  | NameProblem<"function">
  /** What a compiler put there: `__awaiter`, `_asyncToGenerator`, `tslib_1`. */
  | NameProblem<"helper">
  /** What only modules have: `require`, `__dirname`. */
  | NameProblem<"module-name">
  /** What only a page has: `window`, `document`. */
  | NameProblem<"page-global">
  /** `this`, `super`, `arguments`, `new.target`, `import.meta`, `#name`. */
  | { readonly kind: "context"; readonly name: string; readonly node: Node }
  /** `import("./beside.js")`, which is looked for beside the pool's own file. */
  | { readonly kind: "relative-import"; readonly name: string; readonly node: Node };

interface NameProblem<Kind extends string> {
  readonly kind: Kind;
  readonly name: string;
  /** Where the name is first used. */
  readonly node: Node;
  /** Every use of the name within the function. */
  readonly uses: readonly Node[];
}

/** Names that CommonJS gives to each module, and a thread does not have. */
const moduleNames = new Set(["require", "module", "exports", "__dirname", "__filename"]);

/** Globals of a browser's page that no worker thread has, in any version of Node.js. */
const pageGlobals = new Set(
  "window document customElements HTMLElement requestAnimationFrame cancelAnimationFrame".split(
    " ",
  ),
);

/** Names that the pool defines for texts that have been through esbuild's keep-names or Istanbul. */
const providedNames = /^(?:__name|cov_\w+)$/u;

/** Helpers of TypeScript (also by tslib), Babel, SWC and esbuild. */
const helperNames =
  /^(?:__[a-z]\w*|tslib_?\d*|_(?:asyncToGenerator|asyncIterator|objectSpread\d?|objectWithoutProperties|extends|defineProperty|classCallCheck|createClass|classPrivate\w+|inherits|callSuper|toConsumableArray|slicedToArray|toArray|createForOfIteratorHelper|regenerator\w*|wrapAsyncGenerator|awaitAsyncGenerator|interop\w+|async_to_generator|object_spread\w*|define_property|class_\w+|to_consumable_array|sliced_to_array|ts_generator|instanceof)\d*)$/u;

/** Everything that a function would miss in another thread, in source order. */
export function closureProblems(
  file: SourceFile,
  fn: FunctionNode,
  valuesOf: ValuesOf,
): readonly ClosureProblem[] {
  const problems = [
    ...nameProblems(file, fn, valuesOf),
    ...contextProblems(file, fn),
    ...placeProblems(file, fn),
  ];
  return problems.toSorted((a, b) => a.node.range[0] - b.node.range[0]);
}

function nameProblems(file: SourceFile, fn: FunctionNode, valuesOf: ValuesOf): ClosureProblem[] {
  const byName = new Map<string, Reference[]>();
  for (const reference of file.referencesOut(fn)) {
    if (isTypeOnly(reference)) continue;
    const { name } = reference.identifier;
    if (typeof name === "string") byName.set(name, [...(byName.get(name) ?? []), reference]);
  }
  return [...byName].flatMap(([name, references]) => problemOf(file, name, references, valuesOf));
}

function problemOf(
  file: SourceFile,
  name: string,
  references: readonly Reference[],
  valuesOf: ValuesOf,
): ClosureProblem[] {
  const uses = references.map((reference) => reference.identifier as Node);
  const node = uses[0];
  if (node?.type !== "Identifier" || providedNames.test(name)) return [];
  const variable = file.variableOf(node);
  // Names that a configuration lists as globals have a variable without a definition.
  if (pageGlobals.has(name) && (variable === undefined || variable.defs.length === 0)) {
    return uses.some(isAskedAbout) ? [] : [{ kind: "page-global", name, node, uses }];
  }
  if (variable === undefined) {
    return moduleNames.has(name) ? [{ kind: "module-name", name, node, uses }] : [];
  }
  if (isTypeDeclaration(variable)) return [];
  if (helperNames.test(name)) return [{ kind: "helper", name, node, uses }];
  if (references.some((reference) => reference.isWrite())) {
    return [{ kind: "assigned", name, node, uses }];
  }
  const values = valuesOf(node);
  const builtin = values.find(isBuiltin);
  if (builtin !== undefined && values.length === 1) {
    return [{ kind: "builtin", name, node, uses, module: builtin.module, path: builtin.path }];
  }
  if (isImported(variable)) return [{ kind: "import", name, node, uses }];
  const isCode = values.some((value) => value.kind === "function" || value.kind === "class");
  return [{ kind: isCode || isDeclaredCode(variable) ? "function" : "variable", name, node, uses }];
}

/** `typeof window`: the function knows that the name may be missing. */
function isAskedAbout(use: Node): boolean {
  const above = parentOf(use);
  return above?.type === "UnaryExpression" && above.operator === "typeof";
}

function isTypeOnly(reference: Reference): boolean {
  // Only TypeScript's scopes tell types and values apart.
  return (reference as { isValueReference?: boolean }).isValueReference === false;
}

function isTypeDeclaration(variable: Variable): boolean {
  return variable.defs.every(
    ({ node }) => node.type === "TSInterfaceDeclaration" || node.type === "TSTypeAliasDeclaration",
  );
}

/** A module of Node's, or a part of it that is the same in each thread; not what a call of it gave. */
function isBuiltin(value: Value): value is Value & { readonly kind: "api" } {
  return (
    value.kind === "api" &&
    value.module.startsWith("node:") &&
    value.path.every((segment) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(segment)) &&
    !value.path.includes("prototype")
  );
}

function isImported(variable: Variable): boolean {
  return variable.defs.some((definition) => definition.type === "ImportBinding");
}

function isDeclaredCode(variable: Variable): boolean {
  return variable.defs.some(
    (definition) => definition.type === "FunctionName" || definition.type === "ClassName",
  );
}

/** Where a search stands: whose `this` and whose `arguments` are the lost ones. */
interface Place {
  /** Arrow functions have neither; a function has its own `arguments`, but its `this` is undefined. */
  readonly ownArguments: boolean;
}

function contextProblems(file: SourceFile, fn: FunctionNode): ClosureProblem[] {
  const problems: ClosureProblem[] = [];
  const place: Place = { ownArguments: fn.type !== "ArrowFunctionExpression" };
  const pending: Node[] = [...fn.params, fn.body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const name = contextName(node, place);
    if (name !== undefined) problems.push({ kind: "context", name, node });
    if (hasItsOwn(node)) pending.push(...outerParts(node));
    else pending.push(...file.children(node).filter((child) => !child.type.startsWith("TSType")));
  }
  return firstOfEach(problems);
}

/** What depends on the file in which it stands, also within functions and classes inside. */
function placeProblems(file: SourceFile, fn: FunctionNode): ClosureProblem[] {
  const problems: ClosureProblem[] = [];
  const pending: Node[] = [...fn.params, fn.body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "MetaProperty" && node.meta.name === "import") {
      problems.push({ kind: "context", name: "import.meta", node });
    }
    if (node.type === "ImportExpression" && node.source.type === "Literal") {
      const { raw, value } = node.source;
      if (typeof value === "string" && /^\.\.?(?:\/|$)/u.test(value)) {
        problems.push({ kind: "relative-import", name: `import(${raw})`, node });
      }
    }
    pending.push(...file.children(node));
  }
  return firstOfEach(problems);
}

function contextName(node: Node, { ownArguments }: Place): string | undefined {
  switch (node.type) {
    case "ThisExpression":
      return "this";
    case "Super":
      return "super";
    case "MetaProperty":
      return ownArguments || node.meta.name === "import" ? undefined : "new.target";
    case "Identifier":
      return node.name === "arguments" && !ownArguments && isReference(node)
        ? "arguments"
        : undefined;
    case "PrivateIdentifier":
      return `#${node.name}`;
    default:
      return undefined;
  }
}

function isReference(node: TSESTree.Identifier): boolean {
  const above = parentOf(node);
  if (above?.type === "MemberExpression") return above.object === node || above.computed;
  if (above?.type === "Property") return above.value === node || above.computed;
  return true;
}

/** Functions and classes that have `this` and so on of their own. */
function hasItsOwn(node: Node): boolean {
  return (isFunction(node) && node.type !== "ArrowFunctionExpression") || isClass(node);
}

/** What of a class is evaluated around it; of a function nothing. */
function outerParts(node: Node): Node[] {
  return isClass(node) && node.superClass !== null ? [node.superClass] : [];
}

function firstOfEach(problems: readonly ClosureProblem[]): ClosureProblem[] {
  const sorted = problems.toSorted((a, b) => a.node.range[0] - b.node.range[0]);
  return sorted.filter((one, index) => sorted.findIndex(({ name }) => name === one.name) === index);
}
