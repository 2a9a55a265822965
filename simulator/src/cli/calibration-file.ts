/** Where the calibration of this machine lies: `unblock/calibration-v1.json` in the user's cache folder. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { parseCalibration, withCalibration } from "../scenario/calibration.js";
import type { Calibration } from "../scenario/calibration.js";
import type { ModelledFunction } from "../scenario/modelled-function.js";
import { describeErrors } from "../scenario/validate.js";
import { BadInput, reason } from "./command-io.js";
import type { CommandIo } from "./command-io.js";

/** The file's path: XDG_CACHE_HOME, or what the platform has in its place. */
export function calibrationFile(): string {
  return path.join(cacheFolder(), "unblock", "calibration-v1.json");
}

function cacheFolder(): string {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (XDG_CACHE_HOME !== undefined && path.isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (process.platform === "darwin") return path.join(homedir(), "Library", "Caches");
  if (process.platform === "win32" && LOCALAPPDATA !== undefined) return LOCALAPPDATA;
  return path.join(homedir(), ".cache");
}

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
