/** Fills that can be told apart without colour: plain, hatched, striped. */
import { readableOn } from "./contrast.js";
import type { PaintRole, Theme } from "./theme.js";

export type Fills = Readonly<Record<PaintRole, CanvasPattern | string>>;

type Tile = (context: CanvasRenderingContext2D, size: number) => void;

const tileSize = 8;

const tiles: Partial<Record<PaintRole, Tile>> = {
  /** Diagonal hatching: the sign on every road for "no passage". */
  blocked: (context, size) => {
    context.beginPath();
    for (const offset of [-size, 0, size]) {
      context.moveTo(offset, size);
      context.lineTo(offset + size, 0);
    }
    context.stroke();
  },
  offloaded: (context, size) => {
    context.beginPath();
    context.moveTo(0, size / 2);
    context.lineTo(size, size / 2);
    context.stroke();
  },
  calling: (context, size) => {
    context.beginPath();
    context.moveTo(size / 2, 0);
    context.lineTo(size / 2, size);
    context.stroke();
  },
};

const known = new WeakMap<Theme, { readonly ratio: number; readonly fills: Fills }>();

/** The fill of each role, for canvases of that pixel ratio. Made once for a theme: it takes longer than the drawing. */
export function fillsOf(context: CanvasRenderingContext2D, theme: Theme, ratio: number): Fills {
  const made = known.get(theme);
  if (made?.ratio === ratio) return made.fills;
  const fills = makeFills(context, theme, ratio);
  known.set(theme, { ratio, fills });
  return fills;
}

function makeFills(context: CanvasRenderingContext2D, theme: Theme, ratio: number): Fills {
  return Object.fromEntries(
    Object.entries(theme.colors).map(([role, color]) => {
      const tile = tiles[role as PaintRole];
      return [role, tile === undefined ? color : pattern(context, color, tile, ratio)];
    }),
  ) as Record<PaintRole, CanvasPattern | string>;
}

function pattern(
  context: CanvasRenderingContext2D,
  color: string,
  tile: Tile,
  ratio: number,
): CanvasPattern | string {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.round(tileSize * ratio);
  const ink = canvas.getContext("2d");
  if (ink === null) return color;
  ink.scale(canvas.width / tileSize, canvas.height / tileSize);
  ink.fillStyle = color;
  ink.fillRect(0, 0, tileSize, tileSize);
  const line = readableOn(ink.fillStyle);
  ink.globalAlpha = 0.45;
  ink.fillStyle = ink.strokeStyle = line;
  ink.lineWidth = 1.25;
  tile(ink, tileSize);
  const made = context.createPattern(canvas, "repeat");
  made?.setTransform(new DOMMatrix().scale(1 / ratio));
  return made ?? color;
}
