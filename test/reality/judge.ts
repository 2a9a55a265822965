/** Says whether the simulator is true to what was measured. */
import { isCount, spreadOf } from "./figures.js";
import type { Figure, Spread } from "./figures.js";
import type { Group, Tolerance } from "./groups.js";
import type { Run } from "./types.js";

export interface Comparison {
  readonly figure: Figure;
  readonly reality: Spread;
  readonly simulator: Spread;
  /** How far the simulator's median may be from reality's. */
  readonly allowed: number;
  readonly ok: boolean;
  /** Reality itself spreads so widely that its median says little. */
  readonly noisy: boolean;
}

/** @throws Error where a side has no samples for the figure. */
export function compare(
  figure: Figure,
  group: Group,
  real: readonly Run[],
  simulated: readonly Run[],
): Comparison {
  const reality = spreadOf(figure, real);
  const simulator = spreadOf(figure, simulated);
  if (reality === null || simulator === null) {
    const side = reality === null ? "reality" : "the simulator";
    throw new Error(`${side} has no samples for ${JSON.stringify(figure)}`);
  }
  const allowed = allowedError(figure, group, reality.median);
  const error = Math.abs(simulator.median - reality.median);
  // Within reality's own range, widened by the tolerance, the simulator must be in any case.
  const overlaps =
    simulator.low <= reality.high + allowed && simulator.high >= reality.low - allowed;
  const ok = group.race === true ? overlaps : error <= allowed;
  const noisy = group.race !== true && reality.middleHalf > 2 * allowed && !isCount(figure);
  return { figure, reality, simulator, allowed, ok, noisy };
}

/** Whether the simulator's median lies within reality's range, widened by what is allowed. */
export function withinRange({ reality, simulator, allowed }: Comparison): boolean {
  return simulator.median >= reality.low - allowed && simulator.median <= reality.high + allowed;
}

function allowedError(figure: Figure, group: Group, real: number): number {
  if (isCount(figure)) return Math.max(1, group.countTolerance * real);
  const tolerance: Tolerance =
    figure.of === "startDelay" ? (group.startTolerance ?? group.tolerance) : group.tolerance;
  return Math.max(tolerance.relative * real, tolerance.absoluteMs);
}
