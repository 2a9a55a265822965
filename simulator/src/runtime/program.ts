/**
 * Compiles a scenario's steps to flat columns of instructions, which every runtime follows.
 *
 * Each task class is a range of instructions that ends with `end`. A loop keeps its counter in a slot of the task. An
 * interval keeps its due time and its timer in two slots, and the counter of the loop around its steps in the one after
 * (unless it has only one round). Slots are reused by what does not nest.
 */
import { Float64Column, Int32Column, Uint8Column } from "../engine/columns.js";
import { sample } from "../engine/distribution.js";
import type { Distribution } from "../engine/distribution.js";
import type { Random } from "../engine/random.js";
import type { Duration, IntervalStep, Scenario, SourceLine, Step } from "../scenario/types.js";
import { UnsupportedStepError } from "./errors.js";
import { Instruction, MissedTick } from "./instructions.js";

export const nanosPerMilli = 1_000_000;

/** Whole nanoseconds of a number of milliseconds. */
export function nanos(milliseconds: number): number {
  return Math.round(milliseconds * nanosPerMilli);
}

/** The due times of an interval step, in nanoseconds since the scenario's time zero. */
export interface IntervalTimes {
  readonly everyNs: number;
  readonly phaseNs: number;
  readonly phaseStepNs: number;
  readonly missed: MissedTick;
}

export interface Program {
  /** Where each task class begins, in the order of the scenario's tasks. */
  readonly entry: Int32Array;
  readonly classNames: readonly string[];
  /** Slots that a task needs at most. */
  readonly slots: number;
  readonly code: Uint8Array;
  /** Constant durations in nanoseconds; for drawn ones, see `distribution`. */
  readonly durationNs: Float64Array;
  /** Index into `distributions`, or -1 where the duration is constant. */
  readonly distribution: Int32Array;
  readonly distributions: readonly Distribution[];
  /** Loops and `intervalTick`: the rounds. `parallel`: the items. */
  readonly count: Int32Array;
  /** Loops: where the body begins. `spawn`: the class. Closures and panics in them: their end. Intervals: index into `intervals`. Parallel: the item that panics. */
  readonly target: Int32Array;
  readonly slot: Int32Array;
  readonly intervals: readonly IntervalTimes[];
  /** Index into `locations`, or -1. */
  readonly location: Int32Array;
  readonly locations: readonly SourceLine[];
}

/**
 * Compiles a scenario that has been validated.
 * @throws UnsupportedStepError naming the path of a step that the scenario's runtime refuses.
 */
export function compile(scenario: Scenario): Program {
  return new Compiler(scenario).program();
}

/** The duration of an instruction in whole nanoseconds: the constant, or a fresh draw. */
export function durationOf(program: Program, at: number, random: Random): number {
  const index = program.distribution[at];
  if (index < 0) return program.durationNs[at];
  return Math.max(0, Math.round(sample(program.distributions[index], random) * nanosPerMilli));
}

const missedTicks = {
  burst: MissedTick.burst,
  delay: MissedTick.delay,
  skip: MissedTick.skip,
} as const;

interface Operands {
  readonly duration?: Duration;
  readonly count?: number;
  readonly target?: number;
  readonly slot?: number;
}

class Compiler {
  readonly #scenario: Scenario;
  readonly #classNames: readonly string[];
  readonly #entry = new Int32Column();
  readonly #code = new Uint8Column();
  readonly #durationNs = new Float64Column();
  readonly #distribution = new Int32Column();
  readonly #count = new Int32Column();
  readonly #target = new Int32Column();
  readonly #slot = new Int32Column();
  readonly #location = new Int32Column();
  readonly #distributions: Distribution[] = [];
  readonly #intervals: IntervalTimes[] = [];
  readonly #locations: SourceLine[] = [];
  readonly #locationIndex = new Map<string, number>();
  #slotsInUse = 0;
  #slots = 0;
  #here = -1;
  /** Panics within the closure that is being compiled. */
  #panics: number[] = [];

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#classNames = scenario.tasks.map((task) => task.name);
  }

  program(): Program {
    this.#scenario.tasks.forEach((task, index) => {
      this.#entry.push(this.#code.length);
      this.#steps(task.steps, `tasks[${index}].steps`);
      this.#here = -1;
      this.#emit(Instruction.end);
    });
    return {
      entry: this.#entry.values(),
      classNames: this.#classNames,
      slots: this.#slots,
      code: this.#code.values(),
      durationNs: this.#durationNs.values(),
      distribution: this.#distribution.values(),
      distributions: this.#distributions,
      count: this.#count.values(),
      target: this.#target.values(),
      slot: this.#slot.values(),
      intervals: this.#intervals,
      location: this.#location.values(),
      locations: this.#locations,
    };
  }

  #steps(steps: readonly Step[], path: string): void {
    steps.forEach((step, index) => {
      this.#here = this.#locate(step.at);
      this.#step(step, `${path}[${index}]`);
    });
  }

  #step(step: Step, path: string): void {
    if ("ready" in step) {
      this.#loop(step.ready, () => {
        this.#emit(Instruction.ready);
        if (step.cpu !== undefined) this.#emit(Instruction.cpu, { duration: step.cpu });
      });
    } else if ("cpu" in step) this.#emit(Instruction.cpu, { duration: step.cpu });
    else if ("block" in step) this.#emit(Instruction.block, { duration: step.block });
    else if ("sleep" in step) this.#emit(Instruction.sleep, { duration: step.sleep });
    else if ("interval" in step) this.#interval(step, path);
    else if ("io" in step) this.#emit(Instruction.io, { duration: step.io });
    else if ("yield" in step) this.#emit(Instruction.yield);
    else if ("selfWake" in step) this.#emit(Instruction.selfWake);
    else if ("spawn" in step) {
      const target = this.#classNames.indexOf(step.spawn);
      if (target < 0) {
        throw new UnsupportedStepError(`${path}.spawn`, `no task is named "${step.spawn}"`);
      }
      this.#loop(step.count ?? 1, () => {
        this.#emit(Instruction.spawn, { target });
      });
    } else if ("join" in step) this.#emit(Instruction.join);
    else if ("microtask" in step) this.#emit(Instruction.selfWake);
    else if ("immediate" in step) this.#emit(Instruction.yield);
    else if ("nextTick" in step) this.#emit(Instruction.nextTick);
    else if ("panic" in step) this.#panics.push(this.#emit(Instruction.panic));
    else if ("abort" in step) this.#emit(Instruction.abort);
    else if ("spawnBlocking" in step) {
      this.#closure(Instruction.spawnBlocking, step.spawnBlocking, `${path}.spawnBlocking`);
    } else if ("blockInPlace" in step) {
      if (this.#scenario.runtime.flavor !== "multi-thread") {
        // Tokio 1.24 worker.rs: the words with which block_in_place panics.
        throw new UnsupportedStepError(
          `${path}.blockInPlace`,
          "can call blocking only when running on the multi-threaded runtime",
        );
      }
      this.#closure(Instruction.blockInPlace, step.blockInPlace, `${path}.blockInPlace`);
    } else if ("parallel" in step) {
      const { items, cpu, panicAt } = step.parallel;
      this.#emit(Instruction.parallel, { duration: cpu, count: items, target: panicAt });
    } else if ("threadpool" in step) {
      if (this.#scenario.runtime.flavor !== "node") {
        throw new UnsupportedStepError(
          `${path}.threadpool`,
          'only the "node" runtime has libuv\'s thread pool; use spawnBlocking',
        );
      }
      const count = step.slow === true ? 1 : 0;
      this.#emit(Instruction.threadpool, { duration: step.threadpool, count });
    } else {
      this.#loop(step.repeat, () => {
        this.#steps(step.steps, `${path}.steps`);
      });
    }
  }

  #interval(step: IntervalStep, path: string): void {
    const { everyMs, count, phaseMs, phaseStepMs, missed } = step.interval;
    const target = this.#intervals.length;
    this.#intervals.push({
      everyNs: nanos(everyMs),
      phaseNs: nanos(phaseMs ?? 0),
      phaseStepNs: nanos(phaseStepMs ?? 0),
      missed: missedTicks[missed ?? "burst"],
    });
    const slot = this.#takeSlots(2);
    this.#emit(Instruction.intervalBegin, { target, slot });
    const here = this.#here;
    this.#loop(count, () => {
      this.#here = here;
      this.#emit(Instruction.intervalTick, { target, slot, count });
      this.#steps(step.steps, `${path}.steps`);
    });
    this.#slotsInUse -= 2;
  }

  #closure(
    instruction: typeof Instruction.spawnBlocking | typeof Instruction.blockInPlace,
    steps: readonly Step[],
    path: string,
  ): void {
    const begin = this.#emit(instruction);
    this.#panics = [];
    this.#steps(steps, path);
    this.#here = -1;
    const end = this.#emit(Instruction.closureEnd);
    for (const place of [begin, ...this.#panics]) this.#target.set(place, end);
  }

  #loop(rounds: number, body: () => void): void {
    if (rounds <= 0) return;
    if (rounds === 1) {
      body();
      return;
    }
    const slot = this.#takeSlots(1);
    this.#emit(Instruction.loopBegin, { slot, count: rounds });
    const start = this.#code.length;
    body();
    // A body without instructions would go round without anything happening.
    if (this.#code.length > start) this.#emit(Instruction.loopEnd, { slot, target: start });
    this.#slotsInUse -= 1;
  }

  #takeSlots(count: number): number {
    const first = this.#slotsInUse;
    this.#slotsInUse += count;
    this.#slots = Math.max(this.#slots, this.#slotsInUse);
    return first;
  }

  /** Appends an instruction and returns its place. */
  #emit(instruction: Instruction, operands: Operands = {}): number {
    const { duration, count, target, slot } = operands;
    const constant = typeof duration === "number" || duration === undefined;
    const place = this.#code.length;
    this.#code.push(instruction);
    this.#durationNs.push(constant ? nanos(duration ?? 0) : NaN);
    this.#distribution.push(constant ? -1 : this.#distributions.push(duration) - 1);
    this.#count.push(count ?? 0);
    this.#target.push(target ?? -1);
    this.#slot.push(slot ?? -1);
    this.#location.push(this.#here);
    return place;
  }

  #locate(line: SourceLine | undefined): number {
    if (line === undefined) return -1;
    const key = `${line.line}:${line.file}`;
    const known = this.#locationIndex.get(key);
    if (known !== undefined) return known;
    const index = this.#locations.push(line) - 1;
    this.#locationIndex.set(key, index);
    return index;
  }
}
