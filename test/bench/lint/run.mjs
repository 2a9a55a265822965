/**
 * One run of ESLint in a process of its own, cold: `node run.mjs <variant> <folder>`. Prints the whole process' time,
 * from its start, its processor time, and its memory at the peak.
 */
import { ESLint } from "eslint";
import { configsOf } from "./variants.mjs";

/** ESLint over a folder, by a variant's rules alone. `esm` holds the globs of modules that go by the name `.js`. */
export async function linterOf(variant, folder, esm = []) {
  const files = ["**/*.js", "**/*.cjs", "**/*.mjs"];
  const linterOptions = { noInlineConfig: true, reportUnusedDisableDirectives: "off" };
  const configs = (await configsOf(variant)).map((config) => ({ ...config, files }));
  return new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    ignore: false,
    overrideConfig: [
      { files, languageOptions: { sourceType: "commonjs" }, linterOptions },
      { files: ["**/*.mjs", ...esm], languageOptions: { sourceType: "module" } },
      ...configs,
    ],
  });
}

if (process.argv[1] === import.meta.filename) {
  const [variant, folder, ...esm] = process.argv.slice(2);
  const eslint = await linterOf(variant, folder, esm);
  const results = await eslint.lintFiles(["."]);
  const findings = results.flatMap(({ messages }) => messages.filter(({ ruleId }) => ruleId));
  const { user, system } = process.cpuUsage();
  console.log(
    JSON.stringify({
      files: results.length,
      findings: findings.length,
      // `performance.now()` counts from the start of the process.
      wallMs: performance.now(),
      processorMs: (user + system) / 1000,
      peakMb: process.resourceUsage().maxRSS / 1024,
    }),
  );
}
