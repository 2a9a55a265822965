/**
 * Runs pairs of modules in plain Node, as written and as moved to a thread, and prints as JSON what came of each and
 * the event loop's worst delay meanwhile, in milliseconds.
 *
 * Usage: node run-delays.mjs <pairs.json>, a list of `{ name, before, after }`. Each module exports `run()`.
 */
import fs from "node:fs";
import { clearInterval, setInterval } from "node:timers";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";

/** The result or the error of a function, and the longest time that a timer of 1 ms was kept waiting meanwhile. */
async function watched(run) {
  let worst = 0;
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    worst = Math.max(worst, now - last - 1);
    last = now;
  };
  const timer = setInterval(tick, 1);
  await sleep(5);
  worst = 0;
  let outcome;
  try {
    outcome = inspect(await run(), { maxArrayLength: 20, maxStringLength: 200 });
  } catch (error) {
    const { name, message, code, errno } = error;
    outcome = { name, message, code, errno };
  }
  tick();
  clearInterval(timer);
  return { outcome, worst };
}

const outcomes = [];
for (const { name, before, after } of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) {
  const written = await import(pathToFileURL(before));
  const moved = await import(pathToFileURL(after));
  const sync = await watched(written.run);
  // Other programs on the machine delay the loop too, but hardly each time; and the first run starts the thread.
  const runs = [];
  for (let round = 0; round < 4; round += 1) runs.push(await watched(moved.run));
  const [best] = runs.toSorted((a, b) => a.worst - b.worst);
  outcomes.push({ name, before: sync, after: best });
}
process.stdout.write(JSON.stringify(outcomes));
