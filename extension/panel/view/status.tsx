import { useMemo } from "preact/hooks";
import { describeSegment, segmentSentence, stepLabels } from "../model/describe.js";
import { headline } from "../model/headline.js";
import type { State } from "../model/state.js";
import { useWords } from "./words.js";

interface StatusProps {
  readonly state: State;
  /** Whether all has been simulated. */
  readonly done: boolean;
}

/** What a screen reader says: a failure, else what was selected, else the result as soon as it is final. */
export function Status({ state: { outcome, selection, failure }, done }: StatusProps) {
  const { t, locale } = useWords();
  const result = useMemo(() => {
    if (!done || outcome === undefined) return "";
    const { text, fix } = headline(outcome, t, locale);
    return `${text} ${fix}`;
  }, [done, outcome, t, locale]);
  const selected = useMemo(() => {
    if (outcome === undefined || selection === undefined) return undefined;
    const { variant, segment } = selection;
    const labels = stepLabels(outcome.model);
    return segmentSentence(describeSegment(outcome[variant].trace, segment, labels, t, locale), t);
  }, [outcome, selection, t, locale]);
  return (
    <p class="only-read" role="status" aria-live="polite">
      {failure ?? selected ?? result}
    </p>
  );
}
