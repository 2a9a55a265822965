/** The guided tour: six experiments, each a live simulation with one thing to try. Times are virtual. */
import {
  simulate,
  type Scenario,
  type Step,
  type TaskOptions,
  type Trace,
} from "unblock-simulator";
import type { NumberRange } from "./controls.js";

export type LessonName =
  "blocking" | "timer" | "blocking-pool" | "in-place" | "one-thread" | "stealing";

export interface Lesson {
  readonly name: LessonName;
  /** The one thing to try: what it starts from, and its range. */
  readonly initial: number;
  readonly range: NumberRange;
  readonly scenario: (value: number) => Scenario;
}

const fourWorkers = { flavor: "multi-thread", workerThreads: 4, cores: 8 } as const;
/** What each of the hundred takes, in milliseconds. */
export const sleepMs = 1000;

/** The hundred tasks of the guide's experiments, or as many as are asked for. */
function many(count: number, step: Step): readonly TaskOptions[] {
  return [{ name: "handler", count, arrival: { atMs: 0 }, steps: [step] }];
}

const inPool: Step = { spawnBlocking: [{ block: sleepMs }] };

export const lessons: readonly Lesson[] = [
  {
    name: "blocking",
    initial: 4,
    range: { least: 1, most: 32, whole: true },
    scenario: (workerThreads) => ({
      version: 1,
      runtime: { ...fourWorkers, workerThreads },
      tasks: many(100, { block: sleepMs }),
    }),
  },
  {
    name: "timer",
    initial: 100,
    range: { least: 1, most: 1000, whole: true },
    scenario: (count) => ({
      version: 1,
      runtime: fourWorkers,
      tasks: many(count, { sleep: sleepMs }),
    }),
  },
  {
    name: "blocking-pool",
    initial: 512,
    range: { least: 1, most: 512, whole: true },
    scenario: (maxBlockingThreads) => ({
      version: 1,
      runtime: { ...fourWorkers, maxBlockingThreads },
      tasks: many(100, inPool),
    }),
  },
  {
    name: "in-place",
    initial: 100,
    range: { least: 1, most: 400, whole: true },
    scenario: (count) => ({
      version: 1,
      runtime: fourWorkers,
      tasks: many(count, { blockInPlace: [{ block: sleepMs }] }),
    }),
  },
  {
    name: "one-thread",
    initial: 100,
    range: { least: 0, most: 100, whole: true },
    // The first of them block, as many as the user says; the others await a timer.
    scenario: (blocking) => ({
      version: 1,
      runtime: { flavor: "current-thread" },
      tasks: [
        ...(blocking > 0 ? many(blocking, { block: sleepMs }) : []),
        ...(blocking < 100
          ? [{ name: "sleeper", count: 100 - blocking, steps: [{ sleep: sleepMs }] }]
          : []),
      ],
    }),
  },
  {
    name: "stealing",
    initial: 4,
    range: { least: 1, most: 8, whole: true },
    scenario: (workerThreads) => ({
      version: 1,
      runtime: { ...fourWorkers, workerThreads },
      tasks: [
        { name: "root", steps: [{ spawn: "piece", count: 64 }, { join: true }] },
        { name: "piece", spawnedOnly: true, steps: [{ cpu: 5 }] },
      ],
    }),
  },
];

export interface LessonRun {
  readonly trace: Trace;
  readonly makespanMs: number;
  readonly steals: number;
  readonly stolenTasks: number;
}

/** Simulates the lesson with that value; a few milliseconds of work. */
export function runLesson(lesson: Lesson, value: number): LessonRun {
  const { result, trace } = simulate(lesson.scenario(value), { trace: true });
  if (trace === null) throw new Error("The simulation left no trace.");
  const sum = (key: "steals" | "stolenTasks") =>
    result.workers.reduce((total, worker) => total + worker[key], 0);
  return {
    trace,
    makespanMs: result.makespanMs,
    steals: sum("steals"),
    stolenTasks: sum("stolenTasks"),
  };
}
