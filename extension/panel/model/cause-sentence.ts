/** Why others waited, in the user's language: the simulator's own sentence. */
import { tell, type PhrasedCause } from "unblock-simulator";
import { baseName, calledAs, formatMs } from "./format.js";
import type { Outcome } from "./outcome.js";
import type { Translate } from "./text.js";
import { threadName } from "./thread-name.js";

export function causeSentence(
  { phrase, blocker }: Pick<PhrasedCause, "phrase" | "blocker">,
  names: Outcome["names"],
  t: Translate,
  locale: string,
): string {
  const text = tell(phrase, {
    say: t,
    duration: (ms) => formatMs(ms, locale),
    lane: (lane) => threadName(lane, t),
    task: (name) => (name === names.bystander ? t("other request") : calledAs(name)),
  });
  // The line's own link follows; the sentence need not repeat the folders.
  const file = blocker?.at?.file;
  return file === undefined ? text : text.replaceAll(file, baseName(file));
}
