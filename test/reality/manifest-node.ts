/** The scenarios of Node.js. */
import { makespan, quantiles, victims } from "./figures.js";
import type { Entry } from "./manifest-entry.js";

const latency = quantiles("latency", "handler");
const lateness = quantiles("lateness", "ticker");
/** A stall of 40 ms: those that wait for more than 3 ms because of it. */
const stalled = [...lateness, victims("lateness", "ticker", 3)];
const bystander = quantiles("latency", "bystander");

const threadStart =
  "the start of a thread, which loads Node.js anew, takes 19 to 26 ms within one hour, as the machine's processors are fast; it is measured beside the scenario, but not at the same time.";

export const node: readonly Entry[] = [
  {
    name: "node-blocked-loop",
    about: "requests of 2 ms beside one that blocks 40 ms",
    group: "node",
    figures: bystander,
    always: true,
  },
  {
    name: "node-awaited",
    about: "the same awaited",
    group: "node",
    figures: bystander,
  },
  {
    name: "node-sleepers-blocking",
    about: "20 tasks that block 20 ms",
    group: "node",
    figures: [makespan, ...latency],
  },
  {
    name: "node-threadpool-saturated",
    about: "40 operations of 20 ms on libuv's 4 threads, and short ones between",
    group: "node",
    figures: [...quantiles("latency", "hash"), ...quantiles("latency", "read")],
    always: true,
  },
  {
    name: "node-threadpool-eight",
    about: "40 operations of 20 ms on 8 threads",
    group: "node",
    figures: [makespan, ...quantiles("latency", "hash")],
  },
  {
    name: "node-worker-threads",
    about: "16 jobs that block 20 ms on 4 worker threads",
    group: "node",
    figures: [makespan, ...latency],
  },
  {
    name: "node-worker-threads-computing",
    about: "8 jobs that compute 10 ms on 2 worker threads, beside timers",
    group: "nodeTimer",
    figures: lateness,
  },
  {
    name: "node-cold-workers",
    about: "jobs that block 60 ms, of which the first two have to start their thread",
    group: "threadCreation",
    figures: [makespan, ...quantiles("latency", "job")],
    missedBecause: threadStart,
  },
  {
    name: "node-ending-workers",
    about: "jobs find the thread of the one before alive after 70 ms, and ended after 160 ms",
    group: "threadCreation",
    figures: [
      ...quantiles("latency", "close"),
      ...quantiles("latency", "apart"),
      victims("latency", "close", 30),
    ],
    missedBecause: threadStart,
  },
  {
    name: "node-workers-and-blocked-loop",
    about: "jobs on worker threads wait for a blocked loop, operations on libuv's threads do not",
    group: "node",
    figures: [makespan, ...quantiles("latency", "job"), ...quantiles("latency", "operation")],
    always: true,
  },
  {
    name: "node-messages-first",
    about:
      "messages of a worker, and operations that are done, before a read that was ready sooner",
    group: "node",
    figures: [...quantiles("latency", "job"), ...quantiles("latency", "reader")],
  },
  {
    name: "node-joins",
    about: "joins of three, of those that are done, and of none, between steps that compute",
    group: "node",
    figures: [...quantiles("latency", "parent"), ...quantiles("latency", "child")],
    always: true,
  },
  {
    name: "node-parallel",
    about: "50 items of 2 ms on 2 threads",
    group: "node",
    figures: [makespan],
  },
  {
    name: "node-spawn-join",
    about: "requests that await eight others each",
    group: "node",
    figures: quantiles("latency", "handler"),
  },
  {
    name: "node-two-processes",
    about: "the blocked loop in one of two processes",
    group: "node",
    figures: [...bystander, victims("latency", "bystander", 10)],
  },
  {
    name: "node-four-processes-blocked",
    about: "four processes share requests that block 20 ms",
    group: "node",
    figures: [makespan, ...latency],
  },
  {
    name: "node-sleepers",
    about: "100 timers of 20 ms",
    group: "nodeTimer",
    figures: [makespan, ...quantiles("lateness", "handler")],
  },
  {
    name: "node-timers-idle",
    about: "10 intervals of 5 ms, and nothing else",
    group: "nodeTimer",
    figures: lateness,
    always: true,
  },
  {
    name: "node-timers-blocked-loop",
    about: "intervals beside a task that blocks the loop 40 ms",
    group: "nodeTimer",
    figures: stalled,
    always: true,
  },
  {
    name: "node-late-timers-order",
    about: "timers that all fall due while the loop is blocked",
    group: "nodeTimer",
    figures: [
      ...quantiles("lateness", "sleeper-short", 0.5),
      ...quantiles("lateness", "sleeper-long", 0.5),
    ],
  },
  {
    name: "node-microtasks",
    about: "300 awaits of what is ready: no timer fires between them",
    group: "nodeTimer",
    figures: stalled,
  },
  {
    name: "node-immediates",
    about: "work of 1 ms that awaits setImmediate between: timers fire",
    group: "nodeTimer",
    figures: lateness,
  },
  {
    name: "node-cluster-bursts",
    about: "twelve requests at once, again and again, shared by two processes",
    group: "race",
    figures: [...quantiles("latency", "request"), ...quantiles("startDelay", "request")],
    missedBecause:
      "in the model one of the two processes shares a processor with the primary until a tick of the kernel's clock; reality is closer to the model of a kernel that sees idle processors as idle (a start delay of 3.2 ms in the middle and 4.2 at the 90th percentile), and why its processes spread sooner is not known.",
  },
  {
    name: "node-unhandled-rejection",
    about: "an error that is awaited is caught; one that is awaited too late ends the process",
    group: "node",
    figures: [
      { of: "completed", task: "request" },
      { of: "completed", task: "catches" },
      { of: "completed", task: "late" },
      ...quantiles("latency", "catches"),
      ...quantiles("latency", "request"),
      makespan,
    ],
    always: true,
  },
  {
    name: "node-failures",
    about: "tasks that throw, and closures that throw on two worker threads",
    group: "node",
    figures: [makespan, ...quantiles("latency", "parent")],
  },
];
