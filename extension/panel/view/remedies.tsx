import { formatMs } from "../model/format.js";
import type { Outcome } from "../model/outcome.js";
import { judge, remedyText, type Help } from "../model/remedies.js";
import type { Translate } from "../model/text.js";
import { useWords } from "./words.js";

interface Row {
  readonly key: string;
  readonly name: string;
  readonly figures: { readonly median: number; readonly low: number; readonly high: number } | null;
  readonly help: Help;
}

/** The fix as set in the steps, beside what the simulator tried: ranked by what others still wait, no help last. */
export function Remedies({ outcome, aloneMs }: { outcome: Outcome; aloneMs: number }) {
  const { t, locale } = useWords();
  const fixed = outcome.fixed.figures?.p99 ?? null;
  const harmMs = outcome.asWritten.figures?.p99.median ?? Infinity;
  const fix: Row = {
    key: "fix",
    name: t("the fix, as set below"),
    figures: fixed,
    help: judge(fixed?.median ?? null, (fixed?.median ?? Infinity) < harmMs, aloneMs),
  };
  const tried = outcome.remedies.map((remedy): Row => {
    const { name, afterMs, helps } = remedy;
    return {
      key: name,
      name: remedyText(remedy, t),
      figures: afterMs,
      help: judge(afterMs.median, helps, aloneMs),
    };
  });
  const rows = [fix, ...tried].sort(
    (a, b) =>
      Number(a.help === "no") - Number(b.help === "no") ||
      (a.figures?.median ?? Infinity) - (b.figures?.median ?? Infinity),
  );
  const fewest = Math.min(...outcome.remedies.map(({ seeds }) => seeds));
  return (
    <div>
      <h2 id="helps-title">{t("What would help")}</h2>
      <table aria-labelledby="helps-title">
        <thead>
          <tr>
            <th scope="col">{t("With")}</th>
            <th scope="col">{t("Others' p99")}</th>
            <th scope="col">{t("Does it help?")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures, help }) => (
            <tr key={key} class={key === "fix" ? "fix" : help}>
              <th scope="row">{name}</th>
              <td>
                {figures === null ? t("growing") : formatMs(figures.median, locale)}
                {figures !== null && (
                  <Range
                    low={formatMs(figures.low, locale)}
                    high={formatMs(figures.high, locale)}
                  />
                )}
              </td>
              <td class={`help ${help}`}>{helpWord(help, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {Number.isFinite(fewest) && (
        <p class="note">{t("Medians of {0} seeds, with their range.", fewest)}</p>
      )}
    </div>
  );
}

function Range({ low, high }: { readonly low: string; readonly high: string }) {
  return low === high ? null : (
    <span class="range">
      {low} – {high}
    </span>
  );
}

function helpWord(help: Help, t: Translate): string {
  switch (help) {
    case "cures":
      return t("yes, nobody waits");
    case "helps":
      return t("somewhat");
    case "no":
      return t("no");
  }
}
