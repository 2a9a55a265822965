/** `unblock calibrate`: measures the platform's own blocking calls on this machine, in under a minute. */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { Command, Option } from "commander";
import { percentile } from "../engine/percentile.js";
import { tableLines } from "../report/text.js";
import { formatMs } from "../report/units.js";
import type { Calibration, Machine, MeasuredCall } from "../scenario/calibration.js";
import { calibrationCases } from "./calibration-cases.js";
import type { CalibrationCase } from "./calibration-cases.js";
import { calibrationFile } from "../workload/calibration-path.js";
import { writeCalibration } from "./calibration-file.js";
import type { CommandIo } from "./command-io.js";
import { positiveNumber } from "./numbers.js";
import { textOptions } from "./terminal.js";

const warmUps = 1;
const fewestSamples = 3;
const mostSamples = 1000;

interface CalibrateOptions {
  readonly format: "text" | "json";
  readonly secondsPerCall: number;
}

export function calibrateCommand(io: CommandIo, exit: (code: number) => void): Command {
  return new Command("calibrate")
    .description(
      "measure blocking calls, JSON and worker threads on this machine, for reports to say “measured”",
    )
    .addOption(
      new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"),
    )
    .option("--seconds-per-call <seconds>", "time for each call", positiveNumber, 1)
    .action(async (options: CalibrateOptions) => {
      const calibration = await calibrate(options.secondsPerCall * 1000, io);
      writeCalibration(calibration);
      io.out(
        options.format === "json"
          ? `${JSON.stringify(calibration, null, 2)}\n`
          : describe(calibration, io),
      );
      exit(0);
    });
}

/** Measures every case for up to `budgetMs`, one after the other. */
export async function calibrate(budgetMs: number, io: CommandIo): Promise<Calibration> {
  const folder = mkdtempSync(path.join(tmpdir(), "unblock-calibrate-"));
  try {
    const cases = calibrationCases(folder);
    const calls: MeasuredCall[] = [];
    for (const [index, each] of cases.entries()) {
      io.progress(`${index + 1} of ${cases.length}: ${each.api}, ${each.basis}`);
      calls.push(await measure(each, budgetMs));
      // Lets Ctrl-C and the progress through.
      await setImmediate();
    }
    return { version: 1, measuredAt: new Date().toISOString(), machine: thisMachine(), calls };
  } finally {
    io.progress("");
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  { api, basis, run, afterEach, afterAll }: CalibrationCase,
  budgetMs: number,
): Promise<MeasuredCall> {
  const begun = performance.now();
  const samples: number[] = [];
  for (let round = 0; round < warmUps; round++) {
    await run();
    await afterEach?.();
  }
  while (
    samples.length < fewestSamples ||
    (samples.length < mostSamples && performance.now() - begun < budgetMs)
  ) {
    const start = performance.now();
    const given = run();
    if (given instanceof Promise) await given;
    samples.push(performance.now() - start);
    await afterEach?.();
  }
  await afterAll?.();
  const sorted = Float64Array.from(samples).sort();
  return {
    api,
    basis,
    lowMs: percentile(sorted, 0.1),
    typicalMs: percentile(sorted, 0.5),
    highMs: percentile(sorted, 0.9),
    samples: sorted.length,
  };
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    arch: process.arch,
    processor: cpus()[0]?.model.trim() || "unknown",
    processors: availableParallelism(),
    memoryBytes: totalmem(),
    node: process.version,
  };
}

function describe({ calls, machine }: Calibration, io: CommandIo): string {
  const { paint, width } = textOptions(io);
  const table = {
    columns: ["call", "with", "low", "typical", "high"],
    rows: calls.map((call) => [
      call.api,
      call.basis,
      formatMs(call.lowMs),
      formatMs(call.typicalMs),
      formatMs(call.highMs),
    ]),
  };
  const machineText = `${machine.processor}, ${machine.processors} processors, Node ${machine.node}`;
  return (
    `${machineText}\n\n${tableLines(table, Math.max(width, 100), paint).join("\n")}\n\n` +
    `Written to ${calibrationFile()}; reports use it from now on.\n`
  );
}
