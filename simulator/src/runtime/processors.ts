/**
 * The machine's processors, and which threads have them, as Linux's fair scheduler deals them out (EEVDF, kernel 6.12
 * and newer, kernel/sched/fair.c; all threads of equal weight).
 *
 * Each processor has threads of its own. A thread's virtual time is the time that it has computed. Eligible is who has
 * had no more than the average; of those the one with the earliest deadline runs, which lies a slice after its virtual
 * time at the slice's beginning. A choice is made when a slice is over, when a thread wakes, and when one gives its
 * processor up. A thread that wakes goes to an idle processor, if there is one, and a processor that runs out of threads
 * takes one that waits elsewhere.
 *
 * In a virtual machine an idle processor is halted, which its host may show as taken away; the kernel then takes it for
 * busy (available_idle_cpu, vcpu_is_preempted). There a thread often wakes on the processor of the thread that wakes it,
 * and shares it until an idle one looks around, at a tick of the kernel's clock, for a thread that has not run just now.
 */
import type { Simulation } from "../engine/simulation.js";
import { contextSwitchNs, timeSliceNs } from "./costs.js";
import { countLoad, mayShare } from "./load.js";
import { Run } from "./os-thread.js";
import type { OsThread } from "./os-thread.js";
import {
  average,
  best,
  boundedLag,
  idleProcessor,
  roundingNs,
  takeNext,
  threadsOf,
} from "./processor.js";
import type { Processor } from "./processor.js";

/** The kernel's clock ticks at 250 Hz. */
export const tickNs = 4_000_000;

/** Processors that are busy look around less often (sd->busy_factor). */
export const busyLooksNs = 15 * tickNs;

/** A thread that has run so shortly ago is not moved (sysctl_sched_migration_cost), */
const cacheHotNs = 500_000;

/** unless so many looks have found no other (cache_nice_tries). */
const patientLooks = 2;

/** To go through so many threads that wait, some times over, takes about as long as an event. */
const threadsPerTurn = 8;

export interface ProcessorOptions {
  /** Whether the kernel takes an idle processor for one that it does not have (see `MachineCosts`). */
  readonly idleLooksTaken: boolean;
  /** When the kernel's clock ticks: 0 to less than `tickNs`. */
  readonly tickPhaseNs: number;
}

export class Processors {
  /** How many threads wait for a processor. */
  queued = 0;
  readonly #simulation: Simulation;
  readonly #all: readonly OsThread[];
  readonly #processors: Processor[];
  #running = 0;
  /** The thread that acts now; null: the kernel, or somebody outside of the machine. */
  #acting: OsThread | null = null;
  /** How many looks for a thread to move have found only such as had just run. */
  #failedLooks = 0;
  /** Whether a look is to come with the kernel's next tick, and when in time such ticks come. */
  #looks = false;
  #looksBusy = false;
  readonly #busyLookKind: number;
  readonly #tickPhaseNs: number;
  readonly #goOnKind: number;
  readonly #lookKind: number;
  readonly #sliceKind: number;

  readonly #idleLooksTaken: boolean;

  /** Cores: 1 or more. All: every thread, by its id; it may grow. */
  constructor(
    simulation: Simulation,
    cores: number,
    all: readonly OsThread[],
    options: ProcessorOptions,
  ) {
    this.#simulation = simulation;
    this.#idleLooksTaken = options.idleLooksTaken;
    this.#tickPhaseNs = options.tickPhaseNs;
    this.#all = all;
    this.#processors = Array.from({ length: cores }, idleProcessor);
    this.#goOnKind = simulation.handle((id, generation) => {
      const thread = this.#all[id];
      if (thread.generation === generation) this.#resume(thread);
    });
    this.#busyLookKind = simulation.handle(() => {
      this.#looksBusy = false;
      this.#even();
    });
    this.#lookKind = simulation.handle(() => {
      this.#looks = false;
      this.#balance();
    });
    this.#sliceKind = simulation.handle((index) => {
      const processor = this.#processors[index];
      if (simulation.now < processor.sliceEndNs) return;
      processor.sliceEndNs = Infinity;
      this.#choose(processor, index);
    });
  }

  /**
   * The processor on which a thread wakes that is woken now, where no idle one is looked for: the one on which it is
   * woken, unless who wakes it and the thread have had much to do of late (wake_affine).
   */
  wakesOn(thread: OsThread): number {
    const acting = this.#acting;
    if (!this.#idleLooksTaken || acting === null || acting === thread) return thread.processor;
    return mayShare(acting, thread, this.#simulation.now) ? acting.processor : thread.processor;
  }

  /** The processor on which a thread begins that is made now: the one with the fewest (sched_balance_find_dst_cpu). */
  startsOn(thread: OsThread): number {
    thread.isStarting = true;
    let least = this.#acting?.processor ?? 0;
    for (const [index, processor] of this.#processors.entries()) {
      if (threadsOf(processor) < threadsOf(this.#processors[least])) least = index;
    }
    this.#processors[least].starting++;
    return least;
  }

  /** A thread has woken: it is resumed now if its processor is idle, else as soon as it gets one. */
  wake(thread: OsThread): void {
    if (this.#idleLooksTaken) countLoad(thread, this.#simulation.now);
    const index = this.#placeOf(thread);
    if (thread.isStarting) {
      thread.isStarting = false;
      this.#processors[thread.wakesOn].starting--;
    }
    const processor = this.#processors[index];
    if (processor.current === null) {
      this.#begin(processor, index, thread, thread.virtualNs);
      this.#resume(thread);
      return;
    }
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
    this.#lookSoon();
  }

  #placeOf(thread: OsThread): number {
    if (this.#idleLooksTaken) return thread.wakesOn;
    if (this.#running === this.#processors.length) return this.#leastWanted(thread.processor);
    return this.#idle(thread.processor);
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
    thread.lagNs = boundedLag(average(processor) - thread.virtualNs);
    thread.sleptSinceNs = this.#simulation.now;
    thread.ranNs = this.#simulation.now;
    if (this.#idleLooksTaken) countLoad(thread, this.#simulation.now);
    thread.run = Run.asleep;
    this.#running--;
    processor.current = null;
    processor.sinceNs = this.#simulation.now;
    this.#fill(processor, thread.processor);
  }

  /** How long the processor has been idle on which a thread would run that wakes now; 0 when none is idle. */
  idleNs(thread: OsThread): number {
    if (this.#running === this.#processors.length) return 0;
    const { current, sinceNs } = this.#processors[this.#placeOf(thread)];
    return current === null ? this.#simulation.now - sinceNs : 0;
  }

  /** A running thread has slept since a time, while nobody else wanted a processor. */
  hasSlept(thread: OsThread, sinceNs: number): void {
    if (this.#idleLooksTaken) {
      countLoad(thread, sinceNs);
      thread.run = Run.asleep;
      countLoad(thread, this.#simulation.now);
      thread.run = Run.running;
    }
    this.#processors[thread.processor].countedNs = this.#simulation.now;
  }

  /** Gives a processor that nobody has to the next thread. */
  #fill(processor: Processor, index: number): void {
    if (processor.waiting.length === 0) {
      const other = this.#mostWanted();
      if (other === null) return;
      if (!this.#pull(other, index, !this.#idleLooksTaken)) this.#lookSoon();
      return;
    }
    this.#countLooks(processor.waiting.length);
    const next = takeNext(processor);
    this.queued--;
    this.#begin(processor, index, next, null);
    this.occupy(next, contextSwitchNs + next.leftNs);
    this.#watch(processor, index);
  }

  #resume(thread: OsThread): void {
    this.#acting = thread;
    thread.resume();
    this.#acting = null;
  }

  /** Has an idle processor look for a thread that waits elsewhere with the next tick of a processor that has some. */
  #lookSoon(): void {
    if (!this.#idleLooksTaken) return;
    if (this.queued === 0) return;
    if (this.#running < this.#processors.length) {
      if (this.#looks) return;
      this.#looks = true;
      this.#simulation.schedule(this.#nextTick(tickNs), this.#lookKind, 0, 0);
    } else if (!this.#looksBusy && this.#processors.length > 1) {
      this.#looksBusy = true;
      this.#simulation.schedule(this.#nextTick(busyLooksNs), this.#busyLookKind, 0, 0);
    }
  }

  #nextTick(periodNs: number): number {
    const { now } = this.#simulation;
    return now + periodNs - ((now + periodNs - this.#tickPhaseNs) % periodNs);
  }

  /** Evens out by half the difference between the processors with the most and the fewest threads. */
  #even(): void {
    const from = this.#mostWanted();
    if (from === null) return;
    const to = this.#processors.reduce((fewest, each) =>
      threadsOf(each) < threadsOf(fewest) ? each : fewest,
    );
    for (let left = (threadsOf(from) - threadsOf(to)) >> 1; left > 0; left--) {
      if (!this.#pull(from, this.#processors.indexOf(to), false)) break;
    }
    this.#lookSoon();
  }

  /** An idle processor takes half of what waits for the most wanted one (sched_balance_rq). */
  #balance(): void {
    for (const [index, processor] of this.#processors.entries()) {
      const other = this.#mostWanted();
      if (other === null) return;
      if (processor.current !== null) continue;
      const anyway = this.#failedLooks >= patientLooks;
      let wanted = (other.waiting.length + 1) >> 1;
      if (this.#pull(other, index, anyway)) this.#failedLooks = 0;
      else this.#failedLooks++;
      while (processor.current !== null && --wanted > 0) {
        if (!this.#pull(other, index, anyway)) break;
      }
    }
    this.#lookSoon();
  }

  /** Moves a thread to a processor: one that has not run just now, unless any will do. False: there was none. */
  #pull(from: Processor, index: number, anyway: boolean): boolean {
    const { now } = this.#simulation;
    const to = this.#processors[index];
    const movable = from.waiting.filter((each) => anyway || now - each.ranNs >= cacheHotNs);
    if (movable.length === 0) return false;
    this.#count(from);
    const pulled = best(from, movable) ?? movable[0];
    const aheadNs = pulled.virtualNs - average(from);
    from.waiting.splice(from.waiting.indexOf(pulled), 1);
    if (to.current === null) {
      this.queued--;
      this.#begin(to, index, pulled, aheadNs);
      this.occupy(pulled, contextSwitchNs + pulled.leftNs);
    } else {
      this.#count(to);
      this.#place(pulled, average(to) + aheadNs);
      pulled.processor = index;
      to.waiting.push(pulled);
      this.#watch(to, index);
    }
    return true;
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
      current.ranNs = this.#simulation.now;
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
