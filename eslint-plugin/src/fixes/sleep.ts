/** `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)`, which nobody can end early: a sleep. */
import { unwrap } from "../analysis/syntax/ast.js";
import { variableAt } from "./imports/bindings.js";
import { plainCall } from "./calls/callee.js";
import { timer } from "./timer.js";
import type { Fixer, Node, SourceCode } from "./types.js";

export const sleep: Fixer = (blocking) => {
  const { sourceCode, module, path } = blocking;
  const call = plainCall(blocking);
  if (call === undefined || module !== "global" || path !== "Atomics.wait") return [];
  const [memory, , , milliseconds] = call.arguments;
  if (memory === undefined || milliseconds === undefined || milliseconds.type === "SpreadElement")
    return [];
  // As an expression it gives "timed-out", which a timer does not.
  if (call.parent.type !== "ExpressionStatement" || !isPrivate(sourceCode, memory)) return [];
  const form = timer(sourceCode, call.node, milliseconds);
  return form === undefined ? [] : [form];
};

/** Memory that was made here, and is used for nothing but waiting. */
function isPrivate(sourceCode: SourceCode, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === "Identifier") {
    const variable = variableAt(sourceCode, node.name, node);
    const definition = variable?.defs[0]?.node;
    if (variable === undefined || definition?.type !== "VariableDeclarator") return false;
    const { init } = definition;
    const isOnlyWaitedFor = variable.references.every(
      ({ identifier }) => identifier === definition.id || isFirstArgumentOfWait(identifier as Node),
    );
    return (
      init !== null && init.type !== "Identifier" && isOnlyWaitedFor && isPrivate(sourceCode, init)
    );
  }
  if (node.type !== "NewExpression" || node.callee.type !== "Identifier") return false;
  const [memory] = node.arguments;
  if (!/^(Int32Array|BigInt64Array)$/.test(node.callee.name) || memory === undefined) return false;
  return isNewSharedMemory(sourceCode, memory);
}

function isNewSharedMemory(sourceCode: SourceCode, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === "Identifier") {
    const variable = variableAt(sourceCode, node.name, node);
    const definition = variable?.defs[0]?.node;
    if (variable === undefined || definition?.type !== "VariableDeclarator") return false;
    // The declaration and the one use: nobody else has it.
    return (
      variable.references.length === 2 &&
      definition.init !== null &&
      definition.init.type !== "Identifier" &&
      isNewSharedMemory(sourceCode, definition.init)
    );
  }
  return (
    node.type === "NewExpression" &&
    node.callee.type === "Identifier" &&
    node.callee.name === "SharedArrayBuffer"
  );
}

function isFirstArgumentOfWait(node: Node): boolean {
  const call = node.parent;
  if (call?.type !== "CallExpression" || call.arguments[0] !== node) return false;
  const { callee } = call;
  return (
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.object.name === "Atomics"
  );
}
