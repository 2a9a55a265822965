import { loadAloneMs, type PhrasedCause } from "unblock-simulator";
import { causeSentence } from "../model/cause-sentence.js";
import { causeTitle } from "../model/cause-title.js";
import { threadName } from "../model/thread-name.js";
import { baseName, calledAs, formatMs } from "../model/format.js";
import type { Explained, Outcome } from "../model/outcome.js";
import type { WorstWait } from "../model/why.js";
import { Remedies } from "./remedies.js";
import { useWords } from "./words.js";

interface WhyProps {
  readonly explained: Explained;
  /** Whether that is what the lanes show now. */
  readonly current: boolean;
  readonly done: boolean;
  readonly worst: WorstWait | undefined;
  readonly onOpen: (file: string, line: number) => void;
  /** Brings a segment of the run as written into view. */
  readonly onShow: (segment: number) => void;
}

const mostCauses = 3;

/** Why others waited, in the simulator's own words; the chain of the worst wait; and what would help. */
export function Why({ explained, current, done, worst, onOpen, onShow }: WhyProps) {
  const { t } = useWords();
  const { causes } = explained.reasons;
  const nobodyWaited = causes.length === 0 && worst === undefined;
  return (
    <section class="why" aria-labelledby="why-title">
      <div>
        <h2 id="why-title">{t("Why others waited")}</h2>
        {nobodyWaited && <p>{t("Nobody had to wait in the shown run.")}</p>}
        <ul class="causes">
          {causes.slice(0, mostCauses).map((cause, index) => (
            <CauseItem key={index} names={explained.names} {...{ cause, onOpen, onShow }} />
          ))}
        </ul>
        {worst !== undefined && <Chain {...{ explained, worst, onOpen, onShow }} />}
      </div>
      {!nobodyWaited && (
        <Remedies {...{ explained, current, done }} aloneMs={loadAloneMs(explained.load)} />
      )}
    </section>
  );
}

function CauseItem({
  cause,
  names,
  onOpen,
  onShow,
}: Pick<WhyProps, "onOpen" | "onShow"> & {
  readonly cause: PhrasedCause;
  readonly names: Outcome["names"];
}) {
  const { t, locale } = useWords();
  const at = cause.blocker?.at ?? null;
  const [segment] = cause.events.segments;
  return (
    <li>
      <strong>{causeTitle(cause, t)}</strong>
      <p>{causeSentence(cause, names, t, locale)}</p>
      {at !== null && <LineButton {...at} onOpen={onOpen} />}
      {segment !== undefined && (
        <button
          class="link"
          type="button"
          onClick={() => {
            onShow(segment);
          }}
        >
          {t("Show in the lanes")}
        </button>
      )}
    </li>
  );
}

/** What held the thread while the unluckiest waited, with the numbers that the lanes show. */
function Chain({
  explained: outcome,
  worst,
  onOpen,
  onShow,
}: Pick<WhyProps, "explained" | "onOpen" | "onShow"> & { readonly worst: WorstWait }) {
  const { t, locale } = useWords();
  const called = calledAs(outcome.names.called);
  const [took, held] = [formatMs(worst.tookMs, locale), formatMs(worst.heldMs, locale)];
  const [lane] = worst.lanes;
  const sentence =
    worst.lanes.length > 1
      ? t(
          "The worst of them took {0}. There are {1} threads for everybody, and meanwhile {2} held them for {3} in all:",
          took,
          worst.lanes.length,
          called,
          held,
        )
      : worst.bound
        ? t(
            "The worst of them took {0}. It could run on {1} alone, and meanwhile {2} held that for {3}:",
            took,
            threadName(outcome.asWritten.trace.lanes[lane ?? -1], t),
            called,
            held,
          )
        : t(
            "The worst of them took {0}. There is one thread for everybody, and meanwhile {1} held it for {2}:",
            took,
            called,
            held,
          );
  return (
    <>
      <p>{sentence}</p>
      <ol class="chain">
        {worst.holders.map(({ label, at, times, heldMs, longest }, index) => (
          <li key={`${at?.file ?? ""}:${at?.line ?? ""}`}>
            <button
              class="badge"
              type="button"
              aria-label={t("{0}: show {1} in the lanes", index + 1, label)}
              onClick={() => {
                onShow(longest);
              }}
            >
              {index + 1}
            </button>{" "}
            <strong class="label">{label}</strong>{" "}
            {at !== undefined && <LineButton {...at} onOpen={onOpen} />}{" "}
            {t("{0} in {1} calls", formatMs(heldMs, locale), times)}
          </li>
        ))}
      </ol>
    </>
  );
}

function LineButton({
  file,
  line,
  onOpen,
}: {
  readonly file: string;
  readonly line: number;
  readonly onOpen: WhyProps["onOpen"];
}) {
  return (
    <button
      class="link"
      type="button"
      onClick={() => {
        onOpen(file, line);
      }}
    >
      {baseName(file)}:{line}
    </button>
  );
}
