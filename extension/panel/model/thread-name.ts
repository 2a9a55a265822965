/** What threads and queues are called in the user's language: the trace has their English names, with numbers. */
import type { Lane, Queue } from "unblock-simulator";
import type { Translate } from "./text.js";

/** "worker 3", "event loop", "libuv 0 2"; a name that the panel does not know stays as it is. */
export function threadName(lane: Lane | undefined, t: Translate): string {
  return lane === undefined ? "" : numbered(lane.name, (name) => knownThread(name, t));
}

/** A queue's name that cannot be taken for that of its thread. */
export function queueName(queue: Queue | undefined, t: Translate): string {
  if (queue === undefined) return "";
  const name = numbered(queue.name, (base) => knownQueue(base, t) ?? knownThread(base, t));
  return queue.name.includes("queue") ? name : t("queue: {0}", name);
}

function numbered(name: string, known: (base: string) => string | undefined): string {
  const [, base = name, numbers = ""] = /^(.*?)((?: \d+)*)$/u.exec(name) ?? [];
  return `${known(base) ?? base}${numbers}`;
}

function knownThread(name: string, t: Translate): string | undefined {
  switch (name) {
    case "worker":
      return t("worker");
    case "event loop":
      return t("event loop");
    case "runtime thread":
      return t("runtime thread");
    case "blocking":
      return t("blocking");
    case "worker thread":
      return t("worker thread");
    case "libuv":
      return t("libuv");
    case "parallel":
      return t("parallel");
    default:
      return undefined;
  }
}

function knownQueue(name: string, t: Translate): string | undefined {
  switch (name) {
    case "injection queue":
      return t("injection queue");
    case "remote queue":
      return t("remote queue");
    case "local queue":
      return t("local queue");
    case "LIFO slot":
      return t("LIFO slot");
    case "blocking pool":
      return t("blocking pool");
    case "parallel injector":
      return t("parallel injector");
    case "worker threads":
      return t("worker threads");
    default:
      return undefined;
  }
}
