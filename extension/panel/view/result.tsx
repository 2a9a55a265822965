import { useMemo } from "preact/hooks";
import { stepLabels } from "../model/describe.js";
import type { Outcome } from "../model/outcome.js";
import type { Action, State } from "../model/state.js";
import { why } from "../model/why.js";
import { Distribution } from "./distribution.js";
import { Figures } from "./figures.js";
import { Headline } from "./headline.js";
import { Impact } from "./impact.js";
import { Lesson } from "./lesson.js";
import { Timeline } from "./timeline.js";
import { Why } from "./why.js";

interface ResultProps {
  readonly state: State;
  readonly outcome: Outcome;
  /** How much of what is to be simulated has been, from 0 to 1. */
  readonly progress: number;
  readonly done: boolean;
  readonly dispatch: (action: Action) => void;
  readonly onOpen: (file: string, line: number) => void;
  readonly onTour: () => void;
  /** Brings the first element that a selector finds into sight. */
  readonly scrollTo: (part: string) => void;
}

/** What the function does to others: in a sentence, in the lanes, in figures, and why. */
export function Result(props: ResultProps) {
  const { state, outcome, progress, done, dispatch, onOpen, onTour, scrollTo } = props;
  const { explained } = state;
  const worst = useMemo(
    () => why(outcome, stepLabels(outcome.model)),
    [outcome.asWritten.trace, outcome.model],
  );
  const reasonsAreCurrent = explained?.asWritten.trace === outcome.asWritten.trace;
  const explainedWorst = useMemo(
    () => (reasonsAreCurrent ? worst : explained && why(explained, stepLabels(explained.model))),
    [explained?.asWritten.trace, explained?.model, reasonsAreCurrent],
  );
  // A slider that is dragged changes none of these before the new outcome is there.
  const impact = useMemo(() => <Impact outcome={outcome} />, [outcome]);
  const distribution = useMemo(() => <Distribution outcome={outcome} />, [outcome]);
  const { view, selection, cursor } = state;
  const timeline = useMemo(
    () => <Timeline {...{ outcome, view, selection, cursor, worst, dispatch, onOpen }} />,
    [outcome, view, selection, cursor, worst, dispatch, onOpen],
  );
  return (
    <>
      <Headline {...{ outcome, progress }} />
      {impact}
      <Lesson onTour={onTour} />
      {timeline}
      <div class="summary">
        <Figures {...{ outcome, done }} />
        {distribution}
      </div>
      {explained !== undefined && (
        <Why
          {...{ explained, done, onOpen }}
          worst={explainedWorst}
          current={reasonsAreCurrent}
          onShow={(segment) => {
            // Those of a run that is shown no more have nothing in the lanes.
            if (!reasonsAreCurrent) return;
            dispatch({ type: "reveal", variant: "asWritten", segment });
            scrollTo(".timeline");
          }}
        />
      )}
    </>
  );
}
