import { useWords } from "./words.js";

/** What the lanes below are there to show, and the way to the tour. */
export function Lesson({ onTour }: { onTour: () => void }) {
  const { t } = useWords();
  return (
    <p class="lesson">
      {t(
        "Few threads, many tasks: a task that does not give its thread back makes everybody behind it wait.",
      )}{" "}
      <button class="link tour" type="button" onClick={onTour}>
        {t("Show me")}
      </button>
    </p>
  );
}
