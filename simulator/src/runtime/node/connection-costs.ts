/** What a connection costs the processes of a cluster, in nanoseconds: medians measured with Node 20. */
import type { MachineCosts } from "../machine-costs.js";

export interface ConnectionCosts {
  /** What a connection costs the primary process of a cluster, up to its choice of a process; the client's part too. */
  readonly connectNs: number;
  /** Sending the handle there, with a message. */
  readonly sendHandleNs: number;
  /** Until the message is there, and the answer. */
  readonly transitNs: number;
  /** The end of a connection, for the primary process and for the one that served it. */
  readonly disconnectNs: number;
  readonly closeNs: number;
  /** What the process does with it: a socket is made of the handle. */
  readonly acceptNs: number;
  /** From then to the event that says that the connection's data can be read. */
  readonly readNs: number;
}

/** Where `connectionShare` is 1, of a process that deals with a connection now and then. */
export function connectionCosts({ connectionShare }: MachineCosts): ConnectionCosts {
  return {
    connectNs: 500_000 * connectionShare,
    sendHandleNs: 150_000 * connectionShare,
    transitNs: 100_000 * connectionShare,
    disconnectNs: 300_000 * connectionShare,
    closeNs: 500_000 * connectionShare,
    acceptNs: 300_000 * connectionShare,
    readNs: 150_000 * connectionShare,
  };
}

/**
 * The share of these costs, by how long before the process has dealt with another connection: what it needs leaves the
 * processor's caches, and idle processors sleep the deeper. Measured with connections every 1 to 100 ms, and with up to
 * 24 at once.
 */
const coldness = [
  [0, 0.3],
  [1_000_000, 0.4],
  [2_000_000, 0.52],
  [3_000_000, 0.68],
  [6_000_000, 0.93],
  [12_000_000, 1.1],
  [25_000_000, 1.25],
  [50_000_000, 1.3],
] as const;

/** How cold a process is for the connection that it deals with. */
export class ConnectionColdness {
  #share: number = coldness[coldness.length - 1][1];
  #lastNs = -Infinity;

  /** The process comes to the next connection. */
  begin(nowNs: number): void {
    this.#share = shareAfter(nowNs - this.#lastNs);
    this.#lastNs = nowNs;
  }

  /** One of `ConnectionCosts`, for the connection that has begun last; in whole nanoseconds. */
  costNs(typicalNs: number): number {
    return Math.round(typicalNs * this.#share);
  }
}

function shareAfter(pauseNs: number): number {
  const next = coldness.findIndex(([atNs]) => pauseNs < atNs);
  if (next <= 0) return coldness[coldness.length - 1][1];
  const [[fromNs, from], [toNs, to]] = [coldness[next - 1], coldness[next]];
  return from + ((to - from) * (pauseNs - fromNs)) / (toNs - fromNs);
}
