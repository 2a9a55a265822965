import { useMemo, useRef } from "preact/hooks";
import { commandView, zoomFactor } from "../layout/command-view.js";
import { zoomAt, type TimeView } from "../layout/time-scale.js";
import { stepLabels } from "../model/describe.js";
import { variantNames, type Outcome, type VariantName } from "../model/outcome.js";
import { findSegment } from "../model/search.js";
import type { Action, State } from "../model/state.js";
import { wholeRun } from "../model/state.js";
import { movedSelection } from "../model/step-selection.js";
import { numberOfSegments, type WorstWait } from "../model/why.js";
import type { LaneCommand } from "./lane-keys.js";
import { Legend } from "./legend.js";
import { OverviewStrip } from "./overview-strip.js";
import { PlayerBar } from "./player-bar.js";
import { SearchField } from "./search-field.js";
import { TimelineTable } from "./timeline-table.js";
import { usePlayer } from "./use-player.js";
import { Ruler } from "./ruler.js";
import { usePrepared } from "./use-prepared.js";
import { useTheme, useWidth } from "./use-size.js";
import { VariantLanes } from "./variant-lanes.js";
import { useWords } from "./words.js";

interface TimelineProps extends Pick<State, "view" | "selection" | "cursor"> {
  readonly outcome: Outcome;
  readonly worst: WorstWait | undefined;
  readonly dispatch: (action: Action) => void;
  readonly onOpen: (file: string, line: number) => void;
}

/** A queue of one or two is no queue, and must not look like one. */
const leastFullQueue = 10;

/** Both variants over one time axis. */
export function Timeline(props: TimelineProps) {
  const { outcome, view, selection, cursor, worst, dispatch, onOpen } = props;
  const { t, locale } = useWords();
  const ruler = useRef<HTMLDivElement>(null);
  const width = useWidth(ruler);
  const theme = useTheme(ruler);
  const prepared = usePrepared(outcome);
  const fullQueue = Math.max(
    leastFullQueue,
    ...variantNames.map((variant) => prepared[variant].peakQueue),
  );
  const labels = useMemo(() => stepLabels(outcome.model), [outcome.model]);
  const chain = useMemo(
    () => worst && { task: worst.task, numberOf: numberOfSegments(worst) },
    [worst],
  );
  const bounds = wholeRun({ outcome });
  const onView = (next: TimeView) => {
    dispatch({ type: "view", view: next });
  };
  const middle = (view.startNs + view.endNs) / 2;
  const zoom = (factor: number, atNs = middle) => {
    onView(zoomAt(view, atNs, factor, bounds));
  };
  const showWorst = () => {
    dispatch({ type: "showWorst" });
  };
  const open = (variant: VariantName, segment: number) => {
    const { trace } = prepared[variant].index;
    const location = trace.locations[trace.segments.location[segment] ?? -1];
    if (location !== undefined) onOpen(location.file, location.line);
  };
  const select = (variant: VariantName, segment: number) => {
    dispatch({ type: "select", selection: segment < 0 ? undefined : { variant, segment } });
  };

  const command = (variant: VariantName, lane: number, what: LaneCommand) => {
    const { index } = prepared[variant];
    const { startNs } = index.trace.segments;
    const selected = selection?.variant === variant ? selection.segment : -1;
    switch (what) {
      case "next":
      case "previous":
      case "first":
      case "last": {
        const segment = movedSelection(index, lane, selected, what, view);
        if (segment < 0) return;
        dispatch({ type: "reveal", variant, segment });
        return;
      }
      case "worst":
        showWorst();
        return;
      case "open":
        if (selected >= 0) open(variant, selected);
        return;
      case "unselect":
        select(variant, -1);
        return;
      default: {
        const next = commandView(what, view, bounds, selected < 0 ? undefined : startNs[selected]);
        if (next !== undefined) onView(next);
      }
    }
  };

  const player = usePlayer([outcome.asWritten.trace, outcome.fixed.trace], view);
  /** Looks first in the variant of the selection, from there on; then in the other one from its start. */
  const find = (query: string): boolean => {
    const begin = selection?.variant ?? "asWritten";
    const order: readonly VariantName[] =
      begin === "asWritten" ? ["asWritten", "fixed"] : ["fixed", "asWritten"];
    for (const variant of order) {
      const after = selection?.variant === variant ? selection.segment : -1;
      const { index } = prepared[variant];
      const segment = findSegment(index, labels, query, after, t, locale);
      if (segment < 0) continue;
      dispatch({ type: "reveal", variant, segment });
      return true;
    }
    return false;
  };

  return (
    <section class="timeline" aria-labelledby="timeline-title">
      <div class="bar">
        <h2 id="timeline-title">{t("What each thread does")}</h2>
        <div role="toolbar" aria-label={t("Timeline")}>
          <button type="button" onClick={showWorst}>
            {t("Worst wait")}
          </button>
          <button
            type="button"
            onClick={() => {
              onView(bounds);
            }}
          >
            {t("Whole run")}
          </button>
          <button
            type="button"
            aria-label={t("Zoom in")}
            onClick={() => {
              zoom(1 / zoomFactor);
            }}
          >
            +
          </button>
          <button
            type="button"
            aria-label={t("Zoom out")}
            onClick={() => {
              zoom(zoomFactor);
            }}
          >
            −
          </button>
        </div>
      </div>
      <p id="timeline-keys" class="only-read">
        {t(
          "Arrow keys left and right go from one stretch to the next, up and down to the other lanes; plus and minus zoom, with Shift the arrows pan; Enter opens the line, W shows the worst wait, 0 the whole run.",
        )}
      </p>
      <PlayerBar {...{ player, outcome }} />
      <Legend
        called={outcome.names.called}
        steals={steals(outcome)}
        hasDriver={hasDriver(outcome)}
      />
      {theme !== undefined && width > 0 && (
        <OverviewStrip {...{ outcome, theme, view, bounds, width, onView }} />
      )}
      <Ruler place={ruler} {...{ view, width }} />
      {theme !== undefined &&
        width > 0 &&
        variantNames.map((variant) => (
          <VariantLanes
            key={variant}
            title={variant === "fixed" ? t("With the fix") : t("As written")}
            keysId="timeline-keys"
            className={variant === "fixed" ? "fixed" : "as-written"}
            prepared={prepared[variant]}
            nowNs={player.nowNs}
            chain={variant === "asWritten" ? chain : undefined}
            {...{ fullQueue, labels, theme, view, bounds, width, cursor, onView }}
            selected={selection?.variant === variant ? selection.segment : -1}
            onSelect={(segment) => {
              select(variant, segment);
            }}
            onOpen={(segment) => {
              open(variant, segment);
            }}
            onCommand={(what, lane) => {
              command(variant, lane, what);
            }}
          />
        ))}
      <SearchField onFind={find} />
      <TimelineTable {...{ prepared, labels, view, onOpen }} />
    </section>
  );
}

function hasDriver({ load }: Outcome): boolean {
  return load.runtime !== undefined && load.runtime.flavor !== "node";
}

/** Whether its runtime has workers that steal from each other. */
function steals({ load }: Outcome): boolean {
  return load.runtime?.flavor === "multi-thread";
}
