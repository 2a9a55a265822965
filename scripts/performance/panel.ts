/** The performance page's section about the panel, from what `npm run bench:panel -- --record` wrote. */

interface Spread {
  readonly median: number;
  readonly slowest: number;
}

interface LoadFigures {
  readonly name: string;
  readonly segments: number;
  readonly firstPicture: Spread;
  readonly sliderFrame: Spread;
  /** What is in view, as newly simulated. */
  readonly sliderPicture: Spread;
  /** The same since the pointer moved. */
  readonly sliderPointer: Spread;
  /** The same as a number of the display's frames; 1: that in which the change is handed on. */
  readonly sliderFrames: Spread;
  readonly sliderWhole: Spread;
  readonly pan: Spread;
}

export interface PanelRecord {
  readonly machine: {
    readonly date: string;
    readonly processor: string;
    readonly processors: number;
    readonly system: string;
    readonly browser: string;
  };
  /** Until the browser has painted the same page without its script. */
  readonly emptyPage: Spread;
  /** The default load, then one of many segments. */
  readonly loads: readonly LoadFigures[];
}

/** Renders the section. */
export function panelSection({ machine, emptyPage, loads }: PanelRecord): string {
  const columns = loads.map(({ name }) => name);
  const rows: readonly (readonly [string, (load: LoadFigures) => string])[] = [
    ["segments, both variants", ({ segments }) => segments.toLocaleString("en")],
    ["first picture (target 300 ms)", ({ firstPicture }) => cell(firstPicture)],
    ["slider moved, its value drawn", ({ sliderFrame }) => cell(sliderFrame)],
    [
      "slider moved, new simulation drawn (target one frame, and 100 ms)",
      ({ sliderPicture }) => cell(sliderPicture),
    ],
    ["the same since the pointer moved", ({ sliderPointer }) => cell(sliderPointer)],
    [
      "in frames of the display",
      ({ sliderFrames: { median, slowest } }) => `${median} (${slowest})`,
    ],
    ["slider moved, whole run drawn", ({ sliderWhole }) => cell(sliderWhole)],
    ["pan, both variants drawn anew", ({ pan }) => cell(pan)],
  ];
  return `## The panel

Measured on ${machine.date}: ${machine.processors} processors (${machine.processor}), ${machine.system}, ${machine.browser} without a
graphics processor, so that drawing costs more than on a desktop. \`npm run bench:panel\` measures it on yours.

Medians, in brackets the slowest. The first picture is measured from the start of the navigation to the page, with the function at hand as
after a reload, in a window that is there already; it comes from a short run, which the full ones replace. The same page without its script
is painted after ${cell(emptyPage)}.

| | ${columns.join(" | ")} |
| --- | ${columns.map(() => "---:").join(" | ")} |
${rows.map(([title, figure]) => `| ${title} | ${loads.map(figure).join(" | ")} |`).join("\n")}

A slider is dragged by real movements of a pointer, which a browser hands on at the begin of a frame: from then on it is measured until
the new lanes and figures have been painted, and once more since the movement itself. One frame of the display is the very frame
in which the change is handed on; it lasts as long as it takes to paint it. Both variants are simulated over 30 s of virtual time for that; where the run is long, first as
far as the lanes that are in view, then as a whole. A target that the table misses is missed on this machine.`;
}

function cell({ median, slowest }: Spread): string {
  return `${median.toFixed(0)} ms (${slowest.toFixed(0)})`;
}
