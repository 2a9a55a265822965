/**
 * A cheap look at whether a workspace's ESLint configuration can have our plugin at all: loading ESLint with a
 * configuration takes half a second and 100 MB, for an answer that in most workspaces is no.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ConfigurationSources } from "./configuration-sources.js";

const pluginName = "eslint-plugin-unblock";

/** What every way to the plugin has in its name: the package, a path to its sources, its own `meta`. */
const trace = "unblock";

/** False only where nothing leads to the plugin: it is not installed where the configuration could find it, nor named. */
export function mayHavePlugin(configuration: string, sources: ConfigurationSources): boolean {
  return (
    // Packages of the workspace have dependencies of their own.
    sources.folders.length > 0 ||
    sources.files.some(namesIt) ||
    ancestorsOf(path.dirname(configuration)).some(hasIt)
  );
}

function namesIt(file: string): boolean {
  try {
    return readFileSync(file, "utf8").includes(trace);
  } catch {
    return true;
  }
}

function ancestorsOf(folder: string): readonly string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestorsOf(parent)];
}

/** A shared configuration may bring the plugin: package managers put it beside, pnpm into a folder of its own. */
function hasIt(folder: string): boolean {
  if (existsSync(path.join(folder, "node_modules", pluginName))) return true;
  // Yarn's Plug'n'Play keeps packages in archives.
  if (existsSync(path.join(folder, ".pnp.cjs"))) return true;
  try {
    const installed = readdirSync(path.join(folder, "node_modules", ".pnpm"));
    return installed.some((name) => name.startsWith(`${pluginName}@`));
  } catch {
    return false;
  }
}
