/**
 * The machine's processors, shared by the threads that compute. As many threads as there are processors run at full
 * speed; more share them evenly (processor sharing, the fluid limit of the kernel's fair scheduler). Threads that sleep
 * or block take none.
 */
import type { Simulation } from "../engine/simulation.js";

/** Work that is less than this from its end is done: the rounding of whole nanoseconds. */
const doneNs = 0.5;

export class Processors {
  readonly #simulation: Simulation;
  readonly #cores: number;
  readonly #kind: number;
  readonly #finished: (thread: number) => void;
  /** Work done so far by each thread that has computed all the while: the clock of those who share. */
  #serviceNs = 0;
  #updatedNs = 0;
  #generation = 0;
  /** The service for which the next completion is scheduled. */
  #scheduledNs = 0;
  // Who computes, and the service at which each is done.
  #count = 0;
  #threads = new Int32Array(16);
  #doneAt = new Float64Array(16);
  // Those who are done and are being told.
  #finishing = new Int32Array(16);

  /** Cores: 1 or more. Finished: called with a thread when what it computes is done. */
  constructor(simulation: Simulation, cores: number, finished: (thread: number) => void) {
    this.#simulation = simulation;
    this.#cores = cores;
    this.#finished = finished;
    this.#kind = simulation.handle((generation) => {
      if (generation === this.#generation) this.#complete();
    });
  }

  /** How many threads compute now. */
  get busy(): number {
    return this.#count;
  }

  /**
   * Has a thread compute for as long as `workNs` takes on a processor of its own. True: done at once, the clock has
   * advanced. False: `finished` will be called.
   */
  compute(thread: number, workNs: number): boolean {
    if (this.#count < this.#cores && this.#simulation.tryAdvance(workNs)) return true;
    this.#update();
    if (this.#count === this.#threads.length) this.#grow();
    this.#threads[this.#count] = thread;
    this.#doneAt[this.#count] = this.#serviceNs + workNs;
    this.#count++;
    // At full speed, who comes later does not change when the first is done.
    const isFirst = this.#count === 1 || this.#serviceNs + workNs < this.#scheduledNs;
    if (isFirst || this.#count > this.#cores) this.#scheduleNext();
    return false;
  }

  #update(): void {
    const now = this.#simulation.now;
    if (this.#count > 0) {
      const share = this.#count > this.#cores ? this.#cores / this.#count : 1;
      this.#serviceNs += (now - this.#updatedNs) * share;
    }
    this.#updatedNs = now;
  }

  #scheduleNext(): void {
    this.#generation = (this.#generation + 1) | 0;
    if (this.#count === 0) return;
    const doneAt = this.#doneAt;
    const count = this.#count;
    let next = doneAt[0];
    for (let index = 1; index < count; index++) {
      if (doneAt[index] < next) next = doneAt[index];
    }
    this.#scheduledNs = next;
    const slowdown = count > this.#cores ? count / this.#cores : 1;
    const left = Math.max(0, next - this.#serviceNs) * slowdown;
    const time = this.#simulation.now + Math.ceil(left - 1e-6);
    this.#simulation.schedule(time, this.#kind, this.#generation, 0);
  }

  #complete(): void {
    this.#update();
    // Those that are done move to `#finishing`: whoever is told may compute on at once, and change the lists.
    const threads = this.#threads;
    const doneAt = this.#doneAt;
    const finishing = this.#finishing;
    const count = this.#count;
    let finished = 0;
    let kept = 0;
    for (let index = 0; index < count; index++) {
      if (doneAt[index] - this.#serviceNs < doneNs) finishing[finished++] = threads[index];
      else {
        threads[kept] = threads[index];
        doneAt[kept] = doneAt[index];
        kept++;
      }
    }
    this.#count = kept;
    // Start over from zero while nobody computes, so that the sum keeps its precision.
    if (kept === 0) this.#serviceNs = 0;
    this.#scheduleNext();
    for (let index = 0; index < finished; index++) this.#finished(finishing[index]);
  }

  #grow(): void {
    const threads = new Int32Array(this.#threads.length * 2);
    threads.set(this.#threads);
    this.#threads = threads;
    const doneAt = new Float64Array(this.#doneAt.length * 2);
    doneAt.set(this.#doneAt);
    this.#doneAt = doneAt;
    // `#complete` goes on reading the old one.
    this.#finishing = new Int32Array(threads.length);
  }
}
