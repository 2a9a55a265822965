/**
 * What the operating system and the schedulers themselves cost, in nanoseconds. Medians measured on a 2-core virtual
 * machine (Linux, x86-64) with Tokio 1.24.2, rayon 1.6.1 and Node 20; they differ between machines by a small factor,
 * and the figures that scenarios are about hardly depend on them. Two do more than one expects: what a wake-up costs
 * the one who wakes, and what it costs to start a thread.
 */
import type { Random } from "../engine/random.js";

/** One poll of a task, without what the task does. */
export const pollNs = 100;

/** Allocating and queueing a task (0.1 to 0.2 µs from a worker). */
export const spawnNs = 200;

/** Looking through the other workers' queues. */
export const searchNs = 300;

/** From deciding to sleep to being asleep: three `sched_yield`s (tokio 1.24 park.rs) and a system call. */
export const parkNs = 1_500;

/** One turn of the driver that finds nothing: `epoll_wait` without waiting. */
export const driverTurnNs = 800;

/** One event of I/O: the interrupt, taking it from the kernel, and waking its task. */
export const ioEventNs = 3_500;

/** Writing to an eventfd that nobody sleeps on. */
export const unparkAwakeNs = 700;

/**
 * How much longer a step computes than it is said to: asking for the thread's processor time, and what the kernel does
 * meanwhile on the same processor (its timer's ticks, other interrupts; a mean share, exponentially distributed).
 */
const computeOverheadNs = 1_000;
const interruptedShare = 0.0015;

/** How long a thread really computes, on a processor of its own, that is to compute for a duration. */
export function computeNs(durationNs: number, random: Random): number {
  if (durationNs <= 0) return 0;
  return Math.round(durationNs * (1 + random.exponential(interruptedShare)) + computeOverheadNs);
}

/**
 * How long a thread keeps its processor while others wait for it (Linux: base_slice_ns, on 2 processors). The kernel sees
 * that a slice is over when it looks at the thread's time: threads that ask for it as they compute, as the programs of
 * test/reality do, took turns of 1.40 ms on one processor; threads that never did kept it until a tick of the kernel's
 * clock, 3.98 ms at 250 Hz.
 */
export const timeSliceNs = 1_400_000;

/** Taking a processor from one thread and giving it to another, with what that does to the caches. */
export const contextSwitchNs = 3_000;

/** Pushing or taking a job of rayon's. */
export const parallelJobNs = 100;

/** An idle thread of rayon's looks for work this long before it sleeps: 32 rounds with a `sched_yield` each. */
export const parallelSpinNs = 25_000;

/** Until a thread that looks for work all the time sees a new job. */
export const parallelNoticeNs = 500;

/**
 * From the system call that wakes a thread to its first instruction: 5 to 10 µs, with a tail. It decides, against
 * `notifyNs`, who gets a task that both could run.
 */
export function wakeLatencyNs(random: Random): number {
  return Math.round(5_000 + random.exponential(2_500));
}

/**
 * What waking a sleeping thread costs the one who does: less where the other processor is awake or is woken already,
 * more where it has to be interrupted in its sleep. Measured with Tokio's own workers, whose first child wakes another:
 * 3 µs in a tenth of the cases, 12 µs in the middle, 20 µs and more in a tenth. Typical: the mean.
 */
export function notifyNs(typicalNs: number, random: Random): number {
  return Math.round(typicalNs * (0.4 + random.exponential(0.6)));
}

/**
 * By how much a thread oversleeps, by how long its processor has been idle (both in nanoseconds): the timer's slack, and
 * leaving the idle state, which is the deeper the longer nothing has run. Measured with one thread that sleeps and
 * nothing else; on a processor that others keep awake a sleep of 20 ms is as little late as one of 0.1 ms.
 */
const overshoots = [
  [0, 60_000],
  [200_000, 70_000],
  [1_000_000, 90_000],
  [5_000_000, 130_000],
  [20_000_000, 160_000],
] as const;
const overshootSpreadNs = 25_000;
const shortestOvershootNs = overshoots[0][1];

/** After how long the timer of a thread that is to sleep for a duration wakes it, on a processor that is awake. */
export function sleepNs(durationNs: number, random: Random): number {
  if (durationNs <= 0) return 0;
  const spread = (2 * random.next() - 1) * overshootSpreadNs;
  return Math.round(durationNs + shortestOvershootNs + spread);
}

/** How much longer it takes on a processor that has been idle for a time. */
export function idleExitNs(idleNs: number): number {
  return Math.round(typicalOvershoot(idleNs) - shortestOvershootNs);
}

/** Timer slack of an ordinary thread's sleep (prctl PR_SET_TIMERSLACK); a timerfd has none. */
const timerSlackNs = 50_000;

/**
 * How late an I/O event is that a timer of the kernel brings about some duration after its start: like a sleep's
 * overshoot, without the slack.
 */
export function ioLatencyNs(durationNs: number, random: Random): number {
  const typical = Math.max(10_000, typicalOvershoot(durationNs) - timerSlackNs);
  return Math.round(typical * (0.75 + 0.5 * random.next()));
}

function typicalOvershoot(durationNs: number): number {
  for (let index = 1; index < overshoots.length; index++) {
    const [to, atTo] = overshoots[index];
    if (durationNs > to) continue;
    const [from, atFrom] = overshoots[index - 1];
    return atFrom + ((atTo - atFrom) * (durationNs - from)) / (to - from);
  }
  return overshoots[overshoots.length - 1][1];
}
