/** The lanes as they stand on the screen, as one PNG. */

const titleHeight = 26;
const margin = 12;
const gutter = 150;

export interface PictureText {
  readonly headline: string;
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

/** Base64 of a PNG; undefined where the browser gives no context. */
export function pngOf(parts: readonly DrawnLanes[], text: PictureText): string | undefined {
  const ratio = window.devicePixelRatio;
  const widest = Math.max(...parts.map(({ canvas }) => canvas.width / ratio));
  const height = parts.reduce(
    (total, { canvas }) => total + titleHeight + canvas.height / ratio,
    titleHeight + 2 * margin,
  );
  const page = document.createElement("canvas");
  page.width = Math.ceil((gutter + widest + 2 * margin) * ratio);
  page.height = Math.ceil(height * ratio);
  const context = page.getContext("2d");
  if (context === null) return undefined;
  context.scale(ratio, ratio);
  context.fillStyle = text.background;
  context.fillRect(0, 0, page.width, page.height);
  context.fillStyle = text.foreground;
  context.textBaseline = "middle";
  context.font = `15px ${text.font}`;
  context.fillText(text.headline, margin, margin + titleHeight / 2);
  let top = margin + titleHeight;
  for (const { title, canvas, names } of parts) {
    context.font = `bold 13px ${text.font}`;
    context.fillText(title, margin, top + titleHeight / 2);
    top += titleHeight;
    context.font = `12px ${text.font}`;
    for (const name of names) context.fillText(name.text, margin, top + name.y, gutter - 8);
    context.drawImage(canvas, margin + gutter, top, canvas.width / ratio, canvas.height / ratio);
    top += canvas.height / ratio;
  }
  return page.toDataURL("image/png").split(",")[1];
}
