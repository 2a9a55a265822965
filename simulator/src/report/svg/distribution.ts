/** Latencies of one task as bars on a logarithmic scale; several runs one below the other on the same scale. */
import { distribution, logRange } from "../distribution.js";
import { escapeXml } from "../escape.js";
import { formatCount, formatMs } from "../units.js";

export interface LatencySamples {
  readonly label: string;
  /** Milliseconds. */
  readonly samples: Float64Array;
}

const width = 620;
const rowHeight = 70;
const left = 120;
/** Room for half of the last label of the scale. */
const right = 40;
/** A shape of fewer samples would mislead. */
const fewestSamples = 2;

/** An SVG that takes its style from the page. Empty when there is nothing to show. */
export function distributionSvg(title: string, sets: readonly LatencySamples[]): string {
  const shown = sets.filter((set) => set.samples.length >= fewestSamples);
  if (shown.length === 0) return "";
  const range = logRange(shown.map((set) => set.samples));
  const height = shown.length * rowHeight + 24;
  const rows = shown.map((set, row) => rowShapes(set, range, row * rowHeight));
  const label = escapeXml(`Distribution of latencies: ${title}`);
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="distribution" role="img" aria-label="${label}">` +
    `${rows.join("")}${scale(range, shown.length * rowHeight)}</svg>`
  );
}

function rowShapes(set: LatencySamples, range: readonly [number, number], y: number): string {
  const { counts, edges } = distribution(set.samples, range);
  const most = Math.max(...counts);
  const step = (width - left - right) / counts.length;
  const bars = counts.map((count, index) => {
    if (count === 0) return "";
    // A single sample among thousands must stay visible: it is the one that somebody waited for.
    const high = Math.max(2, (count / most) * (rowHeight - 18));
    const title = `${formatCount(count)} between ${formatMs(edges[index])} and ${formatMs(edges[index + 1])}`;
    const x = (left + index * step).toFixed(1);
    return (
      `<rect class="running" x="${x}" y="${(y + rowHeight - high).toFixed(1)}" ` +
      `width="${Math.max(1, step - 1).toFixed(1)}" height="${high.toFixed(1)}"><title>${title}</title></rect>`
    );
  });
  const label = set.label === "" ? "latency" : set.label;
  return `<text class="label" x="0" y="${y + rowHeight - 8}">${escapeXml(label)}</text>${bars.join("")}`;
}

/** The powers of ten on the scale; its two ends where it has none. Tenths of a power of ten. */
function marksOf([first, last]: readonly [number, number]): number[] {
  const marks: number[] = [];
  for (let mark = Math.ceil(first / 10) * 10; mark <= last; mark += 10) marks.push(mark);
  return marks.length > 0 ? marks : [first, last];
}

function scale(range: readonly [number, number], y: number): string {
  const [first, last] = range;
  return marksOf(range)
    .map((mark) => {
      const x = (left + ((mark - first) / (last - first)) * (width - left - right)).toFixed(1);
      return (
        `<line class="grid" x1="${x}" x2="${x}" y1="0" y2="${y}"/>` +
        `<text class="mark" x="${x}" y="${y + 16}" text-anchor="middle">${formatMs(10 ** (mark / 10))}</text>`
      );
    })
    .join("");
}
