/** Draws one variant of the function: its lanes, its queues, and the requests that wait. */
import { layOutLanes, layOutQueues } from "unblock-simulator";
import type { Rows } from "../layout/lane-rows.js";
import { timeTicks } from "../layout/ticks.js";
import { toX, type TimeView } from "../layout/time-scale.js";
import type { Waterfall } from "../layout/waterfall.js";
import type { TraceIndex } from "../model/trace-index.js";
import { badgeWidth, drawChain, type ChainPicture } from "./chain.js";
import { drawLane, type LanePicture } from "./lane.js";
import { drawQueue } from "./queue.js";
import { drawRequests } from "./requests.js";
import { drawSteals } from "./steals.js";
import type { Surface } from "./surface.js";

export interface VariantPicture extends Omit<LanePicture, "trace" | "markWidth"> {
  readonly index: TraceIndex;
  readonly rows: Rows;
  readonly requests: Waterfall;
  readonly view: TimeView;
  /** The length of a queue that is drawn at full height. */
  readonly fullQueue: number;
  /** A duration in milliseconds, in words. */
  readonly durationOf: (ms: number) => string;
  /** The moment of the player, or undefined. */
  readonly nowNs: number | undefined;
  readonly chain: ChainPicture["chain"];
}

export function drawVariant(surface: Surface, picture: VariantPicture): void {
  const { index, view, rows, nowNs } = picture;
  const { trace, segmentsOfLane } = index;
  const laneView = { fromNs: view.startNs, toNs: view.endNs, width: surface.width };
  const markWidth = (segment: number) =>
    picture.chain?.numberOf.has(segment) === true ? badgeWidth : 0;
  const details = { ...picture, trace, markWidth };
  const queues = new Map(layOutQueues(trace, laneView).map((queue) => [queue.queue, queue]));
  drawGrid(surface, view);
  for (const row of rows.rows) {
    if (row.kind === "lane") {
      const [lane] = layOutLanes(trace, segmentsOfLane.slice(row.lane, row.lane + 1), laneView);
      drawLane(surface, details, row, lane?.boxes ?? []);
    } else if (row.kind === "queue") {
      const queue = queues.get(row.queue);
      if (queue !== undefined) drawQueue(surface, row, queue, picture.fullQueue);
    } else drawRequests(surface, details, row);
  }
  drawChain(surface, details, rows.rows);
  drawSteals(surface, trace, view, rows.rows);
  if (nowNs !== undefined) drawNow(surface, toX(view, surface.width, nowNs));
}

function drawGrid({ context, width, height, theme }: Surface, view: TimeView): void {
  context.fillStyle = theme.colors.grid;
  for (const { x } of timeTicks(view, width)) context.fillRect(Math.round(x), 0, 1, height);
}

function drawNow({ context, height, theme }: Surface, x: number): void {
  context.fillStyle = theme.colors.focus;
  context.fillRect(Math.round(x), 0, 2, height);
}
