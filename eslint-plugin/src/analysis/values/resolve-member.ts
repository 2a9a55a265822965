/** What a member of a value is. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { classOf, isFunction, unwrap, wrapped, type ClassNode, type Node } from "../syntax/ast.js";
import { keyName } from "./constants.js";
import { exportedByBlock, exportedValues } from "./exports.js";
import { valuesOfConstruction } from "./resolve-call.js";
import { mixedIn, mixedIntoThis } from "./mixed-in.js";
import { ofFunction, ofMade } from "./resolve-function-member.js";
import { valuesOfType } from "./resolve-type.js";
import type { Resolver } from "./resolve.js";
import { ownReturns } from "./returns.js";
import type { SourceFile } from "../syntax/source-file.js";
import {
  api,
  global,
  isBare,
  unknown,
  type ObjectValue,
  type TypedValue,
  type Value,
} from "./values.js";

type Variable = TSESLint.Scope.Variable;

const globalObjects = new Set(["globalThis", "window", "self", "global"]);

export function memberOf(resolver: Resolver, value: Value, name: string): readonly Value[] {
  switch (value.kind) {
    case "api":
      if (value.module === "global" && value.path.length === 0) {
        return globalObjects.has(name) ? [global()] : [global(name)];
      }
      return [api(value.module, [...value.path, name])];
    case "namespace":
      return exportedValues(resolver, value.file, name);
    case "module-block":
      return exportedByBlock(resolver, value, name);
    case "object":
      return ofObject(resolver, value, name);
    case "class":
      return ofClass(resolver, value.file, value.node, name, true);
    case "instance":
      return ofClass(resolver, value.file, value.node, name, false);
    case "array":
      return value.elements[Number(name)] ?? unknown;
    case "holder":
      return value.holds === "record" || (value.holds === "list" && /^\d+$/u.test(name))
        ? value.of
        : unknown;
    case "rest":
      return value.without.includes(name) ? unknown : memberOf(resolver, value.of, name);
    case "typed":
      return ofTyped(resolver, value, name);
    case "function":
      return ofFunction(resolver, value, name);
    case "made":
      return ofMade(resolver, value, name);
    case "promise":
    case "signature":
    case "type-name":
      return unknown;
  }
}

function ofObject(resolver: Resolver, value: ObjectValue, name: string): readonly Value[] {
  return resolver.once(
    value.node,
    () => {
      const assigned = assignedMembers(resolver, value, name);
      const byName = value.file.propertiesOf(value.node);
      if (byName !== undefined) {
        const property = byName.get(name);
        const own = property === undefined ? unknown : ofProperty(resolver, value.file, property);
        return [...own, ...assigned];
      }
      const found: Value[] = [];
      for (const property of value.node.properties) {
        if (property.type === "SpreadElement") {
          const spread = resolver.valuesOf(value.file, property.argument);
          found.push(...spread.flatMap((one) => memberOf(resolver, one, name)));
        } else if (keyName(value.file, property.key, property.computed) === name) {
          found.length = 0;
          found.push(...ofProperty(resolver, value.file, property));
        }
      }
      return [...found, ...assigned];
    },
    name,
  );
}

function ofProperty(
  resolver: Resolver,
  file: SourceFile,
  property: TSESTree.Property,
): readonly Value[] {
  if (property.kind === "get" && property.value.type === "FunctionExpression") {
    return ownReturns(file, property.value).flatMap((node) => resolver.valuesOf(file, node));
  }
  return property.kind === "set" ? unknown : resolver.valuesOf(file, property.value);
}

/** `const api = {}; api.read = readFileSync;`: members given to a variable that holds the object. */
function assignedMembers(resolver: Resolver, value: ObjectValue, name: string): readonly Value[] {
  return holdersOf(value).flatMap((variable) => [
    ...(value.file.memberAssignments(variable).get(name) ?? []).flatMap((assignment) =>
      resolver.valuesOf(value.file, assignment.right),
    ),
    ...mixedIn(resolver, value.file, variable, name, false),
  ]);
}

/**
 * The variables that an object literal is given to where it stands; of TypeScript's
 * `(function (Files) { … })(Files || (Files = {}))` both.
 */
function holdersOf({ file, node }: ObjectValue): readonly Variable[] {
  const holders: Variable[] = [];
  let inner = wrapped(node);
  for (let above = inner.parent; above !== undefined; inner = above, above = above.parent) {
    if (above.type === "VariableDeclarator") {
      const [variable] = above.id.type === "Identifier" ? file.declaredBy(above) : [];
      return variable === undefined ? holders : [...holders, variable];
    }
    if (above.type === "AssignmentExpression" && above.left.type === "Identifier") {
      const variable = file.variableOf(above.left);
      if (variable !== undefined) holders.push(variable);
    } else if (above.type === "CallExpression") {
      const parameter = parameterGiven(above, inner);
      const variable =
        parameter === undefined
          ? undefined
          : file
              .declaredBy(parameter.parent)
              .find((one) => one.identifiers.some((identifier) => identifier === parameter));
      return variable === undefined ? holders : [...holders, variable];
    } else if (above.type !== "LogicalExpression") return holders;
  }
  return holders;
}

/** The parameter that gets an argument, where the function called stands in place. */
function parameterGiven(
  call: TSESTree.CallExpression,
  argument: Node,
): TSESTree.Identifier | undefined {
  const callee = unwrap(call.callee);
  const index = call.arguments.findIndex((one) => one === argument);
  if (!isFunction(callee) || index < 0) return undefined;
  const parameter = callee.params[index];
  return parameter?.type === "Identifier" ? parameter : undefined;
}

/** A member of a class (`isStatic`) or of its instances, looked for up the chain of parents. */
function ofClass(
  resolver: Resolver,
  file: SourceFile,
  node: ClassNode,
  name: string,
  isStatic: boolean,
): readonly Value[] {
  return resolver.once(
    node,
    () => {
      if (isStatic && name === "prototype") return [{ kind: "instance", file, node }];
      const own = node.body.body.flatMap((member) =>
        ofElement(resolver, file, member, name, isStatic),
      );
      const assigned = [
        ...assignedFields(resolver, file, node, name, isStatic),
        ...assignedToClass(resolver, file, node, name, isStatic),
        ...mixedIntoThis(resolver, { file, node, isStatic }, name),
      ];
      if (own.length + assigned.length > 0) return [...own, ...assigned];
      if (node.superClass === null) return unknown;
      const parents = resolver.valuesOf(file, node.superClass);
      const from = isStatic ? parents : valuesOfConstruction(parents);
      return from.flatMap((parent) => memberOf(resolver, parent, name));
    },
    `${isStatic ? "static" : "member"} ${name}`,
  );
}

function ofElement(
  resolver: Resolver,
  file: SourceFile,
  member: TSESTree.ClassElement,
  name: string,
  isStatic: boolean,
): readonly Value[] {
  switch (member.type) {
    case "MethodDefinition":
      if (member.kind === "constructor") {
        return isStatic ? unknown : parameterProperty(resolver, file, member.value, name);
      }
      if (member.static !== isStatic || keyName(file, member.key, member.computed) !== name) {
        return unknown;
      }
      if (member.kind === "get" && member.value.type === "FunctionExpression") {
        return ownReturns(file, member.value).flatMap((one) => resolver.valuesOf(file, one));
      }
      return member.kind === "set" || member.value.type !== "FunctionExpression"
        ? unknown
        : [{ kind: "function", file, node: member.value }];
    case "TSAbstractMethodDefinition": {
      if (keyName(file, member.key, member.computed) !== name) return unknown;
      const { value, kind } = member;
      return valuesOfType(
        resolver,
        file,
        kind === "get" ? value.returnType?.typeAnnotation : value,
      );
    }
    case "PropertyDefinition":
    case "AccessorProperty": {
      if (member.static !== isStatic || keyName(file, member.key, member.computed) !== name) {
        return unknown;
      }
      const values = member.value === null ? unknown : resolver.valuesOf(file, member.value);
      return values.every(isBare)
        ? [...values, ...valuesOfType(resolver, file, member.typeAnnotation?.typeAnnotation)]
        : values;
    }
    default:
      return unknown;
  }
}

/** `constructor(private readonly fs: typeof import("node:fs"))`. */
function parameterProperty(
  resolver: Resolver,
  file: SourceFile,
  constructor: Node,
  name: string,
): readonly Value[] {
  if (constructor.type !== "FunctionExpression") return unknown;
  return constructor.params.flatMap((parameter) => {
    if (parameter.type !== "TSParameterProperty") return unknown;
    const inner = parameter.parameter;
    const id = inner.type === "AssignmentPattern" ? inner.left : inner;
    if (id.type !== "Identifier" || id.name !== name) return unknown;
    const typed = valuesOfType(resolver, file, id.typeAnnotation?.typeAnnotation);
    return inner.type === "AssignmentPattern"
      ? [...resolver.valuesOf(file, inner.right), ...typed]
      : typed;
  });
}

/** `this.fs = require("fs")` in the constructor or a method, of the class itself in a static block or method. */
function assignedFields(
  resolver: Resolver,
  file: SourceFile,
  node: ClassNode,
  name: string,
  isStatic: boolean,
): readonly Value[] {
  return file
    .fieldAssignments(name)
    .filter((assignment) => {
      const place = classOf(assignment);
      return place?.node === node && place.isStatic === isStatic;
    })
    .flatMap((assignment) => resolver.valuesOf(file, assignment.right));
}

/** `Store.open = function () { … }`, after the class: TypeScript writes static fields so. */
function assignedToClass(
  resolver: Resolver,
  file: SourceFile,
  node: ClassNode,
  name: string,
  isStatic: boolean,
): readonly Value[] {
  const holder =
    node.type === "ClassExpression" && node.parent.type === "VariableDeclarator"
      ? node.parent
      : node;
  const path = isStatic ? name : `prototype.${name}`;
  return file
    .declaredBy(holder)
    .flatMap((variable) => [
      ...(file.memberAssignments(variable).get(path) ?? []).flatMap((assignment) =>
        resolver.valuesOf(file, assignment.right),
      ),
      ...mixedIn(resolver, file, variable, name, !isStatic),
    ]);
}

function ofTyped(resolver: Resolver, value: TypedValue, name: string): readonly Value[] {
  for (const member of value.members) {
    if (member.type !== "TSPropertySignature" && member.type !== "TSMethodSignature") continue;
    if (keyName(value.file, member.key, member.computed) === name) {
      const type =
        member.type === "TSMethodSignature" ? member : member.typeAnnotation?.typeAnnotation;
      return valuesOfType(resolver, value.file, type);
    }
  }
  return value.heritage.flatMap((parent) =>
    valuesOfType(resolver, value.file, parent).flatMap((one) => memberOf(resolver, one, name)),
  );
}
