/**
 * One file linted again and again, each time after an edit, as an editor does: `node edit.mjs <file> <rounds>`. Prints
 * the median of each variant in milliseconds, all measured in turns in one process.
 */
import { readFileSync } from "node:fs";
import { Linter } from "eslint";
import { configsOf } from "./variants.mjs";

const [filename, count] = process.argv.slice(2);
const text = readFileSync(filename, "utf8");
const language = { languageOptions: { sourceType: "commonjs" } };
const configs = {};
for (const variant of ["no-sync", "recommended"]) {
  configs[variant] = [language, ...(await configsOf(variant))];
}
const linter = new Linter({ cwd: "/" });
const samples = { "no-sync": [], recommended: [] };
const middle = text.indexOf("\n", text.length / 2) + 1;

for (let round = 0; round < Number(count); round += 1) {
  const edited = `${text.slice(0, middle)}// ${"x".repeat(round % 60)}\n${text.slice(middle)}`;
  for (const [variant, list] of Object.entries(samples)) {
    const start = performance.now();
    linter.verify(edited, configs[variant], { filename });
    list.push(performance.now() - start);
  }
}

const medianOf = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
// The first rounds compile the code.
const settled = (list) => medianOf(list.slice(list.length >> 2));
console.log(
  JSON.stringify({
    lines: text.split("\n").length,
    noSyncMs: settled(samples["no-sync"]),
    recommendedMs: settled(samples.recommended),
  }),
);
