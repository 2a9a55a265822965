/** Removes an import that a fix leaves without a use. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calleeOf, unwrap, type Node } from "../../analysis/syntax/ast.js";
import { variableAt, type Variable } from "./bindings.js";
import { isBuiltIn, loadsOf, requiredSpecifier } from "./module-style.js";
import type { BlockingCall, Edit, SourceCode } from "../types.js";
import { wholeLines } from "./whole-lines.js";

/** The name at the front of what is called: `fs` of `fs.promises.x()`, `readFileSync` of `readFileSync()`. */
function rootOf(callee: Node): TSESTree.Identifier | undefined {
  let node = unwrap(callee);
  while (node.type === "MemberExpression") node = unwrap(node.object);
  return node.type === "Identifier" ? node : undefined;
}

/** The statement of an import, and the part of it that declares one name. */
interface Declaration {
  readonly statement: Node;
  /** The name in braces; absent where the statement has a name for the whole module. */
  readonly part?: Node;
  /** Other names stand in the same statement. */
  readonly isShared: boolean;
}

function declarationOf(variable: Variable): Declaration | undefined {
  const definition = variable.defs[0];
  if (variable.defs.length !== 1 || definition === undefined) return undefined;
  const { node, parent } = definition;
  if (node.type === "ImportSpecifier" && parent?.type === "ImportDeclaration") {
    return { statement: parent, part: node, isShared: parent.specifiers.length > 1 };
  }
  if (parent?.type === "ImportDeclaration") {
    return parent.specifiers.length === 1 ? { statement: parent, isShared: false } : undefined;
  }
  if (node.type !== "VariableDeclarator" || !isLoad(node.init)) return undefined;
  const statement = node.parent;
  const isInBlock = /^(?:Program|BlockStatement)$/.test(statement.parent.type);
  if (statement.declarations.length !== 1 || !isInBlock) return undefined;
  if (node.id.type === "Identifier") return { statement, isShared: false };
  if (node.id.type !== "ObjectPattern") return undefined;
  const { properties } = node.id;
  // A rest takes what the others leave: it would take one more.
  if (properties.some(({ type }) => type === "RestElement")) return undefined;
  const name = definition.name;
  const part = properties.find(
    (property) => property.range[0] <= name.range[0] && name.range[1] <= property.range[1],
  );
  return part === undefined ? undefined : { statement, part, isShared: properties.length > 1 };
}

/** What names the API: what is called, or what is handed over. */
function apiOf({ call, form }: BlockingCall): Node {
  const [handed] = call.type === "CallExpression" ? call.arguments : [];
  const isHanded = form === "reference" || (form === "indirect" && isReflected(calleeOf(call)));
  return isHanded && handed !== undefined ? unwrap(handed) : calleeOf(call);
}

function isReflected(callee: Node): boolean {
  return rootOf(callee)?.name === "Reflect";
}

/** `require("fs")`, `await import("fs")`, or the name of what was loaded. */
function isLoad(init: Node | null): boolean {
  // `const { readFileSync } = fs;`
  if (init?.type === "Identifier") return true;
  if (init?.type === "AwaitExpression") return init.argument.type === "ImportExpression";
  return requiredSpecifier(init) !== undefined;
}

/**
 * To load a package or a file of the project may have an effect: it must be loaded still, by what is left or by what
 * the fix adds.
 */
function isStillLoaded({ statement, isShared }: Declaration, edits: readonly Edit[]): boolean {
  const specifier = isShared ? undefined : loadedBy(statement);
  if (specifier === undefined || isBuiltIn(specifier)) return true;
  const [start, end] = statement.range;
  return edits.some(
    ({ range: [at], text }) =>
      (start < at && at < end && text !== "") ||
      text.includes(`"${specifier}"`) ||
      text.includes(`'${specifier}'`),
  );
}

/** The specifier of the module that a statement loads; undefined where it only names a part of one. */
function loadedBy(statement: Node): string | undefined {
  const [load] = loadsOf(statement);
  if (load !== undefined || statement.type !== "VariableDeclaration") return load?.specifier;
  const init = statement.declarations[0]?.init;
  const source =
    init?.type === "AwaitExpression" && init.argument.type === "ImportExpression"
      ? init.argument.source
      : undefined;
  return source?.type === "Literal" ? String(source.value) : undefined;
}

/**
 * The edits of a fix, and with them those that remove the import that the call alone used.
 *
 * @param edits of the fix. One of them may add an import right behind the one to remove, and then takes its place.
 * @param inPasses the fix is one of many that are applied at once, as often as there are some. Of those that use one
 *   import, the first and the last then touch it, so that they are not applied together, and the last one of all sees
 *   that it is the last.
 */
export function withoutUnused(
  blocking: BlockingCall,
  edits: readonly Edit[],
  inPasses: boolean,
): readonly Edit[] {
  const { sourceCode } = blocking;
  const callee = apiOf(blocking);
  const last = callee.type === "SequenceExpression" ? callee.expressions.at(-1) : undefined;
  const root = rootOf(last ?? callee);
  const variable = root === undefined ? undefined : variableAt(sourceCode, root.name, root);
  const declaration = variable === undefined ? undefined : declarationOf(variable);
  if (root === undefined || variable === undefined || declaration === undefined) return edits;
  const uses = variable.references.filter((reference) => !reference.isWrite());
  if (uses.length > 1) {
    const isAtEdge = uses[0]?.identifier === root || uses.at(-1)?.identifier === root;
    const [, end] = declaration.statement.range;
    return inPasses && isAtEdge ? [...edits, { range: [end, end], text: "" }] : edits;
  }
  if (!isStillLoaded(declaration, edits)) return edits;
  // What somebody wrote into it would go with it.
  if (sourceCode.getCommentsInside(declaration.statement).length > 0) return edits;
  const stays = !isReplaced(root, edits) || isWritten(root.name, edits);
  return stays ? edits : withRemoval(sourceCode, declaration, edits);
}

/** False where the fix leaves the name as it is and writes another member behind it: `password.hash`. */
function isReplaced({ range: [start, end] }: Node, edits: readonly Edit[]): boolean {
  return edits.some(({ range: [from, to] }) => from <= start && end <= to);
}

/** True where an edit uses the name, as in `promisify(crypto.pbkdf2)`. */
function isWritten(name: string, edits: readonly Edit[]): boolean {
  const escaped = name.replaceAll("$", String.raw`\$`);
  // Not a part of another name, of a member, or of a specifier such as "node:fs/promises".
  const pattern = new RegExp(String.raw`(?<![\w$."'/:-])${escaped}(?![\w$/-])`);
  return edits.some(({ text }) => pattern.test(text));
}

function withRemoval(
  sourceCode: SourceCode,
  { statement, part, isShared }: Declaration,
  edits: readonly Edit[],
): readonly Edit[] {
  const [start, end] = statement.range;
  if (part !== undefined && isShared) return [...edits, partRemoval(sourceCode, part)];
  // The fix may add another name to this very statement, or a statement behind it: that takes its place.
  const nextTo = part?.range[1];
  const whole = wholeLines(sourceCode, statement);
  const added = edits.find(
    ({ range: [at] }) => at === nextTo || at === end || (whole[0] <= at && at <= start),
  );
  if (added === undefined) return [...edits, { range: whole, text: "" }];
  const others = edits.filter((edit) => edit !== added);
  return added.range[0] === nextTo && nextTo !== end
    ? [...others, { range: part?.range ?? [start, end], text: added.text.replace(/^, /, "") }]
    : [...others, { range: [start, end], text: added.text.trim() }];
}

/** One of several names, with the comma that parts it from its neighbour. */
function partRemoval(sourceCode: SourceCode, part: Node): Edit {
  const after = sourceCode.getTokenAfter(part);
  const next = after?.value === "," ? sourceCode.getTokenAfter(after) : null;
  if (next !== null && next.value !== "}")
    return { range: [part.range[0], next.range[0]], text: "" };
  const before = sourceCode.getTokenBefore(part);
  const defaultComma = before?.value === "{" ? sourceCode.getTokenBefore(before) : null;
  const brace = after?.value === "," ? next : after;
  // The last name in braces behind a default import: the braces go too.
  if (defaultComma?.value === "," && brace?.value === "}") {
    return { range: [defaultComma.range[0], brace.range[1]], text: "" };
  }
  const isComma = before?.value === ",";
  return { range: [isComma ? before.range[0] : part.range[0], part.range[1]], text: "" };
}
