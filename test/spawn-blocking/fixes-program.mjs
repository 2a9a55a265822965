/**
 * Runs modules as written and as mended, in plain Node, and prints what came of each, with the event loop's worst delay
 * meanwhile, as JSON. Usage: node fixes-program.mjs <folder>, where pairs.json lists `{ name, before, after }`.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { spawnBlocking } from "spawn-blocking";

const folder = process.argv[2];

async function outcome(file) {
  const { run } = await import(pathToFileURL(path.join(folder, file)));
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  await setTimeout(20);
  let result;
  try {
    result = { value: inspect(await run(), { depth: 8, maxArrayLength: 1000 }) };
  } catch (error) {
    const properties = { name: error.name, message: error.message, ...error };
    // Programs differ in their number, and some errors are among their own properties.
    for (const key of ["reason", "pid", "error"]) delete properties[key];
    result = { error: inspect(properties, { sorted: true }), reason: error.reason };
  }
  await setTimeout(20);
  delays.disable();
  return { ...result, worstDelayMs: delays.max / 1e6 };
}

// The start of the first thread is not what is compared.
await spawnBlocking(() => undefined);
const outcomes = [];
for (const { name, before, after } of JSON.parse(
  readFileSync(path.join(folder, "pairs.json"), "utf8"),
)) {
  outcomes.push({ name, before: await outcome(before), after: await outcome(after) });
}
console.log(JSON.stringify(outcomes));
