import { useRef } from "preact/hooks";
import { headline } from "../model/headline.js";
import type { Outcome } from "../model/outcome.js";
import { useCoveredHeight } from "./use-covered-height.js";
import { useKeptHeight } from "./use-kept-height.js";
import { useWords } from "./words.js";

interface HeadlineProps {
  readonly outcome: Outcome;
  /** How much of what is to be simulated has been, from 0 to 1. */
  readonly progress: number;
}

/** The result in one sentence, before anything else. Stays in sight, and shows that work goes on. */
export function Headline({ outcome, progress }: HeadlineProps) {
  const { t, locale } = useWords();
  const { verdict, ratio, text, fix } = headline(outcome, t, locale);
  const header = useRef<HTMLElement>(null);
  useCoveredHeight(header);
  const sentence = useRef<HTMLDivElement>(null);
  useKeptHeight(sentence, `${ratio} ${text} ${fix}`);
  return (
    <header ref={header} class={`headline ${verdict}`}>
      {ratio !== "" && (
        <p class="ratio" aria-hidden="true">
          {ratio}
        </p>
      )}
      <div ref={sentence}>
        <h1>
          {text} {ratio !== "" && <span class="only-read">{ratio}</span>}
          {fix !== "" && <span class="fix">{fix}</span>}
        </h1>
      </div>
      <span
        class={`progress ${progress < 1 ? "working" : ""}`}
        style={{ width: `${progress * 100}%` }}
        aria-hidden="true"
      />
    </header>
  );
}
