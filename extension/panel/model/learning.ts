/** Where the user is in the tour, what was tried and answered there: kept with the panel's controls. */
import { lessons, type Lesson, type LessonName } from "./lessons.js";
import { questions, type QuestionName } from "./quiz.js";

export interface Learning {
  readonly open: boolean;
  /** The page: a lesson, or the check after the last one. */
  readonly page: number;
  /** What was tried, by lesson. */
  readonly tried: Readonly<Partial<Record<LessonName, number>>>;
  /** The answers given, as indices, by question. */
  readonly answers: Readonly<Partial<Record<QuestionName, number>>>;
}

export const notLearning: Learning = { open: false, page: 0, tried: {}, answers: {} };

export const quizPage = lessons.length;

/** The value that a lesson is run with. */
export function triedValue({ tried }: Learning, lesson: Lesson): number {
  return tried[lesson.name] ?? lesson.initial;
}

/** What was saved, whatever has become of it since: what makes no sense is dropped. */
export function readLearning(saved: unknown): Learning {
  if (!isRecord(saved)) return notLearning;
  const { open, page, tried, answers } = saved;
  return {
    open: open === true,
    page: isWithin(page, 0, quizPage) && Number.isInteger(page) ? page : 0,
    tried: entriesOf(lessons, tried, ({ range }, value) =>
      isWithin(value, range.least, range.most) ? Math.round(value) : undefined,
    ),
    answers: entriesOf(questions, answers, (question, value) =>
      question.answers.findIndex((_, index) => index === value) < 0 ? undefined : (value as number),
    ),
  };
}

function entriesOf<Item extends { readonly name: string }>(
  items: readonly Item[],
  saved: unknown,
  read: (item: Item, value: unknown) => number | undefined,
): Partial<Record<Item["name"], number>> {
  if (!isRecord(saved)) return {};
  return Object.fromEntries(
    items.flatMap((item) => {
      const value = read(item, Object.hasOwn(saved, item.name) ? saved[item.name] : undefined);
      return value === undefined ? [] : [[item.name, value]];
    }),
  ) as Partial<Record<Item["name"], number>>;
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
