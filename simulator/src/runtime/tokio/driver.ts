/**
 * Tokio's driver: timers and I/O of the whole runtime behind one lock (1.24 runtime/time/mod.rs, io/mod.rs). Exactly one
 * parked thread waits in it; nobody's timer fires unless some thread runs it.
 */
import { IntegerQueue } from "../../engine/integer-queue.js";
import type { Random } from "../../engine/random.js";
import type { Simulation } from "../../engine/simulation.js";
import {
  driverTurnNs,
  ioEventNs,
  ioLatencyNs,
  notifyNs,
  pollNs,
  sleepNs,
  unparkAwakeNs,
  wakeLatencyNs,
} from "../costs.js";
import type { OsThread } from "../os-thread.js";
import type { Threads } from "../threads.js";
import { TimerWheel } from "./timer-wheel.js";

const tickNs = 1_000_000;

export class Driver {
  /** Whether some thread holds the driver's lock. */
  held = false;

  readonly #simulation: Simulation;
  readonly #threads: Threads;
  readonly #random: Random;
  readonly #wheel = new TimerWheel();
  /** The runtime's start: ticks count from here, so its fraction of a millisecond shows in every lateness. */
  readonly #startNs: number;
  readonly #ioKind: number;
  readonly #ioDone = new IntegerQueue();
  /** The tick at which the driver has promised to look again (time/mod.rs: next_wake); Infinity: no promise. */
  #promisedTick = Infinity;
  #waiting: OsThread | null = null;
  #wakesAt = Infinity;
  /** Somebody wrote to the driver's eventfd while nobody waited: the next wait returns at once. */
  #unparked = false;

  constructor(simulation: Simulation, threads: Threads, random: Random, startNs: number) {
    this.#simulation = simulation;
    this.#threads = threads;
    this.#random = random;
    this.#startNs = startNs;
    this.#wheel.elapsed = this.#tickOf(simulation.now);
    this.#ioKind = simulation.handle((task) => {
      this.#ioDone.pushBack(task);
      this.#interrupt(wakeLatencyNs(random));
    });
  }

  /** What the last call has cost the calling thread. */
  costNs = 0;

  /** Registers a timer of a task; returns it. Sets `costNs`: the driver's thread may have to be woken for it. */
  register(task: number, dueNs: number): number {
    // Deadlines are rounded up to a tick (time/source.rs).
    const tick = Math.ceil((dueNs - this.#startNs) / tickNs);
    const timer = this.#wheel.register(tick, task);
    const earlier = !this.#wheel.hasFired(timer) && tick < this.#promisedTick;
    this.costNs = earlier ? this.unpark() : 0;
    return timer;
  }

  hasFired(timer: number): boolean {
    return this.#wheel.hasFired(timer);
  }

  awaitTimer(timer: number): void {
    this.#wheel.awaitTimer(timer);
  }

  releaseTimer(timer: number): void {
    this.#wheel.release(timer);
  }

  /** Starts an I/O operation of a task, which completes after a duration. */
  startIo(task: number, durationNs: number): void {
    const time = this.#simulation.now + durationNs + ioLatencyNs(durationNs, this.#random);
    this.#simulation.schedule(time, this.#ioKind, task, 0);
  }

  /** Has a thread that holds the lock wait for a timer, for I/O or for `unpark`; it is then resumed. */
  wait(thread: OsThread): void {
    const now = this.#simulation.now;
    const nextTick = this.#wheel.nextExpiration();
    this.#promisedTick = nextTick;
    this.#waiting = thread;
    // Whole milliseconds from now, wherever in the millisecond now is (time/mod.rs: park_internal).
    const ticks = Math.max(0, nextTick - this.#tickOf(now));
    if (this.#unparked || this.#ioDone.length > 0 || ticks === 0) {
      this.#wakesAt = now + driverTurnNs;
      this.#threads.wakeAt(thread, this.#wakesAt);
    } else if (nextTick === Infinity) {
      this.#wakesAt = Infinity;
      this.#threads.wait(thread);
    } else {
      this.#wakesAt = now + sleepNs(ticks * tickNs, this.#random);
      this.#threads.sleepUntil(thread, this.#wakesAt);
    }
  }

  /** Wakes the thread that waits, or makes the next wait return at once. Returns what that costs the caller. */
  unpark(): number {
    const isAwake = this.#unparked || this.#waiting === null;
    this.#unparked = true;
    if (isAwake) return unparkAwakeNs;
    this.#interrupt(wakeLatencyNs(this.#random));
    return notifyNs(this.#threads.costs.notifyNs, this.#random);
  }

  /**
   * Looks at I/O, then at the timers: calls `wakeIo` and `wakeTimer` with the tasks whose waiting is over, in the order
   * in which Tokio wakes them, and `wakeTimer` also with those whose timer fires before they await it. Returns what that
   * costs the calling thread.
   */
  turn(
    wakeIo: (task: number) => void,
    wakeTimer: (task: number, isAwaited: boolean) => void,
  ): number {
    this.#waiting = null;
    this.#unparked = false;
    let cost = driverTurnNs;
    while (this.#ioDone.length > 0) {
      wakeIo(this.#ioDone.popFront());
      cost += ioEventNs;
    }
    const registered = this.#wheel.registered;
    this.#wheel.advance(this.#tickOf(this.#simulation.now), wakeTimer);
    cost += (registered - this.#wheel.registered) * pollNs;
    this.#promisedTick = this.#wheel.nextExpiration();
    return cost;
  }

  #interrupt(latencyNs: number): void {
    if (this.#waiting === null) return;
    const time = this.#simulation.now + latencyNs;
    if (time >= this.#wakesAt) return;
    this.#wakesAt = time;
    this.#threads.wakeAt(this.#waiting, time);
  }

  #tickOf(timeNs: number): number {
    return Math.floor((timeNs - this.#startNs) / tickNs);
  }
}
