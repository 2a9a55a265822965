/** Scenarios that mix features: what each part does alone, the others show. */
import { makespan, quantiles } from "./figures.js";
import type { Entry } from "./manifest-entry.js";

const lateness = quantiles("lateness", "ticker");
const request = quantiles("latency", "request");
const startOfRequest = quantiles("startDelay", "request");

const tokio: readonly Entry[] = [
  {
    name: "mixed-selfwake-blocker",
    about: "timers beside a task that wakes itself and one that blocks now and then, on 2 workers",
    group: "race",
    figures: lateness,
  },
  {
    name: "mixed-missed-variants",
    about: "intervals of all three kinds beside tasks that block 60 and 30 ms",
    group: "race",
    figures: ["burst", "delay", "skip"].flatMap((task) => quantiles("lateness", task)),
  },
  {
    name: "mixed-spawn-tree",
    about: "two tasks spawn four each, which spawn four each that block; all are joined",
    group: "race",
    figures: [makespan, ...quantiles("latency", "leaf"), ...quantiles("startDelay", "branch")],
  },
  {
    name: "mixed-budget-and-yield",
    about: "awaits that are always ready, a yield and a sleep in turn, beside timers on one worker",
    group: "budget",
    figures: [...lateness, ...quantiles("latency", "drain", 0.5)],
  },
  {
    name: "mixed-pool-between-sleeps",
    about: "sleep, then 14 ms on a blocking pool of 6, then sleep again",
    group: "makespan",
    figures: [makespan, ...quantiles("latency", "job")],
  },
  {
    name: "mixed-in-place-timers",
    about: "block_in_place between sleeps, beside timers on 2 workers",
    group: "ticker",
    figures: [...lateness, ...quantiles("latency", "copier")],
    always: true,
  },
  {
    name: "mixed-rayon-jobs",
    about: "data-parallel jobs from several tasks that overlap",
    group: "rayon",
    figures: [makespan, ...quantiles("latency", "report")],
    missedBecause:
      "a thread of rayon that is woken often begins on the processor of the one that wakes it, and shares it until the kernel's next ticks; the job is then milliseconds late, and meets the next one, which is run to its end within the first (28 ms are two jobs). How many of a run's twelve reports meet this is chance, in reality as in the model; the 90th percentile is the second latest of them.",
  },
  {
    name: "mixed-cpu-and-block",
    about: "tasks that compute, block and compute on 4 workers that share 2 processors",
    group: "overflow",
    figures: [makespan, ...quantiles("latency", "handler")],
  },
  {
    name: "mixed-poisson-near-saturation",
    about: "random arrivals that keep 2 workers busy for 80 % of the time",
    group: "race",
    figures: request,
  },
  {
    name: "mixed-pool-computing-beside-tickers",
    about: "ten jobs compute on the blocking pool, beside timers: wake-ups wait for a processor",
    group: "race",
    figures: [...lateness, ...quantiles("latency", "hash")],
  },
  {
    name: "mixed-current-thread",
    about:
      "the current-thread runtime with intervals, a pool of two threads, and a task that blocks",
    group: "race",
    figures: [...lateness, ...quantiles("latency", "job")],
    missedBecause:
      "how late sleeps end varies from one to the next by a few hundredths of a millisecond more than in the model.",
  },
  {
    name: "mixed-spinners-and-arrivals",
    about: "requests beside two tasks that wake themselves, on 4 workers and 2 processors",
    group: "race",
    figures: [...request, ...startOfRequest],
  },
  {
    name: "mixed-ping-pong",
    about: "a task spawns and joins 1,500 others in turn on one worker: the LIFO slot keeps it",
    group: "budget",
    figures: [...lateness, ...quantiles("latency", "chain", 0.5)],
  },
  {
    name: "mixed-exponential-blocks",
    about: "requests that block for exponential times on 4 workers",
    group: "race",
    figures: [makespan, ...request],
  },
  {
    name: "mixed-interval-overrun",
    about: "an interval whose steps take longer than its period, beside others",
    group: "stall",
    figures: [...lateness, ...quantiles("lateness", "slow")],
  },
  {
    name: "mixed-current-thread-overrun",
    about: "two such intervals on the current-thread runtime",
    group: "race",
    figures: [...lateness, ...quantiles("lateness", "slow")],
  },
  {
    name: "mixed-driver-and-yields",
    about: "a task that yields beside one that blocks after a timer, on 2 workers",
    group: "race",
    figures: lateness,
  },
  {
    name: "mixed-computing-and-tickers",
    about: "tasks that compute 30 ms each beside timers on 2 workers",
    group: "ticker",
    figures: lateness,
  },
  {
    name: "failures-in-bursts",
    about: "bursts of tasks that join children of which two panic and two are aborted",
    group: "race",
    figures: [makespan, ...quantiles("latency", "parent"), { of: "completed", task: "parent" }],
  },
  {
    name: "failures-in-closures",
    about:
      "panics in spawn_blocking and block_in_place, on 2 workers and a pool of 2, beside timers",
    group: "race",
    figures: [makespan, ...quantiles("latency", "worker"), ...lateness],
  },
  {
    name: "interval-wakes-early",
    about:
      "an interval's next tick wakes its task while that awaits a closure: it overtakes others",
    group: "stall",
    figures: [makespan, ...quantiles("latency", "part"), ...quantiles("startDelay", "part")],
  },
];

const node: readonly Entry[] = [
  {
    name: "node-mixed-timers",
    about: "timers of several durations beside tasks that block 4 ms",
    group: "race",
    figures: [...quantiles("lateness", "a"), ...quantiles("lateness", "b")],
  },
  {
    name: "node-mixed-io-and-timers",
    about: "I/O and timers of equal length beside a loop that is blocked 20 ms",
    group: "node",
    figures: [...quantiles("latency", "io"), ...quantiles("latency", "timer")],
  },
  {
    name: "node-mixed-threadpool",
    about: "operations of 2 to 14 ms and some of 40 ms on 3 of libuv's threads",
    group: "race",
    figures: [...quantiles("latency", "op"), ...quantiles("latency", "long")],
  },
  {
    name: "node-mixed-workers-computing",
    about: "12 jobs compute on 4 worker threads that share 2 processors, beside timers",
    group: "nodeTimer",
    figures: [makespan, ...lateness],
    always: true,
  },
  {
    name: "node-two-processes-poisson",
    about: "random requests that block 5 ms, shared by two processes",
    group: "race",
    figures: [...request, ...startOfRequest],
  },
  {
    name: "node-four-processes-computing",
    about: "requests that compute on four processes, which share 2 processors",
    group: "race",
    figures: [...request, ...startOfRequest],
    missedBecause:
      "what a connection costs the processes of a cluster varies with what the processors' caches still hold of it; all that the model knows is how long ago the process dealt with another, and not that processors which compute meanwhile stay awake.",
  },
  {
    name: "node-mixed-microtasks",
    about: "microtasks, immediates and sleeps in turn, beside timers",
    group: "nodeTimer",
    figures: [...lateness, ...quantiles("latency", "batch", 0.5)],
  },
  {
    name: "node-near-saturation",
    about: "random requests that keep the loop busy for 72 % of the time",
    group: "race",
    figures: [...request, ...startOfRequest],
  },
  {
    name: "node-mixed-spawn-tree",
    about: "requests that spawn parts that spawn others; timers, I/O and the thread pool",
    group: "node",
    figures: [...quantiles("latency", "root"), ...quantiles("latency", "part")],
  },
  {
    name: "node-mixed-pools",
    about: "the thread pool, a worker, data-parallel items and a timer in turn, beside intervals",
    group: "race",
    figures: [...lateness, ...quantiles("latency", "job")],
  },
  {
    name: "node-bursts",
    about: "five requests at once, every 25 ms",
    group: "node",
    figures: [makespan, ...request],
  },
  {
    name: "node-phases",
    about: "nextTick and microtasks, between which no timer fires, and immediates",
    group: "nodeTimer",
    figures: [...lateness, ...quantiles("latency", "ticks"), ...quantiles("latency", "checks")],
  },
];

export const mixed: readonly Entry[] = [...tokio, ...node];
