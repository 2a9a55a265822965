import { useId, useMemo } from "preact/hooks";
import { formatMs } from "../model/format.js";
import type { Learning } from "../model/learning.js";
import {
  nearestAnswer,
  questionLesson,
  questions,
  questionText,
  simulatedAnswer,
  type Question,
} from "../model/quiz.js";
import { useWords } from "./words.js";

interface QuizProps {
  readonly learning: Learning;
  readonly onChange: (change: Partial<Learning>) => void;
}

/** Questions whose answers are shown by running them. */
export function Quiz({ learning, onChange }: QuizProps) {
  const { t } = useWords();
  const { answers } = learning;
  const given = questions.filter(({ name }) => answers[name] !== undefined);
  const right = useMemo(
    () =>
      given.filter(
        (question) => nearestAnswer(question, simulatedAnswer(question)) === answers[question.name],
      ).length,
    [answers],
  );
  return (
    <div class="quiz">
      {questions.map((question) => (
        <QuestionField
          key={question.name}
          question={question}
          given={answers[question.name]}
          onAnswer={(answer) => {
            onChange({ answers: { ...answers, [question.name]: answer } });
          }}
        />
      ))}
      {given.length === questions.length && (
        <p class="lesson-result" role="status">
          {t("{0} of {1} right.", right, questions.length)}{" "}
          <button
            type="button"
            onClick={() => {
              onChange({ answers: {} });
            }}
          >
            {t("Once more")}
          </button>
        </p>
      )}
    </div>
  );
}

interface QuestionFieldProps {
  readonly question: Question;
  readonly given: number | undefined;
  readonly onAnswer: (answer: number) => void;
}

function QuestionField({ question, given, onAnswer }: QuestionFieldProps) {
  const { t, locale } = useWords();
  const id = useId();
  return (
    <fieldset>
      <legend>{questionText(question.name, t)}</legend>
      {question.answers.map((answer, index) => (
        <label key={answer} class="inline">
          <input
            type="radio"
            name={id}
            checked={given === index}
            onChange={() => {
              onAnswer(index);
            }}
          />
          {formatMs(answer, locale)}
        </label>
      ))}
      <p role="status">{given !== undefined && <Verdict question={question} given={given} />}</p>
    </fieldset>
  );
}

/** Runs the question and says what came out. */
function Verdict({ question, given }: { question: Question; given: number }) {
  const { t, locale } = useWords();
  const figure = useMemo(() => simulatedAnswer(question), [question]);
  const isRight = nearestAnswer(question, figure) === given;
  return (
    <>
      <strong class={isRight ? "right" : "wrong"}>{isRight ? t("✓ Right.") : t("✗ No.")}</strong>{" "}
      {t("Simulated just now: {0}.", formatMs(figure, locale))} {questionLesson(question.name, t)}
    </>
  );
}
