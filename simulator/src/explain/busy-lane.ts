/**
 * What keeps one lane busy, made ready for many questions: under a load that cannot be served there are as many long
 * waits as tasks, each over a great part of the run, and none may look at every segment.
 */
import { isBusy } from "../engine/trace-index.js";
import type { Trace } from "../engine/trace.js";

export interface Occupancy {
  /** The busy segment that overlaps the stretch for longest, of equal ones the first; -1: the lane did nothing. */
  readonly segment: number;
  /** For how long that one overlaps. */
  readonly longestNs: number;
  /** For how long the lane was busy in all. */
  readonly busyNs: number;
}

/** A lane that does nothing for longer than this has nothing left to do. */
const pauseNs = 200_000;

/** Positions are those in the lane's busy segments, by time. */
export class BusyLane {
  readonly #segments: Int32Array;
  readonly #startNs: Float64Array;
  readonly #endNs: Float64Array;
  /** For how long the lane was busy before each position; one entry more. */
  readonly #busyBeforeNs: Float64Array;
  /** A tree over the positions: entry n + i is position i, entry i the longest of entries 2i and 2i + 1. */
  readonly #longest: Int32Array;
  /** For each position the longest one from the beginning of the stretch without a pause up to it. */
  readonly #longestOfStretch: Int32Array;

  /** @param indices the lane's segments, in order of time; they do not overlap */
  constructor(trace: Trace, indices: Int32Array) {
    this.#segments = indices.filter((segment) => isBusy(trace, segment));
    const { length } = this.#segments;
    this.#startNs = Float64Array.from(this.#segments, (segment) => trace.segments.startNs[segment]);
    this.#endNs = Float64Array.from(this.#segments, (segment) => trace.segments.endNs[segment]);
    this.#busyBeforeNs = new Float64Array(length + 1);
    this.#longestOfStretch = new Int32Array(length);
    for (let at = 0; at < length; at++) {
      this.#busyBeforeNs[at + 1] = this.#busyBeforeNs[at] + this.#lengthNs(at);
      const goesOn = at > 0 && this.#endNs[at - 1] >= this.#startNs[at] - pauseNs;
      const before = goesOn ? this.#longestOfStretch[at - 1] : at;
      this.#longestOfStretch[at] = this.#lengthNs(before) > this.#lengthNs(at) ? before : at;
    }
    this.#longest = new Int32Array(2 * length);
    for (let at = 0; at < length; at++) this.#longest[length + at] = at;
    for (let node = length - 1; node > 0; node--) {
      this.#longest[node] = this.#longerOf(this.#longest[2 * node], this.#longest[2 * node + 1]);
    }
  }

  during(fromNs: number, toNs: number): Occupancy {
    const first = this.#firstEndingAfter(fromNs);
    const end = this.#firstStartingAt(toNs);
    if (first >= end) return { segment: -1, longestNs: 0, busyNs: 0 };
    const last = end - 1;
    // Only the outermost can reach beyond the stretch.
    const beforeNs = Math.max(0, fromNs - this.#startNs[first]);
    const afterNs = Math.max(0, this.#endNs[last] - toNs);
    let longest = first;
    let longestNs = this.#lengthNs(first) - beforeNs - (first === last ? afterNs : 0);
    const consider = (at: number, lengthNs: number) => {
      if (lengthNs <= longestNs) return;
      longest = at;
      longestNs = lengthNs;
    };
    if (last - first > 1) {
      const inner = this.#longestBetween(first + 1, last);
      consider(inner, this.#lengthNs(inner));
    }
    if (last > first) consider(last, this.#lengthNs(last) - afterNs);
    const busyNs = this.#busyBeforeNs[end] - this.#busyBeforeNs[first] - beforeNs - afterNs;
    return { segment: this.#segments[longest], longestNs, busyNs };
  }

  /**
   * The longest segment of the stretch in which the lane has been busy without a pause up to that time, of equal ones
   * the last; -1 where it has not been busy right before.
   */
  longestBefore(timeNs: number): number {
    const last = this.#firstStartingAt(timeNs) - 1;
    if (last < 0 || this.#endNs[last] < timeNs - pauseNs) return -1;
    return this.#segments[this.#longestOfStretch[last]];
  }

  /** The last segment that begins before a time; -1 where there is none. */
  lastBefore(timeNs: number): number {
    const last = this.#firstStartingAt(timeNs) - 1;
    return last < 0 ? -1 : this.#segments[last];
  }

  #lengthNs(at: number): number {
    return this.#endNs[at] - this.#startNs[at];
  }

  #longerOf(left: number, right: number): number {
    const [leftNs, rightNs] = [this.#lengthNs(left), this.#lengthNs(right)];
    if (leftNs === rightNs) return Math.min(left, right);
    return leftNs > rightNs ? left : right;
  }

  /** The longest position from `from` up to `end`, of which there is at least one; of equal ones the first. */
  #longestBetween(from: number, end: number): number {
    const { length } = this.#segments;
    let longest = from;
    for (let left = from + length, right = end + length; left < right; left >>>= 1, right >>>= 1) {
      if (left % 2 === 1) longest = this.#longerOf(longest, this.#longest[left++]);
      if (right % 2 === 1) longest = this.#longerOf(longest, this.#longest[--right]);
    }
    return longest;
  }

  #firstEndingAfter(timeNs: number): number {
    return firstWhere(this.#endNs, (endNs) => endNs > timeNs);
  }

  #firstStartingAt(timeNs: number): number {
    return firstWhere(this.#startNs, (startNs) => startNs >= timeNs);
  }
}

/** The first position whose value fulfils what all after it do too; their number where none does. */
function firstWhere(values: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(values[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
