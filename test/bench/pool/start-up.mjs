// Run in a process of its own: what it costs from the load of a pool's library to the result of its first job.
import { peers } from "./peers.mjs";
import { turn } from "./turns.mjs";

let pool;
const costs = await turn(1, async () => {
  pool = await peers[process.argv[2]](2);
  await pool.run("empty", []);
});
console.log(JSON.stringify(costs));
await pool.close();
