/** What fixers get and give. All of it is plain data over ESLint's SourceCode; rules turn edits into ESLint's fixes. */
import type { TSESLint } from "@typescript-eslint/utils";
import type { CallNode, LoopNode, Node } from "../analysis/syntax/ast.js";
import type { BlockingApi } from "../catalog/types.js";

export type SourceCode = Readonly<TSESLint.SourceCode>;

/** Replaces the text of a range; an empty range inserts. */
export interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** A call that blocks, with what the analysis found out about it. */
export interface BlockingCall {
  readonly sourceCode: SourceCode;
  /** The file's name, which tells TypeScript from JavaScript. */
  readonly filename: string;
  readonly call: CallNode;
  /** The catalog's module: "node:fs". */
  readonly module: string;
  /** The catalog's path: "readFileSync". */
  readonly path: string;
  readonly api: BlockingApi;
  /**
   * `reference` where the API is handed to the call, which calls it; `indirect` for `.call`, `.apply`, `Reflect.apply`.
   */
  readonly form?: "call" | "indirect" | "reference";
  /** The callback that it stands in, where that runs by itself and nobody uses what it gives. */
  readonly detached?: Detached;
}

/** A callback of an event, a timer, or a request. */
export interface Detached {
  readonly callback: Node;
  readonly context: "handler" | "listener" | "timer";
}

/** A loop that waits by spinning. */
export interface BusyLoop {
  readonly sourceCode: SourceCode;
  readonly filename: string;
  readonly detached?: Detached;
  readonly loop: LoopNode;
  /** Something else than its own code ends it, so that it helps to let others run. */
  readonly waitsForOthers?: boolean;
}

/** One way to mend it. */
export interface Suggestion {
  /** What it does and, where something changes, what: "Await readFile of node:fs/promises." */
  readonly text: string;
  readonly edits: readonly Edit[];
  /** Effects within the function keep their order, so that it may be applied without asking. */
  readonly keepsOrder: boolean;
  /** What is awaited with it: the call itself, and calls of functions that become async. */
  readonly awaited: ReadonlySet<Node>;
}

/** How a call becomes an expression that gives a promise; where it is awaited is settled elsewhere. */
export interface PromiseForm {
  readonly text: string;
  /** Edits within the call, and those that add imports. */
  readonly edits: readonly Edit[];
  /** Read from what is awaited: "stdout". */
  readonly member?: string;
  /** The edits say themselves how it is awaited. */
  readonly isAwaited?: true;
  /** The result is the same, and errors are too; false where the text says what changes. */
  readonly exact: boolean;
}

/** Makes a promise of a blocking call, or nothing where that would not do the same. */
export type Fixer = (blocking: BlockingCall) => readonly PromiseForm[];

export type { CallNode, LoopNode, Node };
