/** The result as two lengths: how long the unlucky among the others take, as written and with the fix. */
import { loadAloneMs } from "unblock-simulator";
import { formatMs } from "./format.js";
import { variantNames, type Outcome, type VariantName } from "./outcome.js";
import type { Translate } from "./text.js";

export interface ImpactBar {
  readonly variant: VariantName;
  /** Of the longer bar, from 0 to 1. */
  readonly share: number;
  /** "230 ms". */
  readonly figure: string;
  /** The load grows without end: the bar has none either. */
  readonly endless: boolean;
}

/** The 99th percentiles to scale, from zero; an endless one is drawn at full length. */
export function impactBars(outcome: Outcome, t: Translate, locale: string): readonly ImpactBar[] {
  const p99 = (variant: VariantName) => outcome[variant].figures?.p99.median;
  // Two bars of some milliseconds would both look long: nothing shorter than ten requests fills the width.
  const full = Math.max(
    10 * loadAloneMs(outcome.load),
    ...variantNames.map((variant) => p99(variant) ?? 0),
  );
  return variantNames.map((variant) => {
    const ms = p99(variant);
    if (ms !== undefined) {
      return { variant, share: ms / full, figure: formatMs(ms, locale), endless: false };
    }
    const { growing } = outcome[variant];
    const figure = growing ? t("longer and longer") : t("none completed");
    return { variant, share: growing ? 1 : 0, figure, endless: growing };
  });
}
