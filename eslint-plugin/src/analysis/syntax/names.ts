/** What people call a function: in messages, in reports, as `unblock simulate file.ts#name` takes it. */
import {
  argumentsOf,
  calleeOf,
  isCall,
  isFunction,
  plainKey,
  unwrap,
  wrapped,
  type ClassNode,
  type FunctionNode,
  type Node,
} from "./ast.js";

const anonymous = "(anonymous)";

/**
 * "handler", "UserService.find", "api.load" (a method of an object), "default", `app.get("/users")` (a callback), or
 * "(anonymous)". A class stands for its construction: "new Cache".
 */
export function nameOf(node: FunctionNode | ClassNode): string {
  return isFunction(node) ? functionName(node) : `new ${className(node)}`;
}

/** Whether a name tells functions apart: "(anonymous)" and "default" do not. */
export function isNamed(name: string): boolean {
  return name !== anonymous && name !== "default";
}

export function isDefaultExport(node: FunctionNode): boolean {
  const { parent } = wrapped(node);
  if (parent?.type === "ExportDefaultDeclaration") return true;
  return parent?.type === "AssignmentExpression" && dotted(parent.left) === "module.exports";
}

function functionName(node: FunctionNode): string {
  if (node.id !== null) return node.id.name;
  const outer = wrapped(node);
  const above = outer.parent;
  if (above === undefined) return anonymous;
  if (isCall(above) && calleeOf(above) !== node) return callbackName(above);
  return heldName(outer, above);
}

/** The name of what holds a value: a variable, a member, an export. */
function heldName(value: Node, above: Node): string {
  switch (above.type) {
    case "VariableDeclarator":
      return above.id.type === "Identifier" ? above.id.name : anonymous;
    case "ExportDefaultDeclaration":
      return "default";
    case "AssignmentExpression":
      return assignedName(above.left);
    case "AssignmentPattern":
      return above.left.type === "Identifier" ? above.left.name : anonymous;
    case "Property":
      return above.value === value
        ? joined(objectName(above.parent), plainKey(above.key, above.computed))
        : anonymous;
    case "MethodDefinition":
    case "PropertyDefinition":
    case "AccessorProperty":
      return joined(className(above.parent.parent), plainKey(above.key, above.computed));
    default:
      return anonymous;
  }
}

function className(node: ClassNode): string {
  if (node.id !== null) return node.id.name;
  const outer = wrapped(node);
  return outer.parent === undefined ? anonymous : heldName(outer, outer.parent);
}

function assignedName(target: Node): string {
  const path = dotted(target);
  if (path === undefined) return anonymous;
  if (path === "module.exports") return "default";
  return path
    .replace(/^(?:module\.)?exports\./u, "")
    .replace(".prototype.", ".")
    .replace(/^this\./u, "");
}

function objectName(object: Node): string | undefined {
  const outer = wrapped(object);
  if (outer.parent === undefined) return undefined;
  const name = isCall(outer.parent) ? undefined : heldName(outer, outer.parent);
  // Exports of a CommonJS module go by their own names.
  return name === anonymous || (name === "default" && outer.parent.type === "AssignmentExpression")
    ? undefined
    : name;
}

function joined(owner: string | undefined, name: string | undefined): string {
  if (name === undefined) return anonymous;
  return owner === undefined || owner === anonymous ? name : `${owner}.${name}`;
}

/** `app.get("/users")` for its callback; the name of what holds the call's result, for a wrapper: asyncHandler(…). */
function callbackName(call: Node): string {
  if (!isCall(call)) return anonymous;
  const callee = dotted(calleeOf(call));
  const [first] = argumentsOf(call);
  const text =
    first?.type === "Literal" && typeof first.value === "string" ? first.value : undefined;
  if (callee !== undefined && text !== undefined) return `${callee}(${JSON.stringify(text)})`;
  const outer = wrapped(call);
  const held = outer.parent === undefined ? anonymous : heldName(outer, outer.parent);
  if (held !== anonymous && outer.parent?.type !== "Property") return held;
  return callee === undefined ? anonymous : `${callee}(…)`;
}

/** `a.b.c` of a chain of plain names. */
export function dotted(expression: Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === "Identifier") return node.name;
  if (node.type === "ThisExpression") return "this";
  if (node.type !== "MemberExpression") return undefined;
  const object = dotted(node.object);
  const name = plainKey(node.property, node.computed);
  return object === undefined || name === undefined ? undefined : `${object}.${name}`;
}
