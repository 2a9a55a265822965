import type { Spread } from "unblock-simulator";
import { formatMs } from "../model/format.js";
import type { Explained } from "../model/outcome.js";
import { judge, remedyText, type Help } from "../model/remedies.js";
import type { Translate } from "../model/text.js";
import { Range } from "./range.js";
import { useWords } from "./words.js";

interface Row {
  readonly key: string;
  readonly name: string;
  readonly figures: Spread | null;
  readonly help: Help;
}

interface RemediesProps {
  readonly explained: Explained;
  /** Whether the figures are of what is shown now; else their rows are kept without them, until they are there. */
  readonly current: boolean;
  readonly done: boolean;
  readonly aloneMs: number;
}

/** The fix as set in the steps, beside what the simulator tried: ranked by what others still wait, no help last. */
export function Remedies({ explained: outcome, current, done, aloneMs }: RemediesProps) {
  const { t, locale } = useWords();
  const { remedies, seedsDone, seedsWanted } = outcome.reasons;
  const fixed = outcome.fixed.figures?.p99 ?? null;
  const harmMs = outcome.asWritten.figures?.p99.median ?? Infinity;
  const fix: Row = {
    key: "fix",
    name: t("the fix, as set below"),
    figures: fixed,
    help: judge(fixed?.median ?? null, (fixed?.median ?? Infinity) < harmMs, aloneMs),
  };
  const tried = remedies.map((remedy): Row => {
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
  return (
    <div>
      <h2 id="helps-title">{t("What would help")}</h2>
      <table aria-labelledby="helps-title" aria-busy={!current}>
        <thead>
          <tr>
            <th scope="col">{t("With")}</th>
            <th scope="col">{t("Others' p99")}</th>
            <th scope="col">{t("Does it help?")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures, help }) => (
            <tr key={key} class={key === "fix" ? "fix" : current ? help : ""}>
              <th scope="row">{name}</th>
              <td>
                {!current
                  ? "…"
                  : figures === null
                    ? t("growing")
                    : formatMs(figures.median, locale)}
                <Range spread={current ? (figures ?? undefined) : undefined} />
              </td>
              <td class={`help ${help}`}>{current ? helpWord(help, t) : "…"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {remedies.length > 0 && (
        <p class="note">
          {done
            ? t("Medians of {0} seeds, with their range.", seedsDone)
            : t("{0} of {1} seeds simulated …", current ? seedsDone : 0, seedsWanted)}
        </p>
      )}
    </div>
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
