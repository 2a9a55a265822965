/** What the tour says: for each lesson what it shows, what to try, and what came of it. */
import { formatMs, formatNumber } from "./format.js";
import type { LessonName, LessonRun } from "./lessons.js";
import type { Translate } from "./text.js";

export interface LessonWords {
  readonly title: string;
  /** What happens, before anything is tried. */
  readonly about: string;
  /** The label of the one thing to try. */
  readonly control: string;
  /** What to look for when trying it. */
  readonly task: string;
}

export function lessonWords(name: LessonName, t: Translate): LessonWords {
  switch (name) {
    case "blocking":
      return {
        title: t("100 tasks on four workers"),
        about: t(
          "Each task blocks its thread for one second: it does nothing, and gives nothing back. Four threads carry four tasks at a time; the other 96 wait.",
        ),
        control: t("Workers"),
        task: t(
          "Try more workers. How many would it take to be done in one second? Each is a thread.",
        ),
      };
    case "timer":
      return {
        title: t("The awaited timer"),
        about: t(
          "The same wait, awaited: each task gives its thread back, and a timer wakes it a second later. Nobody is in anybody's way.",
        ),
        control: t("Tasks"),
        task: t("Try a thousand tasks. The four workers hardly notice."),
      };
    case "blocking-pool":
      return {
        title: t("The blocking pool"),
        about: t(
          "What cannot be awaited goes to a pool of threads made for waiting. The workers stay free; each blocking call holds a thread of the pool instead.",
        ),
        control: t("Threads of the pool"),
        task: t("Try 8 threads. The queue has moved to the pool; it has not gone away."),
      };
    case "in-place":
      return {
        title: t("Blocking in place"),
        about: t(
          "A worker that is about to block hands its queue to another thread first, and blocks where it stands. The tasks behind it go on.",
        ),
        control: t("Tasks"),
        task: t("Try 400 tasks. Each one that blocks costs a thread."),
      };
    case "one-thread":
      return {
        title: t("One thread"),
        about: t(
          "All tasks share a single thread, as everything in Node.js does. One after the other blocks for a second: the last is done after a hundred.",
        ),
        control: t("How many of the 100 tasks block (the others await)"),
        task: t("Try 1. A single task that blocks makes all the others a second late."),
      };
    case "stealing":
      return {
        title: t("Work stealing"),
        about: t(
          "One task starts 64 others, all in the queue of its own worker. Idle workers come and take half of what they find, again and again, until all are busy.",
        ),
        control: t("Workers"),
        task: t("Try one worker: nobody is there to steal. Then two, and eight."),
      };
  }
}

/** What came of it, in one sentence with its figures. */
export function lessonResult(
  name: LessonName,
  run: LessonRun,
  t: Translate,
  locale: string,
): string {
  const took = formatMs(run.makespanMs, locale);
  if (name !== "stealing") return t("All are done after {0}.", took);
  return run.steals === 0
    ? t("All are done after {0}; nothing was stolen.", took)
    : t(
        "All are done after {0}; {1} tasks changed hands in {2} steals.",
        took,
        formatNumber(run.stolenTasks, locale),
        formatNumber(run.steals, locale),
      );
}
