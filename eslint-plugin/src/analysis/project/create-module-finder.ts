import { DebugLog } from "./debug.js";
import { ModuleResolution } from "./module-resolution.js";

export interface ModuleFinder {
  /**
   * The absolute path of the project's own JavaScript or TypeScript that a specifier means, by relative paths,
   * `imports` and `exports` of package.json, and `paths` of tsconfig.json; undefined for installed packages and for
   * what does not exist.
   *
   * @param from the absolute path of the file that imports it
   */
  resolve(specifier: string, from: string): string | undefined;
}

/** Finds modules as the analysis does. What it has found it knows for some seconds. */
export function createModuleFinder(): ModuleFinder {
  return new ModuleResolution(false, new DebugLog());
}
