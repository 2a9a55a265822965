/** One of the processes that `run-cluster.mjs` starts: runs the tasks whose connections it is given. */
import { readFileSync } from "node:fs";
import net from "node:net";
import { performance } from "node:perf_hooks";
import { World } from "./world.mjs";

const [file, number, addonPath] = process.argv.slice(2);
const scenario = JSON.parse(readFileSync(file, "utf8"));
const world = await World.prepare(scenario, Number(number), addonPath);

const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
  socket.setEncoding("utf8").once("data", (line) => {
    const { atMs, task, index, rehearsal } = JSON.parse(line);
    if (rehearsal) socket.end();
    else void world.start(task, world.zero + atMs, index).then(() => socket.end());
  });
  socket.on("error", () => {
    // The run was stopped, and the client is gone.
  });
});

process.on("message", ({ zeroNs, idle, report }) => {
  if (zeroNs !== undefined) {
    const toZeroMs = Number(BigInt(zeroNs) - process.hrtime.bigint()) / 1e6;
    world.begin(performance.now() + toZeroMs);
  }
  if (idle === true) void world.idle().then(() => process.send({ idle }));
  if (report === true) process.send(world.result());
});
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
