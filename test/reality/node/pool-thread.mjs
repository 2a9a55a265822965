/** A thread of a pool: runs closures, or its share of data-parallel items. */
import { parentPort, workerData } from "node:worker_threads";
import { loadAddon } from "./addon.mjs";
import { runClosure } from "./closure.mjs";
import { Random } from "./random.mjs";

const addon = loadAddon(workerData.addonPath);

parentPort.on("message", ({ steps, seed, items, taken }) => {
  if (steps !== undefined) runClosure(steps, addon, new Random(seed));
  else {
    for (let item; (item = Atomics.add(taken, 0, 1)) < items.length;) addon.compute(items[item]);
  }
  parentPort.postMessage("done");
});
parentPort.postMessage("ready");
