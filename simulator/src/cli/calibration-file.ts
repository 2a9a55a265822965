/** Where the calibration of this machine lies: `unblock/calibration-v1.json` in the user's cache folder. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseCalibration, withCalibration } from "../scenario/calibration.js";
import type { Calibration } from "../scenario/calibration.js";
import type { ModelledFunction } from "../scenario/modelled-function.js";
import { calibrationFile } from "../workload/calibration-path.js";
import { describeErrors } from "../scenario/validate.js";
import { BadInput, reason } from "./command-io.js";
import type { CommandIo } from "./command-io.js";

/** The calibration, or undefined where there is none. One that cannot be used is warned of and left out. */
export function readCalibration(io: CommandIo, file = calibrationFile()): Calibration | undefined {
  let problem: string;
  try {
    const parsed = parseCalibration(JSON.parse(readFileSync(file, "utf8")) as unknown);
    if (parsed.ok) return parsed.calibration;
    problem = describeErrors(parsed.errors);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    problem = error instanceof SyntaxError ? "invalid JSON" : reason(error);
  }
  io.error(`unblock: ${file} is not used: ${problem}; unblock calibrate writes it anew\n`);
  return undefined;
}

/** Puts what was measured on this machine into models of functions; without a calibration it leaves them. */
export function calibrator(io: CommandIo): (model: ModelledFunction) => ModelledFunction {
  const calibration = readCalibration(io);
  return (model) => (calibration === undefined ? model : withCalibration(model, calibration));
}

/** @throws BadInput where the file cannot be written. */
export function writeCalibration(calibration: Calibration, file = calibrationFile()): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(calibration, null, 2)}\n`);
  } catch (error) {
    throw new BadInput(`cannot write ${file}: ${reason(error)}`);
  }
}
