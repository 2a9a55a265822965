/**
 * Compares spawn-blocking with the pool that it is built on, and with others, in one run: `npm run bench:pool`.
 * `-- --record` writes the figures to record/pool.json, from which the performance page is made; `-- --rounds 5` makes
 * it shorter.
 *
 * All pools are measured in turn, round after round, so that a busy moment of the machine hits all; the figure is the
 * median over rounds, the ratio the median of each round's ratio to piscina.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { cases } from "./pool/cases.mjs";
import { peers, slowPeers } from "./pool/peers.mjs";

const { values: options } = parseArgs({
  options: {
    record: { type: "boolean", default: false },
    rounds: { type: "string", default: "15" },
  },
});
const rounds = Number(options.rounds);
const threads = os.availableParallelism();
const names = Object.keys(peers);
const BASE = "piscina";

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** One figure for each pool and round; the order turns, so that nobody always comes first. */
async function measure(figure) {
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let place = 0; place < names.length; place++) {
      const name = names[(place + round) % names.length];
      samples[name].push(await figure(name));
    }
  }
  return samples;
}

function summarise(name, unit, jobsPerSecond, samples) {
  const results = names.map((peer) => {
    const ms = median(samples[peer]);
    return {
      peer,
      ms,
      ...(jobsPerSecond ? { jobsPerSecond: 1000 / ms } : {}),
      ratio: median(samples[peer].map((value, round) => value / samples[BASE][round])),
    };
  });
  console.log(`\n${name} (${unit})`);
  for (const { peer, ms, jobsPerSecond: rate, ratio } of results) {
    const second = rate === undefined ? "" : `${Math.round(rate)} jobs/s`;
    console.log(
      `  ${peer.padEnd(26)}${ms.toFixed(4).padStart(10)}  ${second.padStart(14)}  ${ratio.toFixed(2).padStart(6)} x ${BASE}`,
    );
  }
  return { name, unit, results };
}

const summaries = [];
const open = {};
for (const name of names) open[name] = await peers[name](threads);

for (const { name, unit, jobsPerSecond = false, count, slowCount, measure: figure } of cases) {
  const samples = await measure((peer) =>
    figure(open[peer], slowPeers.has(peer) ? slowCount : count),
  );
  // The first round warms up threads and code.
  for (const list of Object.values(samples)) if (list.length > 1) list.shift();
  summaries.push(summarise(name, unit, jobsPerSecond, samples));
}
for (const pool of Object.values(open)) await pool.close();

const program = fileURLToPath(new URL("./pool/start-up.mjs", import.meta.url));
const startUps = await measure((peer) =>
  Number(execFileSync(process.execPath, [program, peer], { encoding: "utf8" })),
);
summaries.push(summarise("start-up, from loading to the first result", "ms", false, startUps));

const ours = summaries.map(({ name, results }) => ({
  name,
  ratio: results.find(({ peer }) => peer === "spawn-blocking, module").ratio,
}));
const worst = ours.toSorted((a, b) => b.ratio - a.ratio)[0];
console.log(
  `\nworst overhead over ${BASE}, for the same module: ${worst.ratio.toFixed(2)} (${worst.name})`,
);

if (options.record) {
  const record = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    machine: `${os.cpus()[0].model}, ${os.availableParallelism()} cores`,
    rounds,
    threads,
    cases: summaries,
  };
  const file = fileURLToPath(new URL("./record/pool.json", import.meta.url));
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}
