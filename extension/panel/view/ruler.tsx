import type { RefObject } from "preact";
import { timeTicks } from "../layout/ticks.js";
import type { TimeView } from "../layout/time-scale.js";
import { useWords } from "./words.js";

interface RulerProps {
  /** The element whose width the tracks below have. */
  readonly place: RefObject<HTMLDivElement | null>;
  readonly view: TimeView;
  /** Of the tracks, in CSS pixels. */
  readonly width: number;
}

/** Between two labels, in CSS pixels. */
const leastDistance = 90;
/** No label is longer than this. */
const labelWidth = 68;

/** The time axis above the lanes. A label that would be cut off at the end is left out. */
export function Ruler({ place, view, width }: RulerProps) {
  const { locale } = useWords();
  return (
    <div class="axis" aria-hidden="true">
      <div class="gutter" />
      <div class="ruler" ref={place}>
        {timeTicks(view, width, leastDistance, locale).map(({ x, label }) => (
          <span key={label} style={{ left: `${x}px` }}>
            {x + labelWidth <= width && label}
          </span>
        ))}
      </div>
    </div>
  );
}
