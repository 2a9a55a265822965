import assert from "node:assert/strict";
import { Cluster } from "../../../../simulator/src/runtime/node/cluster.js";

/** A cluster, and what it has handed over: pairs of connection and process. */
function createCluster(processes: number) {
  const handed: [connection: number, process: number][] = [];
  const cluster = new Cluster(processes, (connection, process) => {
    handed.push([connection, process]);
  });
  return { cluster, handed };
}

describe("the primary process of a cluster", () => {
  it("deals connections to its processes in turn", () => {
    const { cluster, handed } = createCluster(3);
    for (const connection of [10, 11, 12]) cluster.arrive(connection);
    assert.deepEqual(handed, [
      [10, 0],
      [11, 1],
      [12, 2],
    ]);
  });

  it("gives a process no more before it has acknowledged the last", () => {
    const { cluster, handed } = createCluster(2);
    cluster.arrive(10);
    cluster.arrive(11);
    cluster.acknowledged(1);
    cluster.arrive(12);
    cluster.acknowledged(1);
    cluster.arrive(13);
    assert.deepEqual(handed.slice(2), [
      [12, 1],
      [13, 1],
    ]);
  });

  it("keeps connections until a process acknowledges, and then hands over the oldest", () => {
    const { cluster, handed } = createCluster(1);
    for (const connection of [10, 11, 12]) cluster.arrive(connection);
    assert.deepEqual(handed, [[10, 0]]);
    cluster.acknowledged(0);
    assert.deepEqual(handed.at(-1), [11, 0]);
  });

  it("prefers the process that has been free for longest", () => {
    const { cluster, handed } = createCluster(2);
    cluster.arrive(10);
    cluster.acknowledged(0);
    cluster.arrive(11);
    assert.deepEqual(handed.at(-1), [11, 1]);
  });
});
