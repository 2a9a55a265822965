/**
 * The machine's processors, and which threads have them, as Linux's fair scheduler deals them out (EEVDF, kernel 6.12
 * and newer, kernel/sched/fair.c; all threads of equal weight).
 *
 * Each processor has threads of its own. A thread's virtual time is the time that it has computed. Eligible is who has
 * had no more than the average; of those the one with the earliest deadline runs, which lies a slice after its virtual
 * time at the slice's beginning. A choice is made when a slice is over, when a thread wakes, and when one gives its
 * processor up. A thread that wakes goes to an idle processor, if there is one, and a processor that runs out of threads
 * takes one that waits elsewhere.
 */
import type { Simulation } from "../engine/simulation.js";
import { contextSwitchNs, timeSliceNs } from "./costs.js";
import { Run } from "./os-thread.js";
import type { OsThread } from "./os-thread.js";

/** To go through so many threads that wait, some times over, takes about as long as an event. */
const threadsPerTurn = 8;

/** Virtual times are compared with what the rounding of an average may lose. */
const roundingNs = 1;

interface Processor {
  current: OsThread | null;
  /** Those that wait for it. */
  readonly waiting: OsThread[];
  /** Since when `current` has it without a break. */
  sinceNs: number;
  /** Up to when `current`'s virtual time has been counted. */
  countedNs: number;
  /** When the next end of a slice is looked for; Infinity: it is not, since nobody waits. */
  sliceEndNs: number;
}

export class Processors {
  /** How many threads wait for a processor. */
  queued = 0;
  readonly #simulation: Simulation;
  readonly #all: readonly OsThread[];
  readonly #processors: Processor[];
  #running = 0;
  readonly #goOnKind: number;
  readonly #sliceKind: number;

  /** Cores: 1 or more. All: every thread, by its id; it may grow. */
  constructor(simulation: Simulation, cores: number, all: readonly OsThread[]) {
    this.#simulation = simulation;
    this.#all = all;
    this.#processors = Array.from({ length: cores }, () => ({
      current: null,
      waiting: [],
      sinceNs: 0,
      countedNs: 0,
      sliceEndNs: Infinity,
    }));
    this.#goOnKind = simulation.handle((id, generation) => {
      const thread = this.#all[id];
      if (thread.generation === generation) thread.resume();
    });
    this.#sliceKind = simulation.handle((index) => {
      const processor = this.#processors[index];
      if (simulation.now < processor.sliceEndNs) return;
      processor.sliceEndNs = Infinity;
      this.#choose(processor, index);
    });
  }

  /** A thread has woken: it is resumed now if a processor is idle, else as soon as it gets one. */
  wake(thread: OsThread): void {
    if (this.#running < this.#processors.length) {
      const index = this.#idle(thread.processor);
      this.#begin(this.#processors[index], index, thread, thread.virtualNs);
      thread.resume();
      return;
    }
    const index = this.#leastWanted(thread.processor);
    const processor = this.#processors[index];
    this.#count(processor);
    // Whoever has had too much before it slept has waited that off meanwhile (DELAY_DEQUEUE).
    const sleptNs = this.#simulation.now - thread.sleptSinceNs;
    const lag = thread.lagNs < 0 ? Math.min(0, thread.lagNs + sleptNs) : thread.lagNs;
    this.#place(thread, average(processor) - lag);
    thread.run = Run.queued;
    thread.leftNs = 0;
    this.queued++;
    processor.waiting.push(thread);
    this.#choose(processor, index);
  }

  /** Has a running thread use its processor for a time, after which it is resumed. */
  occupy(thread: OsThread, lengthNs: number): void {
    thread.generation = (thread.generation + 1) | 0;
    thread.untilNs = this.#simulation.now + lengthNs;
    this.#simulation.schedule(thread.untilNs, this.#goOnKind, thread.id, thread.generation);
  }

  /** A thread gives its processor up, if it has one. */
  release(thread: OsThread): void {
    if (thread.run !== Run.running) return;
    const processor = this.#processors[thread.processor];
    this.#count(processor);
    thread.lagNs = clamp(average(processor) - thread.virtualNs);
    thread.sleptSinceNs = this.#simulation.now;
    thread.run = Run.asleep;
    this.#running--;
    processor.current = null;
    processor.sinceNs = this.#simulation.now;
    this.#fill(processor, thread.processor);
  }

  /** How long the processor has been idle on which a thread would run that wakes now; 0 when none is idle. */
  idleNs(thread: OsThread): number {
    if (this.#running === this.#processors.length) return 0;
    return this.#simulation.now - this.#processors[this.#idle(thread.processor)].sinceNs;
  }

  /** A running thread has slept meanwhile, while nobody else wanted a processor. */
  hasSlept(thread: OsThread): void {
    this.#processors[thread.processor].countedNs = this.#simulation.now;
  }

  /** Gives a processor that nobody has to the next thread. */
  #fill(processor: Processor, index: number): void {
    if (processor.waiting.length === 0) {
      const other = this.#mostWanted();
      if (other === null) return;
      const pulled = takeNext(other);
      this.queued--;
      this.#begin(processor, index, pulled, pulled.virtualNs - average(other));
      this.occupy(pulled, contextSwitchNs + pulled.leftNs);
      return;
    }
    this.#countLooks(processor.waiting.length);
    const next = takeNext(processor);
    this.queued--;
    this.#begin(processor, index, next, null);
    this.occupy(next, contextSwitchNs + next.leftNs);
    this.#watch(processor, index);
  }

  /** Thousands of threads that wait for one processor bring a run to its limit sooner: each choice goes through them all. */
  #countLooks(threads: number): void {
    if (threads >= threadsPerTurn) {
      this.#simulation.countTurns(Math.floor(threads / threadsPerTurn));
    }
  }

  /** Ends the turn of a processor's thread if another is to have it. */
  #choose(processor: Processor, index: number): void {
    const { current, waiting } = processor;
    if (waiting.length === 0) return;
    this.#countLooks(waiting.length);
    this.#count(processor);
    if (current !== null) {
      const next = best(processor);
      // On a tie the thread that waits goes first (pick_eevdf).
      const isFirst = next === null || current.deadlineNs < next.deadlineNs;
      const stays =
        (isFirst && current.virtualNs <= average(processor) + roundingNs) ||
        processor.sinceNs === this.#simulation.now;
      if (stays) {
        this.#watch(processor, index);
        return;
      }
      current.generation = (current.generation + 1) | 0;
      current.leftNs = Math.max(0, current.untilNs - this.#simulation.now);
      current.run = Run.queued;
      this.queued++;
      this.#running--;
      waiting.push(current);
      processor.current = null;
    }
    this.#fill(processor, index);
  }

  /** Virtual: the thread's virtual time on a processor that was idle; null: it has one. */
  #begin(processor: Processor, index: number, thread: OsThread, virtualNs: number | null): void {
    if (virtualNs !== null) this.#place(thread, virtualNs);
    processor.current = thread;
    processor.sinceNs = this.#simulation.now;
    processor.countedNs = this.#simulation.now;
    thread.processor = index;
    thread.run = Run.running;
    this.#running++;
  }

  #place(thread: OsThread, virtualNs: number): void {
    thread.virtualNs = virtualNs;
    thread.deadlineNs = virtualNs + timeSliceNs;
  }

  /** Counts what a processor's thread has computed; a deadline that has passed makes place for the next. */
  #count(processor: Processor): void {
    const { current } = processor;
    const { now } = this.#simulation;
    if (current !== null) {
      current.virtualNs += now - processor.countedNs;
      if (current.virtualNs >= current.deadlineNs)
        current.deadlineNs = current.virtualNs + timeSliceNs;
    }
    processor.countedNs = now;
  }

  #watch(processor: Processor, index: number): void {
    const { current } = processor;
    if (current === null || processor.waiting.length === 0) return;
    const end = this.#simulation.now + Math.max(1, current.deadlineNs - current.virtualNs);
    if (processor.sliceEndNs <= end && processor.sliceEndNs > this.#simulation.now) return;
    processor.sliceEndNs = end;
    this.#simulation.schedule(end, this.#sliceKind, index, 0);
  }

  /** The processor for which most threads wait; null: there is none for which any does. */
  #mostWanted(): Processor | null {
    if (this.queued === 0) return null;
    return this.#processors.reduce((most, each) =>
      each.waiting.length > most.waiting.length ? each : most,
    );
  }

  /** An idle processor: the preferred one if it is. There must be one. */
  #idle(preferred: number): number {
    if (this.#processors[preferred].current === null) return preferred;
    return this.#processors.findIndex(({ current }) => current === null);
  }

  /** The processor for which the fewest wait: the preferred one among equals. */
  #leastWanted(preferred: number): number {
    let least = preferred;
    for (const [index, { waiting }] of this.#processors.entries()) {
      if (waiting.length < this.#processors[least].waiting.length) least = index;
    }
    return least;
  }
}

/** The average virtual time of a processor's threads. */
function average({ current, waiting }: Processor): number {
  let sum = current?.virtualNs ?? 0;
  for (const thread of waiting) sum += thread.virtualNs;
  return sum / Math.max(1, waiting.length + (current === null ? 0 : 1));
}

/** Of the threads that wait and are eligible, the one with the earliest deadline. */
function best(processor: Processor): OsThread | null {
  const limit = average(processor) + roundingNs;
  let found: OsThread | null = null;
  for (const thread of processor.waiting) {
    if (thread.virtualNs > limit) continue;
    if (found === null || thread.deadlineNs < found.deadlineNs) found = thread;
  }
  return found;
}

/** Takes the next thread from among those that wait, of which there must be some. */
function takeNext(processor: Processor): OsThread {
  const next = best(processor) ?? processor.waiting[0];
  processor.waiting.splice(processor.waiting.indexOf(next), 1);
  return next;
}

/** A thread's lag is bounded by a slice and the length of a tick (update_entity_lag). */
function clamp(lagNs: number): number {
  return Math.min(2 * timeSliceNs, Math.max(-2 * timeSliceNs, lagNs));
}
