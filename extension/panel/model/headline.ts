/** The one sentence that says what the function does to everybody else. */
import { loadAloneMs } from "unblock-simulator";
import { calledAs, formatMs, formatRatio } from "./format.js";
import type { Outcome } from "./outcome.js";
import type { Translate } from "./text.js";

/** Below this a wait is within what chance does. */
const harmlessRatio = 1.15;

export interface Headline {
  /** For the colour: does the function do harm? */
  readonly verdict: "harm" | "harmless" | "overload";
  /** The figure that everybody remembers: "148×"; "" where there is none. */
  readonly ratio: string;
  readonly text: string;
  /** What the fix makes of it; "" where there is nothing to fix. */
  readonly fix: string;
}

export function headline(outcome: Outcome, t: Translate, locale: string): Headline {
  const { asWritten, fixed, names } = outcome;
  const called = calledAs(names.called);
  const aloneMs = loadAloneMs(outcome.load);
  const alone = formatMs(aloneMs, locale);
  if (asWritten.figures === null) {
    return {
      verdict: "overload",
      ratio: "∞",
      text: t(
        "{0} takes more time than there is at this load: other requests wait longer and longer.",
        called,
      ),
      fix: fixSentence(outcome, t, locale),
    };
  }
  const p99 = asWritten.figures.p99.median;
  const ratio = p99 / (fixed.figures?.p99.median ?? aloneMs);
  if (ratio < harmlessRatio) {
    return {
      verdict: "harmless",
      ratio: "",
      text: t(
        "While {0} runs, a request that takes {1} alone takes {2} (p99): nobody waits for it.",
        called,
        alone,
        formatMs(p99, locale),
      ),
      fix: "",
    };
  }
  return {
    verdict: "harm",
    ratio: formatRatio(ratio, locale),
    text: t(
      "While {0} runs, a request that takes {1} alone takes {2} (p99).",
      called,
      alone,
      formatMs(p99, locale),
    ),
    fix: fixSentence(outcome, t, locale),
  };
}

function fixSentence({ fixed }: Outcome, t: Translate, locale: string): string {
  return fixed.figures === null
    ? t("With the fix the load still cannot be served.")
    : t("With the fix: {0}.", formatMs(fixed.figures.p99.median, locale));
}
