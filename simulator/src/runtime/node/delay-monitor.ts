/**
 * What `monitorEventLoopDelay` of perf_hooks measures (v20 src/histogram.cc: IntervalHistogram): a timer of libuv's that
 * repeats every 10 ms, and records at each firing how long the last one is ago. So an idle loop has a little more than
 * 10 ms, and a block of 200 ms is a single sample among many: its percentiles hide stalls that are rare.
 *
 * The timer of a real monitor wakes the loop; this one watches without.
 */
import { Float64Column } from "../../engine/columns.js";
import { nanosPerMilli } from "./machine.js";

const resolutionMs = 10;
/** By how much a loop that sleeps wakes late for the timer. */
const overshootNs = 100_000;
/** Firings during one sleep that are recorded one by one; of a longer one the rest is left out. */
const longestSleep = 10_000;

export class DelayMonitor {
  readonly #samples = new Float64Column();
  readonly #clockOffsetNs: number;
  #dueMs: number;
  #firedNs = NaN;

  /** Clock offset: what libuv's clock is ahead of the simulation's, in nanoseconds. */
  constructor(clockOffsetNs: number) {
    this.#clockOffsetNs = clockOffsetNs;
    this.#dueMs = this.#timeMs(0) + resolutionMs;
  }

  /** The loop runs its timers; `timeMs` is its cached time. */
  timersRun(timeMs: number, nowNs: number): void {
    if (timeMs >= this.#dueMs) this.#fire(timeMs, nowNs);
  }

  /** The loop has slept. */
  slept(sinceNs: number, untilNs: number): void {
    let from = sinceNs;
    for (let fired = 0; ; fired++) {
      // epoll_wait is given whole milliseconds from the cached time, and waits them from the real one.
      const left = Math.max(0, this.#dueMs - this.#timeMs(from));
      const at = from + left * nanosPerMilli + overshootNs;
      if (at >= untilNs) return;
      if (fired === longestSleep) {
        this.#firedNs = NaN;
        this.#dueMs = this.#timeMs(untilNs);
        return;
      }
      this.#fire(this.#timeMs(at), at);
      from = at;
    }
  }

  samplesNs(): Float64Array {
    return this.#samples.values();
  }

  #fire(timeMs: number, nowNs: number): void {
    // The first firing has nothing to be compared with.
    if (!Number.isNaN(this.#firedNs)) this.#samples.push(nowNs - this.#firedNs);
    this.#firedNs = nowNs;
    this.#dueMs = timeMs + resolutionMs;
  }

  #timeMs(timeNs: number): number {
    return Math.floor((timeNs + this.#clockOffsetNs) / nanosPerMilli);
  }
}
