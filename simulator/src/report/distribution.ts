/** Samples sorted into bins of equal width on a logarithmic scale, since latencies span microseconds to seconds. */

export interface Distribution {
  /** Bin i holds samples from edges[i] up to edges[i + 1], in the unit of the samples. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

const binsPerDecade = 10;

/** The range that bins of several distributions must share to be compared: whole tenths of decades. */
export function logRange(samples: readonly Float64Array[]): readonly [number, number] {
  let low = Infinity;
  let high = 0;
  for (const set of samples) {
    for (const sample of set) {
      if (sample > 0 && sample < low) low = sample;
      if (sample > high) high = sample;
    }
  }
  if (!(high > 0)) return [0, 1];
  return [
    Math.floor(Math.log10(low) * binsPerDecade),
    Math.floor(Math.log10(high) * binsPerDecade) + 1,
  ];
}

/** Counts by bin. Samples of 0 or less fall into the first bin. */
export function distribution(
  samples: Float64Array,
  range: readonly [number, number] = logRange([samples]),
): Distribution {
  const [first, last] = range;
  const counts = new Array<number>(last - first).fill(0);
  for (const sample of samples) {
    const bin = sample > 0 ? Math.floor(Math.log10(sample) * binsPerDecade) - first : 0;
    counts[Math.min(Math.max(bin, 0), counts.length - 1)]++;
  }
  const edges = Array.from(
    { length: counts.length + 1 },
    (_, index) => 10 ** ((first + index) / binsPerDecade),
  );
  return { edges, counts };
}
