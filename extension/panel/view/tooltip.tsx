import { describeRequest, describeSegment, type StepLabels } from "../model/describe.js";
import type { Hit } from "../layout/hit-test.js";
import { waitsAt } from "../layout/waterfall.js";
import type { Prepared } from "../model/picture.js";
import { queueName } from "../model/thread-name.js";
import { useWords } from "./words.js";

export interface HoverPlace {
  readonly hit: Hit;
  readonly clientX: number;
  readonly clientY: number;
}

interface TooltipProps {
  readonly place: HoverPlace;
  readonly prepared: Prepared;
  readonly labels: StepLabels;
}

const distance = 14;
/** As wide as the style sheet lets it get. */
const mostWidth = 320;

/** What stands under the pointer. Hidden from screen readers, which hear the same from the lanes. */
export function Tooltip({ place, prepared, labels }: TooltipProps) {
  const left = Math.max(4, Math.min(place.clientX + distance, window.innerWidth - mostWidth - 8));
  return (
    <div
      class="tooltip"
      aria-hidden="true"
      style={{ left: `${left}px`, top: `${place.clientY + distance}px` }}
    >
      <Content {...{ place, prepared, labels }} />
    </div>
  );
}

function Content({ place: { hit }, prepared: { index, requests }, labels }: TooltipProps) {
  const { t, locale } = useWords();
  const { trace } = index;
  switch (hit.kind) {
    case "segment": {
      const about = describeSegment(trace, hit.segment, labels, t, locale);
      return (
        <>
          <strong>{about.task}</strong> {about.state}, {about.duration}
          {about.place !== "" && <div>{about.place}</div>}
          <div class="muted">
            {t("from {0}", about.from)}
            {about.stolen && `; ${t("stolen from another worker")}`}
          </div>
        </>
      );
    }
    case "request":
      return <>{describeRequest(trace, hit.task, waitsAt(requests, hit.position), t, locale)}</>;
    case "queue":
      return <>{queueName(trace.queues[hit.queue], t)}</>;
  }
}
