import { impactBars } from "../model/impact.js";
import type { Outcome } from "../model/outcome.js";
import { useWords } from "./words.js";

/** Both figures of the headline as bars to scale: seen before anything is read. The table below says the same in words. */
export function Impact({ outcome }: { outcome: Outcome }) {
  const { t, locale } = useWords();
  return (
    <div class="impact" aria-hidden="true">
      {impactBars(outcome, t, locale).map(({ variant, share, figure, endless }) => (
        <div
          key={variant}
          class={`impact-row ${variant === "fixed" ? "fixed" : "as-written"} ${endless ? "endless" : ""}`}
        >
          <span class="impact-name">
            {variant === "fixed" ? t("With the fix") : t("As written")}
          </span>
          <span class="impact-track">
            <span class="impact-bar" style={{ width: `${share * 100}%` }} />
          </span>
          <span class="impact-figure">{figure}</span>
        </div>
      ))}
      <p class="impact-axis">{t("how long the slowest in a hundred other requests take")}</p>
    </div>
  );
}
