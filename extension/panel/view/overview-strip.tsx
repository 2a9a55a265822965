import { loadAloneMs } from "unblock-simulator";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { drawOverview } from "../draw/overview.js";
import { surfaceOf } from "../draw/surface.js";
import type { Theme } from "../draw/theme.js";
import { delayColumns } from "../layout/delay-columns.js";
import { panBy, spanNs, toNs, toX, type TimeView } from "../layout/time-scale.js";
import { formatMs } from "../model/format.js";
import type { Outcome } from "../model/outcome.js";
import { useGestures } from "./use-gestures.js";
import { useWords } from "./words.js";

interface OverviewStripProps {
  readonly outcome: Outcome;
  readonly theme: Theme;
  readonly view: TimeView;
  readonly bounds: TimeView;
  readonly width: number;
  readonly onView: (view: TimeView) => void;
}

const height = 46;

/** The delay of other requests over the whole run. A click brings that time into view. */
export function OverviewStrip({ outcome, theme, view, bounds, width, onView }: OverviewStripProps) {
  const { t, locale } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { asWritten, fixed, names } = outcome;
  const columns = useMemo(
    () => ({
      asWritten: delayColumns(asWritten.trace, names.bystander, bounds, width),
      fixed: delayColumns(fixed.trace, names.bystander, bounds, width),
    }),
    [asWritten.trace, fixed.trace, names.bystander, bounds.endNs, width],
  );
  const leastFullMs = 10 * loadAloneMs(outcome.load);
  useLayoutEffect(() => {
    const surface = canvas.current && surfaceOf(canvas.current, width, height, theme);
    if (!surface) return;
    const [from, to] = [toX(bounds, width, view.startNs), toX(bounds, width, view.endNs)];
    drawOverview(surface, { ...columns, leastFullMs, from, to });
  }, [columns, leastFullMs, view, bounds.endNs, width, theme]);
  const centre = (x: number) => {
    onView(panBy(view, toNs(bounds, width, x) - view.startNs - spanNs(view) / 2, bounds));
  };
  useGestures(canvas, {
    view,
    bounds,
    width,
    // A drag to the right moves the window to the right, by as much of the whole run.
    onView: (dragged) => {
      const factor = spanNs(bounds) / spanNs(view);
      onView(panBy(view, (view.startNs - dragged.startNs) * factor, bounds));
    },
    onClick: centre,
    onDoubleClick: centre,
    onHover: () => undefined,
  });
  const worst = columns.asWritten.reduce((most, value) => Math.max(most, value), 0);
  return (
    <div class="overview">
      <div class="gutter">
        <div class="row-name">
          {t("delay over time")}
          <small>{t("up to {0}", formatMs(worst, locale))}</small>
        </div>
      </div>
      <canvas ref={canvas} aria-hidden="true" />
    </div>
  );
}
