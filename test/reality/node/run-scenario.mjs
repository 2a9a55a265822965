/**
 * `node run-scenario.mjs SCENARIO RUNS ADDON`: runs a scenario on the real Node.js, each time in a fresh process, after
 * one run that is dropped; prints what it measured as JSON, in the form that `tokio-reality` prints too.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadAddon } from "./addon.mjs";

const [file, runs, addon] = process.argv.slice(2);
if (addon === undefined) {
  console.error("usage: run-scenario.mjs SCENARIO RUNS ADDON");
  process.exit(2);
}

const { runtime } = JSON.parse(readFileSync(file, "utf8"));
if (runtime.flavor !== "node") {
  console.error(`run-scenario.mjs: ${file}: the flavor must be "node", not "${runtime.flavor}"`);
  process.exit(2);
}
// Processes that this thread starts inherit the processors that it may run on.
if (runtime.cores !== undefined) loadAddon(addon).useProcessors(runtime.cores);

const program = runtime.processes > 1 ? "run-cluster.mjs" : "run-process.mjs";
const results = [];
for (let number = 0; number <= Number(runs); number++) {
  const output = execFileSync(
    process.execPath,
    [fileURLToPath(new URL(program, import.meta.url)), file, String(number), addon],
    {
      env: { ...process.env, UV_THREADPOOL_SIZE: String(runtime.threadpoolSize ?? 4) },
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8",
      maxBuffer: 1 << 30,
    },
  );
  results.push(output.trim());
}
console.log(`{"runs":[\n${results.slice(1).join(",\n")}\n]}`);
