/** Two latencies for each function on one logarithmic scale: as written and with the fix. */
import { escapeXml } from "../escape.js";
import { formatMs } from "../units.js";

export interface BeforeAfter {
  readonly label: string;
  /** Milliseconds; null where the load grows without end. */
  readonly beforeMs: number | null;
  readonly afterMs: number | null;
}

const width = 1000;
const left = 220;
const right = 90;
const barHeight = 14;
const rowHeight = 44;

/**
 * An SVG that takes its style from the page, or from `head`, markup that it begins with. `floorMs` is where the scale
 * starts: the latency without harm.
 */
export function beforeAfterSvg(rows: readonly BeforeAfter[], floorMs: number, head = ""): string {
  const known = rows.flatMap(({ beforeMs, afterMs }) => [beforeMs ?? 0, afterMs ?? 0]);
  const low = Math.floor(Math.log10(floorMs));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...known, floorMs))));
  const x = (ms: number) => {
    const share = (Math.log10(Math.max(ms, floorMs / 2)) - low) / (high - low);
    return left + Math.max(0, share) * (width - left - right);
  };
  const height = rows.length * rowHeight + 24;
  const marks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" class="harm" role="img" ` +
    `aria-label="Latency of other requests as written and with the fix, for each function">` +
    head +
    marks.map((ms) => gridLine(x(ms), ms, rows.length * rowHeight)).join("") +
    rows.map((row, index) => rowShapes(row, index * rowHeight, x)).join("") +
    "</svg>"
  );
}

function gridLine(x: number, ms: number, bottom: number): string {
  return (
    `<line class="grid" x1="${x}" x2="${x}" y1="0" y2="${bottom}"/>` +
    `<text class="mark" x="${x}" y="${bottom + 16}" text-anchor="middle">${formatMs(ms)}</text>`
  );
}

function rowShapes(row: BeforeAfter, y: number, x: (ms: number) => number): string {
  const bar = (ms: number | null, top: number, style: string, name: string) => {
    const end = ms === null ? width - right : x(ms);
    const text = ms === null ? "grows" : formatMs(ms);
    const length = Math.max(2, end - left).toFixed(1);
    return (
      `<rect x="${left}" y="${top}" width="${length}" height="${barHeight}" style="fill:var(${style})">` +
      `<title>${name}: ${text}</title></rect>` +
      `<text class="label" x="${(left + Number(length) + 6).toFixed(1)}" y="${top + 11}">${text}</text>`
    );
  };
  return (
    `<text class="label" x="${left - 10}" y="${y + 24}" text-anchor="end">${escapeXml(row.label)}</text>` +
    bar(row.beforeMs, y + 4, "--blocked", "as written") +
    bar(row.afterMs, y + 4 + barHeight + 2, "--running", "with the fix")
  );
}
