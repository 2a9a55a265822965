import { loadAloneMs } from "unblock-simulator";
import { useMemo } from "preact/hooks";
import { judge, type AlternativeResult, type Help } from "../model/alternatives.js";
import { stepLabels } from "../model/describe.js";
import { baseName, calledAs, formatMs, formatNumber } from "../model/format.js";
import type { Outcome } from "../model/outcome.js";
import type { Translate } from "../model/text.js";
import { why } from "../model/why.js";
import { useWords } from "./words.js";

interface WhyProps {
  readonly outcome: Outcome;
  readonly onOpen: (file: string, line: number) => void;
}

/** Why the unluckiest request waited, and what would have helped it. */
export function Why({ outcome, onOpen }: WhyProps) {
  const { t, locale } = useWords();
  const labels = useMemo(() => stepLabels(outcome.model), [outcome.model]);
  const found = useMemo(() => why(outcome, labels), [outcome.asWritten.trace, labels]);
  if (found === undefined) return null;
  const called = calledAs(outcome.names.called);
  return (
    <section class="why" aria-labelledby="why-title">
      <div>
        <h2 id="why-title">{t("Why the worst of them waited")}</h2>
        <p>
          {found.threads === 1
            ? t(
                "It took {0}. There is one thread for everybody, and meanwhile {1} held it for {2}:",
                formatMs(found.tookMs, locale),
                called,
                formatMs(found.heldMs, locale),
              )
            : t(
                "It took {0}. There are {1} threads for everybody, and meanwhile {2} held them for {3} in all:",
                formatMs(found.tookMs, locale),
                found.threads,
                called,
                formatMs(found.heldMs, locale),
              )}
        </p>
        <ol>
          {found.holders.map(({ label, at, times, heldMs }) => (
            <li key={`${at?.file ?? ""}:${at?.line ?? ""}`}>
              <strong class="label">{label}</strong>{" "}
              {at !== undefined && (
                <button
                  class="link"
                  type="button"
                  onClick={() => {
                    onOpen(at.file, at.line);
                  }}
                >
                  {baseName(at.file)}:{at.line}
                </button>
              )}{" "}
              {t("{0} in {1} calls", formatMs(heldMs, locale), times)}
            </li>
          ))}
        </ol>
      </div>
      <Alternatives outcome={outcome} />
    </section>
  );
}

/** The fix beside what people try instead, best first. */
function Alternatives({ outcome }: { outcome: Outcome }) {
  const { t, locale } = useWords();
  const aloneMs = loadAloneMs(outcome.load);
  const harmMs = outcome.asWritten.figures?.p99.median ?? null;
  const rows = [
    { name: t("The fix"), p99: outcome.fixed.figures?.p99.median ?? null, fix: true },
    ...outcome.alternatives.map((result) => ({
      name: alternativeName(result, t, locale),
      p99: result.bystander.latencyMs?.p99.median ?? null,
      fix: false,
    })),
  ].sort((a, b) => (a.p99 ?? Infinity) - (b.p99 ?? Infinity));
  return (
    <div>
      <h2 id="helps-title">{t("What would help")}</h2>
      <table aria-labelledby="helps-title">
        <thead>
          <tr>
            <th scope="col">{t("Instead")}</th>
            <th scope="col">{t("Others' p99")}</th>
            <th scope="col">{t("Does it help?")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, p99, fix }) => {
            const help = judge(harmMs, p99, aloneMs);
            return (
              <tr key={name} class={fix ? "fix" : ""}>
                <th scope="row">{name}</th>
                <td>{p99 === null ? t("growing") : formatMs(p99, locale)}</td>
                <td class={`help ${help}`}>{helpWord(help, t)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function alternativeName(
  { alternative: { kind, value } }: AlternativeResult,
  t: Translate,
  locale: string,
): string {
  const number = formatNumber(value, locale);
  switch (kind) {
    case "processes":
      return t("{0} processes", number);
    case "workers":
      return t("{0} workers", number);
    case "libuv-threads":
      return t("{0} libuv threads", number);
    case "blocking-threads":
      return t("{0} blocking pool threads", number);
    case "cores":
      return t("{0} cores", number);
    case "fewer-calls":
      return t("{0} calls per second", number);
    case "fewer-at-once":
      return t("{0} calls at once", number);
  }
}

function helpWord(help: Help, t: Translate): string {
  switch (help) {
    case "cures":
      return t("yes, nobody waits");
    case "helps":
      return t("somewhat");
    case "hardly":
      return t("hardly");
    case "no":
      return t("no");
  }
}
