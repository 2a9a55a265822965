/** Where the time of a run goes: the shares of what is on top of the stack, by source file, from V8's own profiler. */
import { Session } from "node:inspector/promises";
import { runtimeModel } from "./queues.mjs";

/** What the files of the simulator are about. */
const subjects = [
  [/engine\/(simulation|event-queue)\.js$/, "clock and event queue"],
  [/engine\/(random|distribution)\.js$|runtime\/costs\.js$/, "random numbers"],
  [/runtime\/processors\.js$/, "processors shared by threads"],
  [/runtime\/(arrivals|task-table|program)\.js$/, "arrivals, tasks, samples"],
  [/runtime\/tokio\//, "polls, wake-ups, driver"],
  [/runtime\/(multi-thread|os-thread)/, "workers: searching, parking, notifying"],
];

/** Shares of 1 by subject, largest first. */
export async function profileModel(customers) {
  for (let round = 0; round < 5; round++) runtimeModel(customers / 10);
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 200 });
  await session.post("Profiler.start");
  runtimeModel(customers);
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const times = new Map();
  let total = 0;
  profile.samples.forEach((id, index) => {
    const { functionName, url } = nodes.get(id);
    if (functionName === "(idle)" || functionName === "(program)") return;
    const subject =
      functionName === "(garbage collector)"
        ? "garbage collection"
        : (subjects.find(([pattern]) => pattern.test(url))?.[1] ?? "other");
    times.set(subject, (times.get(subject) ?? 0) + profile.timeDeltas[index]);
    total += profile.timeDeltas[index];
  });
  return [...times]
    .sort((one, other) => other[1] - one[1])
    .map(([subject, time]) => ({ subject, share: time / total }));
}
