/**
 * A worker that came back from the driver with one task and did not hand the driver over: while that task runs, nobody
 * looks at timers and I/O, however many workers are idle (tokio issue 4730).
 */
import { didWhat, idleWorkers, victimsWaited } from "../phrases.js";
import type { Facts } from "../facts.js";

export function driverHeld({ blocker, victims, idle }: Facts): string {
  const although = idle > 0 ? ` although ${idleWorkers(idle)}` : "";
  return `${blocker.lane} held the timers and ${didWhat(blocker)}, so ${victimsWaited(victims)}${although}.`;
}
