/** What one suggestion changes, gathered while the need for an `await` is followed from the call outwards. */
import type { FunctionNode, Node } from "../analysis/syntax/ast.js";
import { parentOf } from "./ancestors.js";
import { awaitNeedsParentheses, guard } from "./async/parentheses.js";
import { isTypeScript } from "./typescript.js";
import type { BlockingCall, Detached, Edit, SourceCode } from "./types.js";

/** Text in front of a node and behind it. */
interface Wrapping {
  readonly node: Node;
  readonly open: string;
  readonly close: string;
}

/** Where the plan applies. */
type Place = Pick<BlockingCall, "sourceCode" | "filename" | "detached">;

export class Plan {
  readonly sourceCode: SourceCode;
  /** The code is TypeScript. */
  readonly isTyped: boolean;
  /** A callback that may become async, since nobody uses what it gives. */
  readonly detached: Detached | undefined;
  /** Functions that become async with this plan. */
  readonly asyncFunctions: Set<FunctionNode>;
  /** Expressions that are awaited with this plan. */
  readonly awaited: Set<Node>;
  /** What changes beside the call itself, as sentences. */
  readonly notes: Set<string>;
  readonly #edits: Edit[] = [];
  readonly #wrappings: Wrapping[] = [];

  constructor({ sourceCode, filename, detached }: Place, edits: readonly Edit[]) {
    this.sourceCode = sourceCode;
    this.isTyped = isTypeScript(filename);
    this.detached = detached;
    this.asyncFunctions = new Set();
    this.awaited = new Set();
    this.notes = new Set();
    this.change(edits);
  }

  change(edits: readonly Edit[]): void {
    this.#edits.push(...edits);
  }

  /** Awaits an expression once, and reads a member of what comes. */
  await(node: Node, member?: string): void {
    if (this.awaited.has(node)) return;
    this.awaited.add(node);
    if (member !== undefined) {
      this.wrap(node, `${guard(this.sourceCode, node)}(await `, `).${member}`);
    } else if (parentOf(node)?.type !== "AwaitExpression") {
      this.awaitWith(node, "await ", "");
    }
  }

  /** Puts text that starts with `await` around a node, in parentheses where they are needed. */
  awaitWith(node: Node, open: string, close: string): void {
    if (awaitNeedsParentheses(this.sourceCode, node)) {
      this.wrap(node, `${guard(this.sourceCode, node)}(${open}`, `${close})`);
    } else {
      this.wrap(node, open, close);
    }
  }

  wrap(node: Node, open: string, close: string): void {
    this.#wrappings.push({ node, open, close });
  }

  /**
   * All edits by position. At one position what is around more stands outside of what is around less, and what a form
   * adds at the end of its call inside both.
   */
  edits(): readonly Edit[] {
    const outward = this.#wrappings.toSorted((a, b) => size(a.node) - size(b.node));
    return inOrder([
      ...outward.toReversed().map(({ node, open }) => insertion(node.range[0], open)),
      ...this.#edits,
      ...outward.map(({ node, close }) => insertion(node.range[1], close)),
    ]);
  }

  /** Applies what is planned within a range, and gives the text that comes of it. Those edits are then done. */
  take(start: number, end: number): string {
    const all = this.edits();
    const isWithin = ({ range }: Edit): boolean => start <= range[0] && range[1] <= end;
    const kept = all.filter((edit) => !isWithin(edit));
    this.#wrappings.length = 0;
    this.#edits.length = 0;
    this.#edits.push(...kept);
    return applied(this.sourceCode.text, all.filter(isWithin), start, end);
  }
}

function size({ range }: Node): number {
  return range[1] - range[0];
}

function insertion(position: number, text: string): Edit {
  return { range: [position, position], text };
}

function applied(text: string, edits: readonly Edit[], start: number, end: number): string {
  let result = "";
  let position = start;
  for (const edit of edits) {
    result += text.slice(position, edit.range[0]) + edit.text;
    [, position] = edit.range;
  }
  return result + text.slice(position, end);
}

/** By position; at one position insertions come first, in the order in which they are given. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

/** True where two edits want the same text: ESLint would refuse them. */
export function overlap(edits: readonly Edit[]): boolean {
  return inOrder(edits).some((edit, index, all) => {
    const next = all[index + 1];
    return next !== undefined && next.range[0] < edit.range[1];
  });
}
