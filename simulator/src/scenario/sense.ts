/** What a scenario of the right form can still get wrong: names that do not exist, steps that its runtime lacks. */
import type { DocumentError } from "./format/check.js";
import { suggestion } from "./format/spelling.js";
import type { ParallelStep, RuntimeOptions, Scenario, Step, TaskOptions } from "./types.js";

type Report = (path: string, message: string) => void;

/** Steps of a closure that runs on a thread of its own: it cannot await. */
const closureSteps = ["cpu", "block", "repeat", "panic"];

/** The most threads that the processes of Node.js may have in all: what a Linux machine of 8 GB lets a user start. */
const mostNodeThreads = 65_536;

/** Contradictions in a scenario whose form is right; empty when it can be run. */
export function senseErrors(scenario: Scenario): DocumentError[] {
  const errors: DocumentError[] = [];
  const report: Report = (path, message) => void errors.push({ path, message });
  checkRuntime(scenario.runtime, report);
  checkTasks(scenario, report);
  return errors;
}

function checkRuntime(runtime: RuntimeOptions, report: Report): void {
  if (
    runtime.flavor === "multi-thread" &&
    runtime.eagerDriverHandoff === true &&
    runtime.tokio !== "1.53"
  ) {
    report("runtime.eagerDriverHandoff", 'needs "tokio": "1.53"; Tokio 1.24 has no such option');
  }
  if (runtime.flavor === "current-thread" && runtime.localSet === true) {
    for (const field of ["globalQueueInterval", "eventInterval"] as const) {
      if (runtime[field] === undefined) continue;
      report(`runtime.${field}`, "a LocalSet has intervals of its own, which are fixed");
    }
  }
  if (runtime.flavor === "node") {
    const { processes = 1, threadpoolSize = 0, workerThreads = 0 } = runtime;
    if (runtime.threadKeepAliveMs !== undefined && runtime.coldWorkers !== true) {
      report("runtime.threadKeepAliveMs", 'needs "coldWorkers": true; other threads never end');
    }
    if (runtime.unhandledRejections === "throw" && processes > 1) {
      report("runtime.unhandledRejections", "only of one process; a cluster would start another");
    }
    const threads = processes * (1 + threadpoolSize + workerThreads);
    if (threads > mostNodeThreads) {
      report(
        "runtime.processes",
        `with their threads they would be ${threads} threads; at most ${mostNodeThreads} can be simulated`,
      );
    }
  }
}

function checkTasks(scenario: Scenario, report: Report): void {
  const names = scenario.tasks.map((task) => task.name);
  scenario.tasks.forEach((task, index) => {
    const path = `tasks[${index}]`;
    if (names.indexOf(task.name) !== index) {
      report(`${path}.name`, `"${task.name}" is the name of an earlier task`);
    }
    checkArrival(task, path, scenario, report);
    checkSteps(task.steps, `${path}.steps`, { flavor: scenario.runtime.flavor, names }, report);
  });
  if (scenario.tasks.every((task) => task.spawnedOnly === true)) {
    report("tasks", "all are spawnedOnly, so none would ever start");
  }
}

function checkArrival(task: TaskOptions, path: string, scenario: Scenario, report: Report): void {
  if (task.spawnedOnly === true) {
    for (const field of ["arrival", "count"] as const) {
      if (task[field] !== undefined) {
        report(`${path}.${field}`, "a spawnedOnly task starts only through a spawn step");
      }
    }
    return;
  }
  const endless = task.arrival !== undefined && !("atMs" in task.arrival);
  if (endless && task.count === undefined && scenario.stopAfterMs === undefined) {
    report(`${path}.arrival`, "never ends: give the task a count, or the scenario a stopAfterMs");
  }
}

interface Surroundings {
  readonly flavor: RuntimeOptions["flavor"];
  readonly names: readonly string[];
  /** The step that runs these on a thread of its own. */
  readonly closureOf?: "spawnBlocking" | "blockInPlace";
}

function checkSteps(
  steps: readonly Step[],
  path: string,
  around: Surroundings,
  report: Report,
): void {
  steps.forEach((step, index) => {
    checkStep(step, `${path}[${index}]`, around, report);
  });
}

function checkStep(step: Step, path: string, around: Surroundings, report: Report): void {
  if (around.closureOf !== undefined && !closureSteps.some((name) => name in step)) {
    const name = Object.keys(step).find((key) => key !== "at") ?? "";
    report(
      `${path}.${name}`,
      `a closure of ${around.closureOf} runs on its own thread and cannot await; it may hold only ` +
        closureSteps.map((each) => `"${each}"`).join(", "),
    );
    return;
  }
  if ("spawn" in step && !around.names.includes(step.spawn)) {
    report(
      `${path}.spawn`,
      `no task is named "${step.spawn}"${suggestion(step.spawn, around.names)}`,
    );
  }
  if ("blockInPlace" in step && around.flavor !== "multi-thread") {
    report(
      `${path}.blockInPlace`,
      around.flavor === "node"
        ? "Node.js has no block_in_place"
        : "can call blocking only when running on the multi-threaded runtime",
    );
  }
  if ("abort" in step && around.flavor === "node") {
    report(`${path}.abort`, "Node.js has no abort of a task; only the Tokio runtimes do");
  }
  for (const name of ["microtask", "nextTick", "immediate"] as const) {
    if (name in step && around.flavor !== "node") {
      report(`${path}.${name}`, 'only the "node" runtime has it');
    }
  }
  if ("parallel" in step) checkPanic(step.parallel, `${path}.parallel.panicAt`, around, report);
  if ("threadpool" in step && around.flavor !== "node") {
    report(
      `${path}.threadpool`,
      'only the "node" runtime has libuv\'s thread pool; use spawnBlocking',
    );
  }
  if ("steps" in step) checkSteps(step.steps, `${path}.steps`, around, report);
  for (const name of ["spawnBlocking", "blockInPlace"] as const) {
    const closure = (step as Partial<Record<typeof name, readonly Step[]>>)[name];
    if (closure !== undefined) {
      checkSteps(closure, `${path}.${name}`, { ...around, closureOf: name }, report);
    }
  }
  checkRange(step, path, report);
}

function checkPanic(
  { items, panicAt }: ParallelStep["parallel"],
  path: string,
  { flavor }: Surroundings,
  report: Report,
): void {
  if (panicAt === undefined) return;
  if (flavor === "node") report(path, "Node.js has no rayon; only the Tokio runtimes do");
  if (panicAt >= items) {
    report(path, `there is no such item: they are counted from 0 to ${items - 1}`);
  }
}

function checkRange(step: Step, path: string, report: Report): void {
  const durations = "parallel" in step ? { "parallel.cpu": step.parallel.cpu } : step;
  for (const [name, value] of Object.entries(durations)) {
    if (isUniform(value) && value.min > value.max) {
      report(`${path}.${name}.min`, `must be at most max (${value.max}), got ${value.min}`);
    }
  }
}

function isUniform(value: unknown): value is { readonly min: number; readonly max: number } {
  return typeof value === "object" && value !== null && "dist" in value && value.dist === "uniform";
}
