/** The groups of figures, and how true the simulator must be in each. */

/** The larger of the two is allowed. */
export interface Tolerance {
  readonly relative: number;
  readonly absoluteMs: number;
}

export interface Group {
  readonly title: string;
  /** The target in words. */
  readonly target: string;
  readonly tolerance: Tolerance;
  /** For starts, which are wider. */
  readonly startTolerance?: Tolerance;
  /** How many victims more or fewer are still the right number, as a share. */
  readonly countTolerance: number;
  /** The outcome hangs on a race of microseconds: the ranges of both must overlap. */
  readonly race?: true;
}

const percent = (relative: number, absoluteMs = 0): Tolerance => ({
  relative: relative / 100,
  absoluteMs,
});

export const groups = {
  makespan: {
    title: "Makespans: sleepers, pools, fan-out, computing",
    target: "2 %",
    tolerance: percent(2),
    countTolerance: 0.02,
  },
  overflow: {
    title: "Bursts that overflow a local queue",
    target: "5 %",
    tolerance: percent(5),
    countTolerance: 0.05,
  },
  threadCreation: {
    title: "Dominated by the creation of threads",
    target: "makespan 5 %, start 25 %",
    tolerance: percent(5),
    startTolerance: percent(25),
    countTolerance: 0.05,
  },
  stall: {
    title: "Stalls: driver held, stranded child, event interval",
    target: "1 % or 0.5 ms, and the right number of victims",
    tolerance: percent(1, 0.5),
    countTolerance: 0.05,
  },
  budget: {
    title: "Stalls by the cooperative budget",
    target: "5 % or 0.5 ms",
    tolerance: percent(5, 0.5),
    countTolerance: 0.05,
  },
  ticker: {
    title: "Idle timers, and timers that nothing may disturb",
    target: "0.35 ms",
    tolerance: percent(0, 0.35),
    countTolerance: 0,
  },
  race: {
    title: "Self-waking tasks, and races of microseconds that decide a long stall",
    target: "the ranges overlap",
    tolerance: percent(0),
    countTolerance: 0,
    race: true,
  },
  rayon: {
    title: "rayon",
    target: "2 %",
    tolerance: percent(2),
    countTolerance: 0.02,
  },
  node: {
    title: "Node.js: stalls and pool waits",
    target: "3 % or 0.35 ms",
    tolerance: percent(3, 0.35),
    countTolerance: 0.05,
  },
  nodeTimer: {
    title: "Node.js: timers",
    target: "1 ms",
    tolerance: percent(0, 1),
    countTolerance: 0.05,
  },
} as const satisfies Readonly<Record<string, Group>>;

export type GroupName = keyof typeof groups;

export function groupOf(name: GroupName): Group {
  return groups[name];
}
