/**
 * Runs what depends on the version of Node, the catalog's tests and the pool's, under those that are supported besides this
 * one: `npm run test:platform`. The npm package `node` brings their binaries.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const versions = ["20", "22", "24", "26"].filter(
  (version) => version !== process.versions.node.split(".")[0],
);
const root = fileURLToPath(new URL("..", import.meta.url));
const mocha = [
  ...["--import", "tsx", "node_modules/mocha/bin/mocha.js", "--no-config"],
  ...["--reporter", "test/reporter.cjs", "--timeout", "60000"],
];
const poolTests = readdirSync(path.join(root, "test/spawn-blocking"))
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => `test/spawn-blocking/${name}`);
const tests = [
  "test/eslint-plugin/catalog/entries.test.ts",
  "test/eslint-plugin/catalog/platform.test.ts",
  // What a fix makes of a function does the same there too.
  "test/eslint-plugin/fixes/running.test.ts",
  ...poolTests,
];

let failed = false;
for (const version of versions) {
  console.log(`Node ${version}`);
  const { status } = spawnSync(
    "npx",
    ["--yes", "--package", `node@${version}`, "--", "node", "--no-warnings", ...mocha, ...tests],
    { cwd: root, stdio: "inherit" },
  );
  failed ||= status !== 0;
}
if (failed) process.exitCode = 1;
