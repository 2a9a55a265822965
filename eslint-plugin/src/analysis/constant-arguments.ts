/** What a function does not come to because of the constants that a call hands it: `log(text, false)`, `encrypt(data, "aes")`. */
import type { TSESLint } from "@typescript-eslint/utils";
import { argumentsOf, unwrap, type CallNode, type FunctionNode, type Node } from "./ast.js";
import { constantOf, type Constant, type Known } from "./constants.js";
import { alwaysLeaves } from "./reachability.js";
import { skippedCode } from "./skipped-code.js";
import type { SourceFile } from "./source-file.js";

type Given = ReadonlyMap<TSESLint.Scope.Variable, Constant>;

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
    ofTest: (test) => {
      const known = valueOf(file, test, given);
      return known === undefined ? undefined : Boolean(known.value);
    },
    unusedCases: (statement) => unusedCases(file, statement, given),
  });
}

/** The parameters of which a call says what they are, where nothing assigns to them. */
function givenConstants(
  file: SourceFile,
  host: FunctionNode,
  callFile: SourceFile,
  call: CallNode,
): Given {
  const given = new Map<TSESLint.Scope.Variable, Constant>();
  for (const [index, argument] of argumentsOf(call).entries()) {
    if (argument.type === "SpreadElement") break;
    const parameter = host.params[index];
    if (parameter?.type !== "Identifier") continue;
    const known = constantOf(callFile, argument);
    if (known === undefined) continue;
    const variable = file.declaredBy(host).find((one) => one.identifiers.includes(parameter));
    if (variable?.references.every((reference) => !reference.isWrite()) === true) {
      given.set(variable, known.value);
    }
  }
  return given;
}

/** How a test of such parameters comes out: `toFile`, `!toFile`, `mode === "sync"`. */
function valueOf(file: SourceFile, test: Node, given: Given): Known | undefined {
  const node = unwrap(test);
  if (node.type === "Identifier") {
    const variable = file.variableOf(node);
    return variable !== undefined && given.has(variable)
      ? { value: given.get(variable) }
      : undefined;
  }
  if (node.type === "UnaryExpression" && node.operator === "!") {
    const inner = valueOf(file, node.argument, given);
    return inner === undefined ? undefined : { value: !inner.value };
  }
  if (node.type === "BinaryExpression" && /^[!=]==$/u.test(node.operator)) {
    if (node.left.type === "PrivateIdentifier") return undefined;
    const left = valueOf(file, node.left, given);
    const right = constantOf(file, node.right);
    if (left === undefined || right === undefined) return undefined;
    return { value: (left.value === right.value) === node.operator.startsWith("=") };
  }
  return undefined;
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
