// Run in a process of its own, so that no pool finds memory and compiled code as another has left them: what one peer's
// jobs cost, by the name of the case. `node one-peer.mjs <peer>`, with `chance` for those cases alone.
import os from "node:os";
import { performance } from "node:perf_hooks";
import { cases, casesByChance, startUp } from "./cases.mjs";
import { peers, slowPeers } from "./peers.mjs";
import { lowerQuartile, turn } from "./turns.mjs";

/** Compilers, and the memory that jobs take, warm up; then as many turns as fit in. */
const WARM_UP_MS = 150;
const MEASURED_MS = 400;
const LEAST_TURNS = 3;

const [, , peer, mode] = process.argv;
const isByChance = mode === "chance";
const costs = {};

let pool;
const started = await turn(1, async () => {
  pool = await peers[peer](os.availableParallelism());
  await pool.run("empty", []);
});
if (!isByChance) costs[startUp.name] = started;

async function turnsFor(leastMs, oneTurn) {
  const turns = [];
  const end = performance.now() + leastMs;
  do turns.push(await oneTurn());
  while (performance.now() < end || turns.length < LEAST_TURNS);
  return turns;
}

for (const { name, count, slowCount, jobs } of isByChance ? casesByChance : cases) {
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
