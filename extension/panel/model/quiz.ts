/** The quick check at the end of the tour. No answer is stored: which one is right is what the simulation says. */
import { findPreset, simulate, type Scenario } from "unblock-simulator";
import type { Translate } from "./text.js";

export type QuestionName =
  "four-workers" | "more-workers" | "timer-on-one-thread" | "small-pool" | "held-timers";

export interface Question {
  readonly name: QuestionName;
  /** What can be answered; milliseconds. */
  readonly answers: readonly number[];
  readonly scenario: () => Scenario;
  /** What the question asks for: when all is done, or how late timers were acted on at worst. */
  readonly figure: "makespan" | "lateness";
}

export const questions: readonly Question[] = [
  {
    name: "four-workers",
    answers: [1000, 25_000, 100_000],
    scenario: () => preset("sleepers-blocking"),
    figure: "makespan",
  },
  {
    name: "more-workers",
    answers: [1000, 7000, 25_000],
    scenario: () => preset("sleepers-more-workers"),
    figure: "makespan",
  },
  {
    name: "timer-on-one-thread",
    answers: [1000, 25_000, 100_000],
    scenario: () => ({
      version: 1,
      runtime: { flavor: "current-thread" },
      tasks: [{ name: "handler", count: 100, steps: [{ sleep: 1000 }] }],
    }),
    figure: "makespan",
  },
  {
    name: "small-pool",
    answers: [1000, 13_000, 100_000],
    scenario: () => preset("sleepers-small-pool"),
    figure: "makespan",
  },
  {
    name: "held-timers",
    answers: [0, 50, 200],
    scenario: () => preset("driver-held"),
    figure: "lateness",
  },
];

function preset(name: string): Scenario {
  const found = findPreset(name);
  if (found === undefined) throw new Error(`The simulator has no experiment "${name}".`);
  return found.scenario;
}

/** The figure that the question asks for, simulated; milliseconds. */
export function simulatedAnswer({ scenario, figure }: Question): number {
  const { result } = simulate(scenario());
  if (figure === "makespan") return result.makespanMs;
  return Math.max(...Object.values(result.tasks).map(({ latenessMs }) => latenessMs?.max ?? 0));
}

/** The answer that is nearest to the figure; its index. */
export function nearestAnswer({ answers }: Question, figureMs: number): number {
  const distances = answers.map((answer) => Math.abs(answer - figureMs));
  return distances.indexOf(Math.min(...distances));
}

export function questionText(name: QuestionName, t: Translate): string {
  switch (name) {
    case "four-workers":
      return t("100 tasks each block for one second, on four workers. When is the last one done?");
    case "more-workers":
      return t("The same 100 tasks on 16 workers. When is the last one done?");
    case "timer-on-one-thread":
      return t("100 tasks each await a timer of one second, on one thread. When is the last done?");
    case "small-pool":
      return t("The 100 tasks block on a blocking pool of 8 threads. When is the last one done?");
    case "held-timers":
      return t(
        "One of four workers looks after the timers; a timer wakes a task that then blocks for 200 ms. Three workers are idle. How late are the timers of others at worst?",
      );
  }
}

/** Why it is so, once the figure is there. */
export function questionLesson(name: QuestionName, t: Translate): string {
  switch (name) {
    case "four-workers":
      return t("Four at a time, 25 times one second.");
    case "more-workers":
      return t("Sixteen at a time: more threads shorten the queue, and every one of them is held.");
    case "timer-on-one-thread":
      return t("Who awaits holds no thread: one is plenty.");
    case "small-pool":
      return t("Eight at a time: the queue has moved into the pool.");
    case "held-timers":
      return t("Nobody looks at the timers until that worker is back, however many are idle.");
  }
}
