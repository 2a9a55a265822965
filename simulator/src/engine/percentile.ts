/** Exact percentiles. */

/**
 * The smallest sample that at least the share `quantile` (0 to 1) of all samples does not exceed: the nearest-rank
 * percentile, which is always a sample that really occurred.
 */
export function percentile(sorted: Float64Array, quantile: number): number {
  const rank = Math.max(1, Math.ceil(quantile * sorted.length));
  return sorted[Math.min(rank, sorted.length) - 1];
}
