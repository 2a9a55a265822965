// Run in a process of its own, so that no pool finds memory and compiled code as another has left them: what one peer's
// jobs cost, by the name of the case.
import os from "node:os";
import { cases, startUp } from "./cases.mjs";
import { peers, slowPeers } from "./peers.mjs";
import { median, turn } from "./turns.mjs";

const TURNS = 3;

const peer = process.argv[2];
const costs = {};

let pool;
costs[startUp.name] = await turn(1, async () => {
  pool = await peers[peer](os.availableParallelism());
  await pool.run("empty", []);
});

for (const { name, count, slowCount, jobs } of cases) {
  const jobsOfTurn = slowPeers.has(peer) ? slowCount : count;
  const turns = [];
  // The first warms up: compilers, and the memory that jobs take.
  for (let number = 0; number <= TURNS; number++) {
    const costsOfTurn = await turn(jobsOfTurn, jobs(pool));
    if (number > 0) turns.push(costsOfTurn);
  }
  costs[name] = {
    wallMs: median(turns.map(({ wallMs }) => wallMs)),
    cpuMs: median(turns.map(({ cpuMs }) => cpuMs)),
  };
}

console.log(JSON.stringify(costs));
await pool.close();
