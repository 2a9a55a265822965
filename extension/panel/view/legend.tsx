import { calledAs } from "../model/format.js";
import { useWords } from "./words.js";

interface LegendProps {
  /** The name of the function that is shown. */
  readonly called: string;
  /** Whether workers may steal from each other. */
  readonly steals: boolean;
  /** Whether idle threads wait in a driver, as Tokio calls what waits for timers and I/O. */
  readonly hasDriver: boolean;
}

/** What colours and patterns mean. */
export function Legend({ called, steals, hasDriver }: LegendProps) {
  const { t } = useWords();
  const entries = [
    ["blocked", t("blocked by {0}", calledAs(called))],
    ["calling", t("computing for {0}", calledAs(called))],
    ["offloaded", t("working off the event loop")],
    ["running", t("computing for others")],
    ["waiting", t("waiting for a thread")],
    ["awaiting", t("awaiting I/O")],
    ["driver", hasDriver ? t("idle, in the driver") : t("idle")],
    ...(steals ? ([["stolen", t("stolen from another worker")]] as const) : []),
  ] as const;
  return (
    <ul class="legend" aria-label={t("Legend")}>
      {entries.map(([role, text]) => (
        <li key={role} data-role={role}>
          <span class={`swatch ${role}`} aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  );
}
