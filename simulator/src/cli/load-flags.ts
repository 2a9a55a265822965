/** The options that change the load under which functions are compared; the same for `report` and `simulate`. */
import { Option, type Command } from "commander";
import { bystanders, findBystander } from "../scenario/bystanders.js";
import type { BystanderName } from "../scenario/bystanders.js";
import type { LoadOptions } from "../scenario/default-load.js";
import type { RuntimeOptions } from "../scenario/types.js";
import { BadInput } from "./command-io.js";
import { positiveNumber, wholeNumber } from "./numbers.js";

export type Flavor = RuntimeOptions["flavor"];

export interface RuntimeFlags {
  readonly runtime?: Flavor;
  /** Worker threads, or processes of Node.js. */
  readonly workers?: number;
}

export interface CallFlags {
  readonly callsPerSecond?: number;
  readonly callsAtOnce?: number;
  readonly bystander?: BystanderName;
  readonly bystandersPerSecond?: number;
}

const flavors: readonly Flavor[] = ["multi-thread", "current-thread", "node"];

export function addRuntimeFlags(command: Command): Command {
  return command
    .addOption(new Option("--runtime <flavor>", "run it on another runtime").choices(flavors))
    .option("--workers <count>", "worker threads, or processes of Node.js", wholeNumber);
}

export function addCallFlags(command: Command): Command {
  const kinds = bystanders.map(({ name }) => name);
  const described = bystanders.map(({ name, about }) => `${name}: ${about}`).join("; ");
  return command
    .option("--calls-per-second <number>", "how often each function is called", positiveNumber)
    .option("--calls-at-once <count>", "so many calls at the start, and none later", wholeNumber)
    .addOption(new Option("--bystander <kind>", `who waits (${described})`).choices(kinds))
    .option("--bystanders-per-second <number>", "how many of them come", positiveNumber);
}

/** The part of the load that the options change. @throws BadInput for options that exclude each other. */
export function loadOf(flags: RuntimeFlags & CallFlags): Partial<LoadOptions> {
  const { runtime, workers, callsPerSecond, callsAtOnce, bystandersPerSecond } = flags;
  if (callsPerSecond !== undefined && callsAtOnce !== undefined) {
    throw new BadInput("--calls-per-second and --calls-at-once do not go together");
  }
  if (callsAtOnce === 0) throw new BadInput("--calls-at-once must be at least 1");
  return {
    ...(runtime === undefined && workers === undefined
      ? {}
      : { runtime: runtimeOf(runtime ?? "node", workers) }),
    ...(callsPerSecond === undefined ? {} : { callsPerSecond }),
    ...(callsAtOnce === undefined ? {} : { callsAtOnce }),
    ...bystanderOf(flags),
    ...(bystandersPerSecond === undefined ? {} : { bystandersPerSecond }),
  };
}

function runtimeOf(flavor: Flavor, workers: number | undefined): RuntimeOptions {
  if (workers === 0) throw new BadInput("--workers must be at least 1");
  switch (flavor) {
    case "node":
      return { flavor, processes: workers ?? 1 };
    case "multi-thread":
      return { flavor, workerThreads: workers ?? 4 };
    case "current-thread":
      if (workers === undefined) return { flavor };
      throw new BadInput("--workers: the current-thread runtime has one thread; try --runtime");
  }
}

function bystanderOf({ bystander: name }: CallFlags): Partial<LoadOptions> {
  const bystander = name === undefined ? undefined : findBystander(name);
  if (bystander === undefined) return {};
  const { steps, perSecond, arrival } = bystander;
  return { bystander: steps, bystandersPerSecond: perSecond, bystanderArrival: arrival };
}

/** The flags among `flags` that are given, as they are written: "--calls-at-once". */
export function callFlagsGiven(flags: CallFlags): readonly string[] {
  const names = {
    callsPerSecond: "--calls-per-second",
    callsAtOnce: "--calls-at-once",
    bystander: "--bystander",
    bystandersPerSecond: "--bystanders-per-second",
  } as const;
  return (Object.keys(names) as (keyof CallFlags)[])
    .filter((key) => flags[key] !== undefined)
    .map((key) => names[key]);
}
