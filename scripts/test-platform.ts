/**
 * Runs the catalog's tests under the versions of Node that are supported besides this one: `npm run test:platform`. The
 * npm package `node` brings their binaries.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const versions = ["22", "24", "26"];
const root = fileURLToPath(new URL("..", import.meta.url));
const mocha = ["--import", "tsx", "node_modules/mocha/bin/mocha.js", "--no-config"];
const tests = [
  "test/eslint-plugin/catalog/entries.test.ts",
  "test/eslint-plugin/catalog/platform.test.ts",
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
