/**
 * One M/M/4 queue, four times: customers arrive as a Poisson stream, four servers each take an exponential time, 80 %
 * busy. Each function serves `customers` of them and returns how many events that took. Runs in Node and in a browser.
 */
import TinyQueue from "tinyqueue";
import { IntegerQueue } from "../../../simulator/dist/engine/integer-queue.js";
import { Random } from "../../../simulator/dist/engine/random.js";
import { Simulation } from "../../../simulator/dist/engine/simulation.js";
import { run } from "../../../simulator/dist/runtime/run.js";

export const servers = 4;
const meanService = 1;
const meanArrival = meanService / (0.8 * servers);
const nanosPerMilli = 1e6;

function exponential(mean) {
  return -mean * Math.log(1 - Math.random());
}

/**
 * The bare loop: no queue is simulated, an event is popped and a later one pushed, as many times as asked, with as many
 * pending as the M/M/4 queue has.
 */
export function bareHeapLoop(events) {
  const queue = new TinyQueue([], (a, b) => a.time - b.time);
  for (let server = 0; server <= servers; server++) queue.push({ time: exponential(1) });
  for (let event = 0; event < events; event++) {
    const { time } = queue.pop();
    queue.push({ time: time + exponential(1) });
  }
  return events;
}

/** The library (the exports of simjs). It puts two events for each customer into its queue. */
export function library({ Entity, Facility, Sim }, customers) {
  const sim = new Sim();
  const facility = new Facility("servers", Facility.FCFS, servers);
  let left = customers;
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
  if (served !== customers) throw new Error(`simjs served ${served} of ${customers}`);
  return 2 * served;
}

/** The library's queue, event for event, on the simulator's engine alone. */
export function engineAlone(customers) {
  const simulation = new Simulation();
  const random = new Random(1, 0);
  const waiting = new IntegerQueue();
  let idle = servers;
  let left = customers;
  let served = 0;
  const serve = (customer) => {
    const time = random.exponential(meanService * nanosPerMilli);
    simulation.schedule(simulation.now + time, done, customer, 0);
  };
  const done = simulation.handle(() => {
    served++;
    if (waiting.length === 0) idle++;
    else serve(waiting.popFront());
  });
  const arrive = simulation.handle((customer) => {
    if (idle === 0) waiting.pushBack(customer);
    else {
      idle--;
      serve(customer);
    }
    if (--left === 0) return;
    const time = random.exponential(meanArrival * nanosPerMilli);
    simulation.schedule(simulation.now + time, arrive, customer + 1, 0);
  });
  simulation.schedule(0, arrive, 0, 0);
  simulation.run({ horizonNs: Infinity, maxEvents: 1e9 });
  if (served !== customers) throw new Error(`the engine served ${served} of ${customers}`);
  return simulation.events;
}

/**
 * The queue as tasks on Tokio's multi-thread runtime, with all that its workers do: they are notified, wake, search,
 * poll, settle and park.
 */
export function runtimeModel(customers, options = {}) {
  return run(
    {
      version: 1,
      runtime: { flavor: "multi-thread", workerThreads: servers, cores: servers },
      tasks: [
        {
          name: "customer",
          count: customers,
          arrival: { poissonPerSecond: 1000 / meanArrival },
          steps: [{ cpu: { dist: "exponential", mean: meanService } }],
        },
      ],
    },
    { maxEvents: 1e9, ...options },
  );
}
