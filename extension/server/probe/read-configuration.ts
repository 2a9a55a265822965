/**
 * Reads how the workspace's own ESLint configures our rules for a file. This runs the workspace's configuration file,
 * so it happens in trusted workspaces only, and in a thread that may be ended.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { RuleConfiguration, RuleEntry } from "../configuration.js";
import { configurationSources, type ConfigurationSources } from "./configuration-sources.js";
import { mayHavePlugin } from "./may-have-plugin.js";
import type { ProbeOutcome } from "./messages.js";

/** The name in our plugin's `meta`; people choose the namespace freely. */
const pluginName = "eslint-plugin-unblock";

const configurationNames = ["js", "mjs", "cjs", "ts", "mts", "cts"].map(
  (extension) => `eslint.config.${extension}`,
);

/** What ESLint was configured by before version 9. */
const formerNames = ["", ".json", ".js", ".cjs", ".yml", ".yaml"].map(
  (ending) => `.eslintrc${ending}`,
);

/** What of the workspace's ESLint is used: the same in versions 9 and 10. */
interface WorkspaceEslint {
  calculateConfigForFile(file: string): Promise<unknown>;
  isPathIgnored(file: string): Promise<boolean>;
}
interface WorkspaceEslintModule {
  readonly ESLint: new (options: { cwd: string }) => WorkspaceEslint;
}

/** @param sources of which files the configuration is made that counts for the file */
export async function readConfiguration(
  file: string,
  folder: string,
  sources: (configuration: string) => ConfigurationSources = configurationSources,
): Promise<ProbeOutcome> {
  const configurationFile = configurationOf(file, folder);
  if (configurationFile === undefined) {
    return nearestWith(formerNames, file, folder) === undefined
      ? none("The workspace has no ESLint configuration file.")
      : none("The workspace configures ESLint by .eslintrc, where Unblock's rules cannot run.");
  }
  let eslint: WorkspaceEslint;
  try {
    const load = createRequire(configurationFile);
    const { version } = load("eslint/package.json") as { readonly version?: string };
    if (Number.parseInt(version ?? "", 10) < 9) {
      return none("The workspace's ESLint is older than version 9, which Unblock's rules need.");
    }
    if (!mayHavePlugin(configurationFile, sources(configurationFile))) return withoutRules;
    const { ESLint } = load("eslint") as WorkspaceEslintModule;
    eslint = new ESLint({ cwd: path.dirname(configurationFile) });
  } catch {
    return none("ESLint is not installed in the workspace.");
  }
  try {
    if (await eslint.isPathIgnored(file)) return none("ESLint ignores this file.");
    const configuration = ourRules(await eslint.calculateConfigForFile(file));
    return configuration === undefined ? withoutRules : { found: true, configuration };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return {
      found: false,
      failed: true,
      why: `The workspace's ESLint configuration cannot be read: ${reason ?? ""}`,
    };
  }
}

const withoutRules = none("The workspace's ESLint configuration does not have Unblock's rules.");

/** The configuration file that counts for a file; undefined where there is none. */
export function configurationOf(file: string, folder: string): string | undefined {
  const base = nearestWith(configurationNames, file, folder);
  return base === undefined
    ? undefined
    : configurationNames.map((name) => path.join(base, name)).find((each) => existsSync(each));
}

function none(why: string): ProbeOutcome {
  return { found: false, failed: false, why };
}

/** The folder of the configuration file that is nearest to the file, not above the workspace folder. */
function nearestWith(names: readonly string[], file: string, folder: string): string | undefined {
  let current = path.dirname(file);
  for (;;) {
    const here = current;
    if (names.some((name) => existsSync(path.join(here, name)))) return here;
    const parent = path.dirname(here);
    if (here === folder || parent === here) return undefined;
    current = parent;
  }
}

/** Our rules in a configuration as `calculateConfigForFile` returns it, under whatever namespace they stand. */
export function ourRules(config: unknown): RuleConfiguration | undefined {
  const { plugins, rules } = (config ?? {}) as {
    plugins?: Record<string, { meta?: { name?: unknown } } | undefined>;
    rules?: Record<string, unknown>;
  };
  const namespace = Object.entries(plugins ?? {}).find(
    ([, plugin]) => plugin?.meta?.name === pluginName,
  )?.[0];
  if (namespace === undefined) return undefined;
  const prefix = `${namespace}/`;
  return {
    namespace,
    rules: Object.fromEntries(
      Object.entries(rules ?? {})
        .filter(([id]) => id.startsWith(prefix))
        .map(([id, entry]) => [id.slice(prefix.length), plainEntry(entry)]),
    ),
  };
}

/** Through JSON, since the entry goes from one thread to another and a function in an option would not. */
function plainEntry(entry: unknown): RuleEntry {
  const list = JSON.parse(JSON.stringify(Array.isArray(entry) ? entry : [entry])) as unknown[];
  const [severity, ...options] = list;
  return [severity === 2 ? 2 : severity === 1 ? 1 : 0, ...options];
}
