/** What a browser does only once, and slowly, done while the first simulation runs in its workers anyway. */
import { surfaceOf } from "./draw/surface.js";
import { readTheme } from "./draw/theme.js";
import { formatMoment, formatMs } from "./model/format.js";

/** Loads the language's figures, and what a canvas and its patterns need. Some 100 ms on a slow machine. */
export function warmUp(root: Element, locale: string): void {
  // After the page has its first frame: what can be shown already comes first.
  setTimeout(() => {
    for (const ms of [0.01, 1.5, 1500]) formatMs(ms, locale);
    formatMoment(1, locale);
    surfaceOf(document.createElement("canvas"), 8, 8, readTheme(root))?.context.fillText("1", 0, 4);
  });
}
