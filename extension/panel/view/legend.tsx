import { calledAs } from "../model/format.js";
import { useWords } from "./words.js";

/** What colours and patterns mean. */
export function Legend({ called }: { called: string }) {
  const { t } = useWords();
  const entries = [
    ["blocked", t("blocked by {0}", calledAs(called))],
    ["calling", t("computing for {0}", calledAs(called))],
    ["offloaded", t("working off the event loop")],
    ["running", t("computing for others")],
    ["waiting", t("waiting for a thread")],
    ["awaiting", t("awaiting I/O")],
    ["driver", t("idle, in the driver")],
    ["stolen", t("stolen from another worker")],
  ] as const;
  return (
    <ul class="legend" aria-label={t("Legend")}>
      {entries.map(([role, text]) => (
        <li key={role}>
          <span class={`swatch ${role}`} aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  );
}
