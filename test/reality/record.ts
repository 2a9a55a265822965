/** What was measured, kept in the repository: one file for each scenario, from which the accuracy page is rendered. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, release, type } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { MachineCosts } from "../../simulator/src/runtime/machine-costs.js";
import { tolerableDisturbance } from "./disturbance.js";
import { describeFigure } from "./figures.js";
import type { Spread } from "./figures.js";
import type { Comparison } from "./judge.js";
import type { Versions } from "./needs.js";

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "record");

export interface Machine {
  readonly processor: string;
  readonly processors: number;
  readonly system: string;
  readonly versions: Versions;
  /** What it was simulated with; absent in older records, which used the defaults. */
  readonly costs?: MachineCosts;
  /** ISO 8601, the day. */
  readonly date: string;
}

export interface RecordedFigure {
  readonly figure: string;
  readonly reality: Spread;
  readonly simulator: Spread;
  readonly allowed: number;
  readonly ok: boolean;
  /** Each run's own value, where the shares of several outcomes matter. */
  readonly outcomes?: {
    readonly reality: readonly number[];
    readonly simulator: readonly number[];
  };
}

export interface ScenarioRecord {
  readonly scenario: string;
  readonly runs: number;
  readonly seeds: number;
  /** The share of the processors that other programs used meanwhile. */
  readonly disturbance: number;
  /** What it was simulated with, where that was measured again beside it; else the machine's. */
  readonly costs?: MachineCosts;
  readonly figures: readonly RecordedFigure[];
}

export function describeMachine(versions: Versions, costs: MachineCosts): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    processors: cpus().length,
    system: `${type()} ${release()}`,
    versions,
    costs,
    date: new Date().toISOString().slice(0, 10),
  };
}

export function recorded(
  comparison: Comparison,
  outcomes?: RecordedFigure["outcomes"],
): RecordedFigure {
  return {
    figure: describeFigure(comparison.figure),
    reality: rounded(comparison.reality),
    simulator: rounded(comparison.simulator),
    allowed: round(comparison.allowed),
    ok: comparison.ok,
    ...(outcomes && {
      outcomes: {
        reality: outcomes.reality.map(round),
        simulator: outcomes.simulator.map(round),
      },
    }),
  };
}

/**
 * Writes one scenario's record at once, so that a recording that is interrupted keeps what it has.
 * Returns false, and keeps the old record, where the machine was disturbed more than is tolerable and than it was then.
 */
export function writeScenarioRecord(
  record: ScenarioRecord,
  old: ScenarioRecord | undefined,
): boolean {
  if (!replaces(record, old)) return false;
  mkdirSync(folder, { recursive: true });
  write(record.scenario, record);
  return true;
}

/** Whether a new record takes the place of the old one. */
export function replaces(record: ScenarioRecord, old: ScenarioRecord | undefined): boolean {
  if (old === undefined || record.disturbance <= tolerableDisturbance) return true;
  return record.disturbance <= old.disturbance;
}

/** Ends a recording: the machine, and no scenario that the manifest no longer has. */
export function closeRecord(machine: Machine, names: readonly string[]): void {
  write("machine", machine);
  const kept = new Set(["machine", ...names].map((name) => `${name}.json`));
  for (const name of readdirSync(folder)) {
    if (!kept.has(name)) rmSync(path.join(folder, name));
  }
}

export interface Recorded {
  readonly machine: Machine;
  readonly scenarios: ReadonlyMap<string, ScenarioRecord>;
}

/** The record in the repository; null when there is none yet. */
export function readRecord(): Recorded | null {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return null;
  }
  if (!names.includes("machine.json")) return null;
  const scenarios = names
    .filter((name) => name !== "machine.json")
    .map((name) => read(name) as ScenarioRecord);
  return {
    machine: read("machine.json") as Machine,
    scenarios: new Map(scenarios.map((record) => [record.scenario, record])),
  };
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, name), "utf8"));
}

function write(name: string, content: unknown): void {
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`);
}

function rounded(spread: Spread): Spread {
  const { median, low, high, middleHalf } = spread;
  return {
    median: round(median),
    low: round(low),
    high: round(high),
    middleHalf: round(middleHalf),
  };
}

/** To a tenth of a microsecond. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
