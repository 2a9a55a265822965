/** What a piece of code needs from around it, when it is to stand in a module of its own. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, unwrap, type Node } from "../../analysis/syntax/ast.js";
import type { Variable } from "../imports/bindings.js";
import { requiredSpecifier } from "../imports/module-style.js";
import type { SourceCode } from "../types.js";

type Reference = TSESLint.Scope.Reference;

/** A declaration of the module's own body. */
export interface Declaration {
  readonly variable: Variable;
  /** The statement, with `export` where it has that. */
  readonly statement: TSESTree.ProgramStatement;
  /** The statement without `export`. */
  readonly declared: Node;
  readonly isType: boolean;
}

export interface Needs {
  /** Names that imports and `require` bind. */
  readonly imports: ReadonlySet<Variable>;
  /** Declarations that go along. */
  readonly declarations: readonly Declaration[];
  /** Types that the module exports to others: they stay, and are imported from there. */
  readonly exportedTypes: ReadonlySet<Variable>;
  /** Variables of the functions around the code. */
  readonly captured: ReadonlySet<Variable>;
}

/** What only a certain module has, or only the main thread. */
const bound = new Set(["module", "exports", "__filename", "document", "window"]);

/** Undefined where something can't go along: state, what another module wrote, what is bound to this file. */
export function needsOf(sourceCode: SourceCode, roots: readonly Node[]): Needs | undefined {
  const references = sourceCode.scopeManager?.scopes.flatMap((scope) => scope.references) ?? [];
  const imports = new Set<Variable>();
  const declarations = new Map<Variable, Declaration>();
  const exportedTypes = new Set<Variable>();
  const captured = new Set<Variable>();
  const moved: Node[] = [...roots];
  // What is found to go along is looked at in the same loop.
  for (const node of moved) {
    if (mentionsImportMeta(sourceCode, node)) return undefined;
    for (const reference of references.filter(({ identifier }) => isWithin(identifier, node))) {
      const variable = reference.resolved;
      if (variable === null || variable.defs.length === 0) {
        if (bound.has(reference.identifier.name as string)) return undefined;
        continue;
      }
      if (variable.defs.some((one) => moved.some((part) => isWithin(one.name, part)))) continue;
      if (isAssigned(reference)) return undefined;
      if (variable.scope.block.type !== "Program") captured.add(variable);
      else if (isImport(variable)) imports.add(variable);
      else if (!declarations.has(variable)) {
        const declaration = declarationOf(variable);
        if (declaration === undefined) return undefined;
        if (declaration.isType && declaration.statement !== declaration.declared) {
          exportedTypes.add(variable);
          continue;
        }
        declarations.set(variable, declaration);
        moved.push(declaration.statement);
      }
    }
  }
  const inOrder = [...declarations.values()].toSorted(
    (a, b) => a.statement.range[0] - b.statement.range[0],
  );
  return { imports, declarations: inOrder, exportedTypes, captured };
}

export function isWithin(inner: Pick<Node, "range">, outer: Pick<Node, "range">): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

function isAssigned(reference: Reference): boolean {
  return reference.isWrite() && reference.init !== true;
}

function mentionsImportMeta({ ast }: SourceCode, node: Node): boolean {
  return ast.tokens.some(
    ({ value, range }, index) =>
      value === "meta" &&
      node.range[0] <= range[0] &&
      range[1] <= node.range[1] &&
      ast.tokens[index - 2]?.value === "import",
  );
}

/** A name of an import, or of a `require` at the top. */
export function isImport({ defs: [definition, ...others] }: Variable): boolean {
  if (definition === undefined || others.length > 0) return false;
  if (definition.type === "ImportBinding") return true;
  if (definition.node.type !== "VariableDeclarator") return false;
  const { id, init, parent } = definition.node;
  const isPlain = id.type === "Identifier" || id.type === "ObjectPattern";
  return isPlain && parent.declarations.length === 1 && requiredSpecifier(init) !== undefined;
}

/** The declaration of a variable that may go along with the code that uses it. */
export function declarationOf(variable: Variable): Declaration | undefined {
  const [definition, ...others] = variable.defs;
  if (definition === undefined || others.length > 0) return undefined;
  if (variable.references.some(isAssigned)) return undefined;
  const declared = declaredBy(definition.node);
  const statement =
    declared?.parent?.type === "ExportNamedDeclaration" ? declared.parent : declared;
  if (declared === undefined || statement?.parent?.type !== "Program") return undefined;
  const isType = declared.type.startsWith("TS");
  return { variable, statement: statement as TSESTree.ProgramStatement, declared, isType };
}

/** The statement that declares it, if that is a type, a function, or a constant that is the same in each thread. */
function declaredBy(node: Node): Node | undefined {
  switch (node.type) {
    case "FunctionDeclaration":
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      return node;
    case "VariableDeclarator": {
      const isOnly = node.parent.declarations.length === 1 && node.id.type === "Identifier";
      const isSame = node.init !== null && (isFunction(unwrap(node.init)) || isConstant(node.init));
      return node.parent.kind === "const" && isOnly && isSame ? node.parent : undefined;
    }
    default:
      return undefined;
  }
}

/** A value without identity, so that a copy in another thread is as good: texts, numbers, patterns without state. */
function isConstant(expression: Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case "Literal":
      return !("regex" in node) || !/[gy]/u.test(node.regex.flags);
    case "TemplateLiteral":
      return node.expressions.every(isConstant);
    case "UnaryExpression":
      return isConstant(node.argument);
    case "BinaryExpression":
      return isConstant(node.left) && isConstant(node.right);
    default:
      return false;
  }
}
