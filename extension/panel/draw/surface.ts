/** A canvas at the resolution of the screen, painted in CSS pixels. */
import { fillsOf, type Fills } from "./patterns.js";
import type { Theme } from "./theme.js";

export interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  readonly fills: Fills;
}

/** Sizes and clears the canvas; undefined where the browser gives no context. */
export function surfaceOf(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  theme: Theme,
  ratio: number = window.devicePixelRatio,
): Surface | undefined {
  const context = canvas.getContext("2d");
  if (context === null || width <= 0 || height <= 0) return undefined;
  const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== pixelWidth) canvas.width = pixelWidth;
  if (canvas.height !== pixelHeight) canvas.height = pixelHeight;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.font = theme.font;
  context.textBaseline = "middle";
  return { context, width, height, theme, fills: fillsOf(context, theme, ratio) };
}
