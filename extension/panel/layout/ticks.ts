/** Round numbers for the axes. */
import { numberFormat } from "../model/format.js";
import { spanNs, toX, type TimeView } from "./time-scale.js";

export interface Tick {
  readonly x: number;
  readonly label: string;
}

const nsPerMs = 1e6;

/** The smallest of 1, 2 and 5 times a power of ten that is at least `atLeast`. */
export function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= atLeast * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Ticks of the time axis, no closer than `leastDistance` pixels; all labels in the same unit. */
export function timeTicks(
  view: TimeView,
  width: number,
  leastDistance = 90,
  locale = "en",
): readonly Tick[] {
  if (width <= 0) return [];
  const stepMs = roundStep((spanNs(view) / nsPerMs) * (leastDistance / width));
  const inSeconds = stepMs >= 100;
  const unitMs = inSeconds ? 1000 : 1;
  const digits = Math.max(0, -Math.floor(Math.log10(stepMs / unitMs) + 1e-9));
  const format = numberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const first = Math.ceil(view.startNs / nsPerMs / stepMs - 1e-9);
  const last = Math.floor(view.endNs / nsPerMs / stepMs + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const ms = (first + index) * stepMs;
    return {
      x: toX(view, width, ms * nsPerMs),
      label: `${format.format(ms / unitMs)} ${inSeconds ? "s" : "ms"}`,
    };
  });
}
