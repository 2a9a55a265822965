import { countsBetween } from "../model/bins.js";
import { formatMs } from "../model/format.js";
import { variantNames, type Outcome } from "../model/outcome.js";
import { axisShare, decades, logAxis } from "../layout/log-axis.js";
import { useWords } from "./words.js";

const width = 400;
const rowHeight = 54;
const axisHeight = 18;
const gap = 6;

/** Both distributions over one logarithmic axis, one above the other: how often a request took how long. */
export function Distribution({ outcome }: { outcome: Outcome }) {
  const { t, locale } = useWords();
  const bins = variantNames.map((variant) => outcome[variant].bins);
  const axis = logAxis(bins);
  const counts = bins.map((each) => countsBetween(each, ...axis));
  const bottom = 2 * (rowHeight + gap);
  return (
    <section class="distribution" aria-labelledby="distribution-title">
      <h2 id="distribution-title">{t("Distribution of their latency")}</h2>
      <svg
        viewBox={`0 0 ${width} ${bottom + axisHeight}`}
        role="img"
        aria-label={t("How often other requests took how long, on a logarithmic axis")}
      >
        {decades(axis).map((ms) => {
          const x = axisShare(axis, ms) * width;
          const anchor = x < 20 ? "start" : x > width - 20 ? "end" : "middle";
          return (
            <g key={ms}>
              <line class="grid" x1={x} x2={x} y1={0} y2={bottom} />
              <text x={x} y={bottom + axisHeight - 4} text-anchor={anchor}>
                {formatMs(ms, locale)}
              </text>
            </g>
          );
        })}
        {variantNames.map((variant, row) => (
          <Bars
            key={variant}
            name={variant === "fixed" ? "fixed" : "as-written"}
            counts={counts[row] ?? []}
            base={(row + 1) * (rowHeight + gap) - gap}
            label={variant === "fixed" ? t("With the fix") : t("As written")}
          />
        ))}
      </svg>
    </section>
  );
}

interface BarsProps {
  readonly name: string;
  readonly counts: readonly number[];
  readonly base: number;
  readonly label: string;
}

/** Heights are square roots, so that the few that waited longest can be seen beside the many that did not. */
function Bars({ name, counts, base, label }: BarsProps) {
  const most = Math.max(1, ...counts);
  const step = width / counts.length;
  return (
    <g class={name}>
      <line class="base" x1={0} x2={width} y1={base} y2={base} />
      {counts.map((count, bin) => {
        if (count === 0) return null;
        const height = Math.max(2, Math.sqrt(count / most) * (rowHeight - 14));
        return (
          <rect
            key={bin}
            x={bin * step + 0.5}
            y={base - height}
            width={Math.max(1, step - 1)}
            height={height}
          />
        );
      })}
      <text x={width} y={base - rowHeight + 10} text-anchor="end">
        {label}
      </text>
    </g>
  );
}
