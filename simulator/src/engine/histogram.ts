/**
 * Counts durations in buckets that double: the first ends at 1 µs, each further one at twice the one before, and the
 * last takes the rest. Nothing is allocated by a sample.
 */
const firstBoundNs = 1_000;
/** The last bound is 1 µs * 2^25, some 34 s. */
const boundedBuckets = 26;

export class DurationHistogram {
  /** How many samples each bucket has. */
  readonly counts = new Float64Array(boundedBuckets + 1);

  add(durationNs: number): void {
    // The position of the highest bit of the whole microseconds below the duration.
    const micros = Math.min(0x7fff_ffff, Math.ceil(durationNs / firstBoundNs) - 1);
    const bucket = micros <= 0 ? 0 : 32 - Math.clz32(micros);
    this.counts[bucket < boundedBuckets ? bucket : boundedBuckets]++;
  }

  /** Where each bucket ends, itself included, in nanoseconds; Infinity for the last. */
  static boundNs(bucket: number): number {
    return bucket < boundedBuckets ? firstBoundNs * 2 ** bucket : Infinity;
  }
}
