/**
 * How fast the simulator runs: `npm run bench:simulator`. An M/M/4 queue on the model of Tokio's multi-thread runtime,
 * beside a bare loop over a well-kept priority queue (tinyqueue) and beside a discrete-event library (simjs) with the
 * same queue, in one run; then the same in a browser. Compare the ratios, not the figures, between machines.
 *
 * `-- --record` writes record/simulator.json, from which the performance page is made. `-- --no-browser` leaves that out.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measureInBrowser } from "./simulator/browser.mjs";
import { measureRates } from "./simulator/measure.mjs";
import { profileModel } from "./simulator/profile.mjs";

const { values: options } = parseArgs({
  options: { record: { type: "boolean", default: false }, "no-browser": { type: "boolean" } },
});

// The package is a bundle for browsers, which leaves its exports on the window.
globalThis.window = globalThis;
await import("simjs");

function million(nanosPerEvent) {
  return `${(1e3 / nanosPerEvent).toFixed(2).padStart(6)} M events/s`;
}

function print({ name, eventsPerTask, nanosPerEvent, growth }) {
  const { bare, simjs, engine, model } = nanosPerEvent;
  const perTask = eventsPerTask * model;
  console.log(`\n${name}`);
  console.log(`  bare heap loop       ${million(bare)}`);
  console.log(`  simjs                ${million(simjs)}, 2 for each customer`);
  console.log(
    `  engine, same queue   ${million(engine)}, 2 for each customer; ${(simjs / engine).toFixed(1)} times simjs`,
  );
  console.log(
    `  model of Tokio       ${million(model)}, ${eventsPerTask.toFixed(1)} for each task; ` +
      `${(bare / model).toFixed(2)} of the bare loop's rate, ${(simjs / model).toFixed(1)} times simjs's, ` +
      `${((2 * simjs) / perTask).toFixed(1)} times its customers`,
  );
  console.log(
    `  time per event       ${growth.small.toFixed(0)} ns with 10,000 tasks, ${growth.large.toFixed(0)} ns with ` +
      `${growth.tasks}; ratio ${(growth.large / growth.small).toFixed(2)}`,
  );
}

function bytesPerTask(tasks) {
  const script = fileURLToPath(new URL("simulator/memory.mjs", import.meta.url));
  const output = execFileSync(process.execPath, ["--expose-gc", script, String(tasks)]);
  return Number(output.toString());
}

const node = { name: `Node.js ${process.versions.node}`, ...measureRates(globalThis.Sim) };
print(node);
const browser = options["no-browser"] === true ? null : await measureInBrowser({});
if (browser !== null) print(browser);

const memory = [100_000, 1_000_000].map((tasks) => ({ tasks, bytes: bytesPerTask(tasks) }));
console.log("\nmemory at its peak, without a trace");
for (const { tasks, bytes } of memory) console.log(`  ${tasks} tasks: ${bytes} bytes each`);

if (options.record) {
  const record = {
    machine: {
      date: new Date().toISOString().slice(0, 10),
      processor: os.cpus()[0]?.model ?? "unknown",
      processors: os.availableParallelism(),
      system: `${os.type()} ${os.release()}`,
    },
    runs: browser === null ? [node] : [node, browser],
    memory,
    profile: await profileModel(1_000_000),
  };
  const file = new URL("record/simulator.json", import.meta.url);
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}
