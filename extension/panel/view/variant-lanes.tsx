import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ChainPicture } from "../draw/chain.js";
import { surfaceOf } from "../draw/surface.js";
import type { Theme } from "../draw/theme.js";
import { drawVariant } from "../draw/variant.js";
import { endOfTask } from "../layout/arrivals.js";
import { hitTest, type Hit } from "../layout/hit-test.js";
import { fitView, type TimeView } from "../layout/time-scale.js";
import { hiddenInView } from "../layout/waterfall.js";
import type { StepLabels } from "../model/describe.js";
import { boxLabel } from "../model/describe.js";
import { formatMs } from "../model/format.js";
import { laneSentence, laneShares } from "../model/lane-shares.js";
import type { Prepared } from "../model/picture.js";
import { queueName, threadName } from "../model/thread-name.js";
import { laneKey, type LaneCommand } from "./lane-keys.js";
import { Tooltip, type HoverPlace } from "./tooltip.js";
import { useGestures } from "./use-gestures.js";
import { useWords } from "./words.js";

export interface VariantLanesProps {
  readonly title: string;
  readonly className: string;
  readonly prepared: Prepared;
  /** The length of a queue that is drawn at full height. */
  readonly fullQueue: number;
  readonly labels: StepLabels;
  readonly theme: Theme;
  readonly view: TimeView;
  readonly bounds: TimeView;
  /** Of the tracks, in pixels. */
  readonly width: number;
  readonly selected: number;
  /** The moment of the player. */
  readonly nowNs: number | undefined;
  /** The request that waited longest, and the numbers of those who held it up. */
  readonly chain: ChainPicture["chain"];
  readonly cursor: { readonly file: string; readonly line: number } | undefined;
  readonly onView: (view: TimeView) => void;
  readonly onSelect: (segment: number) => void;
  readonly onOpen: (segment: number) => void;
  /** The element that says what the keys do. */
  readonly keysId: string;
  readonly onCommand: (command: LaneCommand, lane: number) => void;
}

/** The lanes, queues and requests of one variant. */
export function VariantLanes(props: VariantLanesProps) {
  const { t, locale } = useWords();
  const { prepared, labels, theme, view, bounds, width, selected, cursor } = props;
  const { index, rows, requests, calledName } = prepared;
  const { trace } = index;
  const canvas = useRef<HTMLCanvasElement>(null);
  const tracks = useRef<HTMLDivElement>(null);
  const [hover, setHover] = useState<HoverPlace>();
  const lanes = rows.rows.flatMap((row) => (row.kind === "lane" ? [row] : []));
  const [active, setActive] = useState(lanes[0]?.lane ?? 0);
  const entry = lanes.some(({ lane }) => lane === active) ? active : lanes[0]?.lane;
  const sentences = useMemo(
    () =>
      trace.lanes.map((of, lane) => laneSentence(threadName(of, t), laneShares(index, lane), t)),
    [index, t],
  );
  const litLocation =
    cursor === undefined
      ? -1
      : trace.locations.findIndex(({ file, line }) => file === cursor.file && line === cursor.line);

  useLayoutEffect(() => {
    if (canvas.current === null) return;
    const surface = surfaceOf(canvas.current, width, rows.height, theme);
    if (surface === undefined) return;
    drawVariant(surface, {
      index,
      rows,
      requests,
      view,
      calledName,
      fullQueue: props.fullQueue,
      selected,
      litLocation,
      nowNs: props.nowNs,
      chain: props.chain,
      labelOf: (segment) => boxLabel(trace, segment, labels, t),
      durationOf: (ms) => formatMs(ms, locale),
    });
  }, [
    index,
    rows,
    requests,
    view,
    calledName,
    props.fullQueue,
    props.nowNs,
    props.chain,
    selected,
    litLocation,
    labels,
    theme,
    width,
    locale,
  ]);

  const hidden = hiddenInView(trace, requests, view);
  const hit = (x: number, y: number): Hit | undefined =>
    hitTest(index, rows, requests, view, width, x, y);
  useGestures(tracks, {
    view,
    bounds,
    width,
    onView: props.onView,
    onClick: (x, y) => {
      const found = hit(x, y);
      if (found?.kind !== "segment") return;
      props.onSelect(found.segment);
      props.onOpen(found.segment);
    },
    onDoubleClick: (x, y) => {
      const stretch = stretchOf(hit(x, y), prepared);
      if (stretch !== undefined) props.onView(fitView(...stretch, 0.5, bounds));
    },
    onHover: (place) => {
      const found = place && hit(place.x, place.y);
      setHover(found && { hit: found, clientX: place.clientX, clientY: place.clientY });
    },
  });

  return (
    <section class={`variant ${props.className}`} aria-label={props.title}>
      <h3>{props.title}</h3>
      <div
        class="lanes"
        role="application"
        aria-label={t("Lanes, {0}", props.title)}
        aria-describedby={props.keysId}
        style={{ height: `${rows.height}px` }}
      >
        <div class="gutter">
          {rows.rows.map((row) => {
            const style = { top: `${row.top}px`, height: `${row.height}px` };
            if (row.kind === "lane") {
              return (
                <div
                  key={`lane-${row.lane}`}
                  class="lane-name"
                  style={style}
                  role="group"
                  tabIndex={row.lane === entry ? 0 : -1}
                  data-lane={row.lane}
                  aria-label={sentences[row.lane]}
                  onFocus={() => {
                    setActive(row.lane);
                  }}
                  onKeyDown={(event) => {
                    const command = laneKey(event);
                    if (command === undefined) return;
                    event.preventDefault();
                    if (command === "up" || command === "down") {
                      focusNeighbour(event.currentTarget, command);
                    } else props.onCommand(command, row.lane);
                  }}
                >
                  <RowName text={threadName(trace.lanes[row.lane], t)} />
                </div>
              );
            }
            return row.kind === "queue" ? (
              <div key={`queue-${row.queue}`} class="row-name" style={style}>
                <RowName text={queueName(trace.queues[row.queue], t)} />
                <small>{t("up to {0} waiting", row.peak)}</small>
              </div>
            ) : (
              <div key="requests" class="row-name" style={style}>
                <RowName text={t("other requests")} />
              </div>
            );
          })}
        </div>
        <div class="tracks" ref={tracks}>
          <canvas ref={canvas} aria-hidden="true" />
        </div>
      </div>
      {rows.hiddenLanes > 0 && (
        <p class="note">{t("and {0} more threads of the pool", rows.hiddenLanes)}</p>
      )}
      {/* Comes and goes with the view: an empty line keeps what is below where it is. */}
      <p class="note line">{hidden > 0 && t("and {0} more requests at this time", hidden)}</p>
      {hover !== undefined && <Tooltip place={hover} prepared={prepared} labels={labels} />}
    </section>
  );
}

function RowName({ text }: { readonly text: string }) {
  return <span title={text}>{text}</span>;
}

function focusNeighbour(from: HTMLElement, direction: "up" | "down"): void {
  const all = [
    ...(from.closest(".timeline, .learn")?.querySelectorAll<HTMLElement>(".lane-name") ?? []),
  ];
  all[all.indexOf(from) + (direction === "up" ? -1 : 1)]?.focus();
}

/** From when to when the thing under the pointer lasted. */
function stretchOf(
  hit: Hit | undefined,
  { index: { trace } }: Prepared,
): [number, number] | undefined {
  switch (hit?.kind) {
    case "segment":
      return [trace.segments.startNs[hit.segment] ?? 0, trace.segments.endNs[hit.segment] ?? 0];
    case "request":
      return [trace.tasks.arrivalNs[hit.task] ?? 0, endOfTask(trace, hit.task)];
    default:
      return undefined;
  }
}
