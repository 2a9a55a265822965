/**
 * The primary process of a cluster: it accepts each connection, hands it to one of the processes, and is told when that
 * one has it. All of this takes its one thread time, and a processor.
 */
import { IntegerQueue } from "../../engine/integer-queue.js";
import { wakeLatencyNs } from "../costs.js";
import { OsThread } from "../os-thread.js";
import { Cluster } from "./cluster.js";
import { ConnectionColdness } from "./connection-costs.js";
import { nodeCosts } from "./machine.js";
import type { NodeMachine } from "./machine.js";

const noJob = -1;
/** The job of a connection's end. */
const endOfConnection = -2;

/** The job that stands for a process's acknowledgement; a connection stands for itself. */
function acknowledgementOf(process: number): number {
  return -3 - process;
}

export class Primary extends OsThread {
  readonly #machine: NodeMachine;
  readonly #cluster: Cluster;
  readonly #jobs = new IntegerQueue();
  #job = noJob;
  #asleep = true;
  #handedOver = false;
  readonly #coldness = new ConnectionColdness();

  /** Hand over: sends a connection to a process. */
  constructor(
    id: number,
    machine: NodeMachine,
    processes: number,
    handOver: (connection: number, process: number, coldness: ConnectionColdness) => void,
  ) {
    super(id, -1);
    this.#machine = machine;
    this.#cluster = new Cluster(processes, (connection, process) => {
      this.#handedOver = true;
      handOver(connection, process, this.#coldness);
    });
  }

  connected(connection: number): void {
    this.#add(connection);
  }

  acknowledged(process: number): void {
    this.#add(acknowledgementOf(process));
  }

  disconnected(): void {
    this.#add(endOfConnection);
  }

  override resume(): void {
    const { threads } = this.#machine;
    this.#asleep = false;
    for (;;) {
      if (this.#job !== noJob && !this.#finishJob()) return;
      this.#job = this.#jobs.popFront();
      if (this.#job === noJob) {
        this.#asleep = true;
        threads.wait(this);
        return;
      }
      if (!threads.spend(this, this.#costNs(this.#job))) return;
    }
  }

  /** False: the thread is still sending a handle. */
  #finishJob(): boolean {
    const job = this.#job;
    this.#job = noJob;
    this.#handedOver = false;
    if (job >= 0) this.#cluster.arrive(job);
    else if (job < endOfConnection) this.#cluster.acknowledged(-3 - job);
    if (!this.#handedOver) return true;
    const { connectionCosts, threads } = this.#machine;
    return threads.spend(this, this.#coldness.costNs(connectionCosts.sendHandleNs));
  }

  #costNs(job: number): number {
    const { connectionCosts, simulation } = this.#machine;
    if (job < endOfConnection) return this.#coldness.costNs(nodeCosts.messageNs);
    if (job >= 0) this.#coldness.begin(simulation.now);
    return this.#coldness.costNs(
      job >= 0 ? connectionCosts.connectNs : connectionCosts.disconnectNs,
    );
  }

  #add(job: number): void {
    const { latencies, simulation, threads } = this.#machine;
    this.#jobs.pushBack(job);
    if (!this.#asleep) return;
    this.#asleep = false;
    threads.wakeAt(this, simulation.now + wakeLatencyNs(latencies));
  }
}
