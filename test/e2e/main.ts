/**
 * Drives the packed extension in a real VS Code. Installs what is missing for that into a cache folder outside the
 * repository; where that is impossible it says what is missing, and fails in CI. With `--pictures` it makes those of
 * the front page instead.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import Mocha from "mocha";
import { cacheFolder } from "../cache.js";
import { install, Missing, type Installed } from "./install.js";

const { values: options } = parseArgs({
  options: { pictures: { type: "boolean", default: false } },
});
const here = path.dirname(fileURLToPath(import.meta.url));

let installed: Installed | undefined;
try {
  installed = install(cacheFolder("e2e"));
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(`test:e2e: cannot run: ${error.message}`);
  console.log("0 passed, 0 failed");
  process.exitCode = process.env["CI"] === "true" ? 1 : 0;
}

if (installed !== undefined) {
  // What is installed costs minutes to find again: the test file takes it from here.
  process.env["UNBLOCK_E2E"] = JSON.stringify(installed);
  const mocha = new Mocha({
    ui: "bdd",
    timeout: 120_000,
    // Each scenario goes on from where the one before it left the editor.
    bail: true,
    reporter: path.join(here, "../reporter.cjs"),
  });
  const specs = options.pictures ? ["pictures"] : ["editor", "actions"];
  for (const spec of specs) mocha.addFile(path.join(here, `${spec}.test.ts`));
  await mocha.loadFilesAsync();
  mocha.run((failures) => {
    process.exitCode = failures > 0 ? 1 : 0;
  });
}
