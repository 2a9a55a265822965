/** Reads what `unblock calibrate` measured on this machine, for the panel. */
import { readFile, stat } from "node:fs/promises";
import { calibrationFile, parseCalibration, type Calibration } from "unblock-simulator/workload";

/** The file is some kilobytes; what is larger is something else. */
const mostBytes = 1_000_000;

/** Undefined where nothing was measured, or the file is no calibration: then typical figures stand, and say so. */
export async function readCalibration(file = calibrationFile()): Promise<Calibration | undefined> {
  try {
    if ((await stat(file)).size > mostBytes) return undefined;
    const parsed = parseCalibration(JSON.parse(await readFile(file, "utf8")) as unknown);
    return parsed.ok ? parsed.calibration : undefined;
  } catch {
    return undefined;
  }
}
