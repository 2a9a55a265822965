/** Functions that keep what they found, so that of several calls only the first one blocks. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import {
  calleeOf,
  classOf,
  isCall,
  isFunction,
  isInside,
  isLoop,
  parentOf,
  unwrap,
  type ClassNode,
  type FunctionNode,
  type Node,
} from "../syntax/ast.js";
import type { Target } from "./call-targets.js";
import type { CallingAction, FileFacts } from "../facts.js";
import { alwaysLeaves } from "./reachability.js";
import type { SourceFile } from "../syntax/source-file.js";

/** What keeps what was found: anything that outlives the call, or a variable of the module, for as long as it is loaded. */
export type Keeper = "any" | "module";

/**
 * Whether a function blocks only where it has kept nothing yet: each of the given places in it stands behind
 * `if (kept) return kept`, in `if (!kept) { kept = … }`, or in `kept ??= …`.
 *
 * @param places what may block in the function itself.
 */
export function isMemoised(
  { file, host }: Pick<Target, "file" | "host">,
  places: readonly Node[],
  keeper: Keeper = "any",
): boolean {
  if (!isFunction(host)) return false;
  const body = host.body.type === "BlockStatement" ? host.body.body : [];
  const returned = body.findIndex((statement) => returnsWhatIsKept(file, statement, host, keeper));
  const rest = returned < 0 ? [] : body.slice(returned + 1);
  return places.every(
    (place) =>
      rest.some((statement) => isInside(place, statement)) || isKept(file, place, host, keeper),
  );
}

/** Whether an earlier call of the same function on the same object comes before this one whichever way the code takes. */
export function hasBeenCalled(facts: FileFacts, { node, targets }: CallingAction): boolean {
  const { file } = facts;
  const name = nameOfCalled(file, node);
  if (name === undefined) return false;
  const isSameCall = (before: CallingAction): boolean =>
    before.targets.length === targets.length &&
    before.targets.every(({ host }, index) => host === targets[index]?.host);
  return [...file.nodes.calls, ...file.nodes.members].some(
    (before) =>
      nameOfCalled(file, before) === name &&
      comesBefore(before, node) &&
      facts.callingAt(before).some(isSameCall),
  );
}

/** How the code names what it calls; undefined where the name may mean something else each time. */
function nameOfCalled(file: SourceFile, node: Node): string | undefined {
  const called = isCall(node) ? calleeOf(node) : unwrap(node);
  let root = called;
  while (root.type === "MemberExpression") root = unwrap(root.object);
  if (root.type === "Identifier") {
    const writes = file.variableOf(root)?.references.filter((one) => one.isWrite()) ?? [];
    if (writes.length > 1) return undefined;
  } else if (root.type !== "ThisExpression") {
    return undefined;
  }
  return file.text.slice(...called.range);
}

/** Whether control gets to `later` through `earlier` alone: the way up from `earlier` meets no branch that `later` is not in. */
function comesBefore(earlier: Node, later: Node): boolean {
  if (earlier.range[1] > later.range[0]) return false;
  for (
    let inner = earlier, above = parentOf(earlier);
    above !== undefined;
    inner = above, above = parentOf(above)
  ) {
    if (isInside(later, inner)) return true;
    if (isFunction(above) || isBranch(above, inner)) return isInside(later, inner);
  }
  return true;
}

/** Whether a part of a statement or expression runs only sometimes. */
function isBranch(above: Node, inner: Node): boolean {
  switch (above.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return above.test !== inner;
    case "LogicalExpression":
      return above.right === inner;
    case "AssignmentExpression":
      return above.operator !== "=" && above.right === inner;
    case "AssignmentPattern":
      return above.right === inner;
    case "SwitchCase":
      return true;
    case "CatchClause":
      return true;
    default:
      return isLoop(above) && "body" in above && above.body === inner;
  }
}

/** `if (kept) return kept;` and `if (isLoaded) return;`, where something else in the function keeps it or says so. */
function returnsWhatIsKept(file: SourceFile, statement: Node, host: Node, keeper: Keeper): boolean {
  if (statement.type !== "IfStatement" || !alwaysLeaves(statement.consequent)) return false;
  const tested = testedFor(statement.test, true);
  if (tested === undefined || !isKeeper(file, tested, host, keeper)) return false;
  const { consequent } = statement;
  const last = consequent.type === "BlockStatement" ? consequent.body.at(-1) : consequent;
  if (last?.type !== "ReturnStatement") return false;
  return (
    (last.argument === null || isSame(file, last.argument, tested)) && fillsIn(file, host, tested)
  );
}

/** Whether a place stands in what fills a keeper that is empty. */
function isKept(file: SourceFile, place: Node, host: Node, keeper: Keeper): boolean {
  for (
    let inner = place, above = parentOf(place);
    above !== undefined && inner !== host;
    inner = above, above = parentOf(above)
  ) {
    if (above.type === "AssignmentExpression" && above.right === inner) {
      const fills = above.operator === "??=" || above.operator === "||=";
      if (fills && isKeeper(file, above.left, host, keeper)) return true;
    }
    const tested =
      above.type === "IfStatement" && above.consequent === inner
        ? testedFor(above.test, false)
        : above.type === "LogicalExpression" && above.operator !== "&&" && above.right === inner
          ? above.left
          : undefined;
    if (tested === undefined || !isKeeper(file, tested, host, keeper)) continue;
    if (fillsIn(file, inner, tested)) return true;
  }
  return false;
}

/** What a test asks to be there, or not to be there: `kept`, `kept !== undefined`, `!kept`, `kept == null`. */
function testedFor(test: Node, isThere: boolean): Node | undefined {
  const node = unwrap(test);
  if (node.type === "UnaryExpression" && node.operator === "!") {
    return testedFor(node.argument, !isThere);
  }
  if (node.type === "BinaryExpression" && /^[!=]==?$/u.test(node.operator)) {
    const isNothing =
      (node.right.type === "Literal" && node.right.value === null) ||
      (node.right.type === "Identifier" && node.right.name === "undefined");
    return isNothing && node.operator.startsWith("!") === isThere ? unwrap(node.left) : undefined;
  }
  return isThere ? node : undefined;
}

/** Whether an expression names something that outlives the call: a variable from outside, a property of `this`. */
function isKeeper(file: SourceFile, expression: Node, host: Node, keeper: Keeper): boolean {
  let root = unwrap(expression);
  while (root.type === "MemberExpression") {
    if (root.computed && root.property.type !== "Literal") return false;
    root = unwrap(root.object);
  }
  if (root.type === "ThisExpression") {
    const place = classOf(root);
    const isOfModule =
      keeper === "any" ||
      place?.isStatic === true ||
      (place !== undefined && hasOneInstance(file, place.node));
    return isOfModule && unwrap(expression) !== root;
  }
  const variable = root.type === "Identifier" ? file.variableOf(root) : undefined;
  if (keeper === "module" && !isOfModule(variable)) return false;
  return variable?.defs.every(({ name }) => !isInside(name, host)) === true;
}

/** Whether the file that declares a class makes one object of it, while it is loaded: `export const settings = new Settings()`. */
function hasOneInstance(file: SourceFile, node: ClassNode): boolean {
  const constructions = file
    .declaredBy(node)
    .flatMap(({ references }) => references)
    .filter(
      ({ identifier }) =>
        identifier.parent.type === "NewExpression" && identifier.parent.callee === identifier,
    );
  return (
    constructions.length === 1 && constructions.every(({ from }) => from.block.type === "Program")
  );
}

/** Whether a variable is there once: one of the module, or the name that a class of the module has for itself. */
function isOfModule(variable: TSESLint.Scope.Variable | undefined): boolean {
  const block = variable?.scope.block;
  if (block?.type === "Program") return true;
  return (
    block?.type === "ClassDeclaration" &&
    (block.parent.type === "Program" || block.parent.type.startsWith("Export"))
  );
}

/** Whether a piece of code, or a function of the file that it calls, assigns to what was found empty. */
function fillsIn(file: SourceFile, code: Node, keeper: Node, isCalled = false): boolean {
  const pending: Node[] = [code];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "AssignmentExpression" && isSame(file, node.left, keeper)) return true;
    if (node.type === "CallExpression" && !isCalled) {
      const called = functionCalled(file, node);
      if (called !== undefined && fillsIn(file, called.body, keeper, true)) return true;
    }
    if (node === code || !isFunction(node)) pending.push(...file.children(node));
  }
  return false;
}

/** The function declaration of the same file that a call names. */
function functionCalled(
  file: SourceFile,
  { callee }: TSESTree.CallExpression,
): FunctionNode | undefined {
  const [definition] = callee.type === "Identifier" ? (file.variableOf(callee)?.defs ?? []) : [];
  return definition?.node.type === "FunctionDeclaration" ? definition.node : undefined;
}

function isSame(file: SourceFile, a: Node, b: Node): boolean {
  return file.text.slice(...unwrap(a).range) === file.text.slice(...unwrap(b).range);
}
