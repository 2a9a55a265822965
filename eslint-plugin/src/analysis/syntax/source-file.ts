/** One parsed file with its scopes: what every part of the analysis starts from. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import {
  childrenOf,
  isCall,
  isClass,
  isFunction,
  isLoop,
  plainKey,
  pushChildren,
  unwrap,
  type CallNode,
  type ClassNode,
  type FunctionNode,
  type LoopNode,
  type Node,
  type VisitorKeys,
} from "./ast.js";
import { mixinsInto, targetsOfThis, type Mixins } from "../values/mixed-in.js";
import { returnedImports } from "../words/returned-imports.js";
import { firstIndex } from "./source-order.js";
import { wholeTreeKeys } from "./program-only.js";
import type { SourceRange } from "../types.js";

type Variable = TSESLint.Scope.Variable;
type Reference = TSESLint.Scope.Reference;

/** What a parser gives, ESLint's own or ours. */
export interface ParsedText {
  readonly path: string;
  readonly text: string;
  readonly ast: TSESTree.Program;
  /** The scopes, or what makes them once they are asked for. */
  readonly scopeManager: TSESLint.Scope.ScopeManager | (() => TSESLint.Scope.ScopeManager);
  readonly visitorKeys: VisitorKeys;
  /** Type information and the like, where the parser offers it. */
  readonly services?: unknown;
}

/** The nodes of a file that the analysis asks about, each list in source order. */
export interface NodeLists {
  readonly calls: readonly CallNode[];
  readonly loops: readonly LoopNode[];
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly ClassNode[];
  readonly awaits: readonly TSESTree.AwaitExpression[];
  readonly members: readonly TSESTree.MemberExpression[];
  readonly patterns: readonly TSESTree.ObjectPattern[];
  readonly spreads: readonly TSESTree.SpreadElement[];
  readonly assignments: readonly TSESTree.AssignmentExpression[];
  /** What `return` statements and arrow functions without a block give. */
  readonly returned: readonly Node[];
}

export class SourceFile {
  readonly path: string;
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly visitorKeys: VisitorKeys;
  readonly services: unknown;
  #scopes: ParsedText["scopeManager"];
  #references: ReadonlyMap<Node, Reference> | undefined;
  #nodes: NodeLists | undefined;
  #fields: ReadonlyMap<string, readonly TSESTree.AssignmentExpression[]> | undefined;

  #hasTags: boolean | undefined;
  #mentionsPool: boolean | undefined;
  #lineStarts: readonly number[] | undefined;
  #returnedImports: ReadonlySet<string> | undefined;
  #mixinsOfThis: readonly Node[] | undefined;
  /** By what was asked, and of what. */
  readonly #answers = new Map<unknown, Map<object, unknown>>();

  constructor(parsed: ParsedText) {
    this.path = parsed.path;
    this.text = parsed.text;
    this.ast = parsed.ast;
    this.visitorKeys = wholeTreeKeys(parsed.services, parsed.visitorKeys);
    this.services = parsed.services;
    this.#scopes = parsed.scopeManager;
  }

  get #scopeManager(): TSESLint.Scope.ScopeManager {
    if (typeof this.#scopes === "function") this.#scopes = this.#scopes();
    return this.#scopes;
  }

  /** The variable that an identifier refers to; undefined for one that no scope of the file declares. */
  variableOf(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | undefined {
    // A script's own `var`s and functions are globals, which eslint-scope leaves for its user to connect.
    const variable =
      this.#referenceMap().get(identifier)?.resolved ??
      this.#scopeManager.scopes[0]?.set.get(identifier.name);
    return variable !== undefined && variable.defs.length > 0 ? variable : undefined;
  }

  /** The variables that a node declares: of a function its name and parameters, of a class its name. */
  declaredBy(node: Node): readonly Variable[] {
    return this.#scopeManager.getDeclaredVariables(node);
  }

  /** The references of a function's parameters and body to what stands outside it, in source order. */
  referencesOut(node: FunctionNode): readonly Reference[] {
    // Of a named function expression the outer scope, which holds its name.
    return this.#scopeManager.acquire(node)?.through ?? [];
  }

  /** The nodes that the analysis asks about. The first call walks the tree once, and sets missing parents. */
  get nodes(): NodeLists {
    this.#nodes ??= collectNodes(this.ast, this.visitorKeys);
    return this.#nodes;
  }

  /** What is assigned to `this.name`, anywhere in the file. */
  fieldAssignments(name: string): readonly TSESTree.AssignmentExpression[] {
    if (this.#fields === undefined) {
      const fields = new Map<string, TSESTree.AssignmentExpression[]>();
      for (const assignment of this.nodes.assignments) {
        const target = unwrap(assignment.left);
        if (target.type !== "MemberExpression" || target.object.type !== "ThisExpression") continue;
        const key = plainKey(target.property, target.computed);
        if (key === undefined) continue;
        const known = fields.get(key);
        if (known === undefined) fields.set(key, [assignment]);
        else known.push(assignment);
      }
      this.#fields = fields;
    }
    return this.#fields.get(name) ?? [];
  }

  /** The properties of an object literal by name; undefined where a spread or a computed key hides some. */
  propertiesOf(
    object: TSESTree.ObjectExpression,
  ): ReadonlyMap<string, TSESTree.Property> | undefined {
    return this.remember(propertiesByName, object);
  }

  /**
   * The assignments to members of what a variable holds, by the member's path: "read" of `api.read = …`,
   * "prototype.read" of `Store.prototype.read = …`.
   */
  memberAssignments(
    variable: Variable,
  ): ReadonlyMap<string, readonly TSESTree.AssignmentExpression[]> {
    return this.remember(assignmentsByMember, variable);
  }

  /** What `Object.assign` copies into what a variable holds. */
  mixinsOf(variable: Variable): Mixins {
    return this.remember(mixinsInto, variable);
  }

  /** What a question about a node or a variable of this file, and about nothing else, is answered: it is asked once. */
  remember<Key extends object, Answer>(
    question: (key: Key, file: SourceFile) => Answer,
    key: Key,
  ): Answer {
    let answers = this.#answers.get(question);
    if (answers === undefined) {
      answers = new Map();
      this.#answers.set(question, answers);
    }
    if (!answers.has(key)) answers.set(key, question(key, this));
    // Under a question there is nothing but its answers.
    return answers.get(key) as Answer;
  }

  /** Each `this` into which `Object.assign` copies something. */
  get mixinsOfThis(): readonly Node[] {
    this.#mixinsOfThis ??= targetsOfThis(this.nodes.calls);
    return this.#mixinsOfThis;
  }

  /** Whether any doc comment of the file speaks of blocking. */
  get hasTags(): boolean {
    this.#hasTags ??= /@(?:non)?blocking\b/u.test(this.text);
    return this.#hasTags;
  }

  /** Whether the file may hold a call that sends a function to another thread. */
  get mentionsPool(): boolean {
    this.#mentionsPool ??= /spawn-blocking|spawnBlocking|parallelMap/u.test(this.text);
    return this.#mentionsPool;
  }

  /** The specifiers of the modules of which some function returns a call's result. */
  get returnedImports(): ReadonlySet<string> {
    this.#returnedImports ??= returnedImports(this);
    return this.#returnedImports;
  }

  /** Has the scopes made, and sets the nodes' parents, which ESLint sets for the file that it lints and most parsers leave out. */
  prepare(): void {
    this.#nodes ??= collectNodes(this.ast, this.visitorKeys);
    void this.#scopeManager;
  }

  children(node: Node): Node[] {
    return childrenOf(node, this.visitorKeys);
  }

  rangeOf(node: Node): SourceRange {
    const [start, end] = node.range.map((offset) => this.#positionOf(offset));
    return {
      file: this.path,
      line: start?.line ?? 1,
      column: start?.column ?? 0,
      endLine: end?.line ?? 1,
      endColumn: end?.column ?? 0,
    };
  }

  /** Counted in the text: trees of imported files are made without positions. */
  #positionOf(offset: number): { readonly line: number; readonly column: number } {
    this.#lineStarts ??= lineStartsOf(this.text);
    const starts = this.#lineStarts;
    const line = firstIndex(starts.length, (index) => (starts[index] ?? Infinity) > offset);
    return { line, column: offset - (starts[line - 1] ?? 0) };
  }

  #referenceMap(): ReadonlyMap<Node, Reference> {
    if (this.#references === undefined) {
      const references = new Map<Node, Reference>();
      for (const scope of this.#scopeManager.scopes) {
        for (const reference of scope.references) references.set(reference.identifier, reference);
      }
      this.#references = references;
    }
    return this.#references;
  }
}

function propertiesByName(
  object: TSESTree.ObjectExpression,
): ReadonlyMap<string, TSESTree.Property> | undefined {
  const byName = new Map<string, TSESTree.Property>();
  for (const property of object.properties) {
    if (property.type !== "Property") return undefined;
    const name = plainKey(property.key, property.computed);
    if (name === undefined) return undefined;
    byName.set(name, property);
  }
  return byName;
}

function assignmentsByMember(
  variable: Variable,
): ReadonlyMap<string, readonly TSESTree.AssignmentExpression[]> {
  const byPath = new Map<string, TSESTree.AssignmentExpression[]>();
  for (const { identifier } of variable.references) {
    let path = "";
    let inner: Node = identifier;
    let above: Node | undefined = identifier.parent;
    while (above?.type === "MemberExpression" && above.object === inner) {
      const name = plainKey(above.property, above.computed);
      if (name === undefined) break;
      path = path === "" ? name : `${path}.${name}`;
      inner = above;
      above = above.parent;
    }
    if (path === "" || above?.type !== "AssignmentExpression" || above.left !== inner) continue;
    const known = byPath.get(path);
    if (known === undefined) byPath.set(path, [above]);
    else known.push(above);
  }
  return byPath;
}

function collectNodes(ast: TSESTree.Program, visitorKeys: VisitorKeys): NodeLists {
  const calls: CallNode[] = [];
  const loops: LoopNode[] = [];
  const functions: FunctionNode[] = [];
  const classes: ClassNode[] = [];
  const awaits: TSESTree.AwaitExpression[] = [];
  const members: TSESTree.MemberExpression[] = [];
  const patterns: TSESTree.ObjectPattern[] = [];
  const spreads: TSESTree.SpreadElement[] = [];
  const assignments: TSESTree.AssignmentExpression[] = [];
  const returned: Node[] = [];
  // A stack of our own: generated files nest deeper than JavaScript's stack.
  const pending: Node[] = [ast];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isCall(node)) calls.push(node);
    else if (isLoop(node)) loops.push(node);
    else if (isFunction(node)) {
      functions.push(node);
      if (node.body !== null && node.body.type !== "BlockStatement") returned.push(node.body);
    } else if (node.type === "ReturnStatement" && node.argument !== null) {
      returned.push(node.argument);
    } else if (isClass(node)) classes.push(node);
    else if (node.type === "AwaitExpression") awaits.push(node);
    else if (node.type === "MemberExpression") members.push(node);
    else if (node.type === "AssignmentExpression") assignments.push(node);
    else if (node.type === "ObjectPattern") patterns.push(node);
    else if (node.type === "SpreadElement") spreads.push(node);
    const first = pending.length;
    pushChildren(node, visitorKeys, pending);
    for (let index = first; index < pending.length; index += 1) {
      const child = pending[index];
      if (child !== undefined) child.parent ??= node;
    }
  }
  return {
    calls,
    loops,
    functions,
    classes,
    awaits,
    members,
    patterns,
    spreads,
    assignments,
    returned,
  };
}

/** Where the lines of a text start, as ESLint counts them. */
function lineStartsOf(text: string): readonly number[] {
  return [
    0,
    ...Array.from(text.matchAll(/\r\n|[\r\n\u2028\u2029]/gu), (end) => end.index + end[0].length),
  ];
}
