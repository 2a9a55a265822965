/**
 * How node:cluster deals out connections (v20 lib/internal/cluster/round_robin_handle.js). The primary process accepts
 * them and hands each to the process that has been free for longest; a process is free again once it has acknowledged
 * the last. One whose loop is blocked can't, so it is dealt at most one connection while it is.
 */
import { IntegerQueue } from "../../engine/integer-queue.js";

export class Cluster {
  /** In the order in which they became free. */
  readonly #free = new IntegerQueue();
  /** Connections that wait in the primary because no process is free. */
  readonly #waiting = new IntegerQueue();
  readonly #handOver: (connection: number, process: number) => void;

  constructor(processes: number, handOver: (connection: number, process: number) => void) {
    this.#handOver = handOver;
    for (let process = 0; process < processes; process++) this.#free.pushBack(process);
  }

  /** RoundRobinHandle.distribute */
  arrive(connection: number): void {
    this.#waiting.pushBack(connection);
    if (this.#free.length > 0) this.acknowledged(this.#free.popFront());
  }

  /** RoundRobinHandle.handoff: the process gets what waits, or becomes free. */
  acknowledged(process: number): void {
    if (this.#waiting.length === 0) this.#free.pushBack(process);
    else this.#handOver(this.#waiting.popFront(), process);
  }
}
