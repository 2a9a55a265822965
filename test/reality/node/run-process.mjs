/** One run in this process: `run-process.mjs SCENARIO NUMBER ADDON`. Prints a line of JSON. */
import { readFileSync, writeSync } from "node:fs";
import { Buffer } from "node:buffer";
import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers";
import { arrivals, deliver, timeZero } from "./arrivals.mjs";
import { ExpectedError } from "./compile.mjs";
import { merge, World } from "./world.mjs";

const [file, number, addonPath] = process.argv.slice(2);
const scenario = JSON.parse(readFileSync(file, "utf8"));
const endsOnErrors = scenario.runtime.unhandledRejections === "throw";
let died = () => {};
if (endsOnErrors) {
  // Where this is not listened to, the process ends in its place; the rehearsals before time zero go on.
  process.on("uncaughtException", (error) => {
    if (!(error instanceof ExpectedError)) throw error;
    died();
  });
}
const world = await World.prepare(scenario, Number(number), addonPath);
const expected = arrivals(scenario, Number(number));
world.begin(timeZero(expected.length));
died = end;

const ends = [
  deliver(expected, world.zero, world.addon, ({ atMs, task, index }) => {
    const running = world.start(task, world.zero + atMs, index);
    return endsOnErrors ? undefined : running;
  }).then(() => world.idle()),
];
if (scenario.stopAfterMs !== undefined) {
  const left = world.zero + scenario.stopAfterMs - performance.now();
  ends.push(new Promise((resolve) => setTimeout(resolve, left + 1)));
}
await Promise.race(ends);
end();

function end() {
  write(JSON.stringify(merge(scenario, [world.result()])));
  process.exit(0);
}

/** All of it, before the process exits. */
function write(text) {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(1, bytes, done);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}
