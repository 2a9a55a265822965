// Run in a process of its own, so that no pool finds memory and compiled code as another has left them: what one peer's
// jobs cost, by the name of the case.
import os from "node:os";
import { performance } from "node:perf_hooks";
import { cases, startUp } from "./cases.mjs";
import { peers, slowPeers } from "./peers.mjs";
import { lowerQuartile, turn } from "./turns.mjs";

/** Compilers, and the memory that jobs take, warm up; then as many turns as fit in. */
const WARM_UP_MS = 150;
const MEASURED_MS = 400;
const LEAST_TURNS = 3;

const peer = process.argv[2];
const costs = {};

let pool;
costs[startUp.name] = await turn(1, async () => {
  pool = await peers[peer](os.availableParallelism());
  await pool.run("empty", []);
});

async function turnsFor(leastMs, oneTurn) {
  const turns = [];
  const end = performance.now() + leastMs;
  do turns.push(await oneTurn());
  while (performance.now() < end || turns.length < LEAST_TURNS);
  return turns;
}

for (const { name, count, slowCount, jobs } of cases) {
  const oneTurn = () => turn(slowPeers.has(peer) ? slowCount : count, jobs(pool));
  await turnsFor(WARM_UP_MS, oneTurn);
  const turns = await turnsFor(MEASURED_MS, oneTurn);
  costs[name] = {
    wallMs: lowerQuartile(turns.map(({ wallMs }) => wallMs)),
    cpuMs: lowerQuartile(turns.map(({ cpuMs }) => cpuMs)),
  };
}

console.log(JSON.stringify(costs));
await pool.close();
