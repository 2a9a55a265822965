import type { Spread } from "unblock-simulator";
import { formatMs } from "../model/format.js";
import { useWords } from "./words.js";

/** From the least to the most, under a figure. An empty line where there is no range, so that the row keeps its height. */
export function Range({ spread }: { readonly spread: Spread | undefined }) {
  const { locale } = useWords();
  return (
    <span class="range">
      {spread !== undefined &&
        spread.low !== spread.high &&
        `${formatMs(spread.low, locale)} – ${formatMs(spread.high, locale)}`}
    </span>
  );
}
