/** From source code to what the simulator runs. Needs Node.js; the panel gets the outcome from the language server. */
import * as parser from "@typescript-eslint/parser";
import { createProject, type Project } from "eslint-plugin-unblock/analysis";

export type { FunctionProfile } from "eslint-plugin-unblock/analysis";
export { parseCalibration, type Calibration } from "../scenario/calibration.js";
export { calibrationFile } from "./calibration-path.js";
export { parseCpuProfile, type CpuProfile, type ParsedCpuProfile } from "./cpu-profile.js";
export { withCpuProfile, type ProfiledFunction } from "./profiled-function.js";
export { modelFunction } from "./model-function.js";
export { selectFunction, type Selection } from "./select-function.js";

/** A project that reads JavaScript and TypeScript from the file system, without type information. */
export function createSourceProject(): Project {
  return createProject({ parser });
}
