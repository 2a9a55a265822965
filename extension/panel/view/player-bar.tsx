import { formatMoment } from "../model/format.js";
import { waitingAt } from "../model/moments.js";
import type { Outcome } from "../model/outcome.js";
import type { Player } from "./use-player.js";
import { useWords } from "./words.js";

/** Play, pause and step, and how many wait at the moment that is shown. */
export function PlayerBar({ player, outcome }: { player: Player; outcome: Outcome }) {
  const { t, locale } = useWords();
  const { nowNs, playing } = player;
  const waiting = (variant: "asWritten" | "fixed") =>
    nowNs === undefined ? 0 : waitingAt(outcome[variant].trace, outcome.names.bystander, nowNs);
  return (
    <div class="player">
      <div role="toolbar" aria-label={t("Play through the run")}>
        <button
          type="button"
          aria-label={t("One step back")}
          onClick={() => {
            player.step("back");
          }}
        >
          ‹
        </button>
        <button type="button" onClick={player.toggle}>
          {playing ? t("Pause") : t("Play")}
        </button>
        <button
          type="button"
          aria-label={t("One step on")}
          onClick={() => {
            player.step("forward");
          }}
        >
          ›
        </button>
      </div>
      {nowNs !== undefined && (
        <output aria-live={playing ? "off" : "polite"}>
          {t(
            "{0}: as written {1} requests wait, with the fix {2}",
            formatMoment(nowNs, locale),
            waiting("asWritten"),
            waiting("fixed"),
          )}
        </output>
      )}
    </div>
  );
}
