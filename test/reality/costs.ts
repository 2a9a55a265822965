/**
 * What this machine's operating system and its Node.js cost. Machines differ by a factor of two and more here, and what
 * is made of it (a hundred threads started in a row) differs as much: a model is compared with reality at the costs of
 * the machine that reality was measured on. Each is measured by itself, not by the scenarios that are compared.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  defaultMachineCosts,
  type MachineCosts,
} from "../../simulator/src/runtime/machine-costs.js";
import type { RuntimeOptions } from "../../simulator/src/scenario/types.js";
import { tolerableDisturbance, watched } from "./disturbance.js";
import { measureFile, readScenarioFile, simulate } from "./measure.js";
import type { Programs } from "./needs.js";
import type { Run } from "./types.js";

/** Requests to a cluster that has nothing else to do, close enough to keep its processes awake. */
const connection = fileURLToPath(new URL("connection.json", import.meta.url));

/** One job for a thread that has to be started for it. */
const workerStart = fileURLToPath(new URL("worker-start.json", import.meta.url));

/** Requests all at once that do nothing: how long the one in the middle waits is what a callback costs, many times. */
const callbacks = fileURLToPath(new URL("callbacks.json", import.meta.url));

/** How often they are measured at most where others use the machine meanwhile. */
const attempts = 3;

/** The costs of threads as the Rust program measures them, and that of connections from an idle cluster. */
export function measureCosts(programs: Programs): MachineCosts {
  for (let attempt = 1; ; attempt++) {
    const { disturbance, result } = watched(() => measureOnce(programs));
    // Everything is simulated at these costs: they are not to be those of a busy machine.
    if (disturbance <= tolerableDisturbance || attempt === attempts) return result;
  }
}

function measureOnce(programs: Programs): MachineCosts {
  const threads = { ...defaultMachineCosts, ...threadCosts(programs) };
  return { ...threads, ...nodeCosts(threads, programs, { connections: true, workers: true }) };
}

/**
 * Those that a runtime meets, measured anew, and the others as they were. The processors of a virtual machine are half
 * as fast again from one minute to the next: what was measured when a long run began is not what each scenario meets.
 * All stay as they were where others use the machine meanwhile.
 */
export function measureCostsAgain(
  runtime: RuntimeOptions,
  costs: MachineCosts,
  programs: Programs,
): MachineCosts {
  const { disturbance, result } = watched(() => measureThoseOf(runtime, costs, programs));
  return disturbance <= tolerableDisturbance ? result : costs;
}

function measureThoseOf(
  runtime: RuntimeOptions,
  costs: MachineCosts,
  programs: Programs,
): MachineCosts {
  const threads = { ...costs, ...threadCosts(programs) };
  if (runtime.flavor !== "node") return threads;
  const connections = (runtime.processes ?? 1) > 1;
  const workers = runtime.coldWorkers === true;
  return { ...threads, ...nodeCosts(threads, programs, { connections, workers }) };
}

/** Those of Node.js, each at the costs that were measured before it. */
function nodeCosts(
  threads: MachineCosts,
  programs: Programs,
  { connections, workers }: { readonly connections: boolean; readonly workers: boolean },
): Partial<MachineCosts> {
  const costs = { ...threads, callbackNs: callbackNs(programs, threads) };
  return {
    callbackNs: costs.callbackNs,
    ...(connections && { connectionShare: connectionShare(programs, costs) }),
    ...(workers && { workerStartNs: workerStartNs(programs, costs) }),
  };
}

function threadCosts(
  programs: Programs,
): Omit<MachineCosts, "callbackNs" | "connectionShare" | "workerStartNs"> {
  return JSON.parse(
    execFileSync(programs.tokio, ["--costs"], { encoding: "utf8" }),
  ) as MachineCosts;
}

const idleLooksTaken =
  "; its kernel takes idle processors for busy ones, so that threads often wake beside those that wake them";

/** "starting a thread 23 µs, …" */
export function describeCosts(costs: MachineCosts): string {
  const micros = (nanos: number) => `${(nanos / 1000).toFixed(1)} µs`;
  const worker =
    costs.workerStartNs === undefined
      ? ""
      : `, starting a worker thread of Node.js ${(costs.workerStartNs / 1e6).toFixed(1)} ms`;
  const callback =
    costs.callbackNs === undefined ? "" : `, a callback of Node.js ${micros(costs.callbackNs)}`;
  return (
    `starting a thread ${micros(costs.threadStartNs)}, its first instruction ${micros(costs.threadFirstInstructionNs)} ` +
    `later, waking one ${micros(costs.notifyNs)}, connections of a cluster ${costs.connectionShare} times the defaults${worker}${callback}` +
    (costs.idleLooksTaken === true ? idleLooksTaken : "")
  );
}

/** The share at which an idle cluster's median latency is the real one. The latency is linear in the share. */
function connectionShare(programs: Programs, costs: MachineCosts): number {
  const scenario = readScenarioFile(connection);
  const real = medianLatency(measureFile(connection, scenario, 9, programs));
  const at = (share: number) =>
    medianLatency(simulate(scenario, 5, { ...costs, connectionShare: share }));
  const [none, whole] = [at(0), at(1)];
  const share = (real - none) / (whole - none);
  return Math.round(100 * Math.min(3, Math.max(0.1, share))) / 100;
}

/** What a cold thread's first job takes beyond what it would take if the start took nothing, in whole microseconds. */
function workerStartNs(programs: Programs, costs: MachineCosts): number {
  const scenario = readScenarioFile(workerStart);
  const real = medianLatency(measureFile(workerStart, scenario, 9, programs));
  const none = medianLatency(simulate(scenario, 5, { ...costs, workerStartNs: 1 }));
  return Math.round(1000 * (real - none)) * 1000;
}

/** The cost at which the median latency is the real one, in tenths of a microsecond. The latency is linear in the cost. */
function callbackNs(programs: Programs, costs: MachineCosts): number {
  const scenario = readScenarioFile(callbacks);
  const real = medianLatency(measureFile(callbacks, scenario, 9, programs));
  const at = (cost: number) => medianLatency(simulate(scenario, 5, { ...costs, callbackNs: cost }));
  const [none, some] = [at(0), at(10_000)];
  const cost = (10_000 * (real - none)) / (some - none);
  return Math.round(Math.min(50_000, Math.max(1_000, cost)) / 100) * 100;
}

function medianLatency(runs: readonly Run[]): number {
  const all = runs.flatMap(({ tasks }) => tasks["request"]?.latencyMs ?? []);
  const sorted = all.toSorted((a, b) => a - b);
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) throw new Error("no request was answered");
  return middle;
}
