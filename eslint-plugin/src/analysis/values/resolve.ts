/** What an expression stands for: the entry to everything in `resolve-*.ts`. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { ambientMember } from "./ambient-modules.js";
import {
  calleeOf,
  classOf,
  enclosingFunction,
  plainKey,
  unwrap,
  type FunctionNode,
  type Node,
} from "../syntax/ast.js";
import { anyHeld } from "./collections.js";
import { keyName, keyNames } from "./constants.js";
import { isExports } from "./exports.js";
import { heldByName } from "./held-types.js";
import { narrowed } from "./narrowing.js";
import { proxiedBy } from "./proxies.js";
import { valuesOfVariable } from "./resolve-binding.js";
import { valuesOfCall, valuesOfConstruction } from "./resolve-call.js";
import { thisOfFunction } from "./resolve-function-member.js";
import { memberOf } from "./resolve-member.js";
import { valuesOfType } from "./resolve-type.js";
import type { SourceFile } from "../syntax/source-file.js";
import { api, distinct, global, isBare, isResult, unknown, type Value } from "./values.js";

/** Finds what a module specifier means in a file: another file of the project, or a module outside it. */
export interface ModuleFinder {
  /** A project file; the canonical name of a module outside the project; undefined where nothing is found. */
  find(specifier: string, from: SourceFile): SourceFile | string | undefined;
  /** The name by which users list APIs of a module, which may be a file of the project all the same. */
  listed(specifier: string, from: SourceFile): string | undefined;
  /** The class whose instances a call of this API gives: "Dir" for `opendirSync` of "node:fs". */
  instanceOf(module: string, path: readonly string[]): readonly string[] | undefined;
  /** Whether a call of this API gives a promise: the asynchronous form of one of the catalog's. */
  givesPromise(module: string, path: readonly string[]): boolean;
  /** Whether an expression is a promise, by type information. */
  isPromise(file: SourceFile, node: Node): boolean;
  /** Values by type information, where the parser offers it and syntax told nothing. */
  byType(file: SourceFile, node: Node): readonly Value[];
}

/** Names under which the global object goes. */
const globalObjects = new Set([
  "globalThis",
  "window",
  "self",
  "global",
  "top",
  "parent",
  "frames",
]);

/**
 * Resolves expressions to values, each node once. It never throws, whatever the code; what it can't follow is
 * {@link unknown}.
 */
export class Resolver {
  readonly modules: ModuleFinder;
  /** By node and by variable: what is known for good, and of what is being resolved now how deep that is. */
  #known = new Map<object, readonly Value[] | number>();
  /** What stands for a question about an object where several are asked. */
  #questions = new Map<object, Map<string, object>>();
  /** How many questions are being asked now, each for the sake of the one before. */
  #depth = 0;
  /** The least depth that a cycle came back to: what hangs on it is not known for good. */
  #cycle = Infinity;
  /** Steps that are left for the question being asked. */
  #steps = 0;

  constructor(modules: ModuleFinder) {
    this.modules = modules;
  }

  /**
   * Forgets what is known of nodes. (A map that is emptied for each file costs far less than one with weak keys, which
   * the garbage collector has to go through.)
   */
  forget(): void {
    if (this.#depth > 0) return;
    this.#known = new Map();
    this.#questions = new Map();
  }

  /** What the expression may stand for; several values where code chooses among them. */
  valuesOf(file: SourceFile, expression: Node): readonly Value[] {
    const node = unwrap(expression);
    if (isPlain(node)) return unknown;
    const known = this.#known.get(node);
    const values =
      typeof known === "object" ? known : this.once(node, () => this.#resolve(file, node));
    return expression === node || !values.every(isBare)
      ? values
      : [...values, ...valuesOfType(this, file, assertedType(expression))];
  }

  /** The values of a variable, found by one of its names rather than by a reference to it. */
  valuesOfVariable(file: SourceFile, variable: TSESLint.Scope.Variable): readonly Value[] {
    return valuesOfVariable(this, file, variable);
  }

  /** The values of a member; `name` is the key. */
  memberOf(value: Value, name: string): readonly Value[] {
    return memberOf(this, value, name);
  }

  /**
   * Takes a step that may come back to itself through cyclic code; the second time it finds nothing. What is found for
   * an object (a node, a variable) is remembered, for each question about it.
   */
  once(
    object: object,
    step: () => readonly Value[],
    question: string | undefined = undefined,
  ): readonly Value[] {
    const key = question === undefined ? object : this.#question(object, question);
    const known = this.#known.get(key);
    if (typeof known === "object") return known;
    if (known !== undefined) {
      this.#cycle = Math.min(this.#cycle, known);
      return unknown;
    }
    const depth = this.#depth;
    if (depth === 0) this.#steps = maximumSteps;
    this.#steps -= 1;
    if (depth > maximumDepth || this.#steps < 0) return unknown;
    this.#known.set(key, depth);
    this.#depth += 1;
    const values = distinct(step());
    this.#depth = depth;
    if (this.#cycle >= depth) {
      this.#cycle = Infinity;
      this.#known.set(key, values);
    } else {
      this.#known.delete(key);
    }
    return values;
  }

  #question(object: object, question: string): object {
    let questions = this.#questions.get(object);
    if (questions === undefined) {
      questions = new Map();
      this.#questions.set(object, questions);
    }
    let key = questions.get(question);
    if (key === undefined) {
      key = {};
      questions.set(question, key);
    }
    return key;
  }

  /** All exports of the module that a specifier names. */
  moduleNamed(file: SourceFile, specifier: string): readonly Value[] {
    const found = this.modules.find(specifier, file);
    if (typeof found !== "string") {
      const listed = this.modules.listed(specifier, file);
      return [
        ...(listed === undefined ? unknown : [api(listed, [])]),
        ...(found === undefined ? unknown : [{ kind: "namespace", file: found } as const]),
      ];
    }
    // One name for what is one object.
    if (found === "bun") return [global("Bun")];
    return found === "node:fs/promises" ? [api("node:fs", ["promises"])] : [api(found, [])];
  }

  #resolve(file: SourceFile, node: Node): readonly Value[] {
    switch (node.type) {
      case "Identifier":
        return this.#identifier(file, node);
      case "MemberExpression":
        return this.#member(file, node);
      case "CallExpression":
        return this.#orByType(file, node, valuesOfCall(this, file, node));
      case "NewExpression":
        return this.#construction(file, node);
      case "ImportExpression":
        return this.#dynamicImport(file, node);
      case "AwaitExpression": {
        const values = this.valuesOf(file, node.argument);
        const awaited = values.flatMap((value) => (value.kind === "promise" ? value.of : [value]));
        return this.#orByType(file, node, awaited);
      }
      case "AssignmentExpression":
        return node.operator === "="
          ? this.valuesOf(file, node.right)
          : this.#either(file, node.left, node.right);
      case "SequenceExpression": {
        const last = node.expressions.at(-1);
        return last === undefined ? unknown : this.valuesOf(file, last);
      }
      case "ConditionalExpression":
        return this.#either(file, node.consequent, node.alternate);
      case "LogicalExpression":
        return this.#either(file, node.left, node.right);
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        return [{ kind: "function", file, node }];
      case "ClassDeclaration":
      case "ClassExpression":
        return [{ kind: "class", file, node }];
      case "ObjectExpression":
        return [{ kind: "object", file, node }];
      case "ArrayExpression":
        return [
          {
            kind: "array",
            elements: node.elements.map((element) =>
              element === null || element.type === "SpreadElement"
                ? unknown
                : this.valuesOf(file, element),
            ),
          },
        ];
      case "ThisExpression":
        return this.#orByType(file, node, thisValues(this, file, node));
      case "Super":
        return this.#super(file, node);
      default:
        return unknown;
    }
  }

  #construction(file: SourceFile, node: TSESTree.NewExpression): readonly Value[] {
    const constructors = this.valuesOf(file, calleeOf(node));
    const made = valuesOfConstruction(constructors).map((value) =>
      value.kind === "instance" ? { ...value, made: { file, call: node } } : value,
    );
    const held = this.#heldByArguments(file, node);
    if (held.length > 0) return [...made, ...held];
    const proxied = proxiedBy(file, node, constructors);
    if (proxied !== undefined) return [...made, ...this.valuesOf(file, proxied)];
    return made.length > 0 ? made : this.modules.byType(file, node);
  }

  /** `new Map<string, DatabaseSync>()`. */
  #heldByArguments(file: SourceFile, node: TSESTree.NewExpression): readonly Value[] {
    const callee = calleeOf(node);
    if (node.typeArguments === undefined || callee.type !== "Identifier") return unknown;
    if (file.variableOf(callee) !== undefined) return unknown;
    return heldByName(this, file, callee.name, node.typeArguments.params);
  }

  #either(file: SourceFile, first: Node, second: Node): readonly Value[] {
    return [...this.valuesOf(file, first), ...this.valuesOf(file, second)];
  }

  #identifier(file: SourceFile, node: TSESTree.Identifier): readonly Value[] {
    const variable = file.variableOf(node);
    if (variable !== undefined) {
      const values = valuesOfVariable(this, file, variable);
      return this.#orByType(file, node, narrowed(this, file, node, values));
    }
    if (globalObjects.has(node.name)) return [global()];
    if (isExports(file, node)) return [{ kind: "namespace", file }];
    return [ambientMember(file, node.name) ?? global(node.name)];
  }

  #member(file: SourceFile, node: TSESTree.MemberExpression): readonly Value[] {
    if (isExports(file, node)) return [{ kind: "namespace", file }];
    const names = keyNames(file, node.property, node.computed);
    if (names.length === 0) {
      const elements = this.#anyElement(file, node);
      return elements.length > 0 ? elements : this.modules.byType(file, node);
    }
    const objects = this.valuesOf(file, node.object);
    const values = [
      ...objects.flatMap((value) => names.flatMap((name) => this.memberOf(value, name))),
      ...(objects.every(isResult) ? this.#assignedMembers(file, node.object, names) : unknown),
    ];
    return values.every(isDeclaredElsewhere)
      ? [...values, ...this.modules.byType(file, node)]
      : this.#orByType(file, node, values);
  }

  /** `const User = sequelize.define(…); User.load = function () { … }`: what code gives to an object that it knows not. */
  #assignedMembers(file: SourceFile, object: Node, names: readonly string[]): readonly Value[] {
    const inner = unwrap(object);
    const variable = inner.type === "Identifier" ? file.variableOf(inner) : undefined;
    if (variable === undefined) return unknown;
    const assignments = file.memberAssignments(variable);
    return names
      .flatMap((name) => assignments.get(name) ?? [])
      .flatMap((assignment) => this.valuesOf(file, assignment.right));
  }

  /** Also by type, where syntax tells no more than that something was called. */
  #orByType(file: SourceFile, node: Node, values: readonly Value[]): readonly Value[] {
    return values.every(isResult) ? [...values, ...this.modules.byType(file, node)] : values;
  }

  /** `readers[index]`, where an array literal lists what there is. */
  #anyElement(file: SourceFile, node: TSESTree.MemberExpression): readonly Value[] {
    return this.valuesOf(file, node.object).flatMap((value) =>
      value.kind === "array" ? value.elements.flat() : anyHeld(value),
    );
  }

  #dynamicImport(file: SourceFile, node: TSESTree.ImportExpression): readonly Value[] {
    const specifier = constantText(file, node.source);
    if (specifier === undefined) return unknown;
    return [{ kind: "promise", of: this.moduleNamed(file, specifier) }];
  }

  #super(file: SourceFile, node: Node): readonly Value[] {
    const place = classOf(node);
    if (place?.node.superClass === null || place?.node.superClass === undefined) return unknown;
    const parents = this.valuesOf(file, place.node.superClass);
    return place.isStatic ? parents : valuesOfConstruction(parents);
  }
}

/** The type of `(input as typeof fs)!`, the outermost that is written. */
function assertedType(expression: Node): Node | undefined {
  let inner = expression;
  while (inner.type === "TSNonNullExpression" || inner.type === "ChainExpression") {
    inner = inner.expression;
  }
  return inner.type === "TSAsExpression" || inner.type === "TSTypeAssertion"
    ? inner.typeAnnotation
    : undefined;
}

/** What stands for nothing that could be called, and need not be remembered. */
function isPlain({ type }: Node): boolean {
  return (
    type === "Literal" ||
    type === "TemplateLiteral" ||
    type === "BinaryExpression" ||
    type === "UnaryExpression" ||
    type === "UpdateExpression"
  );
}

/** `globalThis.database`, `window.files` of a `window: Window`: members of globals to which a project may add its own. */
function isDeclaredElsewhere(value: Value): boolean {
  if (value.kind !== "api" || value.module !== "global") return false;
  const { path } = value;
  return path.length === 1 || (path.length === 3 && path[1] === "prototype");
}

/** Far beyond what code written by people needs: generated code ends here. */
const maximumDepth = 200;
const maximumSteps = 20_000;

function constantText(file: SourceFile, node: Node): string | undefined {
  return keyName(file, node, true);
}

function thisValues(resolver: Resolver, file: SourceFile, node: Node): readonly Value[] {
  const place = classOf(node);
  if (place !== undefined) {
    return [{ kind: place.isStatic ? "class" : "instance", file, node: place.node }];
  }
  const method = thisFunction(node);
  const [first] = method?.params ?? [];
  if (first?.type === "Identifier" && first.name === "this") {
    return valuesOfType(resolver, file, first.typeAnnotation?.typeAnnotation);
  }
  const property = method?.parent;
  if (
    property?.type === "Property" &&
    property.value === method &&
    property.parent.type === "ObjectExpression"
  ) {
    return [{ kind: "object", file, node: property.parent }];
  }
  return method === undefined ? unknown : thisOfFunction(resolver, file, method);
}

/** The function whose `this` a node sees: arrow functions have none of their own. */
function thisFunction(node: Node): FunctionNode | undefined {
  let around = enclosingFunction(node);
  while (around?.type === "ArrowFunctionExpression") around = enclosingFunction(around);
  return around;
}

/** The name of the member that an expression reads, if it reads one whose name is written out. */
export function memberName(node: Node): string | undefined {
  const inner = unwrap(node);
  return inner.type === "MemberExpression" ? plainKey(inner.property, inner.computed) : undefined;
}
