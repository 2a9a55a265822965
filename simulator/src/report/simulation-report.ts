/** What all formats print: one run, or several side by side. */
import type { Trace } from "../engine/trace.js";
import { defaultCores } from "../runtime/tokio/run-tokio.js";
import type { RuntimeOptions, Scenario } from "../scenario/types.js";
import type { Result } from "./result.js";
import { formatMs, plural } from "./units.js";

export interface ReportedRun {
  /** Tells the run from the others: "as written", "workerThreads = 4". Empty for a run that is alone. */
  readonly label: string;
  readonly scenario: Scenario;
  readonly result: Result;
  /** Null: recorded none, so that no lanes can be drawn. */
  readonly trace: Trace | null;
}

export interface SimulationReport {
  readonly title: string;
  /** Sentences under the title: the load, the seeds, what was left out. */
  readonly notes: readonly string[];
  readonly runs: readonly ReportedRun[];
}

/** "Tokio 1.24, multi-thread, 4 workers, 8 cores". */
export function describeRuntime(runtime: RuntimeOptions): string {
  switch (runtime.flavor) {
    case "multi-thread":
      return joined([
        `Tokio ${runtime.tokio ?? "1.24"}, multi-thread`,
        plural(runtime.workerThreads ?? runtime.cores ?? defaultCores, "worker"),
        runtime.eagerDriverHandoff === true && "eager driver hand-off",
        runtime.lifoSlot === false && "no LIFO slot",
        runtime.maxBlockingThreads !== undefined &&
          `at most ${plural(runtime.maxBlockingThreads, "blocking thread")}`,
        cores(runtime),
      ]);
    case "current-thread":
      return joined([
        `Tokio ${runtime.tokio ?? "1.24"}, current-thread`,
        runtime.localSet === true && "in a LocalSet",
        runtime.maxBlockingThreads !== undefined &&
          `at most ${plural(runtime.maxBlockingThreads, "blocking thread")}`,
        cores(runtime),
      ]);
    case "node":
      return joined([
        "Node.js",
        plural(runtime.processes ?? 1, "process"),
        `${plural(runtime.threadpoolSize ?? 4, "libuv thread")}`,
        runtime.workerThreads !== undefined && plural(runtime.workerThreads, "worker thread"),
        cores(runtime),
      ]);
  }
}

function cores(runtime: RuntimeOptions): string | false {
  return runtime.cores !== undefined && plural(runtime.cores, "core");
}

function joined(parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join(", ");
}

/** "Last completion after 25 s". */
export function describeEnd({ makespanMs, tasks }: Result): string {
  const time = formatMs(makespanMs);
  const any = Object.values(tasks).some(({ completed }) => completed > 0);
  return any ? `Last completion after ${time}` : `Nothing had completed after ${time}`;
}

/** Sentences about a run that must not be overlooked: it was cut off, or its load cannot be served. */
export function warnings(result: Result): string[] {
  const texts: string[] = [];
  if (result.stopped) {
    texts.push("Stopped at a limit before the work was done: the figures are those up to there.");
  }
  if (result.exit !== undefined) {
    const { task, atMs } = result.exit;
    texts.push(
      `The process ended with code 1 after ${formatMs(atMs)}: "${task}" threw, and nobody caught it. What had not completed never did.`,
    );
  }
  for (const name of result.growing) {
    texts.push(
      `"${name}" is growing: it arrives faster than it completes, so its latency has no meaning.`,
    );
  }
  return texts;
}
