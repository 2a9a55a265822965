/** What names the imports of a file bind, and which names are free. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { plainKey, type Node } from "../../analysis/syntax/ast.js";
import { bareName, requiredSpecifier } from "./module-style.js";
import { statementsOf } from "./statements.js";
import type { SourceCode } from "../types.js";

type Scope = TSESLint.Scope.Scope;
export type Variable = TSESLint.Scope.Variable;

/** A name that stands for a module or for one of its exports. */
export interface Binding {
  readonly module: string;
  /** The export; absent where the name stands for the whole module. */
  readonly name?: string;
  readonly local: string;
  readonly statement: Node;
  /** `import * as`: a module, which can't be called as what it exports by default can. */
  readonly isNamespace?: true;
}

function binding(
  module: string,
  name: string | undefined,
  local: string,
  statement: Node,
): Binding {
  const bare = bareName(module);
  // `promises` of node:fs is the module node:fs/promises.
  if (name === "promises") return { module: `${bare}/promises`, local, statement };
  if (name === undefined || name === "default") return { module: bare, local, statement };
  return { module: bare, name, local, statement };
}

function ofImport(statement: TSESTree.ImportDeclaration): Binding[] {
  if (statement.importKind === "type") return [];
  return statement.specifiers.flatMap((specifier) => {
    if (specifier.type !== "ImportSpecifier") {
      const whole = binding(statement.source.value, undefined, specifier.local.name, statement);
      return [
        specifier.type === "ImportNamespaceSpecifier" ? { ...whole, isNamespace: true } : whole,
      ];
    }
    if (specifier.importKind === "type") return [];
    const { imported } = specifier;
    const name = imported.type === "Identifier" ? imported.name : imported.value;
    return [binding(statement.source.value, name, specifier.local.name, statement)];
  });
}

function ofDeclarator(declarator: TSESTree.VariableDeclarator, statement: Node): Binding[] {
  const { id, init } = declarator;
  if (init?.type === "MemberExpression" && id.type === "Identifier") {
    const required = requiredSpecifier(init.object);
    const name = plainKey(init.property, init.computed);
    return required === undefined || name === undefined
      ? []
      : [binding(required.value, name, id.name, statement)];
  }
  const required = requiredSpecifier(init);
  if (required === undefined) return [];
  if (id.type === "Identifier") return [binding(required.value, undefined, id.name, statement)];
  if (id.type !== "ObjectPattern") return [];
  return id.properties.flatMap((property) => {
    if (property.type !== "Property" || property.value.type !== "Identifier") return [];
    const name = plainKey(property.key, property.computed);
    return name === undefined
      ? []
      : [binding(required.value, name, property.value.name, statement)];
  });
}

/** The names that the imports at the top of the file bind. */
export function bindingsOf(sourceCode: SourceCode): Binding[] {
  return statementsOf(sourceCode).flatMap((statement) => {
    if (statement.type === "ImportDeclaration") return ofImport(statement);
    if (statement.type === "VariableDeclaration") {
      return statement.declarations.flatMap((declarator) => ofDeclarator(declarator, statement));
    }
    if (statement.type !== "TSImportEqualsDeclaration" || statement.importKind === "type")
      return [];
    const reference = statement.moduleReference;
    if (reference.type !== "TSExternalModuleReference") return [];
    const { expression } = reference;
    return expression.type === "Literal" && typeof expression.value === "string"
      ? [binding(expression.value, undefined, statement.id.name, statement)]
      : [];
  });
}

function scopesUpFrom(sourceCode: SourceCode, node: Node): Scope[] {
  const scopes: Scope[] = [];
  const start = sourceCode.getScope?.(node) ?? null;
  for (let scope: Scope | null = start; scope !== null; scope = scope.upper) scopes.push(scope);
  return scopes;
}

/** The variable that a name means at a node. */
export function variableAt(sourceCode: SourceCode, name: string, node: Node): Variable | undefined {
  for (const scope of scopesUpFrom(sourceCode, node)) {
    const variable = scope.set.get(name);
    if (variable !== undefined) return variable;
  }
  return undefined;
}

/** True where the binding's name still means it at a node, and nothing nearer. */
export function means(sourceCode: SourceCode, { local, statement }: Binding, node: Node): boolean {
  return (
    variableAt(sourceCode, local, node)?.defs.some(({ node: definition }) =>
      isWithin(definition, statement),
    ) === true
  );
}

function isWithin(node: Node, outer: Node): boolean {
  return outer.range[0] <= node.range[0] && node.range[1] <= outer.range[1];
}

/** True where a name that the file's top declares would mean that declaration at a node, and change no other name. */
export function isFree(sourceCode: SourceCode, name: string, node: Node): boolean {
  const global = sourceCode.scopeManager?.globalScope;
  if (global?.through.some(({ identifier }) => identifier.name === name) === true) return false;
  return scopesUpFrom(sourceCode, node).every((scope) => {
    const variable = scope.set.get(name);
    // A global that nothing in the file uses may be covered.
    return (
      variable === undefined || (variable.defs.length === 0 && variable.references.length === 0)
    );
  });
}

/** The name if it is free, else the first of the alternatives that is, else the name with a number. */
export function freeName(
  sourceCode: SourceCode,
  node: Node,
  name: string,
  alternatives: readonly string[],
): string {
  const free = [name, ...alternatives].find((candidate) => isFree(sourceCode, candidate, node));
  if (free !== undefined) return free;
  for (let number = 2; ; number += 1) {
    const candidate = `${name}${number}`;
    if (isFree(sourceCode, candidate, node)) return candidate;
  }
}
