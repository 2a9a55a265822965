/** A thread of a pool: runs closures, or its share of data-parallel items. */
import { parentPort, workerData } from "node:worker_threads";
import { loadAddon } from "./addon.mjs";
import { ExpectedError, compile, shortened } from "./compile.mjs";
import { Random } from "./random.mjs";

const { scenario, addonPath } = workerData;
const addon = loadAddon(addonPath);
const { closures, plan } = compile(scenario, addon);
const rehearsed = shortened(plan);

parentPort.on("message", ({ closure, rehearsal, seed, items, taken }) => {
  if (closure !== undefined) run(closures[closure], rehearsal ? rehearsed : plan, seed);
  else {
    for (let item; (item = Atomics.add(taken, 0, 1)) < items.length;) addon.compute(items[item]);
  }
  parentPort.postMessage("done");
});

/** What a closure throws is its result, and the thread lives on. */
function run(closure, plan, seed) {
  try {
    closure(plan, new Random(seed));
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
  }
}

parentPort.postMessage({ closures: closures.length });
