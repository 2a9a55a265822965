import type { RefObject } from "preact";
import type { PanelMessage } from "../../protocol.js";
import { pngOf, type DrawnLanes, type LegendEntry } from "../draw/picture-file.js";
import { readTheme, type PaintRole } from "../draw/theme.js";
import { timeTicks } from "../layout/ticks.js";
import type { TimeView } from "../layout/time-scale.js";
import {
  chromeTraceFile,
  fileStem,
  markdownFile,
  scenarioFile,
  svgFile,
  type ExportedFile,
} from "../model/exports.js";
import { headline } from "../model/headline.js";
import type { Outcome } from "../model/outcome.js";
import { useWords } from "./words.js";

interface ExportsProps {
  readonly outcome: Outcome;
  readonly view: TimeView;
  /** The element in which the lanes are drawn. */
  readonly page: RefObject<HTMLElement | null>;
  readonly post: (message: PanelMessage) => void;
}

/** Takes the picture, the run and the summary out of the panel. The client asks where to save them. */
export function Exports({ outcome, view, page, post }: ExportsProps) {
  const { t, locale } = useWords();
  const save = ({ fileName, text }: ExportedFile) => {
    post({ type: "export", fileName, text });
  };
  const savePng = () => {
    if (page.current === null) return;
    const style = getComputedStyle(document.body);
    const { text, fix } = headline(outcome, t, locale);
    const png = pngOf(drawnLanes(page.current), {
      headline: `${text} ${fix}`,
      ticks: (width) => timeTicks(view, width, undefined, locale),
      legend: drawnLegend(page.current),
      theme: readTheme(page.current),
      background: style.backgroundColor,
      foreground: style.color,
      font: style.fontFamily,
    });
    if (png === undefined) return;
    post({ type: "export", fileName: `${fileStem(outcome)}.png`, text: png, encoding: "base64" });
  };
  const kinds: readonly (readonly [string, () => void])[] = [
    [t("Picture (PNG)"), savePng],
    [
      t("Picture (SVG)"),
      () => {
        save(svgFile(outcome, view, t, locale));
      },
    ],
    [
      t("Scenario as written (JSON)"),
      () => {
        save(scenarioFile(outcome, "as-written"));
      },
    ],
    [
      t("Scenario with the fix (JSON)"),
      () => {
        save(scenarioFile(outcome, "fixed"));
      },
    ],
    [
      t("Trace for Perfetto"),
      () => {
        save(chromeTraceFile(outcome));
      },
    ],
    [
      t("Summary (Markdown)"),
      () => {
        save(markdownFile(outcome, t, locale));
      },
    ],
  ];
  return (
    <section class="exports" aria-labelledby="exports-title">
      <h2 id="exports-title">{t("Export")}</h2>
      {kinds.map(([name, run]) => (
        <button key={name} type="button" onClick={run}>
          {name}
        </button>
      ))}
    </section>
  );
}

/** What stands in the legend, by the colour or pattern that it explains. */
function drawnLegend(page: HTMLElement): readonly LegendEntry[] {
  return [...page.querySelectorAll<HTMLElement>(".legend li")].flatMap((entry) => {
    const role = entry.dataset["role"];
    return role === undefined ? [] : [{ role: role as PaintRole, text: entry.textContent }];
  });
}

/** The variants' canvases with the names of their rows, as they stand on the page. */
function drawnLanes(page: HTMLElement): readonly DrawnLanes[] {
  return [...page.querySelectorAll<HTMLElement>(".variant")].flatMap((variant) => {
    const canvas = variant.querySelector("canvas");
    if (canvas === null) return [];
    const names = [...variant.querySelectorAll<HTMLElement>(".lane-name, .row-name")].map(
      (row) => ({
        text: row.firstChild?.textContent ?? "",
        y: row.offsetTop + row.offsetHeight / 2,
      }),
    );
    return [{ title: variant.querySelector("h3")?.textContent ?? "", canvas, names }];
  });
}
