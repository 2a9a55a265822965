// Run in a process of its own: how long from the load of a pool's library to the result of its first job.
import { performance } from "node:perf_hooks";
import { peers } from "./peers.mjs";

const start = performance.now();
const pool = await peers[process.argv[2]](2);
await pool.run("empty", []);
console.log(performance.now() - start);
await pool.close();
