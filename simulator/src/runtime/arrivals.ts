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

interface Source {
  readonly arrival: Arrival;
  /** How many are still to arrive; Infinity: until the run ends. */
  left: number;
  arrived: number;
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
      return { arrival, left: task.spawnedOnly === true ? 0 : count, arrived: 0 };
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
    const { arrival } = source;
    let time: number;
    if ("atMs" in arrival) time = nanos(arrival.atMs);
    else if ("everyMs" in arrival) {
      time = nanos((arrival.fromMs ?? 0) + source.arrived * arrival.everyMs);
    } else {
      const from = source.arrived === 0 ? nanos(arrival.fromMs ?? 0) : this.#simulation.now;
      time = from + Math.round(this.#random.exponential(nanosPerSecond / arrival.poissonPerSecond));
    }
    this.#simulation.schedule(time, this.#dueKind, classIndex, 0);
  }

  #due(classIndex: number): void {
    const source = this.#sources[classIndex];
    const count = "atMs" in source.arrival ? source.left : 1;
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
