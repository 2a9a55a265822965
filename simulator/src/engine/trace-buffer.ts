/** Records a trace in growing columns. A run without a trace has no buffer: callers hold `TraceBuffer | null`. */
import { Float64Column, Int32Column, Uint8Column } from "./columns.js";
import type { Lane, Queue, SegmentState, Trace } from "./trace.js";

export class TraceBuffer {
  readonly #taskNames: readonly string[];
  readonly #locations: readonly { readonly file: string; readonly line: number }[];
  readonly #lanes: Lane[] = [];
  readonly #queues: Queue[] = [];

  readonly #segmentLane = new Int32Column();
  readonly #segmentStart = new Float64Column();
  readonly #segmentEnd = new Float64Column();
  readonly #segmentState = new Uint8Column();
  readonly #segmentTask = new Int32Column();
  readonly #segmentLocation = new Int32Column();
  readonly #segmentStolen = new Uint8Column();

  readonly #stealAt = new Float64Column();
  readonly #stealFrom = new Int32Column();
  readonly #stealTo = new Int32Column();
  readonly #stealCount = new Int32Column();

  readonly #sampleQueue = new Int32Column();
  readonly #sampleAt = new Float64Column();
  readonly #sampleSize = new Int32Column();

  readonly #waitTask = new Int32Column();
  readonly #waitReady = new Float64Column();
  readonly #waitQueued = new Float64Column();
  readonly #waitPlaced = new Float64Column();
  readonly #waitStart = new Float64Column();
  readonly #waitQueue = new Int32Column();
  readonly #waitTimer = new Uint8Column();

  constructor(
    taskNames: readonly string[],
    locations: readonly { readonly file: string; readonly line: number }[],
  ) {
    this.#taskNames = taskNames;
    this.#locations = locations;
  }

  /** Adds a thread; returns its index. */
  addLane(lane: Lane): number {
    return this.#lanes.push(lane) - 1;
  }

  /** Adds a queue; returns its index. */
  addQueue(queue: Queue): number {
    return this.#queues.push(queue) - 1;
  }

  /** Records what a thread did from `startNs` to `endNs`; nothing when that took no time. */
  segment(
    lane: number,
    startNs: number,
    endNs: number,
    state: SegmentState,
    task: number,
    location: number,
    stolen: boolean,
  ): void {
    if (endNs <= startNs) return;
    this.#segmentLane.push(lane);
    this.#segmentStart.push(startNs);
    this.#segmentEnd.push(endNs);
    this.#segmentState.push(state);
    this.#segmentTask.push(task);
    this.#segmentLocation.push(location);
    this.#segmentStolen.push(stolen ? 1 : 0);
  }

  /** Records that `toLane` took `count` tasks from `fromLane`. */
  steal(atNs: number, fromLane: number, toLane: number, count: number): void {
    this.#stealAt.push(atNs);
    this.#stealFrom.push(fromLane);
    this.#stealTo.push(toLane);
    this.#stealCount.push(count);
  }

  /** Records a queue's size after it changed. */
  queueSize(queue: number, atNs: number, size: number): void {
    this.#sampleQueue.push(queue);
    this.#sampleAt.push(atNs);
    this.#sampleSize.push(size);
  }

  /** Records that a task could have run from `readyNs` on and ran at `startNs` (NaN: not yet). */
  wait(
    task: number,
    readyNs: number,
    queuedNs: number,
    placedNs: number,
    startNs: number,
    queue: number,
    timer: boolean,
  ): void {
    this.#waitTask.push(task);
    this.#waitReady.push(readyNs);
    this.#waitQueued.push(queuedNs);
    this.#waitPlaced.push(placedNs);
    this.#waitStart.push(startNs);
    this.#waitQueue.push(queue);
    this.#waitTimer.push(timer ? 1 : 0);
  }

  /** The trace as recorded so far, its segments cut at `endNs`. The buffer must not be used afterwards. */
  finish(tasks: Trace["tasks"], endNs: number): Trace {
    const ends = this.#segmentEnd.values();
    for (let index = 0; index < ends.length; index++) {
      if (ends[index] > endNs) ends[index] = endNs;
    }
    return {
      lanes: this.#lanes,
      queues: this.#queues,
      taskNames: this.#taskNames,
      locations: this.#locations,
      tasks,
      segments: {
        length: this.#segmentLane.length,
        lane: this.#segmentLane.values(),
        startNs: this.#segmentStart.values(),
        endNs: ends,
        state: this.#segmentState.values(),
        task: this.#segmentTask.values(),
        location: this.#segmentLocation.values(),
        stolen: this.#segmentStolen.values(),
      },
      steals: {
        length: this.#stealAt.length,
        atNs: this.#stealAt.values(),
        fromLane: this.#stealFrom.values(),
        toLane: this.#stealTo.values(),
        count: this.#stealCount.values(),
      },
      queueSamples: {
        length: this.#sampleQueue.length,
        queue: this.#sampleQueue.values(),
        atNs: this.#sampleAt.values(),
        size: this.#sampleSize.values(),
      },
      waits: {
        length: this.#waitTask.length,
        task: this.#waitTask.values(),
        readyNs: this.#waitReady.values(),
        queuedNs: this.#waitQueued.values(),
        placedNs: this.#waitPlaced.values(),
        startNs: this.#waitStart.values(),
        queue: this.#waitQueue.values(),
        timer: this.#waitTimer.values(),
      },
      endNs,
    };
  }
}
