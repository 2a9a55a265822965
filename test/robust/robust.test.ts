/** `npm run test:robust`: no crash, no file that takes for ever, no suggestion that does not parse. */
import assert from "node:assert/strict";
import { scriptsOf, unpackedFolder } from "../corpus/packages.js";
import { lintFile, type LintedFile } from "./lint.js";
import { bigPackages, parserTests } from "./packages.js";

/**
 * How many times ESLint's own time the rules may add, for a file that is linted once more and for a package from
 * nothing; below the floor it is the machine's noise. What goes through code in more than linear time is at ten times
 * and more on the largest of these files.
 */
const mostOfEslint = 3;
const floorMs = 300;

const isSlow = (ms: number, eslintMs: number) => ms > Math.max(floorMs, mostOfEslint * eslintMs);

function described({ file, bytes, eslintMs, rulesMs, againMs }: LintedFile): string {
  const whole = (value: number) => Math.round(value).toLocaleString("en");
  return (
    `${file} (${whole(bytes / 1000)} kB): the rules ${whole(rulesMs)} ms, once more ${whole(againMs)} ms, ` +
    `ESLint without them ${whole(eslintMs)} ms`
  );
}

function sum(files: readonly LintedFile[], figure: "eslintMs" | "rulesMs"): number {
  return files.reduce((total, each) => total + each[figure], 0);
}

describe("every rule on code that nobody wrote for it", function () {
  this.timeout(600_000);
  const slowest: LintedFile[] = [];

  after(() => {
    slowest.sort((a, b) => b.rulesMs - a.rulesMs);
    console.log("\n  Slowest files:");
    for (const one of slowest.slice(0, 10)) console.log(`    ${described(one)}`);
  });

  for (const one of [parserTests, ...bigPackages]) {
    describe(`${one.name} ${one.version}`, () => {
      let linted: readonly LintedFile[] = [];

      before(() => {
        const folder = unpackedFolder(one);
        linted = scriptsOf(folder).flatMap((file) => lintFile(folder, file) ?? []);
        slowest.push(...linted.map((each) => ({ ...each, file: `${one.name}/${each.file}` })));
      });

      it("is linted without a crash", () => {
        assert.notEqual(linted.length, 0);
      });

      it("takes a time in proportion to that of ESLint, file by file", () => {
        const slow = linted.filter(({ eslintMs, againMs }) => isSlow(againMs, eslintMs));
        assert.deepEqual(slow.map(described), []);
      });

      it("takes a time in proportion to that of ESLint, as a whole", () => {
        const [rulesMs, eslintMs] = [sum(linted, "rulesMs"), sum(linted, "eslintMs")];
        const found = `the rules ${Math.round(rulesMs)} ms, ESLint without them ${Math.round(eslintMs)} ms`;
        assert.ok(!isSlow(rulesMs, eslintMs), found);
      });

      it("yields suggestions that parse", () => {
        const broken = linted.flatMap(({ file, unparsableSuggestions }) =>
          unparsableSuggestions.map((where) => `${file}:${where}`),
        );
        assert.deepEqual(broken, []);
      });
    });
  }
});
