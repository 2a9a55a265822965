/** What would have helped: each remedy is tried by simulating the scenario with it, and ranked by what it saves. */
import { percentile } from "../engine/percentile.js";
import type { RunOptions, RunOutcome } from "../runtime/outcome.js";
import { run } from "../runtime/run.js";
import type { Duration, RuntimeOptions, Scenario, Step, TaskOptions } from "../scenario/types.js";
import type { Cause, TriedRemedy } from "./cause.js";

/** A remedy must shorten the victims' 99th percentile by this share to count as help. */
const helpfulShare = 0.2;

/** Computing and blocking shorter than this is nobody's problem. Milliseconds. */
const shortestStepMs = 1;

/** Pieces that a computing step is cut into for the data-parallel pool. */
const parallelItems = 16;

interface Candidate {
  readonly name: string;
  readonly text: string;
  readonly scenario: Scenario;
}

/**
 * Tries the remedies for a cause; those that help most come first, those that do not last. Empty where the cause
 * names no task to mend.
 */
export function tryRemedies(
  scenario: Scenario,
  outcome: RunOutcome,
  cause: Cause,
  options: RunOptions = {},
): TriedRemedy[] {
  return [...remedyTrials(scenario, cause, outcome, options)]
    .filter((tried) => tried !== undefined)
    .sort((a, b) => a.afterMs - b.afterMs);
}

/**
 * The same, one run after the other and unsorted, so that the caller may stop or do something else in between.
 * Undefined after a run that says nothing.
 * @param outcome of the scenario as it is; run anew where it is left out
 */
export function* remedyTrials(
  scenario: Scenario,
  cause: Pick<Cause, "blocker" | "victims">,
  outcome: RunOutcome = run(scenario, { trace: false }),
  options: RunOptions = {},
): Generator<TriedRemedy | undefined, void, void> {
  if (cause.blocker === null || cause.victims.length === 0) return;
  const { blocker } = cause;
  // Where others wait too, the blocking task's own latency is beside the point: part of it is its work.
  const others = cause.victims.filter((victim) => victim.task !== blocker.task);
  const victims = (others.length > 0 ? others : cause.victims).map((victim) => victim.task);
  const byTimers = new Set(
    outcome.tasks.flatMap((task) => (task.latenessNs.length > 0 ? [task.name] : [])),
  );
  const beforeMs = harmMs(outcome, victims, byTimers);
  if (beforeMs === null) return;
  for (const { name, text, scenario: mended } of candidates(scenario, blocker.task)) {
    const afterMs = harmMs(run(mended, { ...options, trace: false }), victims, byTimers);
    const helps = afterMs !== null && afterMs < beforeMs * (1 - helpfulShare);
    yield afterMs === null ? undefined : { name, text, beforeMs, afterMs, helps };
  }
}

/** The worst 99th percentile among the victims: of the lateness of timers for those in `byTimers`, else of latency. */
function harmMs(
  outcome: RunOutcome,
  victims: readonly string[],
  byTimers: ReadonlySet<string>,
): number | null {
  const figures = outcome.tasks
    .filter((task) => victims.includes(task.name))
    .map((task) => (byTimers.has(task.name) ? task.latenessNs : task.latencyNs))
    .filter((samples) => samples.length > 0)
    .map((samples) => percentile(Float64Array.from(samples).sort(), 0.99) / 1e6);
  return figures.length === 0 ? null : Math.max(...figures);
}

function candidates(scenario: Scenario, blocker: string): Candidate[] {
  const { flavor } = scenario.runtime;
  const mended = (name: string, text: string, change: (step: Step) => Step | undefined) => {
    const changed = withSteps(scenario, blocker, change);
    return changed === undefined ? [] : [{ name, text, scenario: changed }];
  };
  return [
    ...mended("awaited-timer", `an awaited timer in "${blocker}", if it only waits`, (step) => {
      const sleep = blockedFor(step);
      return sleep === undefined ? undefined : { ...common(step), sleep };
    }),
    ...mended("async-form", `awaited I/O in "${blocker}" instead of blocking I/O`, (step) => {
      const io = blockedFor(step);
      return io === undefined ? undefined : { ...common(step), io };
    }),
    ...mended("spawn-blocking", offLoop(flavor, blocker), (step) =>
      isHolding(step) ? { ...common(step), spawnBlocking: [step] } : undefined,
    ),
    ...(flavor === "multi-thread"
      ? mended("block-in-place", `block_in_place in "${blocker}"`, (step) =>
          isHolding(step) ? { ...common(step), blockInPlace: [step] } : undefined,
        )
      : []),
    ...mended("parallel", `the data-parallel pool for what "${blocker}" computes`, (step) =>
      "cpu" in step && !("ready" in step) && typeof step.cpu === "number"
        ? { ...common(step), parallel: { items: parallelItems, cpu: step.cpu / parallelItems } }
        : undefined,
    ),
    ...(flavor === "node"
      ? []
      : mended("yield-now", `yield_now in "${blocker}" where it wakes itself`, (step) =>
          "selfWake" in step ? { ...common(step), yield: true } : undefined,
        )),
    ...runtimeCandidates(scenario),
    ...intervalCandidates(scenario, blocker),
    ...poolCandidates(scenario),
  ];
}

function offLoop(flavor: RuntimeOptions["flavor"], blocker: string): string {
  const pool = flavor === "node" ? "spawnBlocking (a worker thread)" : "spawn_blocking";
  return `${pool} for what "${blocker}" does`;
}

function runtimeCandidates(scenario: Scenario): Candidate[] {
  const { runtime } = scenario;
  const other = (name: string, text: string, changed: RuntimeOptions): Candidate => ({
    name,
    text,
    scenario: { ...scenario, runtime: changed },
  });
  if (runtime.flavor === "node") {
    const processes = (runtime.processes ?? 1) * 2;
    const threadpoolSize = (runtime.threadpoolSize ?? 4) * 2;
    return [
      other("more-processes", `${processes} processes`, { ...runtime, processes }),
      other("more-libuv-threads", `UV_THREADPOOL_SIZE=${threadpoolSize}`, {
        ...runtime,
        threadpoolSize,
      }),
    ];
  }
  if (runtime.flavor === "current-thread") {
    const moved = { ...runtime, flavor: "multi-thread", workerThreads: 4 } as const;
    return [other("multi-thread", "the multi-thread runtime with 4 workers", moved)];
  }
  const workerThreads = (runtime.workerThreads ?? runtime.cores ?? 8) * 2;
  const { tokio, eagerDriverHandoff } = runtime;
  return [
    other("more-workers", `${workerThreads} workers`, { ...runtime, workerThreads }),
    ...(tokio === "1.53"
      ? []
      : [other("newer-tokio", "Tokio 1.53", { ...runtime, tokio: "1.53" })]),
    ...(eagerDriverHandoff === true
      ? []
      : [
          other("eager-driver-handoff", "Tokio 1.53 with its eager driver hand-off (unstable)", {
            ...runtime,
            tokio: "1.53",
            eagerDriverHandoff: true,
          }),
        ]),
  ];
}

/** Tokio's intervals, shorter, where a task goes on and on without leaving its worker to others. */
function intervalCandidates(scenario: Scenario, blocker: string): Candidate[] {
  const { runtime } = scenario;
  const steps = scenario.tasks.find(({ name }) => name === blocker)?.steps;
  if (runtime.flavor === "node" || !/"(ready|selfWake)":/.test(JSON.stringify(steps))) return [];
  const eventInterval = Math.ceil((runtime.eventInterval ?? 61) / 8);
  const globalQueueInterval = Math.ceil((runtime.globalQueueInterval ?? 61) / 8);
  return [
    {
      name: "event-interval",
      text: `event_interval(${eventInterval})`,
      scenario: { ...scenario, runtime: { ...runtime, eventInterval } },
    },
    {
      name: "global-queue-interval",
      text: `global_queue_interval(${globalQueueInterval})`,
      scenario: { ...scenario, runtime: { ...runtime, globalQueueInterval } },
    },
  ];
}

/** Twice the threads of the pools that tasks hand work to. */
function poolCandidates(scenario: Scenario): Candidate[] {
  const { runtime } = scenario;
  const hands = (name: string) => JSON.stringify(scenario.tasks).includes(`"${name}":`);
  const candidates: Candidate[] = [];
  const add = (name: string, text: string, changed: RuntimeOptions) =>
    candidates.push({ name, text, scenario: { ...scenario, runtime: changed } });
  if (hands("spawnBlocking")) {
    if (runtime.flavor === "node") {
      const workerThreads = (runtime.workerThreads ?? 4) * 2;
      add("more-worker-threads", `${workerThreads} worker threads`, { ...runtime, workerThreads });
    } else if (runtime.maxBlockingThreads !== undefined) {
      const maxBlockingThreads = runtime.maxBlockingThreads * 2;
      const text = `max_blocking_threads(${maxBlockingThreads})`;
      add("more-blocking-threads", text, { ...runtime, maxBlockingThreads });
    }
  }
  if (hands("parallel")) {
    const parallelThreads = (runtime.parallelThreads ?? runtime.cores ?? 8) * 2;
    const text = `${parallelThreads} threads for data-parallel work`;
    add("more-parallel-threads", text, { ...runtime, parallelThreads });
  }
  return candidates;
}

/** How long a step blocks a thread, its own or one of the pool's; undefined where it does something else too. */
function blockedFor(step: Step): Duration | undefined {
  if ("block" in step) return step.block;
  if (!("spawnBlocking" in step) || step.spawnBlocking.length !== 1) return undefined;
  const [only] = step.spawnBlocking;
  return "block" in only && isHolding(only) ? only.block : undefined;
}

/** A step that holds the thread for long enough to be worth mending. */
function isHolding(step: Step): boolean {
  if ("ready" in step) return false;
  const length = "block" in step ? step.block : "cpu" in step ? step.cpu : 0;
  return typeof length !== "number" || length >= shortestStepMs;
}

function common(step: Step): Pick<Step, "at"> {
  return step.at === undefined ? {} : { at: step.at };
}

/** The scenario with one task's steps changed, loops included; undefined where no step changes. */
function withSteps(
  scenario: Scenario,
  name: string,
  change: (step: Step) => Step | undefined,
): Scenario | undefined {
  let changes = 0;
  const changed = (step: Step): Step => {
    if (isHolding(step) || blockedFor(step) !== undefined || "selfWake" in step) {
      const other = change(step);
      if (other !== undefined) {
        changes++;
        return other;
      }
    }
    return "steps" in step ? { ...step, steps: step.steps.map(changed) } : step;
  };
  const tasks = scenario.tasks.map((task): TaskOptions =>
    task.name === name ? { ...task, steps: task.steps.map(changed) } : task,
  );
  return changes === 0 ? undefined : { ...scenario, tasks };
}
