/** Small questions about syntax, asked everywhere. No scopes, no meaning. */
import type { TSESTree } from "@typescript-eslint/utils";

export type Node = TSESTree.Node;

export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export type LoopNode =
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement
  | TSESTree.ForStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement;

/** What calls something: a call, a construction, a tagged template. */
export type CallNode =
  TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression;

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression"
  );
}

export function isClass(node: Node): node is ClassNode {
  return node.type === "ClassDeclaration" || node.type === "ClassExpression";
}

export function isLoop(node: Node): node is LoopNode {
  return (
    node.type === "WhileStatement" ||
    node.type === "DoWhileStatement" ||
    node.type === "ForStatement" ||
    node.type === "ForInStatement" ||
    node.type === "ForOfStatement"
  );
}

export function isCall(node: Node): node is CallNode {
  return (
    node.type === "CallExpression" ||
    node.type === "NewExpression" ||
    node.type === "TaggedTemplateExpression"
  );
}

/** The expression without what changes only its type, its grouping or its chaining. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case "ChainExpression":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
        inner = inner.expression;
        break;
      default:
        return inner;
    }
  }
}

/** The node above; undefined above a program, where ESLint says null. */
export function parentOf(node: Node): Node | undefined {
  return node.parent ?? undefined;
}

/** The outermost expression that has the same value: the opposite of {@link unwrap}. */
export function wrapped(node: Node): Node {
  let outer = node;
  while (outer.parent !== undefined && unwrap(outer.parent) === unwrap(node)) {
    outer = outer.parent;
  }
  return outer;
}

/** The callee of a call, of `(0, fs.readFileSync)(…)` the last part; the tag of a tagged template. */
export function calleeOf(call: CallNode): Node {
  let callee = unwrap(call.type === "TaggedTemplateExpression" ? call.tag : call.callee);
  while (callee.type === "SequenceExpression") {
    const last = callee.expressions.at(-1);
    if (last === undefined) break;
    callee = unwrap(last);
  }
  return callee;
}

/** The arguments of a call; those of a tagged template are its parts, which no API here looks at. */
export function argumentsOf(call: CallNode): readonly TSESTree.CallExpressionArgument[] {
  return call.type === "TaggedTemplateExpression" ? [] : call.arguments;
}

export function isInside(node: Node, around: Node): boolean {
  return node.range[0] >= around.range[0] && node.range[1] <= around.range[1];
}

/** The nearest function around a node, or undefined in a module's own body. */
export function enclosingFunction(node: Node): FunctionNode | undefined {
  for (let above = parentOf(node); above !== undefined; above = parentOf(above)) {
    if (isFunction(above)) return above;
  }
  return undefined;
}

/** The class whose `this` or `super` a node sees, and whether that is the class itself or an instance. */
export function classOf(
  node: Node,
): { readonly node: ClassNode; readonly isStatic: boolean } | undefined {
  for (
    let inner = node, above = parentOf(node);
    above !== undefined;
    inner = above, above = parentOf(above)
  ) {
    if (above.type === "StaticBlock") return classAround(above, true);
    if (above.type === "PropertyDefinition" || above.type === "AccessorProperty") {
      if (above.value === inner) return classAround(above, above.static);
    } else if (above.type === "MethodDefinition" && above.value === inner) {
      return classAround(above, above.static);
    } else if (isFunction(above) && above.type !== "ArrowFunctionExpression") {
      if (above.parent.type !== "MethodDefinition") return undefined;
    }
  }
  return undefined;
}

function classAround(
  member: Node,
  isStatic: boolean,
): { readonly node: ClassNode; readonly isStatic: boolean } | undefined {
  const around = member.parent?.parent;
  return around !== undefined && isClass(around) ? { node: around, isStatic } : undefined;
}

/** The name of a key that is written out: `a`, `"a"`, `["a"]`, `#a`. Computed keys are asked of the constants. */
export function plainKey(key: Node, computed: boolean): string | undefined {
  if (!computed && key.type === "Identifier") return key.name;
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  if (key.type === "Literal" && (typeof key.value === "string" || typeof key.value === "number")) {
    return String(key.value);
  }
  if (key.type === "TemplateLiteral" && key.expressions.length === 0) {
    return key.quasis[0]?.value.cooked ?? undefined;
  }
  return undefined;
}

/** `pool` of `pool`, `this.pool`, `app.pool`. */
export function lastName(node: Node): string {
  const inner = unwrap(node);
  if (inner.type === "Identifier") return inner.name;
  if (inner.type === "MemberExpression") return plainKey(inner.property, inner.computed) ?? "";
  return "";
}

/** The nodes directly below a node, in source order, by the parser's own list of keys. */
export function childrenOf(node: Node, visitorKeys: VisitorKeys): Node[] {
  const children: Node[] = [];
  pushChildren(node, visitorKeys, children);
  return children.reverse();
}

/** Puts the nodes directly below a node on a stack, so that the first in source order is taken off it first. */
export function pushChildren(node: Node, visitorKeys: VisitorKeys, stack: Node[]): void {
  const fields = node as unknown as Record<string, unknown>;
  const keys = visitorKeys[node.type] ?? fallbackKeys(fields);
  for (let place = keys.length - 1; place >= 0; place -= 1) {
    const value = fields[keys[place] ?? ""];
    if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1) {
        const element: unknown = value[index];
        if (isNode(element)) stack.push(element);
      }
    } else if (isNode(value)) {
      stack.push(value);
    }
  }
}

export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

const notChildren = new Set(["parent", "loc", "range", "tokens", "comments"]);

/** For node types that the parser's keys don't know. */
function fallbackKeys(fields: Record<string, unknown>): string[] {
  return Object.keys(fields).filter((key) => !notChildren.has(key));
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && "type" in value && typeof value.type === "string"
  );
}
