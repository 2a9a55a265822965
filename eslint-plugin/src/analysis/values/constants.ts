/** Constants that can be read off the code without running it. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { plainKey, unwrap, type Node } from "../syntax/ast.js";
import type { SourceFile } from "../syntax/source-file.js";

export type Constant = string | number | boolean | null | undefined;

/** A known constant, wrapped so that a known `undefined` and "not known" differ. */
export interface Known {
  readonly value: Constant;
}

/** Deep enough for every constant that a person writes; guards against cycles. */
const maximumDepth = 20;

/** The constant that an expression always has, following `const` variables of the same file. */
export function constantOf(file: SourceFile, expression: Node, depth = 0): Known | undefined {
  if (depth > maximumDepth) return undefined;
  const node = unwrap(expression);
  switch (node.type) {
    case "Literal":
      return "regex" in node || "bigint" in node
        ? bigintOf(node)
        : { value: node.value as Constant };
    case "TemplateLiteral":
      return template(file, node, depth);
    case "UnaryExpression":
      return unary(file, node, depth);
    case "BinaryExpression":
      return binary(file, node, depth);
    case "Identifier":
      return ofIdentifier(file, node, depth);
    case "MemberExpression":
      return ofMember(file, node, depth);
    case "CallExpression":
      return ofCall(file, node, depth);
    default:
      return undefined;
  }
}

export function constantNumber(file: SourceFile, node: Node): number | undefined {
  const value = constantOf(file, node)?.value;
  return typeof value === "number" && !Number.isNaN(value) ? value : undefined;
}

export function constantString(file: SourceFile, node: Node): string | undefined {
  const value = constantOf(file, node)?.value;
  return typeof value === "string" ? value : undefined;
}

/** What the keys of `[Symbol.iterator]() { … }` and `[Symbol.dispose]() { … }` go by: no name that is written out looks so. */
export const iteratorKey = "@@iterator";
export const disposeKey = "@@dispose";
export const asyncDisposeKey = "@@asyncDispose";

/** The name of a property key, computed from constants where it must be. */
export function keyName(file: SourceFile, key: Node, computed: boolean): string | undefined {
  const plain = plainKey(key, computed);
  if (plain !== undefined || !computed) return plain;
  const symbol = symbolName(file, key);
  if (symbol !== undefined) return `@@${symbol}`;
  const value = constantOf(file, key)?.value;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** `iterator` of `Symbol.iterator`. */
function symbolName(file: SourceFile, key: Node): string | undefined {
  return key.type === "MemberExpression" &&
    key.object.type === "Identifier" &&
    key.object.name === "Symbol" &&
    file.variableOf(key.object) === undefined
    ? plainKey(key.property, key.computed)
    : undefined;
}

/** The names that a computed key may have, where code chooses among constants: `fs[follow ? "statSync" : "lstatSync"]`. */
export function keyNames(file: SourceFile, key: Node, computed: boolean): readonly string[] {
  const node = unwrap(key);
  if (computed && node.type === "ConditionalExpression") {
    return [...keyNames(file, node.consequent, true), ...keyNames(file, node.alternate, true)];
  }
  const name = keyName(file, node, computed);
  if (name !== undefined) return [name];
  const variable = node.type === "Identifier" && computed ? file.variableOf(node) : undefined;
  const value = variable === undefined ? undefined : onlyValue(file, variable);
  return value?.type === "ConditionalExpression" ? keyNames(file, value, true) : [];
}

function bigintOf(node: TSESTree.Literal): Known | undefined {
  if (!("bigint" in node) || typeof node.bigint !== "string") return undefined;
  const value = Number(node.bigint);
  return Number.isNaN(value) ? undefined : { value };
}

function template(
  file: SourceFile,
  node: TSESTree.TemplateLiteral,
  depth: number,
): Known | undefined {
  let text = "";
  for (const [index, quasi] of node.quasis.entries()) {
    text += quasi.value.cooked;
    const expression = node.expressions[index];
    if (expression === undefined) continue;
    const part = constantOf(file, expression, depth + 1);
    if (part === undefined) return undefined;
    text += String(part.value);
  }
  return { value: text };
}

function unary(file: SourceFile, node: TSESTree.UnaryExpression, depth: number): Known | undefined {
  if (node.operator === "void") return { value: undefined };
  const argument = constantOf(file, node.argument, depth + 1);
  if (argument === undefined) return undefined;
  switch (node.operator) {
    case "-":
      return { value: -Number(argument.value) };
    case "+":
      return { value: Number(argument.value) };
    case "!":
      return { value: argument.value === undefined || !argument.value };
    default:
      return undefined;
  }
}

function binary(
  file: SourceFile,
  node: TSESTree.BinaryExpression,
  depth: number,
): Known | undefined {
  if (node.left.type === "PrivateIdentifier") return undefined;
  const knownLeft = constantOf(file, node.left, depth + 1);
  const knownRight = constantOf(file, node.right, depth + 1);
  if (knownLeft === undefined || knownRight === undefined) return undefined;
  const left = knownLeft.value;
  const right = knownRight.value;
  if (node.operator === "===") return { value: left === right };
  if (node.operator === "!==") return { value: left !== right };
  if (node.operator === "+" && typeof left === "string" && typeof right === "string") {
    return { value: left + right };
  }
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  switch (node.operator) {
    case "+":
      return { value: left + right };
    case "-":
      return { value: left - right };
    case "*":
      return { value: left * right };
    case "/":
      return { value: left / right };
    case "%":
      return { value: left % right };
    case "**":
      return { value: left ** right };
    case "<<":
      return { value: left << right };
    default:
      return undefined;
  }
}

function ofIdentifier(
  file: SourceFile,
  node: TSESTree.Identifier,
  depth: number,
): Known | undefined {
  const variable = file.variableOf(node);
  if (variable === undefined) {
    if (node.name === "undefined") return { value: undefined };
    if (node.name === "Infinity") return { value: Infinity };
    return undefined;
  }
  const initial = onlyValue(file, variable);
  return initial === undefined ? undefined : constantOf(file, initial, depth + 1);
}

/** The initial value of a variable that is written once, in its declaration. */
export function onlyValue(
  file: SourceFile,
  variable: TSESLint.Scope.Variable,
): TSESTree.Expression | undefined {
  return file.remember(onlyValueOf, variable);
}

function onlyValueOf({
  defs,
  references,
}: TSESLint.Scope.Variable): TSESTree.Expression | undefined {
  const [definition, ...others] = defs;
  if (definition === undefined || others.length > 0) return undefined;
  const declarator = definition.node;
  if (declarator.type !== "VariableDeclarator" || declarator.id.type !== "Identifier") {
    return undefined;
  }
  const isWrittenOnce = references.every(
    (reference) => !reference.isWrite() || reference.init === true,
  );
  return isWrittenOnce ? (declarator.init ?? undefined) : undefined;
}

/** Whether a member of what a variable holds is assigned anywhere. */
function hasAssignedMember({ references }: TSESLint.Scope.Variable): boolean {
  return references.some(({ identifier: { parent } }) => {
    const isMember = parent?.type === "MemberExpression";
    return (
      isMember && parent.parent?.type === "AssignmentExpression" && parent.parent.left === parent
    );
  });
}

const numberConstants: Readonly<Record<string, number>> = {
  POSITIVE_INFINITY: Infinity,
  MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
  MAX_VALUE: Number.MAX_VALUE,
};

/** `limits.rounds` of a constant object literal; `Number.MAX_SAFE_INTEGER`. */
function ofMember(
  file: SourceFile,
  node: TSESTree.MemberExpression,
  depth: number,
): Known | undefined {
  const object = unwrap(node.object);
  const name = plainKey(node.property, node.computed);
  if (object.type !== "Identifier" || name === undefined) return undefined;
  const variable = file.variableOf(object);
  if (variable === undefined) {
    const value = object.name === "Number" ? numberConstants[name] : undefined;
    return value === undefined ? undefined : { value };
  }
  const [definition] = variable.defs;
  if (definition?.node.type === "TSEnumDeclaration") {
    return ofEnum(file, definition.node, name, depth);
  }
  const initial = onlyValue(file, variable);
  if (initial === undefined) return undefined;
  const literal = unwrap(initial);
  if (literal.type !== "ObjectExpression") return undefined;
  const property = propertyOf(literal, name);
  return property === undefined || file.remember(hasAssignedMember, variable)
    ? undefined
    : constantOf(file, property, depth + 1);
}

/** A member of an enum that says what it is; the others are numbers, which name no API. */
function ofEnum(
  file: SourceFile,
  node: TSESTree.TSEnumDeclaration,
  name: string,
  depth: number,
): Known | undefined {
  const member = node.body.members.find((one) => plainKey(one.id, false) === name);
  return member?.initializer === undefined
    ? undefined
    : constantOf(file, member.initializer, depth + 1);
}

/** `Number("5")`, `["read", "Sync"].join("")`: what obfuscating or careful code writes. */
function ofCall(file: SourceFile, node: TSESTree.CallExpression, depth: number): Known | undefined {
  const callee = unwrap(node.callee);
  if (callee.type !== "MemberExpression") return undefined;
  const name = plainKey(callee.property, callee.computed);
  const object = unwrap(callee.object);
  if (name === "concat" && node.arguments.length > 0) {
    const parts = [object, ...node.arguments].map((part) => constantOf(file, part, depth + 1));
    return parts.every((part) => typeof part?.value === "string")
      ? { value: parts.map((part) => part?.value).join("") }
      : undefined;
  }
  if (name === "join" && object.type === "ArrayExpression") {
    const [separator] = node.arguments;
    const between = separator === undefined ? "," : constantOf(file, separator, depth + 1)?.value;
    const parts = object.elements.map((element) =>
      element === null ? undefined : constantOf(file, element, depth + 1),
    );
    return typeof between === "string" && parts.every((part) => typeof part?.value === "string")
      ? { value: parts.map((part) => part?.value).join(between) }
      : undefined;
  }
  return undefined;
}

/** The value of a property that an object literal writes out; undefined if it has a spread after it or none. */
export function propertyOf(
  literal: TSESTree.ObjectExpression,
  name: string,
): TSESTree.Property["value"] | undefined {
  const properties: readonly TSESTree.ObjectLiteralElement[] = literal.properties;
  for (let index = properties.length - 1; index >= 0; index -= 1) {
    const property = properties[index];
    if (property === undefined || property.type === "SpreadElement") return undefined;
    if (plainKey(property.key, property.computed) === name) return property.value;
  }
  return undefined;
}
