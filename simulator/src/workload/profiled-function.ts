/** A function's durations as a CPU profile saw them, in place of estimates. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { ModelledFunction, ModelledStep } from "../scenario/modelled-function.js";
import {
  isCollectingGarbage,
  type CpuProfile,
  type CpuProfileNode,
  type Frame,
} from "./cpu-profile.js";

/** What takes fewer intervals between samples is hit or missed by chance, and would come out too long where hit. */
const fewestIntervals = 3;

/** The label of a loop that blocks; any other label ends in the name of the API's function. */
const loops = /loop$/u;

export interface ProfiledFunction {
  readonly model: ModelledFunction;
  /** How often the profile saw the function run; 0: its durations are as they were. */
  readonly visits: number;
}

/**
 * The model with the durations of `file` (an absolute path) that the profile shows. A profile has no calls, but
 * samples: each unbroken run of samples with the function on the stack counts as one visit. In a visit, the time below
 * the function of an API's name belongs to the steps that call it, and what is left belongs to the function's loops.
 * The median over the visits becomes the duration, their 10th and 90th percentile its range. Steps that the samples
 * did not see or are too coarse for, and those whose duration the user has set, stay as they were.
 */
export function withCpuProfile(
  model: ModelledFunction,
  file: string,
  profile: CpuProfile,
): ProfiledFunction {
  const visits = visitsOf(profile, functionMatcher(model, file, profile));
  if (visits.length === 0) return { model, visits: 0 };
  const measured = new Map<string, Measured>();
  const known = shares(model.steps, 1);
  const names = new Set(known.map(({ name }) => name));
  const totals = visits.map((visit) => timeByName(visit, names));
  for (const { id, name, share, times } of known) {
    const seen = totals.map((total) => total.get(name) ?? 0).filter((ms) => ms > 0);
    const { ms, ...range } = summary(seen, profile.intervalMs);
    if (seen.length === 0 || ms < fewestIntervals * profile.intervalMs) continue;
    const part = (whole: number) => (whole * share) / times;
    measured.set(id, {
      ms: part(ms),
      lowMs: part(range.lowMs),
      highMs: part(range.highMs),
      basis: range.basis,
    });
  }
  const steps = model.steps.map((step) => withMeasured(step, measured));
  return { model: { ...model, steps }, visits: visits.length };
}

interface Measured {
  readonly ms: number;
  readonly lowMs: number;
  readonly highMs: number;
  readonly basis: string;
}

function summary(samples: readonly number[], intervalMs: number): Measured {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
  const count = sorted.length === 1 ? "one call" : `${sorted.length} calls`;
  return {
    ms: at(0.5),
    lowMs: at(0.1),
    highMs: at(0.9),
    basis: `${count} in a CPU profile, a sample each ${Number(intervalMs.toPrecision(2))} ms`,
  };
}

function withMeasured(step: ModelledStep, measured: ReadonlyMap<string, Measured>): ModelledStep {
  if (step.kind === "loop") {
    return { ...step, steps: step.steps.map((each) => withMeasured(each, measured)) };
  }
  const found = measured.get(step.id);
  return found === undefined ? step : { ...step, ...found, source: "measured" };
}

/** The name under which what is left of a visit is kept. */
const rest = "";

interface Share {
  readonly id: string;
  readonly name: string;
  /** Of the time under that name, the part of this step: several steps that call one API divide it as estimated. */
  readonly share: number;
  /** How often a visit runs the step. */
  readonly times: number;
}

function shares(steps: readonly ModelledStep[], times: number): Share[] {
  const blocking = blockingSteps(steps, times);
  const estimated = new Map<string, number>();
  for (const { name, ms, times: each } of blocking) {
    estimated.set(name, (estimated.get(name) ?? 0) + ms * each);
  }
  return blocking.map(({ id, ms, name, times: each }) => {
    const total = estimated.get(name) ?? 0;
    return { id, name, times: each, share: total > 0 ? (ms * each) / total : 0 };
  });
}

function blockingSteps(
  steps: readonly ModelledStep[],
  times: number,
): { id: string; name: string; ms: number; times: number }[] {
  return steps.flatMap((step) => {
    if (step.kind === "loop") return blockingSteps(step.steps, times * step.count);
    const blocks = step.kind === "block" || step.kind === "compute";
    if (!blocks || step.source === "set") return [];
    const name = loops.test(step.label) ? rest : step.label.slice(step.label.lastIndexOf(".") + 1);
    return [{ id: step.id, name, ms: step.ms, times }];
  });
}

type Matcher = (frame: Frame) => boolean;

/**
 * The frames that are the function. Where the profile has the file itself, they are told by their line or name; where
 * it has only what was compiled from it (`users.js` of `users.ts`), by the file's and the function's name.
 */
function functionMatcher(model: ModelledFunction, file: string, profile: CpuProfile): Matcher {
  const name = model.name.slice(model.name.lastIndexOf(".") + 1);
  const isFile = (frame: Frame) => pathOf(frame.url) === file;
  if (profile.nodes.some(({ frame }) => isFile(frame))) {
    return (frame) =>
      isFile(frame) && (frame.line === model.line || hasName(frame.functionName, name));
  }
  const stem = stemOf(file);
  return (frame) => hasName(frame.functionName, name) && stemOf(pathOf(frame.url)) === stem;
}

/** V8 names some methods by their class too. */
function hasName(functionName: string, name: string): boolean {
  return functionName === name || functionName.endsWith(`.${name}`);
}

function pathOf(url: string): string {
  if (!url.startsWith("file:")) return url;
  try {
    return fileURLToPath(url);
  } catch {
    // A URL of another platform, or of none.
    return url;
  }
}

function stemOf(file: string): string {
  return path.basename(file).replace(/\.[cm]?[jt]sx?$/u, "");
}

/**
 * What the visited function had called when the node ran, innermost first; undefined where it was not on the stack.
 * Of a function that calls itself, the outermost call counts.
 */
function calledWithin(node: CpuProfileNode, isFunction: Matcher): readonly Frame[] | undefined {
  const frames: Frame[] = [];
  for (let each: CpuProfileNode | null = node; each !== null; each = each.parent) {
    frames.push(each.frame);
  }
  const depth = frames.findLastIndex(isFunction);
  return depth < 0 ? undefined : frames.slice(0, depth);
}

interface Slice {
  /** What the visited function had called, innermost first. */
  readonly below: readonly Frame[];
  readonly ms: number;
}

/** Unbroken runs of samples with the function on the stack. Collecting garbage interrupts one without ending it. */
function visitsOf({ nodes, samples }: CpuProfile, isFunction: Matcher): Slice[][] {
  const within = new Map(nodes.map((node) => [node, calledWithin(node, isFunction)]));
  const visits: Slice[][] = [];
  let visit: Slice[] | undefined;
  for (const { node, ms } of samples) {
    if (isCollectingGarbage(node)) continue;
    const below = within.get(node);
    if (below === undefined) {
      visit = undefined;
      continue;
    }
    if (visit === undefined) {
      visit = [];
      visits.push(visit);
    }
    visit.push({ below, ms });
  }
  return visits;
}

/** A visit's milliseconds by the API that was running, and what is left under `rest`. */
function timeByName(
  visit: readonly Slice[],
  names: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { below, ms } of visit) {
    // The outermost one is what the function called.
    const api = below.findLast(
      ({ functionName }) => names.has(functionName) && functionName !== "",
    );
    const name = api?.functionName ?? rest;
    times.set(name, (times.get(name) ?? 0) + ms);
  }
  return times;
}
