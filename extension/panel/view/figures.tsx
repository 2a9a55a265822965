import { formatMs } from "../model/format.js";
import { variantNames, type Outcome, type VariantOutcome } from "../model/outcome.js";
import { Range } from "./range.js";
import { useWords } from "./words.js";

/** The bystander's latency as figures: the median over the seeds, and their range. */
export function Figures({ outcome, done }: { outcome: Outcome; done: boolean }) {
  const { t } = useWords();
  return (
    <section class="figures" aria-labelledby="figures-title">
      <h2 id="figures-title">{t("How long other requests take")}</h2>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col" class="as-written">
              {t("As written")}
            </th>
            <th scope="col" class="fixed">
              {t("With the fix")}
            </th>
          </tr>
        </thead>
        <tbody>
          <FigureRow outcome={outcome} figure="p50" name={t("Median")} />
          <FigureRow outcome={outcome} figure="p99" name={t("99th percentile")} />
          <FigureRow outcome={outcome} figure="max" name={t("Worst")} />
        </tbody>
      </table>
      <p class="note">
        {done
          ? t("Medians of {0} seeds, with their range.", outcome.seedsDone)
          : t("{0} of {1} seeds simulated …", outcome.seedsDone, outcome.seedsWanted)}
      </p>
    </section>
  );
}

interface FigureRowProps {
  readonly outcome: Outcome;
  readonly figure: "p50" | "p99" | "max";
  readonly name: string;
}

function FigureRow({ outcome, figure, name }: FigureRowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {variantNames.map((variant) => (
        <td key={variant} class={variant === "fixed" ? "fixed" : "as-written"}>
          <Figure variant={outcome[variant]} figure={figure} />
        </td>
      ))}
    </tr>
  );
}

function Figure({
  variant,
  figure,
}: {
  variant: VariantOutcome;
  figure: FigureRowProps["figure"];
}) {
  const { t, locale } = useWords();
  if (variant.figures === null) {
    return (
      <>
        <strong>{variant.growing ? t("growing") : t("none completed")}</strong>
        <Range spread={undefined} />
      </>
    );
  }
  const spread = variant.figures[figure];
  return (
    <>
      <strong>{formatMs(spread.median, locale)}</strong>
      <Range spread={spread} />
    </>
  );
}
