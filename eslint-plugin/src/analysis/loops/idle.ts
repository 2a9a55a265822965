/** Whether code does nothing but pass the time: the question behind every busy wait. */
import type { TSESTree } from "@typescript-eslint/utils";
import {
  calleeOf,
  isFunction,
  plainKey,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/ast.js";
import { constantOf, onlyValue } from "../values/constants.js";
import { lockOf } from "./lock.js";
import { pollOf, pollThatThrows, type Poll } from "./polls.js";
import type { Resolver } from "../values/resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import { walksOn } from "./spin-progress.js";
import { isApi } from "../values/values.js";

/** Where control may be after code that neither did work nor gave way. */
interface Paths {
  /** At the end of the code. */
  readonly falls: boolean;
  /** At the loop's next round. */
  readonly continues: boolean;
}

const through: Paths = { falls: true, continues: false };
const nowhere: Paths = { falls: false, continues: false };

/** Calls that change nothing that anybody waits for. */
const idleGlobals =
  /^(?:Math\.\w+|console\.\w+|Number|String|Boolean|BigInt|parseInt|parseFloat|isNaN|isFinite|Date\.parse|Number\.\w+|Atomics\.pause)$/u;

/** Calls that have something run once the loop gives way: which it does not. */
const puttingOff =
  /^(?:global\.(?:setTimeout|setInterval|setImmediate|queueMicrotask|process\.nextTick)|node:timers\.set\w+|node:process\.nextTick)$/u;

/** How many functions deep a call in a test is followed. */
const maximumDepth = 4;

export class Idleness {
  readonly #resolver: Resolver;
  readonly #idleFunctions = new WeakMap<FunctionNode, boolean>();
  readonly #settledFunctions = new WeakMap<FunctionNode, boolean>();

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** Whether a round of a loop's body may pass without work and without giving way. */
  roundMayIdle(file: SourceFile, body: Node, depth = 0): boolean {
    const paths = this.#statement(file, body, depth);
    return paths.falls || paths.continues;
  }

  /** Whether an expression neither does work nor gives way. */
  isIdle(file: SourceFile, expression: Node, depth = 0): boolean {
    const node = unwrap(expression);
    switch (node.type) {
      case "AwaitExpression":
        return this.#isSettled(file, node.argument, depth);
      case "YieldExpression":
      case "TaggedTemplateExpression":
      case "ImportExpression":
        return false;
      case "CallExpression":
        return (
          this.#isIdleCall(file, node, depth) &&
          node.arguments.every((argument) => this.isIdle(file, argument, depth))
        );
      case "NewExpression":
        return this.pollOf(file, node) === "clock" || isMemory(file, node);
      case "AssignmentExpression":
        return (
          node.left.type !== "MemberExpression" &&
          !walksOn(node) &&
          this.isIdle(file, node.right, depth)
        );
      case "UnaryExpression":
        return node.operator !== "delete" && this.isIdle(file, node.argument, depth);
      default:
        if (isFunction(node)) return true;
        return file.children(node).every((child) => this.isIdle(file, child, depth));
    }
  }

  /** Of `condition && work()` as a statement, the way that does no work counts. */
  #mayIdle(file: SourceFile, expression: Node, depth: number): boolean {
    const node = unwrap(expression);
    if (node.type === "LogicalExpression") return this.isIdle(file, node.left, depth);
    if (node.type !== "ConditionalExpression") return this.isIdle(file, node, depth);
    return (
      this.isIdle(file, node.test, depth) &&
      (this.#mayIdle(file, node.consequent, depth) || this.#mayIdle(file, node.alternate, depth))
    );
  }

  /** What a call looks at, if it only looks. */
  pollOf(file: SourceFile, call: Node): Poll | undefined {
    return pollOf(this.#resolver, file, call);
  }

  /** The first call in a block that looks at something, and throws where that is not there. */
  pollThatThrows(file: SourceFile, block: TSESTree.BlockStatement): Node | undefined {
    return pollThatThrows(this.#resolver, file, block);
  }

  /** The functions of the project that a call runs and that only look, with what they return. */
  lookedThrough(file: SourceFile, call: Node): readonly { file: SourceFile; node: FunctionNode }[] {
    const node = unwrap(call);
    if (node.type !== "CallExpression") return [];
    return this.#resolver
      .valuesOf(file, calleeOf(node))
      .flatMap((value) =>
        value.kind === "function" && !value.node.async && !value.node.generator
          ? [{ file: value.file, node: value.node }]
          : [],
      );
  }

  /** Whether a call has a function run later, when the event loop gets to it. */
  putsOff(file: SourceFile, call: TSESTree.CallExpression): boolean {
    return this.#resolver
      .valuesOf(file, calleeOf(call))
      .some(
        (value) =>
          value.kind === "api" && puttingOff.test(`${value.module}.${value.path.join(".")}`),
      );
  }

  #isIdleCall(file: SourceFile, node: TSESTree.CallExpression, depth: number): boolean {
    if (this.pollOf(file, node) !== undefined || this.putsOff(file, node)) return true;
    const callee = calleeOf(node);
    const values = this.#resolver.valuesOf(file, callee);
    if (
      values.some(
        (value) =>
          value.kind === "api" &&
          value.module === "global" &&
          idleGlobals.test(value.path.join(".")),
      )
    ) {
      return true;
    }
    // Methods of what a clock gives: new Date().getTime(), process.hrtime()[0].valueOf().
    if (callee.type === "MemberExpression") {
      const name = plainKey(callee.property, callee.computed) ?? "";
      if (/^(?:getTime|valueOf|toFixed|toISOString|getSeconds|getMilliseconds)$/u.test(name)) {
        return this.isIdle(file, callee.object, depth);
      }
    }
    if (depth >= maximumDepth) return false;
    const functions = this.lookedThrough(file, node);
    return (
      functions.length > 0 &&
      functions.every((one) => this.#isIdleFunction(one.file, one.node, depth + 1))
    );
  }

  /** Whether a block begins by taking a lock that somebody else may have. */
  takesLock(file: SourceFile, block: TSESTree.BlockStatement): boolean {
    const call = lockOf(this.#resolver, file, block);
    return call?.arguments.every((one) => this.isIdle(file, one)) === true;
  }

  /** Each function is looked into once: in code whose functions call each other, asking anew grows without end. */
  #isIdleFunction(file: SourceFile, node: FunctionNode, depth: number): boolean {
    return once(this.#idleFunctions, node, () => this.#looksIdle(file, node, depth));
  }

  /** On all of its ways: what it may do on any of them can be what its caller is after. */
  #looksIdle(file: SourceFile, node: FunctionNode, depth: number): boolean {
    return this.isIdle(file, node.body, depth);
  }

  /** Whether an awaited value is there already, so that only microtasks run: the event loop stays where it is. */
  #isSettled(file: SourceFile, awaited: Node, depth: number): boolean {
    const node = unwrap(awaited);
    switch (node.type) {
      case "Literal":
      case "TemplateLiteral":
      case "ObjectExpression":
      case "ArrayExpression":
      case "BinaryExpression":
        return this.isIdle(file, node, depth);
      case "UnaryExpression":
        return this.isIdle(file, node.argument, depth);
      case "Identifier":
        return constantOf(file, node) !== undefined || this.#isSettledConstant(file, node, depth);
      case "NewExpression":
        return this.#settlesAtOnce(file, node);
      case "CallExpression":
        return this.#isSettledCall(file, node, depth);
      default:
        return false;
    }
  }

  /** `const done = Promise.resolve()`. */
  #isSettledConstant(file: SourceFile, name: TSESTree.Identifier, depth: number): boolean {
    const variable = file.variableOf(name);
    const value = variable === undefined ? undefined : onlyValue(file, variable);
    return value !== undefined && depth < maximumDepth && this.#isSettled(file, value, depth + 1);
  }

  #isSettledCall(file: SourceFile, node: TSESTree.CallExpression, depth: number): boolean {
    const values = this.#resolver.valuesOf(file, calleeOf(node));
    if (values.some((value) => isApi(value, "global", "Promise.resolve"))) {
      return node.arguments.every((argument) =>
        argument.type === "CallExpression" || argument.type === "Identifier"
          ? this.#isSettled(file, argument, depth)
          : this.isIdle(file, argument, depth),
      );
    }
    if (values.some((value) => isApi(value, "global", "Promise.all"))) {
      const [list] = node.arguments;
      return list?.type === "ArrayExpression" && list.elements.length === 0;
    }
    if (depth >= maximumDepth) return false;
    const callee = calleeOf(node);
    // `Promise.resolve().then(() => {})`
    if (
      callee.type === "MemberExpression" &&
      plainKey(callee.property, callee.computed) === "then"
    ) {
      const reactions = node.arguments.every(
        (one) => isFunction(one) && this.#isIdleFunction(file, one, depth + 1),
      );
      return reactions && this.#isSettled(file, callee.object, depth + 1);
    }
    // An async function that awaits nothing itself is done when it returns.
    return (
      values.length > 0 &&
      values.every(
        (value) =>
          value.kind === "function" &&
          !value.node.generator &&
          (value.node.async
            ? this.#isIdleFunction(value.file, value.node, depth + 1)
            : this.#returnsSettled(value.file, value.node, depth + 1)),
      )
    );
  }

  /** `const tick = () => Promise.resolve()`. */
  #returnsSettled(file: SourceFile, node: FunctionNode, depth: number): boolean {
    return once(this.#settledFunctions, node, () => this.#looksSettled(file, node, depth));
  }

  #looksSettled(file: SourceFile, node: FunctionNode, depth: number): boolean {
    if (node.body.type !== "BlockStatement") return this.#isSettled(file, node.body, depth);
    return node.body.body.every((statement) =>
      statement.type === "ReturnStatement"
        ? statement.argument === null || this.#isSettled(file, statement.argument, depth)
        : this.#statement(file, statement, depth).falls,
    );
  }

  /** `new Promise((resolve) => resolve())`, `new Promise((resolve) => process.nextTick(resolve))`. */
  #settlesAtOnce(file: SourceFile, node: TSESTree.NewExpression): boolean {
    const [executor] = node.arguments;
    if (
      !this.#resolver
        .valuesOf(file, calleeOf(node))
        .some((value) => isApi(value, "global", "Promise"))
    ) {
      return false;
    }
    if (executor === undefined) return false;
    if (!isFunction(executor)) return this.#startsMicrotask(file, executor);
    const [resolve] = executor.params;
    if (resolve?.type !== "Identifier") return false;
    const body =
      executor.body.type === "BlockStatement" && executor.body.body.length === 1
        ? executor.body.body[0]
        : executor.body;
    const call = body?.type === "ExpressionStatement" ? unwrap(body.expression) : body;
    if (call?.type !== "CallExpression") return false;
    const callee = calleeOf(call);
    if (callee.type === "Identifier" && callee.name === resolve.name) return true;
    const [first] = call.arguments;
    return (
      first?.type === "Identifier" &&
      first.name === resolve.name &&
      this.#startsMicrotask(file, callee)
    );
  }

  /** Functions that run what they are given before the event loop goes on. */
  #startsMicrotask(file: SourceFile, callee: Node): boolean {
    return this.#resolver
      .valuesOf(file, callee)
      .some(
        (value) =>
          isApi(value, "global", "queueMicrotask") ||
          isApi(value, "global", "process.nextTick") ||
          isApi(value, "node:process", "nextTick"),
      );
  }

  #statements(file: SourceFile, body: readonly Node[], depth: number): Paths {
    let continues = false;
    for (const statement of body) {
      const paths = this.#statement(file, statement, depth);
      continues ||= paths.continues;
      if (!paths.falls) return { falls: false, continues };
    }
    return { falls: true, continues };
  }

  #statement(file: SourceFile, node: Node, depth: number): Paths {
    switch (node.type) {
      case "BlockStatement":
        return this.#statements(file, node.body, depth);
      case "EmptyStatement":
      case "DebuggerStatement":
      case "FunctionDeclaration":
        return through;
      case "ContinueStatement":
        return { falls: false, continues: true };
      case "ExpressionStatement":
        return this.#mayIdle(file, node.expression, depth) ? through : nowhere;
      case "VariableDeclaration":
        return node.declarations.every(
          (one) => one.init === null || this.isIdle(file, one.init, depth),
        )
          ? through
          : nowhere;
      case "IfStatement": {
        if (!this.isIdle(file, node.test, depth)) return nowhere;
        const then = this.#statement(file, node.consequent, depth);
        const otherwise =
          node.alternate === null ? through : this.#statement(file, node.alternate, depth);
        return {
          falls: then.falls || otherwise.falls,
          continues: then.continues || otherwise.continues,
        };
      }
      case "LabeledStatement":
        return this.#statement(file, node.body, depth);
      case "TryStatement": {
        const tried = this.#statement(file, node.block, depth);
        const mayFail =
          this.takesLock(file, node.block) || this.pollThatThrows(file, node.block) !== undefined;
        const failed =
          node.handler !== null && mayFail
            ? this.#statement(file, node.handler.body, depth)
            : nowhere;
        const last =
          node.finalizer === null ? through : this.#statement(file, node.finalizer, depth);
        if (!last.falls) return nowhere;
        return {
          falls: tried.falls || failed.falls,
          continues: tried.continues || failed.continues,
        };
      }
      case "ForStatement": {
        const parts = [node.init, node.test, node.update].filter((part) => part !== null);
        const idle =
          parts.every((part) =>
            part.type === "VariableDeclaration"
              ? this.#statement(file, part, depth).falls
              : this.isIdle(file, part, depth),
          ) && this.roundMayIdle(file, node.body, depth);
        return idle ? through : nowhere;
      }
      case "WhileStatement":
      case "DoWhileStatement":
        return this.isIdle(file, node.test, depth) && this.roundMayIdle(file, node.body, depth)
          ? through
          : nowhere;
      default:
        return nowhere;
    }
  }
}

/** Answers a question about a function once. One that comes back to itself on the way is answered with no. */
function once(
  known: WeakMap<FunctionNode, boolean>,
  node: FunctionNode,
  ask: () => boolean,
): boolean {
  const before = known.get(node);
  if (before !== undefined) return before;
  known.set(node, false);
  const answer = ask();
  known.set(node, answer);
  return answer;
}

/** Fresh memory, made only to be looked at. */
function isMemory(file: SourceFile, node: TSESTree.NewExpression): boolean {
  const callee = calleeOf(node);
  return (
    callee.type === "Identifier" &&
    file.variableOf(callee) === undefined &&
    /^(?:\w*Array|SharedArrayBuffer|ArrayBuffer)$/u.test(callee.name)
  );
}
