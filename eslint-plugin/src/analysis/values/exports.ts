/** What a file of the project exports, ESM and CommonJS, written by people or by compilers. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calleeOf, lastName, plainKey, unwrap, type Node } from "../syntax/ast.js";
import { keyName, onlyValue } from "./constants.js";
import type { Resolver } from "./resolve.js";
import { ownReturns } from "./returns.js";
import type { SourceFile } from "../syntax/source-file.js";
import { unknown, type ModuleBlockValue, type Value } from "./values.js";

/** The values of one export of a file; `default` of a CommonJS module is `module.exports`. */
export function exportedValues(
  resolver: Resolver,
  file: SourceFile,
  name: string,
): readonly Value[] {
  return resolver.once(
    file,
    () => {
      const own = file.ast.body.flatMap((statement) =>
        ofStatement(resolver, file, statement, name),
      );
      if (own.length > 0) return own;
      const assigned = ofCommonJs(resolver, file, name);
      if (assigned.length > 0) return assigned;
      const starred = file.ast.body.flatMap((statement) =>
        statement.type === "ExportAllDeclaration" &&
        statement.exported === null &&
        name !== "default"
          ? exportOf(resolver, file, statement.source.value, name)
          : unknown,
      );
      if (starred.length > 0) return starred;
      if (name !== "default") return unknown;
      const whole = moduleExports(resolver, file);
      if (isEsModule(file)) return whole;
      // Compiled default imports of a module without a default export get the namespace. A function or a class that is
      // the module has its members there: `module.exports = load; module.exports.cached = …`.
      const isBare = whole.every((value) => value.kind === "function" || value.kind === "class");
      return isBare ? [...whole, { kind: "namespace", file }] : whole;
    },
    `export ${name}`,
  );
}

function isEsModule(file: SourceFile): boolean {
  return file.ast.body.some(
    (statement) => statement.type.startsWith("Export") || statement.type === "ImportDeclaration",
  );
}

function exportOf(
  resolver: Resolver,
  file: SourceFile,
  specifier: string,
  name: string,
): readonly Value[] {
  return resolver.moduleNamed(file, specifier).flatMap((value) => resolver.memberOf(value, name));
}

function ofStatement(
  resolver: Resolver,
  file: SourceFile,
  statement: TSESTree.ProgramStatement,
  name: string,
): readonly Value[] {
  switch (statement.type) {
    case "ExportDefaultDeclaration":
      return name === "default" ? resolver.valuesOf(file, statement.declaration) : unknown;
    case "ExportNamedDeclaration":
      return ofNamed(resolver, file, statement, name);
    case "ExportAllDeclaration":
      return statement.exported !== null && textOf(statement.exported) === name
        ? resolver.moduleNamed(file, statement.source.value)
        : unknown;
    case "TSExportAssignment":
      return resolver
        .valuesOf(file, statement.expression)
        .flatMap((value) => (name === "default" ? [value] : resolver.memberOf(value, name)));
    default:
      return unknown;
  }
}

/** The values of an export of a `namespace`. Several blocks of one name are several values. */
export function exportedByBlock(
  resolver: Resolver,
  { file, node }: ModuleBlockValue,
  name: string,
): readonly Value[] {
  const statements = node.body?.body ?? [];
  return statements.flatMap((statement) =>
    statement.type === "ExportNamedDeclaration"
      ? ofNamed(resolver, file, statement, name)
      : unknown,
  );
}

function textOf(name: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return name.type === "Identifier" ? name.name : name.value;
}

function ofNamed(
  resolver: Resolver,
  file: SourceFile,
  statement: TSESTree.ExportNamedDeclaration,
  name: string,
): readonly Value[] {
  for (const specifier of statement.specifiers) {
    if (textOf(specifier.exported) !== name) continue;
    if (statement.source !== null) {
      return exportOf(resolver, file, statement.source.value, textOf(specifier.local));
    }
    return specifier.local.type === "Identifier"
      ? resolver.valuesOf(file, specifier.local)
      : unknown;
  }
  const { declaration } = statement;
  if (declaration === null || declaration === undefined) return unknown;
  const declared =
    declaration.type === "VariableDeclaration"
      ? declaration.declarations.flatMap((one) => file.declaredBy(one))
      : file.declaredBy(declaration);
  const variable = declared.find((one) => one.name === name);
  return variable === undefined ? unknown : resolver.valuesOfVariable(file, variable);
}

/** What `require` gives: the exports, which may be a function or a class themselves (`module.exports = …`). */
export function required(resolver: Resolver, value: Value): readonly Value[] {
  if (value.kind !== "namespace") return [value];
  const whole = moduleExports(resolver, value.file);
  return [value, ...whole.filter((one) => one.kind !== "object" && one.kind !== "namespace")];
}

/** Whether an expression is `exports`, `module.exports`, or a constant that is (`const api = module.exports`). */
export function isExports(file: SourceFile, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === "Identifier") {
    const variable = file.variableOf(node);
    if (variable === undefined) return node.name === "exports";
    const value = onlyValue(file, variable);
    return value?.type === "MemberExpression" && isExports(file, value);
  }
  return (
    node.type === "MemberExpression" &&
    node.object.type === "Identifier" &&
    node.object.name === "module" &&
    file.variableOf(node.object) === undefined &&
    plainKey(node.property, node.computed) === "exports"
  );
}

/** The values of `module.exports = …`, which TypeScript writes as `export =`. */
export function moduleExports(resolver: Resolver, file: SourceFile): readonly Value[] {
  const written = file.ast.body.find((statement) => statement.type === "TSExportAssignment");
  if (written !== undefined) return resolver.valuesOf(file, written.expression);
  return file.nodes.assignments.flatMap((assignment) =>
    isExports(file, assignment.left) && unwrap(assignment.left).type === "MemberExpression"
      ? resolver.valuesOf(file, assignment.right)
      : unknown,
  );
}

function ofCommonJs(resolver: Resolver, file: SourceFile, name: string): readonly Value[] {
  const assigned = (file.remember(assignedExports, file.ast).get(name) ?? []).flatMap((right) =>
    resolver.valuesOf(file, right),
  );
  if (assigned.length > 0) return assigned;
  const called = file
    .remember(exportingCalls, file.ast)
    .flatMap((call) => ofExportingCall(resolver, file, call, name));
  if (called.length > 0 || name === "default") return called;
  return moduleExports(resolver, file).flatMap((value) => resolver.memberOf(value, name));
}

/** What is assigned to members of a file's exports, by their names. */
function assignedExports(
  _program: TSESTree.Program,
  file: SourceFile,
): ReadonlyMap<string, readonly Node[]> {
  const byName = new Map<string, Node[]>();
  for (const { left, right } of file.nodes.assignments) {
    const target = unwrap(left);
    if (target.type !== "MemberExpression" || !isExports(file, target.object)) continue;
    const name = keyName(file, target.property, target.computed);
    if (name === undefined) continue;
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [right]);
    else known.push(right);
  }
  return byName;
}

const exportingNames = new Set([
  "defineProperty",
  "assign",
  "__exportStar",
  "_export_star",
  "__export",
  "_export",
]);

function exportingCalls(
  _program: TSESTree.Program,
  file: SourceFile,
): readonly TSESTree.CallExpression[] {
  return file.nodes.calls
    .filter((call) => call.type === "CallExpression")
    .filter((call) => exportingNames.has(lastName(calleeOf(call))));
}

/**
 * `Object.defineProperty(exports, "a", { get: () => m.a })` (TypeScript), `__exportStar(require("./a"), exports)`
 * (TypeScript), `__export(exports, { a: () => a })` (esbuild, and its `module.exports = __toCommonJS(…)`), `_export`
 * (SWC), `Object.assign(exports, require("./a"))` (people).
 */
function ofExportingCall(
  resolver: Resolver,
  file: SourceFile,
  call: TSESTree.CallExpression,
  name: string,
): readonly Value[] {
  const [first, second, third] = call.arguments;
  if (first === undefined || second === undefined) return unknown;
  const called = lastName(calleeOf(call));
  if (called === "defineProperty" && third !== undefined && isExports(file, first)) {
    return keyName(file, second, true) === name ? ofGetter(resolver, file, third, "get") : unknown;
  }
  if (called === "assign" && isExports(file, first)) {
    return call.arguments
      .slice(1)
      .flatMap((given) => resolver.valuesOf(file, given))
      .flatMap((value) => resolver.memberOf(value, name));
  }
  if ((called === "__exportStar" || called === "_export_star") && isExports(file, second)) {
    return name === "default"
      ? unknown
      : resolver.valuesOf(file, first).flatMap((value) => resolver.memberOf(value, name));
  }
  if (called === "__export" || called === "_export") return ofGetter(resolver, file, second, name);
  return unknown;
}

/** What the function under `name` in an object literal returns. */
function ofGetter(
  resolver: Resolver,
  file: SourceFile,
  descriptor: Node,
  name: string,
): readonly Value[] {
  const literal = unwrap(descriptor);
  if (literal.type !== "ObjectExpression") return unknown;
  for (const property of literal.properties) {
    if (property.type !== "Property") continue;
    if (keyName(file, property.key, property.computed) !== name) continue;
    const getter = property.value;
    if (getter.type === "FunctionExpression" || getter.type === "ArrowFunctionExpression") {
      return ownReturns(file, getter).flatMap((node) => resolver.valuesOf(file, node));
    }
  }
  return unknown;
}
