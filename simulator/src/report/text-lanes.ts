/** Lanes in characters. The characters alone tell the states apart; colour is an extra. */
import { SegmentState } from "../engine/trace.js";
import type { Trace } from "../engine/trace.js";
import { indexLanes } from "./lane-layout.js";
import { lanesToShow } from "./lane-names.js";
import { formatMs, scaleMarks } from "./units.js";

/** What a character cell shows: a state that took at least half of its time, a little work, or none. */
export type CellKind = "running" | "blocked" | "partly" | "driver" | "idle";

export type Paint = (kind: CellKind | "heading" | "warning" | "faint", text: string) => string;

export interface TextOptions {
  /** Characters to a line, at least 40. */
  readonly width: number;
  /** Draw with ASCII only. */
  readonly ascii: boolean;
  readonly paint: Paint;
  /** Print Tokio's metrics too. Default: false. */
  readonly metrics?: boolean;
}

const unicodeCells: Readonly<Record<CellKind, string>> = {
  running: "▒",
  blocked: "█",
  partly: "░",
  driver: "·",
  idle: " ",
};
const asciiCells: Readonly<Record<CellKind, string>> = {
  running: "=",
  blocked: "#",
  partly: "-",
  driver: ".",
  idle: " ",
};

const legend: readonly (readonly [CellKind, string])[] = [
  ["blocked", "blocked"],
  ["running", "running"],
  ["partly", "partly busy"],
  ["driver", "awaits timers and I/O"],
];

/** The lines of the picture: a scale, a line for each lane, a legend. */
export function textLanes(trace: Trace, options: TextOptions): string[] {
  if (!(trace.endNs > 0)) return [];
  const cells = options.ascii ? asciiCells : unicodeCells;
  const { lanes, omitted } = lanesToShow(trace);
  const labelWidth = Math.max(8, ...lanes.map((lane) => trace.lanes[lane].name.length)) + 2;
  const columns = Math.max(20, options.width - labelWidth - 1);
  const index = indexLanes(trace);
  const edge = options.ascii ? "|" : "▏";
  const lines = lanes.map((lane) => {
    const kinds = laneCells(trace, index[lane], columns);
    return trace.lanes[lane].name.padEnd(labelWidth) + edge + drawn(kinds, cells, options.paint);
  });
  const key = legend
    .map(([kind, text]) => `${options.paint(kind, cells[kind])} ${text}`)
    .join("   ");
  return [
    options.paint("faint", scale(trace.endNs / 1e6, labelWidth + 1, columns)),
    ...lines,
    ...omitted.map((text) => options.paint("faint", `${"".padEnd(labelWidth + 1)}and ${text}`)),
    `${"".padEnd(labelWidth + 1)}${key}`,
  ];
}

/** Runs of the same kind are painted as one, which keeps escape sequences few. */
function drawn(
  kinds: readonly CellKind[],
  cells: Readonly<Record<CellKind, string>>,
  paint: Paint,
): string {
  let line = "";
  for (let start = 0; start < kinds.length;) {
    let end = start + 1;
    while (end < kinds.length && kinds[end] === kinds[start]) end++;
    line += paint(kinds[start], cells[kinds[start]].repeat(end - start));
    start = end;
  }
  return line.trimEnd();
}

/** What each of the columns shows of the lane. */
function laneCells(trace: Trace, indices: Int32Array, columns: number): CellKind[] {
  const { segments } = trace;
  const cellNs = trace.endNs / columns;
  const running = new Float64Array(columns);
  const blocked = new Float64Array(columns);
  const driver = new Float64Array(columns);
  for (const segment of indices) {
    const start = segments.startNs[segment];
    const end = Math.min(segments.endNs[segment], trace.endNs);
    const state = segments.state[segment];
    const sums =
      state === SegmentState.blocked ? blocked : state === SegmentState.driver ? driver : running;
    const last = Math.min(columns - 1, Math.floor(end / cellNs));
    for (let column = Math.floor(start / cellNs); column <= last; column++) {
      const from = Math.max(start, column * cellNs);
      const to = Math.min(end, (column + 1) * cellNs);
      if (to > from) sums[column] += to - from;
    }
  }
  return Array.from({ length: columns }, (_, column) => {
    const busy = running[column] + blocked[column];
    if (busy >= cellNs / 2) return blocked[column] >= running[column] ? "blocked" : "running";
    if (busy > 0) return "partly";
    return driver[column] >= cellNs / 2 ? "driver" : "idle";
  });
}

/** Times above the columns that they belong to; one that would run into another or past the end is left out. */
function scale(endMs: number, indent: number, columns: number): string {
  let line = "".padEnd(indent);
  for (const mark of scaleMarks(endMs, columns / 14)) {
    const column = indent + Math.round((mark / endMs) * columns);
    const text = formatMs(mark);
    const fits = column >= line.trimEnd().length + (mark === 0 ? 0 : 2);
    if (fits && column + text.length <= indent + columns) line = line.padEnd(column) + text;
  }
  return line;
}
