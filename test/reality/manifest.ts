/** The scenarios: what each is about, in which group its figures are judged, and which figures those are. */
import { makespan, quantiles, victims } from "./figures.js";
import type { Entry } from "./manifest-entry.js";
import { mixed } from "./manifest-mixed.js";
import { node } from "./manifest-node.js";

const latency = quantiles("latency", "handler");
const lateness = quantiles("lateness", "ticker");
/** A stall of 40 ms: those that wait for more than 3 ms because of it. */
const stalled = [...lateness, victims("lateness", "ticker", 3)];

const threadsInABurst =
  "whoever starts threads of the pool needs 27 to 31 µs for each where one needs 22 alone. 5 µs of that wake a thread that waits for the pool's lock, as in the model; what takes the rest is not known.";

const sleepers: readonly Entry[] = [
  ...[1, 2, 4, 8, 16].map((workers): Entry => ({
    name: `sleepers-${workers}-workers`,
    about: `100 tasks that block 20 ms on ${workers} ${workers === 1 ? "worker" : "workers"}`,
    group: "makespan",
    figures: [makespan, ...latency],
    ...(workers >= 8 && { always: true }),
  })),
  {
    name: "sleepers-current-thread",
    about: "the same on the current-thread runtime",
    group: "makespan",
    figures: [makespan, ...latency],
  },
  {
    name: "sleepers-pool-4",
    about: "the same on the blocking pool, capped at 4 threads",
    group: "makespan",
    figures: [makespan, ...latency],
  },
  {
    name: "sleepers-pool-8",
    about: "capped at 8 threads",
    group: "makespan",
    figures: [makespan, ...latency],
    always: true,
  },
  {
    name: "sleepers-pool-current-thread",
    about: "capped at 8 threads, beside the current-thread runtime",
    group: "makespan",
    figures: [makespan, ...latency],
  },
  {
    name: "sleepers-pool-512",
    about: "a thread for each: their creation is what takes time",
    group: "threadCreation",
    figures: [makespan, ...latency],
    missedBecause: threadsInABurst,
  },
  {
    name: "sleepers-in-place",
    about: "the same with block_in_place: a thread for each, again",
    group: "threadCreation",
    figures: [makespan, ...latency, ...quantiles("startDelay", "handler")],
    missedBecause: threadsInABurst,
  },
  {
    name: "sleepers-in-place-exhausted",
    about: "block_in_place when the pool can start only 10 threads in all",
    group: "makespan",
    figures: [makespan, ...latency],
    always: true,
  },
  {
    name: "sleepers-awaited",
    about: "100 awaited timers of 20 ms",
    group: "ticker",
    figures: [makespan, ...quantiles("lateness", "handler")],
  },
  {
    name: "sleepers-io",
    about: "100 tasks that await I/O of 20 ms",
    group: "ticker",
    figures: [makespan, ...latency],
  },
];

const computing: readonly Entry[] = [
  {
    name: "computing-shared-cores",
    about: "8 tasks of 20 ms of computing on 8 workers share 2 processors",
    group: "makespan",
    figures: [makespan],
    missedBecause:
      "on which processors the workers lie is chance, in reality as in the model: 80 to 88 ms in thirty runs, 80 to 85 in as many of the model, whose median is 1.5 ms less.",
  },
  {
    name: "computing-on-pool",
    about: "the same on the blocking pool",
    group: "makespan",
    figures: [makespan],
  },
  {
    name: "fan-out",
    about: "one task spawns 64 that compute 2 ms: the others steal them",
    group: "makespan",
    figures: [makespan],
  },
  {
    name: "fan-out-blocking",
    about: "one task spawns 64 that block 5 ms",
    group: "race",
    figures: [makespan, ...quantiles("startDelay", "piece")],
  },
  {
    name: "request-chain",
    about: "requests that compute, await I/O, and spawn four queries",
    group: "ticker",
    figures: [...latency, ...quantiles("latency", "query")],
  },
  {
    name: "overload",
    about: "blocking requests arrive faster than 4 workers serve them",
    group: "makespan",
    figures: [{ of: "completed", task: "request" }],
  },
  {
    name: "burst-over-local-queue",
    about: "one task spawns 1,000, more than its local queue holds",
    group: "overflow",
    figures: [makespan, ...quantiles("startDelay", "child")],
    always: true,
  },
  {
    name: "burst-one-worker",
    about: "the same on one worker, which then blocks",
    group: "overflow",
    figures: [makespan, ...quantiles("startDelay", "child")],
  },
];

const tickers: readonly Entry[] = [
  {
    name: "tickers-idle",
    about: "20 intervals of 5 ms on 4 workers, and nothing else",
    group: "ticker",
    figures: lateness,
    always: true,
  },
  {
    name: "tickers-idle-one-worker",
    about: "on one worker",
    group: "ticker",
    figures: lateness,
  },
  {
    name: "tickers-idle-current-thread",
    about: "on the current-thread runtime",
    group: "ticker",
    figures: lateness,
  },
  {
    name: "arriving-blocker",
    about: "beside a task that arrives and blocks 40 ms: no timer waits",
    group: "ticker",
    figures: lateness,
    always: true,
  },
  {
    name: "driver-held-in-place",
    about: "a task that a timer wakes blocks 40 ms with block_in_place: no timer waits",
    group: "ticker",
    figures: lateness,
  },
];

const stalls: readonly Entry[] = [
  ...[1, 2, 4].map((workers): Entry => ({
    name: `driver-held-${workers}-workers`,
    about: `a task that a timer wakes blocks 40 ms: all timers stop on ${workers} workers`,
    group: "stall",
    figures: stalled,
    ...(workers !== 1 && { always: true }),
  })),
  {
    name: "driver-held-no-work-beside",
    about: "the same beside a single interval, on 4 workers",
    group: "stall",
    figures: [victims("lateness", "ticker", 3)],
  },
  {
    name: "driver-held-by-io",
    about: "the task is woken by I/O",
    group: "stall",
    figures: stalled,
    always: true,
  },
  {
    name: "driver-held-io-waits",
    about: "those that wait await I/O",
    group: "stall",
    figures: [makespan, ...quantiles("latency", "request")],
  },
  {
    name: "driver-let-go-1-workers",
    about: "another task is woken at the same time, on 1 worker",
    group: "stall",
    figures: stalled,
  },
  ...[2, 4].map((workers): Entry => ({
    name: `driver-let-go-${workers}-workers`,
    about: `on ${workers} workers: that other task frees the timers`,
    group: "ticker",
    figures: lateness,
    ...(workers === 4 && { always: true }),
  })),
  {
    name: "more-blockers-than-workers",
    about: "8 tasks block 20 ms on 4 workers",
    group: "stall",
    figures: [...stalled, ...quantiles("startDelay", "blocker")],
    always: true,
  },
  {
    name: "blocked-current-thread",
    about: "a task blocks the current-thread runtime 40 ms",
    group: "stall",
    figures: stalled,
    always: true,
  },
  {
    name: "missed-delay",
    about: "intervals that miss ticks: MissedTickBehavior::Delay",
    group: "stall",
    figures: stalled,
  },
  {
    name: "missed-skip",
    about: "MissedTickBehavior::Skip",
    group: "stall",
    figures: stalled,
  },
  {
    name: "stranded-child",
    about: "a child waits in the LIFO slot until its parent has blocked 20 ms",
    group: "stall",
    figures: [makespan, ...quantiles("startDelay", "child", 0.5)],
    always: true,
  },
  {
    name: "stranded-among-eight",
    about: "of eight children one is stranded, the others are stolen",
    group: "stall",
    figures: [makespan, victims("startDelay", "child", 10), ...quantiles("startDelay", "child")],
    always: true,
  },
  {
    name: "no-lifo-slot",
    about: "the same single child without the LIFO slot",
    group: "stall",
    figures: [makespan, ...quantiles("startDelay", "child", 0.5)],
  },
  {
    name: "cooperative-budget",
    about: "awaits that are always ready keep the worker for 128 at a time",
    group: "budget",
    figures: [...lateness, ...quantiles("latency", "drain", 0.5)],
  },
];

const selfWaking: readonly Entry[] = [
  {
    name: "self-waking-tickers",
    about: "a task wakes itself every 0.1 ms or so: timers are looked at every 61 polls",
    group: "race",
    figures: lateness,
    always: true,
  },
  {
    name: "event-interval-short",
    about: "a task wakes itself every 0.5 ms, and timers are looked at every 7 polls",
    group: "race",
    figures: lateness,
  },
  {
    name: "event-interval-current-thread",
    about: "every 20 polls, on the current-thread runtime",
    group: "race",
    figures: lateness,
  },
  {
    name: "local-set",
    about: "a LocalSet: what arrives is spawned before each round of 61 polls",
    group: "stall",
    figures: [
      ...lateness,
      ...quantiles("startDelay", "arrival"),
      victims("startDelay", "arrival", 10),
    ],
    missedBecause:
      "how late a sleep of 1 ms ends varies by 2 % from one hour to the next: 210 of them in a row, without a LocalSet too, took 226 to 233 ms in nine runs, and 229 in the model.",
  },
  {
    name: "injection-backlog",
    about: "arrivals beside a task that wakes itself every 0.05 ms: one is taken in 61 polls",
    group: "race",
    figures: quantiles("startDelay", "request"),
    always: true,
  },
  {
    name: "global-queue-interval",
    about: "one is taken in 5 polls of 0.5 ms",
    group: "race",
    figures: quantiles("startDelay", "request"),
  },
  {
    name: "yielding-tickers",
    about: "a task computes 0.5 ms and yields, 300 times",
    group: "race",
    figures: lateness,
  },
];

const rayon: readonly Entry[] = [
  {
    name: "rayon-even",
    about: "100 items of 2 ms on 2 threads",
    group: "rayon",
    figures: [makespan],
  },
  {
    name: "rayon-four-threads",
    about: "on 4 threads, which share 2 processors",
    group: "rayon",
    figures: [makespan],
  },
  {
    name: "rayon-uneven",
    about: "2,000 items of 0.02 to 0.18 ms on 2 threads",
    group: "rayon",
    figures: [makespan],
  },
  {
    name: "rayon-panics",
    about: "an item panics, and leaves out what its thread would have run after it, or nothing",
    group: "rayon",
    figures: [makespan, ...quantiles("latency", "report"), { of: "completed", task: "report" }],
    missedBecause:
      "which of a run's four reports is late because a thread of rayon woke beside the one that woke it is chance, in reality as in the model; the 90th percentile of four is the latest of them.",
  },
  {
    name: "rayon-two-jobs",
    about: "two jobs of 50 items each at once",
    group: "rayon",
    figures: [makespan],
    always: true,
  },
  {
    name: "rayon-beside-tickers",
    about: "50 items of 3 ms on one thread, beside timers that do not notice",
    group: "ticker",
    figures: lateness,
  },
];

export const manifest: readonly Entry[] = [
  ...sleepers,
  ...computing,
  ...tickers,
  ...stalls,
  ...selfWaking,
  ...rayon,
  ...node,
  ...mixed,
];
