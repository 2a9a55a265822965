/** Draws the delay of other requests over the whole run, as written and with the fix, and the window that is shown below. */
import type { Surface } from "./surface.js";

export interface OverviewPicture {
  /** Worst latency in milliseconds, one for each pixel as far as has been simulated. */
  readonly asWritten: Float64Array;
  readonly fixed: Float64Array;
  /** The latency in milliseconds that fills the strip at least: a quiet run must look quiet. */
  readonly leastFullMs: number;
  /** The window, in pixels. */
  readonly from: number;
  readonly to: number;
}

export function drawOverview(surface: Surface, picture: OverviewPicture): void {
  const { context, width, height, theme } = surface;
  const top = Math.max(...picture.asWritten, ...picture.fixed, picture.leastFullMs);
  for (const variant of ["asWritten", "fixed"] as const) {
    context.fillStyle = theme.colors[variant === "fixed" ? "fixed" : "as-written"];
    picture[variant].forEach((ms, x) => {
      const tall = Math.max(1, (ms / top) * (height - 6));
      context.fillRect(x, height - tall, 1, tall);
    });
  }
  const from = Math.max(0, picture.from);
  const to = Math.min(width, Math.max(picture.to, from + 3));
  context.fillStyle = theme.colors.focus;
  context.globalAlpha = 0.18;
  context.fillRect(from, 0, to - from, height);
  context.globalAlpha = 1;
  context.strokeStyle = theme.colors.focus;
  context.lineWidth = 2;
  context.strokeRect(from + 1, 1, Math.max(1, to - from - 2), height - 2);
}
