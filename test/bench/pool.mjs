/**
 * Compares spawn-blocking with the pool that it is built on, and with others, in one run: `npm run bench:pool`.
 * `-- --record` writes the figures to record/pool.json, from which the performance page and the simulator's costs of a job
 * are made; `-- --rounds 5` makes it shorter.
 *
 * Each pool is measured in a process of its own, in turns with the others, round after round, so that a busy moment of the
 * machine hits all. A process takes the lower quartile of its short turns; a figure is the median of those over the rounds,
 * a ratio the median of each round's ratio to piscina. Processor time is that of all threads.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { cases, casesByChance, keepingMemory, startUp } from "./pool/cases.mjs";
import { measureJobCosts } from "./pool/job-costs.mjs";
import { peers, slowPeers } from "./pool/peers.mjs";
import { inTurns, summarise } from "./pool/turns.mjs";

const { values: options } = parseArgs({
  options: {
    record: { type: "boolean", default: false },
    rounds: { type: "string", default: "11" },
  },
});
const rounds = Number(options.rounds);
const threads = os.availableParallelism();
const names = Object.keys(peers);
const BASE = "piscina";
const OURS = "spawn-blocking, module";
const roundsOf = (name) => (slowPeers.has(name) ? Math.min(rounds, 3) : rounds);

function print({ name, results }) {
  console.log(`\n${name}: ms per job, and times that of ${BASE}; wall, then processor time`);
  for (const { peer, wallMs, cpuMs, wallRatio, cpuRatio } of results) {
    const figures = [
      wallMs.toFixed(4),
      wallRatio.toFixed(2),
      cpuMs.toFixed(4),
      cpuRatio.toFixed(2),
    ];
    console.log(`  ${peer.padEnd(26)}${figures.map((text) => text.padStart(10)).join("")}`);
  }
}

const program = fileURLToPath(new URL("./pool/one-peer.mjs", import.meta.url));
const sample = (peer, mode, environment) =>
  JSON.parse(
    execFileSync(process.execPath, [program, peer, mode], {
      encoding: "utf8",
      env: { ...process.env, ...environment },
    }),
  );
const samples = inTurns(names, rounds, roundsOf, (peer) => ({
  ...sample(peer, "all", keepingMemory),
  ...sample(peer, "chance", {}),
}));
const summaries = [...cases, ...casesByChance, startUp].map(({ name, atOnce }) => ({
  name,
  atOnce,
  results: summarise(samples, BASE, name),
}));
summaries.forEach(print);

const job = await measureJobCosts(rounds);
console.log("\none job on a pool that is idle, in ms:", job);

for (const figure of ["wallRatio", "cpuRatio"]) {
  const [worst] = summaries
    .map(({ name, results }) => ({
      name,
      ratio: results.find(({ peer }) => peer === OURS)[figure],
    }))
    .toSorted((a, b) => b.ratio - a.ratio);
  console.log(
    `worst ${figure} to ${BASE}, for the same module: ${worst.ratio.toFixed(2)} (${worst.name})`,
  );
}

if (options.record) {
  const record = {
    machine: {
      date: new Date().toISOString().slice(0, 10),
      processor: os.cpus()[0]?.model ?? "unknown",
      processors: threads,
      system: `${os.type()} ${os.release()}`,
      node: process.versions.node,
    },
    rounds,
    base: BASE,
    cases: summaries,
    job,
  };
  const file = fileURLToPath(new URL("./record/pool.json", import.meta.url));
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}
