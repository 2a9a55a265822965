import { headline } from "../model/headline.js";
import type { Outcome } from "../model/outcome.js";
import { useWords } from "./words.js";

/** The result in one sentence, before anything else. */
export function Headline({ outcome, onTour }: { outcome: Outcome; onTour: () => void }) {
  const { t, locale } = useWords();
  const { verdict, ratio, text, fix } = headline(outcome, t, locale);
  return (
    <header class={`headline ${verdict}`}>
      {ratio !== "" && (
        <p class="ratio" aria-hidden="true">
          {ratio}
        </p>
      )}
      <div>
        <h1>
          {text} {ratio !== "" && <span class="only-read">{ratio}</span>}
          {fix !== "" && <span class="fix">{fix}</span>}
        </h1>
        <p class="lesson">
          {t(
            "Few threads, many tasks: a task that does not give its thread back makes everybody behind it wait.",
          )}{" "}
          <button class="link tour" type="button" onClick={onTour}>
            {t("Show me")}
          </button>
        </p>
      </div>
    </header>
  );
}
