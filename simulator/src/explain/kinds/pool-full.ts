/** All threads of a pool were busy: what was handed to it queued there. */
import { duration, victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";

const names = { blocking: "blocking pool", libuv: "libuv thread", parallel: "data-parallel pool" };

export function poolFull({ blocker, queueKind, victims, poolThreads, peakQueue }: Facts): string {
  const pool = names[queueKind as keyof typeof names];
  const threads =
    queueKind === "libuv"
      ? `All ${poolThreads} libuv threads`
      : `All ${poolThreads} threads of the ${pool}`;
  const grew = peakQueue > 1 ? `; the queue grew to ${peakQueue}` : "";
  return (
    `${threads} were busy at ${duration(blocker.fromMs)}, one of them with "${blocker.task}" for ` +
    `${duration(blocker.toMs - blocker.fromMs)}${grew}: ${victimsWaited(victims)}.`
  );
}
