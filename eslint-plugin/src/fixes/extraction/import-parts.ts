/** The imports of a file taken apart: those that a new module needs, and those that stay in use. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../imports/bindings.js";
import type { Edit, Node, SourceCode } from "../types.js";
import { wholeLines } from "../imports/whole-lines.js";

/** What one statement binds: an `import`, or a `const … = require(…)`. */
interface ImportStatement {
  readonly statement: Node;
  /** Each name that it binds, by the node that binds it. */
  readonly parts: ReadonlyMap<Node, Variable>;
}

/** The statements that bind these names, in source order, with all that each of them binds. */
export function importStatements(
  sourceCode: SourceCode,
  variables: Iterable<Variable>,
): readonly ImportStatement[] {
  const statements = new Map<Node, Map<Node, Variable>>();
  for (const variable of variables) {
    const statement = statementOf(variable);
    if (statement === undefined || statements.has(statement)) continue;
    const bound = sourceCode.scopeManager?.getDeclaredVariables(
      statement.type === "VariableDeclaration"
        ? (statement.declarations[0] ?? statement)
        : statement,
    );
    statements.set(statement, new Map((bound ?? []).flatMap((one) => entryOf(one, statement))));
  }
  return [...statements]
    .map(([statement, parts]) => ({ statement, parts }))
    .toSorted((a, b) => a.statement.range[0] - b.statement.range[0]);
}

function statementOf({ defs: [definition] }: Variable): Node | undefined {
  if (definition === undefined) return undefined;
  if (definition.type !== "ImportBinding") return definition.node.parent ?? undefined;
  // Of `import a = require("a")` the statement itself defines the name.
  return definition.parent?.type === "ImportDeclaration" ? definition.parent : definition.node;
}

function entryOf(variable: Variable, statement: Node): (readonly [Node, Variable])[] {
  const [definition] = variable.defs;
  if (definition === undefined) return [];
  if (statement.type !== "VariableDeclaration") return [[definition.node, variable]];
  const pattern = statement.declarations[0]?.id;
  const property =
    pattern?.type === "ObjectPattern"
      ? pattern.properties.find(
          ({ range }) =>
            range[0] <= definition.name.range[0] && definition.name.range[1] <= range[1],
        )
      : pattern;
  return property === undefined ? [] : [[property, variable]];
}

/** The statement with only the names that are wanted; undefined where it can't be taken apart, "" without any. */
export function withNames(
  sourceCode: SourceCode,
  { statement, parts }: ImportStatement,
  isWanted: (variable: Variable) => boolean,
): string | undefined {
  const wanted = [...parts].filter(([, variable]) => isWanted(variable)).map(([part]) => part);
  if (wanted.length === parts.size) return sourceCode.getText(statement);
  if (wanted.length === 0) return "";
  if (statement.type === "ImportDeclaration") return importOf(sourceCode, statement, wanted);
  if (statement.type !== "VariableDeclaration") return undefined;
  const [declarator] = statement.declarations;
  if (declarator.id.type !== "ObjectPattern" || parts.size !== declarator.id.properties.length) {
    return undefined;
  }
  const { id, init } = declarator;
  const names = wanted.map((part) => sourceCode.getText(part)).join(", ");
  const end = sourceCode.text.slice(init?.range[0] ?? id.range[1], statement.range[1]);
  return `${statement.kind} { ${names} } = ${end}`;
}

function importOf(
  sourceCode: SourceCode,
  statement: TSESTree.ImportDeclaration,
  wanted: readonly Node[],
): string {
  const texts = (isNamed: boolean): string[] =>
    wanted
      .filter(({ type }) => (type === "ImportSpecifier") === isNamed)
      .map((part) => sourceCode.getText(part));
  const named = texts(true);
  const clauses = [...texts(false), ...(named.length === 0 ? [] : [`{ ${named.join(", ")} }`])];
  const kind = statement.importKind === "type" ? "type " : "";
  const source = sourceCode.text.slice(statement.source.range[0], statement.range[1]);
  return `import ${kind}${clauses.join(", ")} from ${source}`;
}

/** The edits that remove names which the file does not use any more; undefined where a statement can't be taken apart. */
export function removals(
  sourceCode: SourceCode,
  statements: readonly ImportStatement[],
  isUsed: (variable: Variable) => boolean,
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const one of statements) {
    const kept = withNames(sourceCode, one, isUsed);
    if (kept === undefined) return undefined;
    if (kept === sourceCode.getText(one.statement)) continue;
    edits.push(
      kept === ""
        ? { range: wholeLines(sourceCode, one.statement), text: "" }
        : { range: one.statement.range, text: kept },
    );
  }
  return edits;
}
