/** Why tasks waited: who held them up, and where that stands in the trace and in the code. */
export interface Cause {
  readonly kind: string;
  /** One sentence for people. */
  readonly text: string;
  /** The name of the task that blocked, its lane, its stretch of time and its line, where known. */
  readonly blocker: {
    readonly task: string;
    readonly lane: string;
    readonly fromMs: number;
    readonly toMs: number;
    readonly at: { readonly file: string; readonly line: number } | null;
  } | null;
  readonly victims: readonly {
    readonly task: string;
    readonly count: number;
    readonly worstMs: number;
  }[];
  /** What was tried against it, the best first; left out where nothing was. */
  readonly remedies?: readonly TriedRemedy[];
  /** Indices into the trace's segments and waits that bear this out. */
  readonly events: { readonly segments: readonly number[]; readonly waits: readonly number[] };
}

/** One thing that might have helped, simulated. Times are the victims' 99th percentile, in milliseconds. */
export interface TriedRemedy {
  readonly name: string;
  readonly text: string;
  readonly beforeMs: number;
  readonly afterMs: number;
  readonly helps: boolean;
}
