/** The plugin over one memory of what was linted: its name and version, its rules, its configurations. */
import type { ESLint, Linter } from "eslint";
import { recommended, strict } from "./rules/configurations.js";
import type { Linting } from "./rules/linting.js";
import { noBlockingCall } from "./rules/no-blocking-call.js";
import { noBlockingChain } from "./rules/no-blocking-chain.js";
import { noBusyWait } from "./rules/no-busy-wait.js";
import { validSpawnBlocking } from "./rules/valid-spawn-blocking.js";

/** The package's own, written out so that bundles need not find package.json; a test holds them equal. */
const name = "eslint-plugin-unblock";
const version = "0.1.0";

/** Everything that the rules remember between files hangs on `linting`. */
export function createPlugin(linting: Linting) {
  const rules = {
    "no-blocking-call": noBlockingCall(linting),
    "no-busy-wait": noBusyWait(linting),
    "no-blocking-chain": noBlockingChain(linting),
    "valid-spawn-blocking": validSpawnBlocking(linting),
  } satisfies ESLint.Plugin["rules"];

  const plugin = {
    meta: { name, version, namespace: "unblock" },
    rules,
    configs: {} as { recommended: Linter.Config; strict: Linter.Config; off: Linter.Config },
  } satisfies ESLint.Plugin;

  /** A flat configuration that names the plugin itself, so that it works alone. */
  const configuration = (
    title: string,
    entry: (rule: string) => Linter.RuleEntry,
  ): Linter.Config => ({
    name: `unblock/${title}`,
    plugins: { unblock: plugin },
    rules: Object.fromEntries(Object.keys(rules).map((rule) => [`unblock/${rule}`, entry(rule)])),
  });

  plugin.configs.recommended = configuration("recommended", recommended);
  plugin.configs.strict = configuration("strict", strict);
  plugin.configs.off = configuration("off", () => "off");
  return plugin;
}
