import { useEffect, useId, useRef } from "preact/hooks";
import { lessonWords } from "../model/lesson-words.js";
import { lessons } from "../model/lessons.js";
import { quizPage, type Learning } from "../model/learning.js";
import { LessonPage } from "./lesson-page.js";
import { Quiz } from "./quiz.js";
import { useWords } from "./words.js";

interface LearnProps {
  readonly learning: Learning;
  readonly onChange: (change: Partial<Learning>) => void;
}

/** The guided tour: the experiments one after the other, then a quick check. */
export function Learn({ learning, onChange }: LearnProps) {
  const { t } = useWords();
  const id = useId();
  const titles = [...lessons.map(({ name }) => lessonWords(name, t).title), t("Quick check")];
  const heading = useRef<HTMLHeadingElement>(null);
  const { page } = learning;
  const shown = useRef(page);
  // After a turn of the page, readers go on at its heading.
  useEffect(() => {
    if (shown.current !== page) heading.current?.focus();
    shown.current = page;
  }, [page]);
  const lesson = lessons[page];
  return (
    <section class="learn" id="learn" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <button
          class="quiet"
          type="button"
          aria-expanded={learning.open}
          onClick={() => {
            onChange({ open: !learning.open });
          }}
        >
          {t("Learn: six experiments in five minutes")}
        </button>
      </h2>
      {learning.open && (
        <>
          <nav aria-label={t("Experiments")}>
            <ol>
              {titles.map((title, index) => (
                <li key={title}>
                  <button
                    type="button"
                    aria-current={index === page ? "step" : undefined}
                    onClick={() => {
                      onChange({ page: index });
                    }}
                  >
                    {index + 1}. {title}
                  </button>
                </li>
              ))}
            </ol>
          </nav>
          <h3 ref={heading} tabIndex={-1}>
            {titles[page]}
          </h3>
          {lesson === undefined ? (
            <Quiz {...{ learning, onChange }} />
          ) : (
            <LessonPage key={lesson.name} {...{ lesson, learning, onChange }} />
          )}
          <div class="turn">
            <button
              type="button"
              disabled={page === 0}
              onClick={() => {
                onChange({ page: page - 1 });
              }}
            >
              {t("Previous")}
            </button>
            <button
              type="button"
              disabled={page === quizPage}
              onClick={() => {
                onChange({ page: page + 1 });
              }}
            >
              {t("Next")}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
