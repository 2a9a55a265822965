/** What a variable holds: by its import, declaration, pattern, assignments, default, or written type. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import {
  calleeOf,
  isFunction,
  plainKey,
  unwrap,
  wrapped,
  type FunctionNode,
  type Node,
  parentOf,
} from "../syntax/ast.js";
import { elementParameter, elementsOf } from "./collections.js";
import { keyName } from "./constants.js";
import { exportedValues, required } from "./exports.js";
import type { Resolver } from "./resolve.js";
import { variableOfFunction } from "./resolve-function-member.js";
import { valuesOfType } from "./resolve-type.js";
import type { SourceFile } from "../syntax/source-file.js";
import { isBare, unknown, type FunctionValue, type Value } from "./values.js";

type Variable = TSESLint.Scope.Variable;

export function valuesOfVariable(
  resolver: Resolver,
  file: SourceFile,
  variable: Variable,
): readonly Value[] {
  return resolver.once(variable, () => {
    const overwritten = overwrittenBefore(variable);
    const declared = variable.defs.flatMap((definition) =>
      overwritten === undefined ? ofDefinition(resolver, file, definition) : unknown,
    );
    const assigned = variable.references.flatMap((reference) =>
      reference.isWrite() &&
      reference.init !== true &&
      reference.identifier.range[0] >= (overwritten ?? 0)
        ? ofTarget(resolver, file, reference.identifier)
        : unknown,
    );
    return [...declared, ...assigned];
  });
}

/**
 * Where a variable gets a new value whatever happened before: by an assignment that stands as a statement beside the
 * declaration, before anything has read the variable. What it was given earlier is of no matter.
 */
function overwrittenBefore(variable: Variable): number | undefined {
  const [definition] = variable.defs;
  const declaration = definition?.node.parent;
  if (definition?.type !== "Variable" || declaration === undefined) return undefined;
  const positions = variable.references.flatMap(({ identifier }) => {
    const assignment = identifier.parent;
    return assignment.type === "AssignmentExpression" &&
      assignment.left === identifier &&
      assignment.operator === "=" &&
      assignment.parent.type === "ExpressionStatement" &&
      assignment.parent.parent === declaration.parent
      ? [assignment.range]
      : [];
  });
  const last = positions.at(-1);
  if (last === undefined) return undefined;
  const isReadBefore = variable.references.some(
    (reference) => reference.isRead() && reference.identifier.range[0] < last[1],
  );
  return isReadBefore ? undefined : last[0];
}

function ofDefinition(
  resolver: Resolver,
  file: SourceFile,
  definition: TSESLint.Scope.Definition,
): readonly Value[] {
  const { node } = definition;
  switch (node.type) {
    case "ImportSpecifier": {
      const name = node.imported.type === "Identifier" ? node.imported.name : node.imported.value;
      return imported(resolver, file, node.parent, name);
    }
    case "ImportDefaultSpecifier":
      return imported(resolver, file, node.parent, "default");
    case "ImportNamespaceSpecifier":
      return imported(resolver, file, node.parent, undefined);
    case "TSImportEqualsDeclaration":
      return importEquals(resolver, file, node);
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return definition.type === "Parameter"
        ? ofTarget(resolver, file, definition.name)
        : [{ kind: "function", file, node }];
    case "ClassDeclaration":
    case "ClassExpression":
      return [{ kind: "class", file, node }];
    case "VariableDeclarator":
      return ofTarget(resolver, file, definition.name);
    case "TSModuleDeclaration":
      return [{ kind: "module-block", file, node }];
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      return [{ kind: "type-name", of: valuesOfType(resolver, file, node) }];
    case "TSDeclareFunction":
      return definition.type === "Parameter"
        ? ofTarget(resolver, file, definition.name)
        : valuesOfType(resolver, file, node);
    case "TSTypeParameter":
      return [{ kind: "type-name", of: valuesOfType(resolver, file, node.constraint) }];
    default:
      return unknown;
  }
}

/** `name` undefined stands for the whole namespace. */
function imported(
  resolver: Resolver,
  file: SourceFile,
  declaration: Node,
  name: string | undefined,
): readonly Value[] {
  if (declaration.type !== "ImportDeclaration") return unknown;
  const modules = resolver.moduleNamed(file, declaration.source.value);
  if (name === undefined) return modules;
  return modules.flatMap((value) =>
    value.kind === "namespace"
      ? exportedValues(resolver, value.file, name)
      : resolver.memberOf(value, name),
  );
}

function importEquals(
  resolver: Resolver,
  file: SourceFile,
  node: TSESTree.TSImportEqualsDeclaration,
): readonly Value[] {
  const reference = node.moduleReference;
  if (reference.type === "TSExternalModuleReference") {
    return reference.expression.type === "Literal" && typeof reference.expression.value === "string"
      ? resolver
          .moduleNamed(file, reference.expression.value)
          .flatMap((value) => required(resolver, value))
      : unknown;
  }
  return qualified(resolver, file, reference);
}

/** `import read = fs.readFileSync`. */
function qualified(resolver: Resolver, file: SourceFile, name: Node): readonly Value[] {
  if (name.type === "TSQualifiedName") {
    return qualified(resolver, file, name.left).flatMap((value) =>
      resolver.memberOf(value, name.right.name),
    );
  }
  return name.type === "Identifier" ? resolver.valuesOf(file, name) : unknown;
}

/** One step from a whole value down to the part that a pattern takes out of it. */
type PatternStep =
  | { readonly take: "member"; readonly name: string }
  | { readonly take: "rest"; readonly without: readonly string[] }
  | { readonly take: "nothing" };

/** The values of a name in a pattern: climbs to what is taken apart, then takes the part that the name gets. */
function ofTarget(resolver: Resolver, file: SourceFile, name: Node): readonly Value[] {
  const steps: PatternStep[] = [];
  const found: Value[] = [];
  let inner = name;
  for (let above = parentOf(inner); above !== undefined; inner = above, above = parentOf(above)) {
    switch (above.type) {
      case "AssignmentPattern":
        if (above.left !== inner) return unknown;
        found.push(...follow(resolver, resolver.valuesOf(file, above.right), steps));
        break;
      case "Property": {
        const key = keyName(file, above.key, above.computed);
        steps.unshift(key === undefined ? { take: "nothing" } : { take: "member", name: key });
        break;
      }
      case "ArrayPattern":
        steps.unshift({ take: "member", name: String(above.elements.indexOf(inner as never)) });
        break;
      case "RestElement":
        steps.unshift(restStep(above));
        break;
      case "ObjectPattern":
      case "TSParameterProperty":
        break;
      default:
        return [...found, ...follow(resolver, ofWhole(resolver, file, above, inner), steps)];
    }
  }
  return found;
}

function restStep(rest: TSESTree.RestElement): PatternStep {
  const pattern = rest.parent;
  if (pattern.type !== "ObjectPattern") return { take: "nothing" };
  const without = pattern.properties.flatMap((property) =>
    property.type === "Property" ? (plainKey(property.key, property.computed) ?? []) : [],
  );
  return { take: "rest", without };
}

function follow(
  resolver: Resolver,
  whole: readonly Value[],
  steps: readonly PatternStep[],
): readonly Value[] {
  let values = whole;
  for (const step of steps) {
    values = values.flatMap((value): readonly Value[] => {
      if (step.take === "nothing") return unknown;
      if (step.take === "member") return resolver.memberOf(value, step.name);
      return [{ kind: "rest", of: value, without: step.without }];
    });
  }
  return values;
}

/** What a whole pattern is given by the construct that it stands in. */
function ofWhole(
  resolver: Resolver,
  file: SourceFile,
  construct: Node,
  pattern: Node,
): readonly Value[] {
  if (construct.type === "VariableDeclarator") return ofDeclarator(resolver, file, construct);
  if (construct.type === "AssignmentExpression") {
    return construct.left === pattern && ["=", "??=", "||=", "&&="].includes(construct.operator)
      ? resolver.valuesOf(file, construct.right)
      : unknown;
  }
  if (isFunction(construct)) return ofParameter(resolver, file, construct, pattern);
  return unknown;
}

function ofDeclarator(
  resolver: Resolver,
  file: SourceFile,
  declarator: TSESTree.VariableDeclarator,
): readonly Value[] {
  if (declarator.init !== null) {
    const values = resolver.valuesOf(file, declarator.init);
    if (!values.every(isBare)) return values;
    const type = declarator.id.typeAnnotation?.typeAnnotation;
    return [...values, ...valuesOfType(resolver, file, type)];
  }
  const loop = declarator.parent.parent;
  if (loop?.type === "ForOfStatement" && loop.left === declarator.parent) {
    return elementsOf(resolver, file, loop.right);
  }
  return valuesOfType(resolver, file, declarator.id.typeAnnotation?.typeAnnotation);
}

/** A parameter: by its written type, or by the only call that can reach a function written in place. */
function ofParameter(
  resolver: Resolver,
  file: SourceFile,
  node: FunctionNode,
  parameter: Node,
): readonly Value[] {
  const pattern = parameter.type === "TSParameterProperty" ? parameter.parameter : parameter;
  const target = pattern.type === "AssignmentPattern" ? pattern.left : pattern;
  const typed =
    target.type === "Identifier" ||
    target.type === "ObjectPattern" ||
    target.type === "ArrayPattern"
      ? valuesOfType(resolver, file, target.typeAnnotation?.typeAnnotation)
      : unknown;
  if (typed.length > 0) return typed;
  const index = node.params.indexOf(parameter as never);
  const outer = wrapped(node);
  const call = outer.parent;
  if (call?.type !== "CallExpression" || index < 0) {
    return ofOnlyCall(resolver, file, node, index);
  }
  if (unwrap(call.callee) === node) {
    const argument = call.arguments[index];
    return argument === undefined ? unknown : resolver.valuesOf(file, argument);
  }
  return ofCallback(resolver, file, call, outer, index);
}

/** `const read = timed(readFileSync)`: a parameter of a function that is called at one place, and known nowhere else. */
function ofOnlyCall(
  resolver: Resolver,
  file: SourceFile,
  node: FunctionNode,
  index: number,
): readonly Value[] {
  const declaration = node.type === "FunctionDeclaration" ? node : node.parent.parent;
  if (declaration === undefined || declaration.parent?.type.startsWith("Export") === true) {
    return unknown;
  }
  const variable = variableOfFunction(file, node);
  const [use, ...others] = (variable?.references ?? []).filter((one) => one.isRead());
  const call = use?.identifier.parent;
  if (call?.type !== "CallExpression" || others.length > 0 || call.callee !== use?.identifier) {
    return unknown;
  }
  const given = call.arguments.slice(0, index + 1);
  const argument = given[index];
  return argument === undefined || given.some((one) => one.type === "SpreadElement")
    ? unknown
    : resolver.valuesOf(file, argument);
}

/** `import("fs").then((fs) => …)`, `[fs, gracefulFs].map((fs) => …)`. */
function ofCallback(
  resolver: Resolver,
  file: SourceFile,
  call: TSESTree.CallExpression,
  callback: Node,
  index: number,
): readonly Value[] {
  const callee = calleeOf(call);
  const lent = resolver
    .valuesOf(file, callee)
    .flatMap((value) =>
      value.kind === "function"
        ? lentBy(resolver, value, call.arguments.indexOf(callback as never), index)
        : unknown,
    );
  // (function (fs) { … }).call(this, require("fs")) is a member expression.
  if (lent.length > 0 || callee.type !== "MemberExpression") return lent;
  const name = plainKey(callee.property, callee.computed);
  if (unwrap(callee.object) === unwrap(callback) && name === "call") {
    const argument = call.arguments[index + 1];
    return argument === undefined ? unknown : resolver.valuesOf(file, argument);
  }
  if (name === undefined || call.arguments[0] !== callback) return unknown;
  if (index === elementParameter(name)) return elementsOf(resolver, file, callee.object);
  if (name === "then" && index === 0) {
    return resolver
      .valuesOf(file, callee.object)
      .flatMap((value) => (value.kind === "promise" ? value.of : []));
  }
  return unknown;
}

/** `function withDatabase(run) { return run(new Database("a.db")); }`: what a function gives to one that it is given. */
function lentBy(
  resolver: Resolver,
  { file, node }: FunctionValue,
  position: number,
  index: number,
): readonly Value[] {
  const parameter = node.params[position];
  if (parameter?.type !== "Identifier") return unknown;
  const variable = file.declaredBy(node).find((one) => one.identifiers.includes(parameter));
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const call = identifier.parent;
    if (call.type !== "CallExpression" || call.callee !== identifier) return unknown;
    const given = call.arguments.slice(0, index + 1);
    const argument = given[index];
    return argument === undefined || given.some((one) => one.type === "SpreadElement")
      ? unknown
      : resolver.valuesOf(file, argument);
  });
}
