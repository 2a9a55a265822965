/**
 * One run in several processes, as `node:cluster` runs them: `run-cluster.mjs SCENARIO NUMBER ADDON`.
 *
 * This process is the primary, which accepts connections and hands them round, and also the clients: each arrival is a
 * TCP connection that sends which task it is, and is closed by the process that has completed that task. The measured
 * times are those of the processes that run the tasks. Prints a line of JSON.
 */
import cluster from "node:cluster";
import { readFileSync, writeSync } from "node:fs";
import net from "node:net";
import { fileURLToPath } from "node:url";
import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers";
import { loadAddon } from "./addon.mjs";
import { arrivals, deliver, timeZero } from "./arrivals.mjs";
import { merge } from "./world.mjs";

const [file, number, addonPath] = process.argv.slice(2);
const scenario = JSON.parse(readFileSync(file, "utf8"));
const addon = loadAddon(addonPath);
cluster.schedulingPolicy = cluster.SCHED_RR;
cluster.setupPrimary({
  exec: fileURLToPath(new URL("cluster-process.mjs", import.meta.url)),
  args: [file, number, addonPath],
});

const workers = Array.from({ length: scenario.runtime.processes }, () => cluster.fork());
const message = (worker) => new Promise((resolve) => worker.once("message", resolve));
const [{ port }] = await Promise.all(workers.map(message));

// A service has had connections before anybody looks at it.
for (let round = 0; round < 15; round++) {
  await Promise.all(workers.map(() => request({ rehearsal: true })));
}
const expected = arrivals(scenario, Number(number));
const zero = timeZero(expected.length);
const zeroNs = process.hrtime.bigint() + BigInt(Math.round((zero - performance.now()) * 1e6));
for (const worker of workers) worker.send({ zeroNs: String(zeroNs) });

const ends = [
  deliver(expected, zero, addon, request).then(() => Promise.all(workers.map(whenIdle))),
];
if (scenario.stopAfterMs !== undefined) {
  const left = zero + scenario.stopAfterMs - performance.now();
  ends.push(new Promise((resolve) => setTimeout(resolve, left + 1)));
}
await Promise.race(ends);

const results = workers.map(message);
for (const worker of workers) worker.send({ report: true });
const text = JSON.stringify(merge(scenario, await Promise.all(results)));
// Their ends are waited for: else the processors' time that they took would count as that of other programs.
const gone = workers.map((worker) => new Promise((resolve) => worker.once("exit", resolve)));
for (const worker of workers) worker.process.kill("SIGKILL");
await Promise.all(gone);
writeSync(1, text);
process.exit(0);

function whenIdle(worker) {
  worker.send({ idle: true });
  return message(worker);
}

/** Resolves when the request has been answered. */
function request(arrival) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: "127.0.0.1", noDelay: true });
    socket.write(`${JSON.stringify(arrival)}\n`);
    socket.resume().on("error", reject).on("close", resolve);
  });
}
