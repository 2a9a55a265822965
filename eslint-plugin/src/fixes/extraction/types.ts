/** What the extraction into a worker's module gets and gives. */
import type {
  ClosureProblem,
  SourceFile,
  SpawnCall,
  ValueProblem,
} from "../../analysis/linting.js";
import type { CallNode, FunctionNode } from "../../analysis/syntax/ast.js";
import type { Detached, SourceCode } from "../types.js";
import type { ExtractionOptions } from "./extraction.js";

/** The file that code is extracted from. */
export interface Origin extends ExtractionOptions {
  readonly sourceCode: SourceCode;
  /** Absolute; its ending tells TypeScript from JavaScript. */
  readonly filename: string;
  readonly file: SourceFile;
  /** What the analysis knows of functions and values that are to go to another thread. */
  readonly judge: Judge;
}

export interface Judge {
  closureProblems(fn: FunctionNode): readonly ClosureProblem[];
  valueProblems(call: SpawnCall): readonly ValueProblem[];
}

/** A call that blocks, and where it stands. */
export interface ExtractedCall {
  readonly call: CallNode;
  readonly detached?: Detached;
  /** What is called, where the call itself blocks: "node:crypto", "pbkdf2Sync". */
  readonly api?: { readonly module: string; readonly path: string };
}
