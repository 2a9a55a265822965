/** What stands at a place of the timeline, in words: for the pointer, the screen reader and the table. */
import {
  SegmentState,
  type ModelledFunction,
  type ModelledStep,
  type Trace,
} from "unblock-simulator";
import { baseName, formatMoment, formatMs } from "./format.js";
import { taskName } from "./task-name.js";
import type { Translate } from "./text.js";

/** The label of the step that stands on a line, so that boxes can name it. */
export type StepLabels = ReadonlyMap<string, string>;

function lineKey(file: string, line: number): string {
  return `${file}:${line}`;
}

/** "node:fs.readFileSync" as people call it: "readFileSync". Other labels stay. */
export function shortLabel(label: string): string {
  return label.replace(/^[\w:@/-]+\.(?=[\w$]+$)/u, "");
}

export function stepLabels(model: ModelledFunction): StepLabels {
  const labels = new Map<string, string>();
  const visit = (steps: readonly ModelledStep[]) => {
    for (const step of steps) {
      const key = lineKey(step.at.file, step.at.line);
      if (step.kind === "loop") visit(step.steps);
      else if (!labels.has(key)) labels.set(key, shortLabel(step.label));
    }
  };
  visit(model.steps);
  return labels;
}

export function stateWord(state: number, t: Translate): string {
  switch (state) {
    case SegmentState.running:
      return t("computing");
    case SegmentState.blocked:
      return t("blocked");
    case SegmentState.driver:
      return t("waiting for events");
    default:
      return t("looking for work");
  }
}

export interface SegmentDescription {
  /** The task's name, or the thread's own work. */
  readonly task: string;
  readonly state: string;
  readonly duration: string;
  readonly from: string;
  /** "readFileSync, server.ts:12", or "". */
  readonly place: string;
  readonly location: { readonly file: string; readonly line: number } | undefined;
  readonly stolen: boolean;
}

export function describeSegment(
  trace: Trace,
  segment: number,
  labels: StepLabels,
  t: Translate,
  locale: string,
): SegmentDescription {
  const { segments } = trace;
  const task = segments.task[segment] ?? -1;
  const location = trace.locations[segments.location[segment] ?? -1];
  const startNs = segments.startNs[segment] ?? 0;
  return {
    task: task < 0 ? t("the runtime") : taskName(trace, task, t),
    state: stateWord(segments.state[segment] ?? 0, t),
    duration: formatMs(((segments.endNs[segment] ?? 0) - startNs) / 1e6, locale),
    from: formatMoment(startNs, locale),
    place: location === undefined ? "" : placeName(location, labels),
    location,
    stolen: segments.stolen[segment] === 1,
  };
}

export function labelAt(
  { file, line }: { readonly file: string; readonly line: number },
  labels: StepLabels,
): string | undefined {
  return labels.get(lineKey(file, line));
}

function placeName(location: { file: string; line: number }, labels: StepLabels): string {
  const label = labelAt(location, labels);
  const place = `${baseName(location.file)}:${location.line}`;
  return label === undefined ? place : `${label}, ${place}`;
}

/** One line for the status region. */
export function segmentSentence(description: SegmentDescription, t: Translate): string {
  const { task, state, duration, from, place, stolen } = description;
  return [
    t("{0}: {1} for {2}, from {3}", task, state, duration, from),
    place,
    stolen ? t("stolen from another worker") : "",
  ]
    .filter((part) => part !== "")
    .join("; ");
}

/** The short label inside a box: the step where it is known, else the task. */
export function boxLabel(trace: Trace, segment: number, labels: StepLabels, t: Translate): string {
  const task = trace.segments.task[segment] ?? -1;
  const name = task < 0 ? "" : taskName(trace, task, t);
  const location = trace.locations[trace.segments.location[segment] ?? -1];
  const label = location && labelAt(location, labels);
  return label ?? name;
}

/** What a request went through. */
export function describeRequest(
  trace: Trace,
  task: number,
  waits: ArrayLike<number>,
  t: Translate,
  locale: string,
): string {
  const { tasks } = trace;
  const name = taskName(trace, task, t);
  const arrivalNs = tasks.arrivalNs[task] ?? 0;
  const completedNs = tasks.completedNs[task] ?? NaN;
  const waitedNs = Array.from(waits).reduce((total, wait) => {
    const startNs = trace.waits.startNs[wait] ?? NaN;
    const until = Number.isNaN(startNs) ? trace.endNs : startNs;
    return total + until - (trace.waits.readyNs[wait] ?? until);
  }, 0);
  const waited = formatMs(waitedNs / 1e6, locale);
  return Number.isNaN(completedNs)
    ? t("{0}: not done at the end of the run; waited {1} for a thread", name, waited)
    : t(
        "{0}: took {1}, of which {2} waiting for a thread",
        name,
        formatMs((completedNs - arrivalNs) / 1e6, locale),
        waited,
      );
}
