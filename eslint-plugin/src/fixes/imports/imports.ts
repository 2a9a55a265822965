/** Makes an export of a module available at a node: by a name that the file has, or by one added to its imports. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../../analysis/syntax/ast.js";
import { bindingsOf, freeName, means, variableAt, type Binding } from "./bindings.js";
import {
  bareName,
  moduleStyle,
  quoted,
  requiredSpecifier,
  specifierFor,
  topLevelLoads,
  type ModuleStyle,
} from "./module-style.js";
import { statementsOf } from "./statements.js";
import type { Edit, SourceCode } from "../types.js";

export interface Needed {
  readonly module: string;
  readonly name: string;
  /** Names to take where `name` is taken. */
  readonly alternatives?: readonly string[];
}

export interface Available {
  /** What to write at the node: "readFile", "fsPromises.readFile". */
  readonly expression: string;
  readonly edits: readonly Edit[];
}

export interface Near {
  readonly sourceCode: SourceCode;
  /** The code that will use the name. */
  readonly node: Node;
  /** A module beside whose import a new one is put. */
  readonly beside: string;
}

/** A name that the file already has for it. */
function reused({ sourceCode, node }: Near, { module, name }: Needed): string | undefined {
  const bindings = bindingsOf(sourceCode).filter((found) => means(sourceCode, found, node));
  const ofModule = bindings.filter((found) => found.module === bareName(module));
  const named = ofModule.find((found) => found.name === name);
  if (named !== undefined) return named.local;
  const whole = ofModule.find((found) => found.name === undefined);
  if (whole !== undefined) {
    const isItself = name === "default" && whole.isNamespace !== true;
    return isItself ? whole.local : `${whole.local}.${name}`;
  }
  return bareName(module).endsWith("/promises")
    ? throughParent(sourceCode, bindings, bareName(module), name)
    : undefined;
}

/** `fs.promises.readFile`, where the file already writes `fs.promises`. */
function throughParent(
  sourceCode: SourceCode,
  bindings: readonly Binding[],
  module: string,
  name: string,
): string | undefined {
  const parent = module.slice(0, -"/promises".length);
  const whole = bindings.find((found) => found.module === parent && found.name === undefined);
  if (whole === undefined) return undefined;
  const isWritten = sourceCode.ast.tokens.some(
    (token, index, tokens) =>
      token.value === whole.local &&
      tokens[index + 1]?.value === "." &&
      tokens[index + 2]?.value === "promises",
  );
  return isWritten ? `${whole.local}.promises.${name}` : undefined;
}

/** The statement that adds a name of its own. */
function newStatement({ module, name }: Needed, local: string, style: ModuleStyle): string {
  const specifier = quoted(specifierFor(module, style), style);
  if (name === "default") {
    return style.system === "esm"
      ? `import ${local} from ${specifier}${style.semicolon}`
      : `const ${local} = require(${specifier})${style.semicolon}`;
  }
  if (style.system === "esm") {
    const imported = local === name ? name : `${name} as ${local}`;
    return `import { ${imported} } from ${specifier}${style.semicolon}`;
  }
  const property = local === name ? name : `${name}: ${local}`;
  return `const { ${property} } = require(${specifier})${style.semicolon}`;
}

/** Adds the name to a statement that already takes names from the module. */
function added(sourceCode: SourceCode, { module, name }: Needed, local: string): Edit | undefined {
  if (name === "default") return undefined;
  for (const statement of statementsOf(sourceCode)) {
    if (statement.type === "ImportDeclaration") {
      const last = lastSpecifier(statement, module);
      if (last === undefined) continue;
      const text = local === name ? name : `${name} as ${local}`;
      const end = last.range[1];
      const isBraced = last.type === "ImportSpecifier";
      return { range: [end, end], text: isBraced ? `, ${text}` : `, { ${text} }` };
    }
    if (statement.type === "VariableDeclaration") {
      const last = lastProperty(statement, module);
      if (last === undefined) continue;
      const end = last.range[1];
      return { range: [end, end], text: local === name ? `, ${name}` : `, ${name}: ${local}` };
    }
  }
  return undefined;
}

function lastSpecifier(
  statement: TSESTree.ImportDeclaration,
  module: string,
): TSESTree.ImportClause | undefined {
  if (statement.importKind === "type" || bareName(statement.source.value) !== bareName(module)) {
    return undefined;
  }
  const last = statement.specifiers.at(-1);
  return last?.type === "ImportNamespaceSpecifier" ? undefined : last;
}

function lastProperty(
  statement: TSESTree.VariableDeclaration,
  module: string,
): TSESTree.Property | undefined {
  for (const { id, init } of statement.declarations) {
    const required = requiredSpecifier(init);
    if (required === undefined || bareName(required.value) !== bareName(module)) continue;
    const last = id.type === "ObjectPattern" ? id.properties.at(-1) : undefined;
    if (last?.type === "Property") return last;
  }
  return undefined;
}

/** Puts a statement of its own beside the other imports. */
export function inserted(
  { sourceCode, beside }: Near,
  statement: string,
  style: ModuleStyle,
): Edit | undefined {
  const loads = topLevelLoads(sourceCode);
  const sibling =
    loads.find(({ specifier }) => bareName(specifier) === bareName(beside)) ?? loads.at(-1);
  if (sibling !== undefined) {
    const end = sibling.statement.range[1];
    const indent = indentOf(sourceCode, sibling.statement);
    return { range: [end, end], text: `${style.newline}${indent}${statement}` };
  }
  const start = startOfCode(sourceCode);
  if (start === undefined) return undefined;
  const gap = style.newline.repeat(2);
  return { range: [start, start], text: `${statement}${gap}` };
}

/** The white space before a statement, in a component's file; nothing where other code stands before it. */
function indentOf(sourceCode: SourceCode, statement: Node): string {
  const line = sourceCode.lines[statement.loc.start.line - 1] ?? "";
  const before = line.slice(0, statement.loc.start.column);
  return before.trim() === "" ? before : "";
}

/** Before the first statement that is no directive, with the comments that belong to it. */
function startOfCode(sourceCode: SourceCode): number | undefined {
  const statements = statementsOf(sourceCode);
  const first = statements.find(
    (statement) => statement.type !== "ExpressionStatement" || statement.directive === undefined,
  );
  if (first === undefined) {
    // Markup without any code has no place for an import.
    return statements.length === sourceCode.ast.body.length ? sourceCode.ast.range[1] : undefined;
  }
  let start: Node | TSESTree.Comment = first;
  for (const comment of sourceCode.getCommentsBefore(first).toReversed()) {
    const isAbove = start.loc.start.line - comment.loc.end.line <= 1;
    // What a file starts with belongs to the file: a hashbang, a licence, directives of tools.
    if (!isAbove || comment.range[0] === 0 || String(comment.type) === "Shebang") break;
    start = comment;
  }
  return start.range[0];
}

/**
 * Makes `needed` available at a node.
 *
 * @returns what to write there, and the edits that add the import; undefined where there is no good way.
 */
export function makeAvailable(near: Near, needed: Needed): Available | undefined {
  const { sourceCode, node } = near;
  const [root = "", ...members] = needed.name.split(".");
  if (members.length > 0) {
    const holder = makeAvailable(near, { module: needed.module, name: root });
    return holder && { ...holder, expression: [holder.expression, ...members].join(".") };
  }
  const known = reused(near, needed);
  if (known !== undefined) return { expression: known, edits: [] };
  const style = moduleStyle(sourceCode);
  const wanted = needed.name === "default" ? localNameOf(needed.module) : needed.name;
  const local = freeName(sourceCode, node, wanted, needed.alternatives ?? [`${wanted}Async`]);
  const edit =
    added(sourceCode, needed, local) ?? inserted(near, newStatement(needed, local, style), style);
  return edit === undefined ? undefined : { expression: local, edits: [edit] };
}

/** "fastGlob" for "fast-glob". */
function localNameOf(module: string): string {
  const bare = module.slice(module.lastIndexOf("/") + 1);
  return bare.replaceAll(/[^A-Za-z0-9]+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** True where the name means the global of that name at a node. */
export function isGlobal(sourceCode: SourceCode, name: string, node: Node): boolean {
  const variable = variableAt(sourceCode, name, node);
  return variable === undefined || variable.defs.length === 0;
}

/** Edits that put several imports at the top of a file that has none: no empty line between them. */
export function withoutGaps(edits: readonly Edit[]): readonly Edit[] {
  return edits.map((edit, index) => {
    const next = edits[index + 1];
    const isFollowed =
      next?.range[0] === edit.range[0] && next.range[1] === edit.range[0] && isImport(next);
    return isFollowed && isImport(edit)
      ? { ...edit, text: edit.text.replace(/(\r?\n)\r?\n$/, "$1") }
      : edit;
  });
}

function isImport({ text }: Edit): boolean {
  return /^(?:import|const) [^\n]*\r?\n\r?\n$/.test(text);
}
