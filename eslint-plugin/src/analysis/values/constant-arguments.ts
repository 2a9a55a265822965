/** What a function does not come to because of the constants that a call hands it: `log(text, false)`, `encrypt(data, "aes")`. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import {
  calleeOf,
  plainKey,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from "../syntax/ast.js";
import { constantOf, onlyValue, propertyOf, type Known } from "./constants.js";
import { alwaysLeaves } from "../execution/reachability.js";
import { chosenCode, skippedCode } from "../execution/skipped-code.js";
import type { SourceFile } from "../syntax/source-file.js";

/** What a call says of a parameter: its constant, or the object literal whose properties it may read. */
type Said = Known | { readonly properties: TSESTree.ObjectExpression; readonly file: SourceFile };
type Given = ReadonlyMap<TSESLint.Scope.Variable, Said>;

/** The parts of a function that a call of it does not come to. */
export function skippedWithConstants(
  file: SourceFile,
  host: FunctionNode,
  callFile: SourceFile,
  call: CallNode,
): readonly Node[] {
  const given = givenConstants(file, host, callFile, call);
  if (given.size === 0) return [];
  return skippedCode(file, host, {
    ofTest: outcomeWith(file, given),
    unusedCases: (statement) => unusedCases(file, statement, given),
  });
}

/** The branches of a function that a call of it chooses by its constants. */
export function chosenWithConstants(
  file: SourceFile,
  host: FunctionNode,
  callFile: SourceFile,
  call: CallNode,
): readonly Node[] {
  const given = givenConstants(file, host, callFile, call);
  return given.size === 0 ? [] : chosenCode(file, host, outcomeWith(file, given));
}

function outcomeWith(file: SourceFile, given: Given): (test: Node) => boolean | undefined {
  return (test) => {
    const known = valueOf(file, test, given);
    return known === undefined ? undefined : Boolean(known.value);
  };
}

/** The parameters of which a call says what they are, where nothing assigns to them. */
function givenConstants(
  file: SourceFile,
  host: FunctionNode,
  callFile: SourceFile,
  call: CallNode,
): Given {
  const given = new Map<TSESLint.Scope.Variable, Said>();
  // What fills a template is no argument that could be left out.
  if (call.type === "TaggedTemplateExpression" || mayHaveMore(callFile, call)) return given;
  const add = (name: TSESTree.Identifier, said: Said | undefined): void => {
    const variable = file.declaredBy(host).find((one) => one.identifiers.includes(name));
    if (said === undefined || variable === undefined) return;
    if (isKept(variable, said)) given.set(variable, said);
  };
  for (const [index, parameter] of host.params.entries()) {
    const argument = call.arguments[index];
    if (call.arguments.slice(0, index + 1).some((one) => one.type === "SpreadElement")) break;
    const said = saidBy(file, parameter, callFile, argument);
    const target = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    if (target.type === "Identifier") add(target, said);
    if (target.type !== "ObjectPattern" || said === undefined || !("properties" in said)) continue;
    for (const property of target.properties) {
      if (property.type !== "Property") continue;
      const name = plainKey(property.key, property.computed);
      const { value } = property;
      const local = value.type === "AssignmentPattern" ? value.left : value;
      if (name === undefined || local.type !== "Identifier") continue;
      add(local, withDefault(file, value, propertySaid(said, name)));
    }
  }
  return given;
}

/** Whether a function may be given more than a call of it says: `const load = read.bind(undefined, "a")`. */
function mayHaveMore(file: SourceFile, call: CallNode): boolean {
  const callee = calleeOf(call);
  const variable = callee.type === "Identifier" ? file.variableOf(callee) : undefined;
  const value = variable === undefined ? undefined : onlyValue(file, variable);
  return value !== undefined && unwrap(value).type === "CallExpression";
}

/** What a call says of a parameter; of one that it leaves out, the default says it. */
function saidBy(
  file: SourceFile,
  parameter: TSESTree.Parameter,
  callFile: SourceFile,
  argument: Node | undefined,
): Said | undefined {
  if (parameter.type === "RestElement" || parameter.type === "TSParameterProperty") {
    return undefined;
  }
  const said = argument === undefined ? { value: undefined } : saidOf(callFile, argument);
  return withDefault(file, parameter, said);
}

function saidOf(file: SourceFile, expression: Node): Said | undefined {
  const node = unwrap(expression);
  if (node.type !== "ObjectExpression") return constantOf(file, node);
  const isPlain = node.properties.every(
    (one) => one.type === "Property" && plainKey(one.key, one.computed) !== undefined,
  );
  return isPlain ? { properties: node, file } : undefined;
}

/** `cached = false`: stands for what is undefined. */
function withDefault(file: SourceFile, pattern: Node, said: Said | undefined): Said | undefined {
  if (pattern.type !== "AssignmentPattern" || said === undefined) return said;
  const isMissing = "value" in said && said.value === undefined;
  return isMissing ? saidOf(file, pattern.right) : said;
}

function propertySaid({ properties, file }: Extract<Said, { file: SourceFile }>, name: string) {
  const value = propertyOf(properties, name);
  return value === undefined ? { value: undefined } : saidOf(file, value);
}

/** Whether a parameter stays what it is: nothing assigns to it, and an object is read alone, by the names of its members. */
function isKept(variable: TSESLint.Scope.Variable, said: Said): boolean {
  return variable.references.every((reference) => {
    // The default that a pattern writes is part of what is said.
    if (reference.isWrite()) return reference.init === true;
    if ("value" in said) return true;
    const member = reference.identifier.parent;
    if (member.type !== "MemberExpression" || member.object !== reference.identifier) return false;
    const use = member.parent;
    return (
      plainKey(member.property, member.computed) !== undefined &&
      use.type !== "UpdateExpression" &&
      !(use.type === "AssignmentExpression" && use.left === member)
    );
  });
}

/** How a test of such parameters comes out: `toFile`, `!toFile`, `mode === "sync"`, `options.sync`. */
function valueOf(file: SourceFile, test: Node, given: Given): Known | undefined {
  const node = unwrap(test);
  switch (node.type) {
    case "Identifier": {
      const said = saidOfName(file, node, given);
      if (said === undefined) return undefined;
      return "value" in said ? said : { value: true };
    }
    case "MemberExpression": {
      const object = unwrap(node.object);
      const name = plainKey(node.property, node.computed);
      const said = object.type === "Identifier" ? saidOfName(file, object, given) : undefined;
      if (said === undefined || name === undefined) return undefined;
      if ("value" in said) {
        // `options?.sync` of what was left out.
        return said.value === undefined && node.optional ? { value: undefined } : undefined;
      }
      const property = propertySaid(said, name);
      return property !== undefined && "value" in property ? property : undefined;
    }
    case "UnaryExpression": {
      if (node.operator !== "!") return undefined;
      const inner = valueOf(file, node.argument, given);
      return inner === undefined ? undefined : { value: !inner.value };
    }
    case "LogicalExpression": {
      if (node.operator === "??") return undefined;
      const decides = node.operator === "||";
      const left = valueOf(file, node.left, given);
      if (left !== undefined) {
        return Boolean(left.value) === decides ? left : valueOf(file, node.right, given);
      }
      // Whatever the left says, the right alone may decide how a test comes out.
      const right = valueOf(file, node.right, given);
      return right !== undefined && Boolean(right.value) === decides ? right : undefined;
    }
    case "BinaryExpression": {
      if (!/^[!=]==$/u.test(node.operator) || node.left.type === "PrivateIdentifier") {
        return undefined;
      }
      const left = valueOf(file, node.left, given);
      const right = constantOf(file, node.right);
      if (left === undefined || right === undefined) return undefined;
      return { value: (left.value === right.value) === node.operator.startsWith("=") };
    }
    default:
      return undefined;
  }
}

function saidOfName(file: SourceFile, node: TSESTree.Identifier, given: Given): Said | undefined {
  const variable = file.variableOf(node);
  return variable === undefined ? undefined : given.get(variable);
}

/** The statements of the cases that are not chosen; none where one case may go on into the next. */
function unusedCases(
  file: SourceFile,
  { discriminant, cases }: Extract<Node, { type: "SwitchStatement" }>,
  given: Given,
): readonly Node[] {
  const chosen = valueOf(file, discriminant, given);
  if (chosen === undefined) return [];
  const tests = cases.map(({ test }) => (test === null ? null : constantOf(file, test)));
  if (tests.includes(undefined)) return [];
  const goesOn = cases.some(
    ({ consequent }, index) =>
      consequent.length > 0 && index < cases.length - 1 && !consequent.some(alwaysLeaves),
  );
  if (goesOn) return [];
  const matching = tests.findIndex((test) => test?.value === chosen.value && test !== null);
  const start = matching >= 0 ? matching : tests.indexOf(null);
  // Cases without statements of their own share those of the next.
  const run = cases.findIndex(
    ({ consequent }, index) => start >= 0 && index >= start && consequent.length > 0,
  );
  return cases.flatMap(({ consequent }, index) => (index === run ? [] : consequent));
}
