/**
 * How fast the simulator runs: an M/M/c queue on the multi-thread model, beside a bare loop over a well-kept priority
 * queue and beside a discrete-event library on the same queue, all in this one run. Rates are per second of processor
 * time, so that a busy machine disturbs little; compare the ratios, not the figures, between machines.
 *
 *   node test/bench/simulator.mjs [customers]
 */
import TinyQueue from "tinyqueue";
import { run } from "../../simulator/dist/runtime/run.js";

// The package is a bundle for browsers, which leaves its exports on the window.
globalThis.window = globalThis;
await import("simjs");
const { Entity, Facility, Sim } = globalThis.Sim;

const customers = Number(process.argv[2] ?? 1_000_000);
const servers = 4;
/** Mean time between arrivals, and of a service, in milliseconds: four servers are 80 % busy. */
const meanArrival = 1 / (0.8 * servers);
const meanService = 1;

function exponential(mean) {
  return -mean * Math.log(1 - Math.random());
}

/** Processor seconds that some work takes, and what it returns. */
function timed(work) {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, result };
}

/** Pops the earliest event and pushes a later one, as many times as there are events. */
function bareHeapLoop(events) {
  const queue = new TinyQueue([], (a, b) => a.time - b.time);
  for (let server = 0; server <= servers; server++) queue.push({ time: exponential(1) });
  for (let event = 0; event < events; event++) {
    const { time } = queue.pop();
    queue.push({ time: time + exponential(1) });
  }
}

/** The queue in simjs. Returns how many customers were served. */
function library(count) {
  const sim = new Sim();
  const facility = new Facility("servers", Facility.FCFS, servers);
  let left = count;
  let served = 0;
  class Source extends Entity {
    start() {
      if (left-- <= 0) return;
      this.useFacility(facility, exponential(meanService)).done(() => served++);
      this.setTimer(exponential(meanArrival)).done(this.start);
    }
  }
  sim.addEntity(Source, "source");
  sim.simulate(Infinity);
  return served;
}

function simulated(count) {
  return run(
    {
      version: 1,
      runtime: { flavor: "multi-thread", workerThreads: servers, cores: servers },
      tasks: [
        {
          name: "customer",
          count,
          arrival: { poissonPerSecond: 1000 / meanArrival },
          steps: [{ cpu: { dist: "exponential", mean: meanService } }],
        },
      ],
    },
    { maxEvents: 1e9 },
  );
}

/** Bytes that a run holds for each task at its end: its columns and its samples. */
function bytesPerTask(count) {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const outcome = simulated(count);
  globalThis.gc?.();
  const after = process.memoryUsage();
  const grown = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  return grown / outcome.tasks[0].completed;
}

function million(rate) {
  return `${(rate / 1e6).toFixed(2)} M/s`;
}

// Each beforehand, for the just-in-time compiler.
for (let round = 0; round < 5; round++) simulated(40_000);
bareHeapLoop(100_000);
library(20_000);

const ours = timed(() => simulated(customers));
const { events } = ours.result;
const bare = timed(() => bareHeapLoop(events));
const libraryCustomers = Math.max(10_000, customers / 10);
const peer = timed(() => library(libraryCustomers));
const small = timed(() => {
  let total = 0;
  for (let round = 0; round < 10; round++) total += simulated(10_000).events;
  return total;
});

const ourEvents = events / ours.seconds;
const bareEvents = events / bare.seconds;
const ourCustomers = customers / ours.seconds;
const peerCustomers = peer.result / peer.seconds;
const perEvent = ours.seconds / events;
const perEventSmall = small.seconds / small.result;

console.log(`M/M/${servers}, ${customers} tasks, ${events} events`);
console.log(`simulator        ${million(ourEvents)} events, ${million(ourCustomers)} tasks`);
console.log(
  `bare heap loop   ${million(bareEvents)} events; ratio ${(ourEvents / bareEvents).toFixed(2)}`,
);
console.log(
  `simjs            ${million(peerCustomers)} tasks; ratio ${(ourCustomers / peerCustomers).toFixed(1)}`,
);
console.log(
  `time per event   ${(perEvent * 1e9).toFixed(0)} ns; ${(perEvent / perEventSmall).toFixed(2)} times that of 10,000 tasks`,
);
if (globalThis.gc === undefined) console.log("memory           run node with --expose-gc");
else console.log(`memory           ${bytesPerTask(customers).toFixed(0)} bytes a task`);
