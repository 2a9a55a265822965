/** The data-parallel half: a whole set of items, crunched on all threads. */
import type { JobMessage } from "./message.js";
import { examine } from "./sendable.js";
import { checkOptions, invalid, readCall } from "./spawn.js";
import { unsendableArgument } from "./unsendable-argument.js";
import type { JoinHandle, ParallelMapOptions, SpawnOptions } from "./types.js";

/** What a map needs of its pool. */
export interface MapPool {
  /** How many chunks may run at once. */
  readonly width: number;
  readonly spawn: (message: JobMessage, options: SpawnOptions) => JoinHandle<unknown>;
}

const optionNames: ReadonlySet<string> = new Set(["signal", "args", "maxThreads"]);

/** A chunk should take about this long: short enough to share the end fairly, long enough for messages not to count. */
const TARGET_MS = 10;

/** Chunks grow at most so much from one to the next: the first items may be quicker than the others. */
const MAX_GROWTH = 4;

export async function mapInParallel(
  pool: MapPool,
  iterable: unknown,
  first: unknown,
  second?: unknown,
  third?: unknown,
  fourth?: unknown,
): Promise<unknown[]> {
  if (!isIterable(iterable)) {
    throw invalid(`parallelMap wants items that can be iterated, first: not ${typeof iterable}`);
  }
  const items = [...iterable];
  const call = readCall("parallelMap", first, second, third, fourth);
  // Without arguments of its own, a map has its options where a job has its arguments.
  const options = readOptions(call.second);
  const { args = [], signal, maxThreads = pool.width } = options;
  const width = Math.min(pool.width, maxThreads, items.length);
  const results = new Array<unknown>(items.length);
  const running = new Set<JoinHandle<unknown>>();
  let next = 0;
  let stopped = false;

  /** One after the other, chunks from the front of what is left. */
  async function work(): Promise<void> {
    let size = 1;
    while (next < items.length && !stopped) {
      const from = next;
      // Half of a fair share of the rest at most, so that all threads end at about the same time.
      const fair = Math.ceil((items.length - from) / (2 * width));
      const count = Math.min(size, fair);
      next = from + count;
      const job = pool.spawn(message(from, count), signal === undefined ? {} : { signal });
      running.add(job);
      const start = performance.now();
      const values = (await job) as unknown[];
      running.delete(job);
      const msPerItem = (performance.now() - start) / count;
      size = Math.max(1, Math.min(count * MAX_GROWTH, Math.round(TARGET_MS / msPerItem)));
      for (const [offset, value] of values.entries()) results[from + offset] = value;
    }
  }

  function message(from: number, count: number): JobMessage {
    const sent = [items.slice(from, from + count), ...args];
    const { buffers, unsendable } = examine(sent);
    if (unsendable !== undefined) throw unsendableArgument(unsendable, from);
    return [call.source, call.exportName, sent, { buffers, chunkStart: from }];
  }

  try {
    await Promise.all(Array.from({ length: width }, work));
  } catch (error) {
    stopped = true;
    for (const job of running) job.abort();
    throw error;
  }
  return results;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return (
    typeof (value as Partial<Iterable<unknown>> | null | undefined)?.[Symbol.iterator] ===
    "function"
  );
}

function readOptions(given: unknown): ParallelMapOptions<readonly unknown[]> {
  const options = checkOptions("parallelMap", given, optionNames) as ParallelMapOptions<
    readonly unknown[]
  >;
  const { args, maxThreads } = options;
  if (args !== undefined && !Array.isArray(args)) {
    throw invalid('the option "args" of parallelMap must be an array');
  }
  if (maxThreads !== undefined && !(Number.isInteger(maxThreads) && maxThreads >= 1)) {
    throw invalid(
      `the option "maxThreads" of parallelMap must be a whole number from 1: not ${maxThreads}`,
    );
  }
  return options;
}
