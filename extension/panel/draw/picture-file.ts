/** The lanes as they stand on the screen, with what explains them, as one PNG. */
import type { Tick } from "../layout/ticks.js";
import { wrapWords } from "../layout/wrap-words.js";
import { fillsOf } from "./patterns.js";
import type { PaintRole, Theme } from "./theme.js";

const lineHeight = 22;
const titleHeight = 26;
const axisHeight = 20;
const margin = 12;
const gutter = 150;
const swatch = { width: 16, height: 12, gap: 6 };

export interface LegendEntry {
  readonly role: PaintRole;
  readonly text: string;
}

export interface PictureText {
  readonly headline: string;
  /** Of the time axis, for tracks of a width in CSS pixels. */
  readonly ticks: (width: number) => readonly Tick[];
  readonly legend: readonly LegendEntry[];
  readonly theme: Theme;
  readonly background: string;
  readonly foreground: string;
  readonly font: string;
}

export interface DrawnLanes {
  readonly title: string;
  readonly canvas: HTMLCanvasElement;
  /** Names of rows, with the middle of each in CSS pixels from the canvas's top. */
  readonly names: readonly { readonly text: string; readonly y: number }[];
}

/** An entry of the legend with its place, in CSS pixels from the legend's begin. */
interface PlacedEntry extends LegendEntry {
  readonly x: number;
  readonly line: number;
}

/** Base64 of a PNG; undefined where the browser gives no context. */
export function pngOf(parts: readonly DrawnLanes[], text: PictureText): string | undefined {
  const ratio = window.devicePixelRatio;
  const page = document.createElement("canvas");
  const context = page.getContext("2d");
  if (context === null) return undefined;
  const fonts = {
    headline: `15px ${text.font}`,
    title: `bold 13px ${text.font}`,
    row: `12px ${text.font}`,
  };
  const tracks = Math.max(...parts.map(({ canvas }) => canvas.width / ratio));
  const inner = gutter + tracks;
  context.font = fonts.headline;
  const headline = wrapWords(text.headline, inner, (words) => context.measureText(words).width);
  context.font = fonts.row;
  const legend = placeLegend(text.legend, inner, (words) => context.measureText(words).width);
  const legendLines = (legend.at(-1)?.line ?? -1) + 1;
  const height =
    2 * margin +
    (headline.length + legendLines) * lineHeight +
    axisHeight +
    parts.reduce((total, { canvas }) => total + titleHeight + canvas.height / ratio, 0);

  // A new size makes the context forget all that was set.
  page.width = Math.ceil((inner + 2 * margin) * ratio);
  page.height = Math.ceil(height * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = text.background;
  context.fillRect(0, 0, page.width, page.height);
  context.textBaseline = "middle";
  const write = (words: string, x: number, y: number, widest?: number) => {
    context.fillStyle = text.foreground;
    context.fillText(words, x, y, widest);
  };

  let top = margin;
  context.font = fonts.headline;
  for (const line of headline) {
    write(line, margin, top + lineHeight / 2);
    top += lineHeight;
  }
  context.font = fonts.row;
  const fills = fillsOf(context, text.theme, ratio);
  for (const { role, text: words, x, line } of legend) {
    const middle = top + (line + 0.5) * lineHeight;
    context.fillStyle = fills[role];
    context.fillRect(margin + x, middle - swatch.height / 2, swatch.width, swatch.height);
    write(words, margin + x + swatch.width + swatch.gap, middle);
  }
  top += legendLines * lineHeight;
  for (const { x, label } of text.ticks(tracks)) {
    const fits = x + context.measureText(label).width <= tracks;
    if (fits) write(label, margin + gutter + x, top + axisHeight / 2);
  }
  top += axisHeight;
  for (const { title, canvas, names } of parts) {
    context.font = fonts.title;
    write(title, margin, top + titleHeight / 2);
    top += titleHeight;
    context.font = fonts.row;
    for (const name of names) write(name.text, margin, top + name.y, gutter - 8);
    context.drawImage(canvas, margin + gutter, top, canvas.width / ratio, canvas.height / ratio);
    top += canvas.height / ratio;
  }
  return page.toDataURL("image/png").split(",")[1];
}

function placeLegend(
  entries: readonly LegendEntry[],
  width: number,
  measure: (words: string) => number,
): readonly PlacedEntry[] {
  let x = 0;
  let line = 0;
  return entries.map((entry) => {
    const needed = swatch.width + swatch.gap + measure(entry.text);
    if (x > 0 && x + needed > width) {
      x = 0;
      line++;
    }
    const placed = { ...entry, x, line };
    x += needed + 2.5 * swatch.gap;
    return placed;
  });
}
