/** Draws how long a queue was over time. */
import type { QueueRow } from "unblock-simulator";
import type { TimelineRow } from "../layout/lane-rows.js";
import type { Surface } from "./surface.js";

export function drawQueue(
  { context, width, theme }: Surface,
  band: Pick<TimelineRow, "top" | "height">,
  { sizes }: QueueRow,
  /** The length that fills the band: the same for all queues of both variants, so that they can be compared. */
  fullSize: number,
): void {
  const base = band.top + band.height;
  context.fillStyle = theme.colors.grid;
  context.fillRect(0, base - 1, width, 1);
  context.fillStyle = theme.colors.waiting;
  sizes.forEach((size, x) => {
    if (size === 0) return;
    const height = Math.max(1.5, (band.height - 2) * (size / fullSize));
    context.globalAlpha = 0.55;
    context.fillRect(x, base - height, 1, height);
    context.globalAlpha = 1;
    context.fillRect(x, base - height, 1, 1.5);
  });
}
