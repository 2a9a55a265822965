/**
 * A virtual clock and the events that drive it. Knows no runtime: whoever simulates registers a handler for each kind
 * of event.
 *
 * Time is whole nanoseconds in a double, exact up to 104 days, and never goes back. Events at the same time happen in
 * the order in which they were scheduled.
 */
import { EventQueue } from "./event-queue.js";

export type EventHandler = (first: number, second: number) => void;

/** What ended `Simulation.run`. */
export type SimulationEnd = "stopped" | "horizon" | "events" | "interrupted" | "idle";

export interface RunLimits {
  /** Nothing happens after this time. */
  readonly horizonNs: number;
  readonly maxEvents: number;
  /** Called every few thousand events; true ends the run. */
  readonly interrupted?: () => boolean;
}

const eventsBetweenChecks = 16_384;

export class Simulation {
  #now = 0;
  #events = 0;
  /** Turns of loops in which no time passed: they count towards the limit, so that such a loop ends too. */
  #idleTurns = 0;
  #eventsAtLastTurns = 0;
  #maxEvents = Infinity;
  #horizon = Infinity;
  #nextCheck = 0;
  #stopped = false;
  readonly #queue = new EventQueue();
  readonly #handlers: EventHandler[] = [];

  /** Virtual nanoseconds. */
  get now(): number {
    return this.#now;
  }

  /** Events so far, those included that `tryAdvance` made unnecessary to queue. */
  get events(): number {
    return this.#events;
  }

  /** Registers a handler and returns the kind that `schedule` knows it by. */
  handle(handler: EventHandler): number {
    return this.#handlers.push(handler) - 1;
  }

  /** Schedules an event. A time in the past is taken for now. */
  schedule(time: number, kind: number, first: number, second: number): void {
    this.#queue.push(time > this.#now ? time : this.#now, kind, first, second);
  }

  /**
   * Lets time pass at once if nothing else happens meanwhile, and says whether it did. Where it says no, the caller
   * schedules an event and returns. The outcome is the same; most events then never enter the queue.
   */
  tryAdvance(delay: number): boolean {
    const time = this.#now + delay;
    if (
      time >= this.#queue.nextTime ||
      time > this.#horizon ||
      this.#stopped ||
      this.#events >= this.#nextCheck
    ) {
      return false;
    }
    this.#now = time;
    this.#events++;
    return true;
  }

  /** Counts turns of loops since the last call; those with an event each are no idle ones. */
  countTurns(count: number): void {
    const eventful = this.#events - this.#eventsAtLastTurns;
    this.#eventsAtLastTurns = this.#events;
    this.#idleTurns += Math.max(0, count - eventful);
    if (this.#events + this.#idleTurns >= this.#maxEvents) this.#nextCheck = this.#events;
  }

  /** Ends the run after the current event. */
  stop(): void {
    this.#stopped = true;
  }

  /** Runs until something ends it. On reaching the horizon the clock stands there. */
  run(limits: RunLimits): SimulationEnd {
    const queue = this.#queue;
    const handlers = this.#handlers;
    const { horizonNs, maxEvents } = limits;
    this.#horizon = horizonNs;
    this.#maxEvents = maxEvents;
    this.#nextCheck = this.#events;
    while (!this.#stopped) {
      if (this.#events >= this.#nextCheck) {
        if (this.#events + this.#idleTurns >= maxEvents) return "events";
        if (limits.interrupted?.() === true) return "interrupted";
        this.#nextCheck = Math.min(this.#events + eventsBetweenChecks, maxEvents);
      }
      if (queue.nextTime > horizonNs) {
        if (horizonNs === Infinity) return "idle";
        this.#now = horizonNs;
        return "horizon";
      }
      if (!queue.pop()) return "idle";
      this.#now = queue.time;
      this.#events++;
      handlers[queue.kind](queue.first, queue.second);
    }
    return "stopped";
  }
}
