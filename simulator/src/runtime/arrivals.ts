/**
 * Tasks that arrive from outside the runtime. One thread brings them, one after the other: what bringing one costs
 * delays the next.
 */
import { IntegerQueue } from "../engine/integer-queue.js";
import type { Random } from "../engine/random.js";
import type { Simulation } from "../engine/simulation.js";
import type { Arrival, TaskOptions } from "../scenario/types.js";
import { nanos } from "./program.js";

const nanosPerSecond = 1_000_000_000;

/** What an arrival's times follow. */
const Pattern = { atOnce: 0, regular: 1, poisson: 2 } as const;
type Pattern = (typeof Pattern)[keyof typeof Pattern];

/** When the tasks of one class arrive. */
class Source {
  readonly pattern: Pattern;
  /** How many are still to arrive; Infinity: until the run ends. */
  left: number;
  arrived = 0;
  /** How many come at a time. */
  readonly atOnce: number;
  readonly #fromMs: number;
  readonly #everyMs: number;
  readonly #meanNs: number;

  constructor(arrival: Arrival, count: number) {
    this.left = count;
    this.#fromMs = ("atMs" in arrival ? arrival.atMs : arrival.fromMs) ?? 0;
    this.atOnce = atOnce(arrival);
    this.#everyMs = everyMs(arrival);
    this.#meanNs = "poissonPerSecond" in arrival ? nanosPerSecond / arrival.poissonPerSecond : 0;
    if ("poissonPerSecond" in arrival) this.pattern = Pattern.poisson;
    else this.pattern = "atMs" in arrival ? Pattern.atOnce : Pattern.regular;
  }

  /** When the next arrives. */
  next(now: number, random: Random): number {
    if (this.pattern === Pattern.poisson) {
      const from = this.arrived === 0 ? nanos(this.#fromMs) : now;
      return from + Math.round(random.exponential(this.#meanNs));
    }
    if (this.pattern === Pattern.atOnce) return nanos(this.#fromMs);
    return nanos(this.#fromMs + (this.arrived / this.atOnce) * this.#everyMs);
  }
}

function atOnce(arrival: Arrival): number {
  if ("atMs" in arrival) return Infinity;
  return "burst" in arrival ? arrival.burst.count : 1;
}

function everyMs(arrival: Arrival): number {
  if ("burst" in arrival) return arrival.burst.everyMs;
  return "everyMs" in arrival ? arrival.everyMs : 0;
}

export class Arrivals {
  readonly #simulation: Simulation;
  readonly #random: Random;
  readonly #arrive: (classIndex: number) => number;
  readonly #sources: Source[];
  /** Classes of the tasks that are due and not yet brought, each with how many. */
  readonly #dueClasses = new IntegerQueue();
  readonly #dueCounts = new IntegerQueue();
  #left = 0;
  #busyUntilNs = 0;
  #bringing = false;
  readonly #dueKind: number;
  readonly #bringKind: number;

  /** Arrive: brings one task of a class; returns what that costs the thread that brings it. */
  constructor(
    simulation: Simulation,
    tasks: readonly TaskOptions[],
    random: Random,
    arrive: (classIndex: number) => number,
  ) {
    this.#simulation = simulation;
    this.#random = random;
    this.#arrive = arrive;
    this.#dueKind = simulation.handle((classIndex) => {
      this.#due(classIndex);
    });
    this.#bringKind = simulation.handle(() => {
      this.#bring();
    });
    this.#sources = tasks.map((task) => {
      const arrival = task.arrival ?? { atMs: 0 };
      const count = task.count ?? ("atMs" in arrival ? 1 : Infinity);
      return new Source(arrival, task.spawnedOnly === true ? 0 : count);
    });
    this.#sources.forEach((source, classIndex) => {
      this.#left += source.left;
      if (source.left > 0) this.#scheduleNext(source, classIndex);
    });
  }

  /** Whether no task will arrive any more. */
  get exhausted(): boolean {
    return this.#left === 0;
  }

  /** Until when the thread that brings them is busy with those that are due; `now` or earlier when it is not. */
  get busyUntilNs(): number {
    return this.#busyUntilNs;
  }

  /** How many tasks arrive in all, as far as that is known: 0 for each class without a count. */
  static expected(tasks: readonly TaskOptions[]): number {
    return tasks.reduce(
      (sum, task) => sum + (task.spawnedOnly === true ? 0 : (task.count ?? 1)),
      0,
    );
  }

  #scheduleNext(source: Source, classIndex: number): void {
    const time = source.next(this.#simulation.now, this.#random);
    this.#simulation.schedule(time, this.#dueKind, classIndex, 0);
  }

  #due(classIndex: number): void {
    const source = this.#sources[classIndex];
    const count = Math.min(source.atOnce, source.left);
    source.left -= count;
    source.arrived += count;
    const { now } = this.#simulation;
    if (count === 1 && !this.#bringing && now >= this.#busyUntilNs) {
      this.#left--;
      this.#busyUntilNs = now + this.#arrive(classIndex);
      if (source.left > 0) this.#scheduleNext(source, classIndex);
      return;
    }
    this.#dueClasses.pushBack(classIndex);
    this.#dueCounts.pushBack(count);
    if (source.left > 0) this.#scheduleNext(source, classIndex);
    if (this.#bringing) return;
    this.#bringing = true;
    this.#bring();
  }

  #bring(): void {
    const { now } = this.#simulation;
    if (now < this.#busyUntilNs) {
      this.#simulation.schedule(this.#busyUntilNs, this.#bringKind, 0, 0);
      return;
    }
    const classIndex = this.#dueClasses.at(0);
    const count = this.#dueCounts.popFront() - 1;
    if (count > 0) this.#dueCounts.pushFront(count);
    else this.#dueClasses.popFront();
    this.#left--;
    this.#busyUntilNs = now + this.#arrive(classIndex);
    if (this.#dueClasses.length === 0) this.#bringing = false;
    else this.#simulation.schedule(this.#busyUntilNs, this.#bringKind, 0, 0);
  }
}
