/**
 * How the words of one file lead to each other, by syntax alone: from a word that is used to the names of the functions
 * that use it, from a word that is handed on to the name of what holds it. It says more than is true, rarely less, knows
 * no scopes and keeps no syntax: files that lead to nothing that blocks need no closer look.
 */
import { boundNames } from "../syntax/bound-names.js";
import type { TSESTree } from "@typescript-eslint/utils";
import {
  isClass,
  isFunction,
  isLoop,
  lastName,
  plainKey,
  pushChildren,
  type FunctionNode,
  type Node,
  type VisitorKeys,
} from "../syntax/ast.js";
import { maySpin } from "../loops/spin-text.js";
import { UsesByWord, type WordUses } from "./word-uses.js";
import { isIndirect, wordOf } from "./words.js";

/** Stands for an export without a name of its own, and for what a whole module is. */
export const wholeModule = "default";

/** A function, or a part of a class that runs without being called by a name of its own. */
interface Place {
  readonly node: Node;
  /** The names of the functions around, once they are asked for. */
  users: readonly string[] | undefined;
}

const noUsers: readonly string[] = [];

/** What a whole module is where it is imported: `import a from`, `require(…)`. */
export const importedModule = "(module)";

export interface WordFlow {
  readonly uses: ReadonlyMap<string, WordUses>;
  /** Functions that may block by what they are: with a loop that may spin, or a doc comment that says so. */
  readonly seeds: ReadonlySet<string>;
  /** Words by which other files may reach something of this one. */
  readonly exported: ReadonlySet<string>;
}

export function wordFlowOf(ast: TSESTree.Program, keys: VisitorKeys, text: string): WordFlow {
  return new Walk(keys, text).of(ast);
}

class Walk {
  readonly #keys: VisitorKeys;
  readonly #text: string;
  readonly #isTagged: boolean;
  readonly #uses = new UsesByWord();
  readonly #seeds = new Set<string>();
  readonly #exported = new Set<string>([wholeModule]);
  /** The nodes above the one being looked at, outermost first. */
  readonly #above: Node[] = [];
  /** Those of them that are places. */
  readonly #places: Place[] = [];

  constructor(keys: VisitorKeys, text: string) {
    this.#keys = keys;
    this.#text = text;
    this.#isTagged = /@blocking\b/u.test(text);
  }

  of(ast: TSESTree.Program): WordFlow {
    // A stack of our own: generated files nest deeper than JavaScript's. Undefined closes a level.
    const pending: (Node | undefined)[] = [ast];
    while (pending.length > 0) {
      const node = pending.pop();
      if (node === undefined) {
        if (this.#above.pop() === this.#places.at(-1)?.node) this.#places.pop();
        continue;
      }
      this.#visit(node);
      const level = pending.push(undefined);
      pushChildren(node, this.#keys, pending as Node[]);
      if (pending.length === level) {
        pending.pop();
        continue;
      }
      this.#above.push(node);
      if (isPlace(node)) this.#places.push({ node, users: undefined });
    }
    return { uses: this.#uses.all, seeds: this.#seeds, exported: this.#exported };
  }

  #visit(node: Node): void {
    const word = wordOf(node);
    if (word !== undefined) this.#ofWord(node, word);
    else if (isLoop(node)) {
      if (maySpin(node, this.#text)) this.#seed();
    } else if (isFunction(node)) {
      const depth = this.#above.length;
      if (this.#isTagged) for (const name of this.#namesOf(node, depth)) this.#seeds.add(name);
    } else if (isClass(node)) this.#ofClass(node);
  }

  #seed(): void {
    for (const name of this.#usersHere()) this.#seeds.add(name);
  }

  #ofClass(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression): void {
    const names = this.#namesOf(node, this.#above.length);
    for (const member of node.body.body) {
      if (!("key" in member)) continue;
      const key = plainKey(member.key, member.computed);
      if (key !== undefined) for (const name of names) this.#add(key, "classes", name);
    }
  }

  #add(word: string, kind: "holders" | "results" | "classes", name: string): void {
    this.#uses.add(word, kind, name);
  }

  /** Notes that the functions around use a word. */
  #addUsers(word: string): void {
    this.#uses.addUsers(word, this.#usersHere());
  }

  #ofWord(node: Node, word: string): void {
    const parent = this.#above.at(-1);
    if (parent === undefined) return;
    switch (parent.type) {
      case "ImportSpecifier":
      case "ExportSpecifier": {
        const [from, to] =
          parent.type === "ImportSpecifier"
            ? [parent.imported, parent.local]
            : [parent.local, parent.exported];
        if (node !== from) return;
        const name = wordOf(to) ?? wholeModule;
        this.#add(word === wholeModule ? importedModule : word, "holders", name);
        if (parent.type === "ExportSpecifier") this.#exported.add(name).add(word);
        return;
      }
      case "ImportDefaultSpecifier":
      case "ImportNamespaceSpecifier":
        this.#add(importedModule, "holders", word);
        return;
      case "Property":
        // `const { load: read } = files`
        if (
          parent.key === node &&
          !parent.computed &&
          this.#above.at(-2)?.type === "ObjectPattern"
        ) {
          for (const name of boundNames(parent.value)) this.#add(word, "holders", name);
          this.#addUsers(word);
          return;
        }
        if (parent.key === node && !parent.computed && !parent.shorthand) {
          this.#exported.add(word);
          return;
        }
        break;
      case "MemberExpression":
        if (parent.object === node && !isIndirect(parent)) return;
        break;
      case "CallExpression":
        // `Object.defineProperty(exports, "load", { get: () => files.load })`
        if (definedBy(parent) === word) {
          this.#exported.add(word);
          return;
        }
        break;
      default:
        if (this.#isDeclared(parent, node, word)) return;
    }
    this.#addUsers(word);
    this.#flow(node, word);
    if (word === "require" || word === "import") {
      // What `require(…)` gives is what the word stands for, not the result of calling it.
      const around = parent.type === "CallExpression" ? this.#above.pop() : undefined;
      this.#flow(around ?? node, importedModule);
      if (around !== undefined) this.#above.push(around);
      this.#addUsers(importedModule);
    }
  }

  /** Whether the word stands where it is declared, not where it is used. */
  #isDeclared(parent: Node, node: Node, word: string): boolean {
    switch (parent.type) {
      case "FunctionDeclaration":
      case "ClassDeclaration":
      case "VariableDeclarator":
        if (parent.id !== node) return false;
        if (this.#isExported()) this.#exported.add(word);
        return true;
      case "FunctionExpression":
      case "ClassExpression":
        return parent.id === node;
      case "MethodDefinition":
      case "PropertyDefinition":
        if (parent.key !== node || parent.computed) return false;
        this.#exported.add(word);
        return true;
      default:
        return false;
    }
  }

  /** The functions around what is looked at, up to the first asynchronous one. */
  #usersHere(): readonly string[] {
    const place = this.#places.at(-1);
    if (place === undefined) return noUsers;
    place.users ??= this.#usersAround();
    return place.users;
  }

  #usersAround(): readonly string[] {
    const users = new Set<string>();
    for (let depth = this.#above.length - 1; depth >= 0; depth -= 1) {
      const node = this.#above[depth];
      if (node === undefined) break;
      if (isFunction(node)) {
        if (node.async) break;
        for (const name of this.#namesOf(node, depth)) users.add(name);
      } else if (node.type === "PropertyDefinition" || node.type === "StaticBlock") {
        // Runs when the class around it is constructed or defined.
        const around = this.#above[depth - 2];
        if (around !== undefined && isClass(around))
          for (const name of this.#namesOf(around, depth - 2)) users.add(name);
      }
    }
    return users.size === 0 ? noUsers : [...users];
  }

  /** Where the value of a word goes, and the result of its call. */
  #flow(start: Node, word: string): void {
    let inner = start;
    let kind: "holders" | "results" = "holders";
    const add = (names: Iterable<string>): void => {
      for (const name of names) this.#add(word, kind, name);
    };
    for (let depth = this.#above.length - 1; depth >= 0; depth -= 1) {
      const node = this.#above[depth];
      if (node === undefined) return;
      if (node.type === "CallExpression" || node.type === "NewExpression") {
        // `load.bind(files)` is the function itself, on its way to what holds it.
        if (node.callee === inner && !isBind(inner)) kind = "results";
      } else if (node.type === "ReturnStatement" || (isFunction(node) && node.body === inner)) {
        const around = this.#above.findLastIndex((one, place) => place <= depth && isFunction(one));
        const host = this.#above[around];
        if (host !== undefined && isFunction(host)) add(this.#namesOf(host, around));
        return;
      } else if (isFunction(node)) {
        return;
      } else if (isClass(node)) {
        if (node.superClass === inner) add(this.#namesOf(node, depth));
        return;
      } else if (node.type === "MemberExpression") {
        if (node.object === inner && inner !== start && !isIndirect(node)) return;
      } else {
        const held = new Set<string>();
        const isLast = this.#isHeld(depth, inner, held);
        if (held.size > 0) add(held);
        if (isLast) return;
      }
      inner = node;
    }
  }

  /** Names what holds the value below the node at a depth; true where it goes no further. */
  #isHeld(depth: number, inner: Node, target: Set<string>): boolean {
    const node = this.#above[depth];
    if (node === undefined) return true;
    switch (node.type) {
      case "VariableDeclarator":
      case "AssignmentPattern": {
        const names = boundNames(node.type === "VariableDeclarator" ? node.id : node.left);
        for (const name of names) target.add(name);
        return true;
      }
      case "AssignmentExpression":
        if (node.left === inner) return true;
        for (const name of boundNames(node.left)) {
          target.add(name);
          if (node.left.type === "MemberExpression") this.#exported.add(name);
        }
        return false;
      case "Property":
      case "PropertyDefinition": {
        const key = this.#keyAt(depth, plainKey(node.key, node.computed));
        if (key === undefined) return false;
        target.add(key);
        this.#exported.add(key);
        return true;
      }
      case "ExportDefaultDeclaration":
      case "TSExportAssignment":
        target.add(wholeModule);
        return true;
      case "ForOfStatement": {
        const { left } = node;
        const pattern = left.type === "VariableDeclaration" ? left.declarations[0].id : left;
        if (node.right === inner) for (const name of boundNames(pattern)) target.add(name);
        return true;
      }
      case "IfStatement":
      case "ExpressionStatement":
      case "BlockStatement":
      case "Program":
        return true;
      default:
        return false;
    }
  }

  /** What a property at a depth is called: of one that describes a member, that member. */
  #keyAt(depth: number, key: string | undefined): string | undefined {
    if (key !== "get" && key !== "value") return key;
    const call = this.#above[depth - 2];
    return (call?.type === "CallExpression" ? definedBy(call) : undefined) ?? key;
  }

  /** Whether the declaration being looked at is exported where it stands. */
  #isExported(): boolean {
    const around = this.#above.findLast(
      (one) => !one.type.startsWith("Variable") && one !== this.#above.at(-1),
    );
    return around?.type === "ExportNamedDeclaration";
  }

  /** The names under which a function or a class at this depth is known. */
  #namesOf(
    node: FunctionNode | TSESTree.ClassDeclaration | TSESTree.ClassExpression,
    depth: number,
  ): string[] {
    const names: string[] = [];
    if (node.id !== null && node.id !== undefined) names.push(node.id.name);
    let inner: Node = node;
    for (let place = depth - 1; place >= 0; place -= 1) {
      const outer = this.#above[place];
      if (outer === undefined || isFunction(outer) || outer.type.endsWith("Block")) break;
      if (outer.type === "MethodDefinition" || outer.type === "Property") {
        const key = this.#keyAt(place, plainKey(outer.key, outer.computed));
        if (key === "constructor") {
          const around = this.#above[place - 2];
          if (around !== undefined && isClass(around))
            names.push(...this.#namesOf(around, place - 2));
        } else names.push(key ?? wholeModule);
        break;
      }
      const held = new Set<string>();
      const isLast = this.#isHeld(place, inner, held);
      names.push(...held);
      if (isLast) break;
      inner = outer;
    }
    return names;
  }
}

function isPlace(node: Node): boolean {
  return isFunction(node) || node.type === "PropertyDefinition" || node.type === "StaticBlock";
}

function isBind(callee: Node): boolean {
  return (
    callee.type === "MemberExpression" && plainKey(callee.property, callee.computed) === "bind"
  );
}

/** The member that a call defines: "load" of `Object.defineProperty(exports, "load", …)`. */
function definedBy(call: TSESTree.CallExpression): string | undefined {
  if (lastName(call.callee) !== "defineProperty") return undefined;
  const name = call.arguments[1];
  return name?.type === "Literal" && typeof name.value === "string" ? name.value : undefined;
}
