/** `npm run test:reality`: a mocha run of its own, since it needs the machine for itself. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import Mocha from "mocha";
import { readOptions } from "./options.js";
import type { Options } from "./options.js";

const require = createRequire(import.meta.url);

function optionsOrExit(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`test:reality: ${(error as Error).message}`);
    return process.exit(2);
  }
}

const { random } = optionsOrExit();

const mocha = new Mocha({
  reporter: require("../reporter.cjs") as Mocha.ReporterConstructor,
  timeout: 600_000,
});
const files =
  random.count > 0
    ? ["random.test.ts"]
    : ["options.test.ts", "judge.test.ts", "record.test.ts", "reality.test.ts"];
for (const file of files) {
  mocha.addFile(fileURLToPath(new URL(file, import.meta.url)));
}
await mocha.loadFilesAsync();
mocha.run((failures) => {
  process.exitCode = failures === 0 ? 0 : 1;
});
