/** The ways through a function's code, of which a profile shows the one that holds the thread longest. */
import type { ProfileStep } from "./types.js";

export type Steps = readonly ProfileStep[];

/**
 * The heaviest way through a piece of code for each way that it ends; undefined where it never ends so.
 * - `falls`: control goes on behind it.
 * - `jumps`: `break` or `continue`.
 * - `exits`: `return` or `throw`.
 */
export interface Paths {
  readonly falls: Steps | undefined;
  readonly jumps: Steps | undefined;
  readonly exits: Steps | undefined;
}

/** Code that always goes on. */
export function falling(steps: Steps): Paths {
  return { falls: steps, jumps: undefined, exits: undefined };
}

/** Code that has no way through it. */
export const nowhere: Paths = { falls: undefined, jumps: undefined, exits: undefined };

/** One piece of code behind another. */
export function inSequence(first: Paths, second: Paths): Paths {
  const { falls } = first;
  if (falls === undefined) return first;
  const after = (steps: Steps | undefined): Steps | undefined =>
    steps === undefined ? undefined : [...falls, ...steps];
  return {
    falls: after(second.falls),
    jumps: heavier(first.jumps, after(second.jumps)),
    exits: heavier(first.exits, after(second.exits)),
  };
}

/** Either of two pieces of code. */
export function inChoice(first: Paths, second: Paths): Paths {
  return {
    falls: heavier(first.falls, second.falls),
    jumps: heavier(first.jumps, second.jumps),
    exits: heavier(first.exits, second.exits),
  };
}

/** Where jumps end up behind the code: a `switch`, a labelled block. */
export function withJumpsFalling({ falls, jumps, exits }: Paths): Paths {
  return { falls: heavier(falls, jumps), jumps: undefined, exits };
}

/** The heaviest of all ways. */
export function heaviest({ falls, jumps, exits }: Paths): Steps {
  return heavier(heavier(falls, jumps), exits) ?? [];
}

/** Of two ways the one that holds the thread longer; the first where they are alike. */
export function heavier(first: Steps | undefined, second: Steps | undefined): Steps | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return weight(second) > weight(first) ? second : first;
}

/** Milliseconds that steps hold the thread; what they await weighs next to nothing. */
export function weight(steps: Steps): number {
  return steps.reduce((total, step) => {
    if (step.kind === "loop") return total + step.count * weight(step.steps);
    return (
      total + (step.kind === "block" || step.kind === "compute" ? step.estimate.typicalMs : 1e-9)
    );
  }, 0);
}
