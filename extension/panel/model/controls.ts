/** What the user can set in the panel, and how it becomes a load and a changed function. */
import {
  bystanders,
  defaultLoadOptions,
  findBystander,
  type BystanderName,
  type LoadOptions,
  type ModelledFunction,
  type ModelledRemedy,
  type ModelledStep,
  type RuntimeOptions,
} from "unblock-simulator";

export type RuntimeChoice = "node" | "cluster" | "multi-thread" | "current-thread";

export const runtimeChoices: readonly RuntimeChoice[] = [
  "node",
  "cluster",
  "multi-thread",
  "current-thread",
];

/** How the function is called: as a stream of so many a second, or so many times at once. */
export type CallsChoice = "stream" | "at-once";

export const callsChoices: readonly CallsChoice[] = ["stream", "at-once"];

/** Who waits: one of the simulator's bystanders, or one whose figures the user sets. */
export type BystanderChoice = BystanderName | "custom";

export const bystanderChoices: readonly BystanderChoice[] = [
  ...bystanders.map(({ name }) => name),
  "custom",
];

/** A whole or broken number that the user sets, with the range in which it makes sense. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

export const numberControls = {
  /** Processes of a Node.js cluster. */
  processes: { least: 2, most: 32, whole: true },
  /** Workers of the multi-thread runtime. */
  workers: { least: 1, most: 64, whole: true },
  /** libuv's threads, of each process. */
  threadpoolSize: { least: 1, most: 128, whole: true },
  /** Worker threads that `spawnBlocking` uses, of each process. */
  workerThreads: { least: 1, most: 64, whole: true },
  /** Tokio's blocking pool. */
  maxBlockingThreads: { least: 1, most: 512, whole: true },
  cores: { least: 1, most: 128, whole: true },
  callsPerSecond: { least: 0.1, most: 1000, whole: false },
  callsAtOnce: { least: 1, most: 1000, whole: true },
  bystandersPerSecond: { least: 1, most: 2000, whole: false },
  /** What the user's own bystander computes, and then awaits; milliseconds. */
  bystanderCpuMs: { least: 0, most: 1000, whole: false },
  bystanderIoMs: { least: 0, most: 10_000, whole: false },
} as const satisfies Readonly<Record<string, NumberRange>>;

export type NumberControl = keyof typeof numberControls;

export interface Controls extends Readonly<Record<NumberControl, number>> {
  readonly runtime: RuntimeChoice;
  readonly calls: CallsChoice;
  readonly bystander: BystanderChoice;
  /** Whether durations measured on this machine stand in place of typical ones, where there are any. */
  readonly measured: boolean;
  /** The function to which the changes below belong; another function starts without them. */
  readonly changesOf: string;
  /** Durations in milliseconds that the user set, by step. */
  readonly durations: Readonly<Record<string, number>>;
  /** Rounds of loops that the user set, by step. */
  readonly counts: Readonly<Record<string, number>>;
  readonly remedies: Readonly<Record<string, ModelledRemedy>>;
}

export const defaultControls: Controls = {
  runtime: "node",
  calls: "stream",
  bystander: "request",
  measured: true,
  processes: 4,
  workers: 4,
  threadpoolSize: 4,
  workerThreads: 4,
  maxBlockingThreads: 512,
  cores: 8,
  callsPerSecond: defaultLoadOptions.callsPerSecond,
  callsAtOnce: 20,
  bystandersPerSecond: defaultLoadOptions.bystandersPerSecond,
  bystanderCpuMs: 0.4,
  bystanderIoMs: 1.6,
  changesOf: "",
  durations: {},
  counts: {},
  remedies: {},
};

export const remedies: readonly ModelledRemedy[] = [
  "timer",
  "async",
  "threadpool",
  "spawn-blocking",
  "block-in-place",
  "parallel",
];

/** Longest duration of a step that can be set, in milliseconds. */
export const longestStepMs = 60_000;
const mostRounds = 10_000;

/** The number, brought into its range; what is no number becomes the default. */
export function readNumber(control: NumberControl, value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) return defaultControls[control];
  const { least, most, whole } = numberControls[control];
  const clamped = Math.min(Math.max(value, least), most);
  return whole ? Math.round(clamped) : clamped;
}

/** Controls that were saved, whatever has become of them since: unknown keys are dropped, wrong values fall back. */
export function readControls(saved: Readonly<Record<string, unknown>>): Controls {
  const numbers = Object.fromEntries(
    Object.keys(numberControls).map((key) => [key, readNumber(key as NumberControl, saved[key])]),
  ) as Record<NumberControl, number>;
  const { runtime, calls, bystander, measured, changesOf } = saved;
  return {
    ...numbers,
    runtime: runtimeChoices.find((choice) => choice === runtime) ?? defaultControls.runtime,
    calls: callsChoices.find((choice) => choice === calls) ?? defaultControls.calls,
    bystander: bystanderChoices.find((choice) => choice === bystander) ?? defaultControls.bystander,
    measured: typeof measured === "boolean" ? measured : defaultControls.measured,
    changesOf: typeof changesOf === "string" ? changesOf : "",
    durations: readMap(saved["durations"], (value) => readWithin(value, 0, longestStepMs)),
    counts: readMap(saved["counts"], (value) => readWithin(value, 0, mostRounds)),
    remedies: readMap(saved["remedies"], (value) => remedies.find((remedy) => remedy === value)),
  };
}

function readWithin(value: unknown, least: number, most: number): number | undefined {
  return typeof value === "number" && value >= least && value <= most ? value : undefined;
}

function readMap<T>(
  value: unknown,
  read: (value: unknown) => T | undefined,
): Readonly<Record<string, T>> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
      const known = read(item);
      return known === undefined ? [] : [[key, known]];
    }),
  );
}

export function functionKey(model: ModelledFunction): string {
  return `${model.file}#${model.name}`;
}

/** The controls for a function: changes that were made to another one are dropped. */
export function controlsFor(controls: Controls, model: ModelledFunction): Controls {
  const changesOf = functionKey(model);
  if (controls.changesOf === changesOf) return controls;
  return { ...controls, changesOf, durations: {}, counts: {}, remedies: {} };
}

export function hasChanges(controls: Controls): boolean {
  return [controls.durations, controls.counts, controls.remedies].some(
    (changes) => Object.keys(changes).length > 0,
  );
}

/** The remedies that mean something on that runtime. */
export function remediesOf(runtime: RuntimeChoice): readonly ModelledRemedy[] {
  return remedies.filter((remedy) => remedy !== "block-in-place" || runtime === "multi-thread");
}

export function runtimeOptions(controls: Controls): RuntimeOptions {
  const { cores, maxBlockingThreads, threadpoolSize, workerThreads } = controls;
  switch (controls.runtime) {
    case "node":
      return { flavor: "node", processes: 1, threadpoolSize, workerThreads, cores };
    case "cluster":
      return {
        flavor: "node",
        processes: controls.processes,
        threadpoolSize,
        workerThreads,
        cores,
      };
    case "multi-thread":
      return { flavor: "multi-thread", workerThreads: controls.workers, maxBlockingThreads, cores };
    case "current-thread":
      return { flavor: "current-thread", maxBlockingThreads, cores };
  }
}

/** Calls that come at once are over soon; a run of 30 s would drown their harm in quiet time. */
const atOnceMs = 5000;

export function loadOptions(controls: Controls): Partial<LoadOptions> {
  const { callsPerSecond, callsAtOnce, bystandersPerSecond, bystanderCpuMs, bystanderIoMs } =
    controls;
  const known = findBystander(controls.bystander);
  // Half of its computing before the I/O and half after it, as in the default bystander.
  const half = bystanderCpuMs / 2;
  return {
    runtime: runtimeOptions(controls),
    callsPerSecond,
    ...(controls.calls === "at-once" && { callsAtOnce, durationMs: atOnceMs }),
    bystandersPerSecond,
    bystander: known?.steps ?? [{ cpu: half }, { io: bystanderIoMs }, { cpu: half }],
    bystanderArrival: known?.arrival ?? "random",
  };
}

/** The change that makes that bystander the one who waits, at its own rate. */
export function chooseBystander(bystander: BystanderChoice): Partial<Controls> {
  const known = findBystander(bystander);
  return known === undefined ? { bystander } : { bystander, bystandersPerSecond: known.perSecond };
}

/** The function with the durations, rounds and remedies that the user set. */
export function changedModel(model: ModelledFunction, controls: Controls): ModelledFunction {
  return { ...model, steps: model.steps.map((step) => changedStep(step, controls)) };
}

function changedStep(step: ModelledStep, controls: Controls): ModelledStep {
  if (step.kind === "loop") {
    const count = controls.counts[step.id];
    const steps = step.steps.map((inner) => changedStep(inner, controls));
    return count === undefined ? { ...step, steps } : { ...step, steps, count, countSource: "set" };
  }
  const ms = controls.durations[step.id];
  const timed = ms === undefined ? step : { ...step, ms, source: "set" as const };
  if (timed.kind !== "block" && timed.kind !== "compute") return timed;
  const remedy = controls.remedies[step.id] ?? timed.remedy;
  // In place exists only where other workers can take over; elsewhere Tokio panics, so the pool stands in for it.
  const possible = remediesOf(controls.runtime).includes(remedy) ? remedy : "spawn-blocking";
  return { ...timed, remedy: possible };
}
