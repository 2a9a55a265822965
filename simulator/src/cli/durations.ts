/** Better durations than estimates: what this machine's calibration has, and what a CPU profile saw. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseCpuProfile, withCpuProfile, type CpuProfile } from "../workload/index.js";
import type { Refine } from "./blocking-functions.js";
import { calibrator } from "./calibration-file.js";
import { BadInput, reason, type CommandIo } from "./command-io.js";

export const cpuProfileFlag = "--cpu-profile <file>";
export const cpuProfileHelp = "take durations from a profile of the program (node --cpu-prof)";

export interface Durations {
  readonly refine: Refine;
  /** Warns of a profile that saw none of the functions. */
  readonly checkUse: () => void;
}

/**
 * Puts measured durations into models. A profile of the program itself goes before a calibration of the machine.
 * @throws BadInput naming the profile and what is wrong with it.
 */
export function durations(profileFile: string | undefined, io: CommandIo): Durations {
  const calibrated = calibrator(io);
  if (profileFile === undefined) return { refine: calibrated, checkUse: () => undefined };
  const profile = readCpuProfile(profileFile);
  let functions = 0;
  let seen = 0;
  return {
    refine: (model, file) => {
      const { model: profiled, visits } = withCpuProfile(
        calibrated(model),
        path.resolve(file),
        profile,
      );
      functions++;
      if (visits > 0) seen++;
      return profiled;
    },
    checkUse: () => {
      if (functions === 0 || seen > 0) return;
      io.error(
        `unblock: ${profileFile} saw none of the functions: their durations are estimates; ` +
          `was it made of this program (node --cpu-prof)?\n`,
      );
    },
  };
}

function readCpuProfile(file: string): CpuProfile {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const problem = error instanceof SyntaxError ? "invalid JSON" : reason(error);
    throw new BadInput(`--cpu-profile ${file}: ${problem}`);
  }
  const parsed = parseCpuProfile(document);
  if (!parsed.ok) throw new BadInput(`--cpu-profile ${file}: ${parsed.message}`);
  return parsed.profile;
}
