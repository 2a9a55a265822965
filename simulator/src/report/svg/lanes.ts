/** The picture of a run: a lane for each thread over time, steals, and how long the queues were. */
import type { Trace } from "../../engine/trace.js";
import { escapeXml } from "../escape.js";
import { indexLanes, layOutLanes } from "../lane-layout.js";
import type { LaneBox } from "../lane-layout.js";
import { lanesToShow, styleOf } from "../lane-names.js";
import { layOutQueues } from "../queue-layout.js";
import type { QueueRow } from "../queue-layout.js";
import { formatMoment, formatMs, scaleMarks } from "../units.js";
import { segmentStyle, segmentStyles } from "./segment-style.js";
import type { SegmentStyle } from "./segment-style.js";
import { colourCss, isPatterned, patterns, shapeCss } from "./style.js";

export interface LanesOptions {
  /** Pixels. Default 1000. */
  readonly width?: number;
  /** A prefix for ids, where several pictures share one page. Default "lanes". */
  readonly id?: string;
  /** Whether the page has the style already. Default: the picture brings its own. */
  readonly styled?: boolean;
  /** Of a trace that was cut out of a longer one: the time of its begin there, in milliseconds. Default 0. */
  readonly fromMs?: number;
}

const labelWidth = 120;
const laneHeight = 18;
const laneGap = 5;
const queueHeight = 34;
const top = 26;
/** With more steals than this, arrows would hide the lanes: only the stolen segments are marked. */
const mostArrows = 150;
/** Queues drawn: the shared ones first. */
const mostQueues = 8;

interface Frame {
  readonly trace: Trace;
  readonly width: number;
  readonly fromMs: number;
  /** A prefix for the ids of patterns. */
  readonly id: string;
}

/** An SVG document. Empty traces give a picture of empty lanes. */
export function lanesSvg(trace: Trace, options: LanesOptions = {}): string {
  const { width = 1000, id = "lanes", styled = false, fromMs = 0 } = options;
  const { lanes, omitted } = lanesToShow(trace);
  const frame: Frame = { trace, width: width - labelWidth - 10, fromMs, id };
  const endNs = Math.max(trace.endNs, 1);
  const view = { fromNs: 0, toNs: endNs, width: frame.width };
  const index = indexLanes(trace);
  const rows = layOutLanes(
    trace,
    lanes.map((lane) => index[lane]),
    { ...view, minWidth: 1.5 },
  );
  const used = new Set(
    rows.flatMap((row, position) =>
      row.boxes.map((box) => segmentStyle(trace, lanes[position], box)),
    ),
  );
  const queues = queuesToDraw(trace, layOutQueues(trace, view));
  const lanesBottom = top + lanes.length * (laneHeight + laneGap);
  const omittedText = omitted.map((text) => `and ${text}`).join(", ");
  const queuesTop = lanesBottom + (omittedText === "" ? 4 : 20);
  const legendTop = queuesTop + queues.length * (queueHeight + laneGap) + 18;
  const height = legendTop + 12;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="lanes" role="img" aria-labelledby="${id}-title">`,
    `<title id="${id}-title">What each thread did over ${formatMs(endNs / 1e6)}</title>`,
    styled ? "" : `<style>${colourCss("svg.lanes")}${shapeCss}</style>`,
    `<defs>${patterns(id)}</defs>`,
    styled ? "" : `<rect width="100%" height="100%" style="fill:var(--paper)"/>`,
    scale(frame, endNs / 1e6, legendTop - 22),
    ...rows.map((row, position) =>
      laneShapes(frame, lanes[position], row.boxes, laneTop(position)),
    ),
    stealArrows(frame, lanes, endNs),
    omittedText === ""
      ? ""
      : `<text class="mark" x="${labelWidth}" y="${lanesBottom + 10}">${escapeXml(omittedText)}</text>`,
    ...queues.map((queue, position) =>
      queueShapes(frame, queue, queuesTop + position * (queueHeight + laneGap)),
    ),
    legend(frame, legendTop, used, trace.steals.length > 0),
    "</svg>",
  ];
  return parts.filter((part) => part !== "").join("\n") + "\n";
}

function laneTop(position: number): number {
  return top + position * (laneHeight + laneGap);
}

/** At most two digits behind the point: enough for a pixel, and short. */
function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Of a part of a run three digits would give neighbours the same time. */
function at(fromMs: number, ms: number): string {
  return fromMs === 0 ? formatMs(ms) : formatMoment(ms);
}

function scale({ width, fromMs }: Frame, lengthMs: number, bottom: number): string {
  return scaleMarks(fromMs + lengthMs, 8, fromMs)
    .map((mark) => {
      const share = (mark - fromMs) / lengthMs;
      const x = px(labelWidth + share * width);
      const anchor = share < 0.04 ? "start" : share > 0.96 ? "end" : "middle";
      return (
        `<line class="grid" x1="${x}" x2="${x}" y1="${top - 6}" y2="${bottom}"/>` +
        `<text class="mark" x="${x}" y="14" text-anchor="${anchor}">${at(fromMs, mark)}</text>`
      );
    })
    .join("");
}

function laneShapes(frame: Frame, lane: number, boxes: readonly LaneBox[], y: number): string {
  const { name } = frame.trace.lanes[lane];
  return (
    `<g><text class="label" x="4" y="${y + 13}">${escapeXml(name)}</text>` +
    `<rect class="lane" x="${labelWidth}" y="${y}" width="${frame.width}" height="${laneHeight}"/>` +
    boxes.map((box) => boxShape(frame, lane, box, y)).join("") +
    "</g>"
  );
}

function fillOf(frame: Frame, style: SegmentStyle): string {
  return isPatterned(style) ? `fill="url(#${frame.id}-${style})"` : `class="${style}"`;
}

function boxShape(frame: Frame, lane: number, box: LaneBox, y: number): string {
  const fill = fillOf(frame, segmentStyle(frame.trace, lane, box));
  const opacity = box.coverage < 1 ? ` opacity="${px(0.35 + 0.65 * box.coverage)}"` : "";
  const x = labelWidth + box.x;
  const position = `x="${px(x)}" y="${y}" width="${px(Math.max(box.width, 0.5))}" height="${laneHeight}"`;
  const mark =
    box.stolen && box.width >= 4
      ? `<path class="stolen" d="M${px(x)} ${y}h6l-6 6z"><title>stolen just before</title></path>`
      : "";
  if (box.count > 1 || box.width < 3) return `<rect ${fill} ${position}${opacity}/>${mark}`;
  return `<rect ${fill} ${position}${opacity}><title>${escapeXml(boxTitle(frame, box))}</title></rect>${mark}`;
}

/** "resizeImage blocked, 200 ms from 102 ms, upload.ts:14" */
function boxTitle({ trace, fromMs }: Frame, box: LaneBox): string {
  const { segments } = trace;
  const start = segments.startNs[box.segment] / 1e6;
  const length = segments.endNs[box.segment] / 1e6 - start;
  const task = segments.task[box.segment];
  const location = segments.location[box.segment];
  const name = task >= 0 ? `${trace.taskNames[trace.tasks.name[task]]} ` : "";
  const line =
    location >= 0 ? `, ${trace.locations[location].file}:${trace.locations[location].line}` : "";
  return `${name}${styleOf(box.state).label}, ${formatMs(length)} from ${at(fromMs, fromMs + start)}${line}`;
}

function stealArrows(frame: Frame, lanes: readonly number[], endNs: number): string {
  const { steals } = frame.trace;
  if (steals.length > mostArrows) return "";
  let arrows = "";
  for (let index = 0; index < steals.length; index++) {
    const from = lanes.indexOf(steals.fromLane[index]);
    const to = lanes.indexOf(steals.toLane[index]);
    if (from < 0 || to < 0) continue;
    const x = labelWidth + (steals.atNs[index] / endNs) * frame.width;
    const y1 = laneTop(from) + laneHeight / 2;
    const y2 = laneTop(to) + (to > from ? 2 : laneHeight - 2);
    const head = to > from ? -5 : 5;
    arrows +=
      `<path class="steal" d="M${px(x)} ${y1}V${y2}m-3 ${head}l3 ${-head}l3 ${head}">` +
      `<title>${steals.count[index]} stolen at ${at(frame.fromMs, frame.fromMs + steals.atNs[index] / 1e6)}</title></path>`;
  }
  return arrows;
}

function queuesToDraw(trace: Trace, rows: readonly QueueRow[]): QueueRow[] {
  const isShared = (row: QueueRow) => (trace.queues[row.queue].lane < 0 ? 0 : 1);
  return [...rows]
    .filter((row) => trace.queues[row.queue].kind !== "lifo")
    .sort((a, b) => isShared(a) - isShared(b) || b.peak - a.peak)
    .slice(0, mostQueues);
}

function queueShapes(frame: Frame, row: QueueRow, y: number): string {
  const bottom = y + queueHeight;
  let path = `M${labelWidth} ${bottom}`;
  let previous = 0;
  row.sizes.forEach((size, column) => {
    if (size === previous) return;
    const at = px(bottom - (size / row.peak) * (queueHeight - 4));
    path += `H${labelWidth + column}V${at}`;
    previous = size;
  });
  path += `H${labelWidth + row.sizes.length}V${bottom}Z`;
  const name = escapeXml(frame.trace.queues[row.queue].name);
  return (
    `<g><text class="label" x="4" y="${y + 14}">${name}</text>` +
    `<text class="mark" x="4" y="${y + 28}">queue, up to ${row.peak}</text>` +
    `<path class="queue" d="${path}"/></g>`
  );
}

function legend(
  frame: Frame,
  y: number,
  used: ReadonlySet<SegmentStyle>,
  hasSteals: boolean,
): string {
  let x = labelWidth;
  const entries = segmentStyles
    .filter(({ key }) => used.has(key))
    .map(({ key, label }) => {
      const entry =
        `<rect ${fillOf(frame, key)} x="${px(x)}" y="${y - 10}" width="14" height="12"/>` +
        `<text class="mark" x="${px(x + 19)}" y="${y}">${label}</text>`;
      x += 36 + label.length * 5.6;
      return entry;
    });
  if (hasSteals) {
    entries.push(
      `<path class="stolen" d="M${px(x)} ${y - 10}h8l-8 8z"/><text class="mark" x="${px(x + 13)}" y="${y}">stolen</text>`,
    );
  }
  return `<g>${entries.join("")}</g>`;
}
