/** Functions that answer at once or later, as their caller says: `read(name, { sync: true })`, `read(name, callback)`. */
import type { TSESLint } from "@typescript-eslint/utils";
import { parentOf, unwrap, type FunctionNode, type Node } from "../syntax/ast.js";
import { skippedCode } from "./skipped-code.js";
import type { SourceFile } from "../syntax/source-file.js";

/**
 * Whether a call is what a function gives back, without a promise, where a parameter asks for that. Of a function that
 * otherwise returns promises nobody can tell then whether a caller who says nothing ever comes there.
 */
export function isOnDemand(file: SourceFile, call: Node, host: FunctionNode): boolean {
  let answer = call;
  for (let above = parentOf(answer); above !== undefined; above = parentOf(answer)) {
    if (above.type === "ReturnStatement") return isChosenBranch(file, above, host);
    if (above.type === "ConditionalExpression" && above.test !== answer) {
      return asksForSync(file, above.test, host) && isReturned(above, host);
    }
    // readFileSync(name).toString(), JSON.parse(readFileSync(name))
    const isStep =
      (above.type === "MemberExpression" && above.object === answer) ||
      (above.type === "CallExpression" && (above.callee === answer || isParse(above))) ||
      unwrap(above) === unwrap(answer);
    if (!isStep) return false;
    answer = above;
  }
  return false;
}

function isParse(call: Node): boolean {
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression") return false;
  const { object } = call.callee;
  return object.type === "Identifier" && object.name === "JSON";
}

function isReturned(expression: Node, host: FunctionNode): boolean {
  return expression.parent?.type === "ReturnStatement" || host.body === expression;
}

/** `if (options.sync) return …`. */
function isChosenBranch(file: SourceFile, statement: Node, host: FunctionNode): boolean {
  let inner = statement;
  let above = parentOf(inner);
  if (above?.type === "BlockStatement") {
    inner = above;
    above = parentOf(inner);
  }
  return (
    above?.type === "IfStatement" && above.test !== inner && asksForSync(file, above.test, host)
  );
}

/** A test of a parameter that speaks of being synchronous: any other, such as `if (name)`, says nothing of the kind. */
function asksForSync(file: SourceFile, test: Node, host: FunctionNode): boolean {
  return /sync/iu.test(file.text.slice(...test.range)) && isParameterTest(file, test, host);
}

/** `sync`, `!options.async`, `mode === "sync"`. */
function isParameterTest(file: SourceFile, test: Node, host: FunctionNode): boolean {
  const node = unwrap(test);
  switch (node.type) {
    case "UnaryExpression":
      return node.operator === "!" && isParameterTest(file, node.argument, host);
    case "BinaryExpression":
      return node.right.type === "Literal" && isParameterTest(file, node.left, host);
    case "MemberExpression":
      return isParameterTest(file, node.object, host);
    case "Identifier":
      return (
        file.variableOf(node)?.defs.some((one) => one.type === "Parameter" && one.node === host) ===
        true
      );
    default:
      return false;
  }
}

/**
 * The code of a function that a call does not come to because it hands over callbacks, by the places of their
 * parameters: after `if (callback) return readFile(name, callback);` the rest.
 */
export function skippedWithCallbacks(
  file: SourceFile,
  host: FunctionNode,
  callbacks: readonly number[],
): readonly Node[] {
  if (callbacks.length === 0) return [];
  const given = givenFunctions(file, host, callbacks);
  if (given.size === 0) return [];
  return skippedCode(file, host, { ofTest: (test) => isFunctionGiven(file, test, given) });
}

type Variable = TSESLint.Scope.Variable;

/** The parameters that hold a callback, and those that it is given on to: `if (typeof options === "function") callback = options`. */
function givenFunctions(
  file: SourceFile,
  host: FunctionNode,
  callbacks: readonly number[],
): ReadonlySet<Variable> {
  const parameters = file.declaredBy(host).filter((one) => one.defs[0]?.type === "Parameter");
  const given = new Set(
    parameters.filter((one) =>
      callbacks.some((index) => one.identifiers.some((name) => name === host.params[index])),
    ),
  );
  for (const one of parameters) {
    const isGivenOn = one.references.some(({ writeExpr }) => {
      const source = writeExpr?.type === "Identifier" ? file.variableOf(writeExpr) : undefined;
      return source !== undefined && given.has(source);
    });
    if (isGivenOn) given.add(one);
  }
  return given;
}

/** How a test comes out where a function was given: `callback`, `!callback`, `typeof callback === "function"`. */
function isFunctionGiven(
  file: SourceFile,
  expression: Node,
  given: ReadonlySet<Variable>,
): boolean | undefined {
  const test = unwrap(expression);
  const isGiven = (node: Node): boolean => {
    const variable = node.type === "Identifier" ? file.variableOf(node) : undefined;
    return variable !== undefined && given.has(variable);
  };
  if (isGiven(test)) return true;
  if (test.type === "UnaryExpression" && test.operator === "!") {
    const inner = isFunctionGiven(file, test.argument, given);
    return inner === undefined ? undefined : !inner;
  }
  if (test.type !== "BinaryExpression" || !/^[!=]==?$/u.test(test.operator)) return undefined;
  const isEqual = test.operator.startsWith("=");
  const left = unwrap(test.left);
  if (left.type === "UnaryExpression" && left.operator === "typeof" && isGiven(left.argument)) {
    if (test.right.type !== "Literal") return undefined;
    return (test.right.value === "function") === isEqual;
  }
  const isNothing =
    (test.right.type === "Literal" && test.right.value === null) ||
    (test.right.type === "Identifier" && test.right.name === "undefined");
  return isGiven(left) && isNothing ? !isEqual : undefined;
}
