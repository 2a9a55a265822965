/**
 * A function of somebody's code as the simulator sees it: its steps with their durations. `workload/` makes it from
 * source code; panel and reports change durations and remedies in it, and turn it into scenario steps.
 */
import type { RuntimeOptions, SourceLine, Step } from "./types.js";

/** What takes a step off the event loop; see `Remedy` of eslint-plugin-unblock/analysis for the first four. */
export type ModelledRemedy =
  "timer" | "async" | "threadpool" | "spawn-blocking" | "block-in-place" | "parallel";

/** A duration in milliseconds, with its range and where it comes from. */
export interface ModelledDuration {
  readonly ms: number;
  readonly lowMs: number;
  readonly highMs: number;
  readonly source: "computed" | "measured" | "typical" | "set";
  /** One phrase: "600,000 iterations", "1 kB file, page cache". */
  readonly basis: string;
}

interface ModelledBase {
  /** Unique within its function and stable while durations change: "2", or "2.0" inside a loop. */
  readonly id: string;
  readonly label: string;
  readonly at: SourceLine;
}

/** A step that holds the thread: waiting (`block`) or computing (`compute`). */
export interface ModelledBlockingStep extends ModelledBase, ModelledDuration {
  readonly kind: "block" | "compute";
  /** What "with the fix applied" does to it. */
  readonly remedy: ModelledRemedy;
}

/** A step that is awaited already: a timer, I/O, an operation on libuv's threads, work on a worker thread. */
export interface ModelledAwaitedStep extends ModelledBase, ModelledDuration {
  readonly kind: "timer" | "io" | "threadpool" | "worker";
}

export interface ModelledLoop extends ModelledBase {
  readonly kind: "loop";
  readonly count: number;
  readonly countSource: ModelledDuration["source"];
  readonly steps: readonly ModelledStep[];
}

export type ModelledStep = ModelledBlockingStep | ModelledAwaitedStep | ModelledLoop;

export interface ModelledFunction {
  /** As `unblock simulate file.ts#name` takes it. */
  readonly name: string;
  readonly file: string;
  /** The line on which the function starts, from 1. */
  readonly line: number;
  readonly steps: readonly ModelledStep[];
}

/** The function as it stands, or with every blocking step replaced by its remedy. */
export type Variant = "as-written" | "fixed";

/** How many items a blocking step is split into when its remedy is the data-parallel pool. */
const parallelItems = 16;

type Flavor = RuntimeOptions["flavor"];

/** The function's steps in the scenario format. Loops become `repeat`; every step keeps its line. */
export function toSteps(
  steps: readonly ModelledStep[],
  variant: Variant,
  flavor: Flavor = "node",
): Step[] {
  return steps.map((step) => toStep(step, variant, flavor));
}

function toStep(step: ModelledStep, variant: Variant, flavor: Flavor): Step {
  const { at } = step;
  switch (step.kind) {
    case "loop":
      return { repeat: step.count, steps: toSteps(step.steps, variant, flavor), at };
    case "timer":
      return { sleep: step.ms, at };
    case "io":
      return { io: step.ms, at };
    case "threadpool":
      return onThreadpool(step.ms, at, flavor);
    case "worker":
      return { spawnBlocking: [{ cpu: step.ms, at }], at };
    case "block":
    case "compute":
      return variant === "fixed" ? remedied(step, flavor) : occupying(step);
  }
}

/** The step on the thread that it runs on. */
function occupying({ kind, ms, at }: ModelledBlockingStep): Step {
  return kind === "block" ? { block: ms, at } : { cpu: ms, at };
}

function remedied(step: ModelledBlockingStep, flavor: Flavor): Step {
  const { ms, at } = step;
  switch (step.remedy) {
    case "timer":
      return { sleep: ms, at };
    case "async":
      return { io: ms, at };
    case "threadpool":
      return onThreadpool(ms, at, flavor);
    case "spawn-blocking":
      return { spawnBlocking: [occupying(step)], at };
    case "block-in-place":
      return { blockInPlace: [occupying(step)], at };
    case "parallel":
      return { parallel: { items: parallelItems, cpu: ms / parallelItems }, at };
  }
}

/** Outside Node.js there is no libuv: Tokio runs the same operations on its blocking pool (tokio 1.24 fs/mod.rs: asyncify). */
function onThreadpool(ms: number, at: SourceLine, flavor: Flavor): Step {
  return flavor === "node" ? { threadpool: ms, at } : { spawnBlocking: [{ block: ms, at }], at };
}

/** The time in milliseconds that one run of these steps holds its thread as written. */
export function blockingMs(steps: readonly ModelledStep[]): number {
  return steps.reduce((total, step) => {
    if (step.kind === "loop") return total + step.count * blockingMs(step.steps);
    return step.kind === "block" || step.kind === "compute" ? total + step.ms : total;
  }, 0);
}
