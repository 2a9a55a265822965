import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { outputs, parse, type Where } from "./apply.js";

const modules = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** Packages that this repository uses, with much code that blocks. */
const packages = ["eslint/lib/eslint", "mocha/lib", "esbuild/lib"];

function filesOf(folder: string): string[] {
  return readdirSync(path.join(modules, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[cm]?js$/.test(name))
    .map((name) => path.join(modules, folder, name))
    .filter((file) => statSync(file).size < 100_000);
}

/** The same code with functions that may await, so that there is more to mend. */
function asIfAsync(code: string): string {
  return code.replaceAll(/(?<![\w.$] ?|async )\bfunction (\w+)\(/g, "async function $1(");
}

function whereOf(code: string): Where {
  return { sourceType: /^\s*(?:import|export)\b/m.test(code) ? "module" : "commonjs" };
}

function parses(code: string): boolean {
  try {
    parse(code, whereOf(code));
    return true;
  } catch {
    return false;
  }
}

describe("every suggestion for code that people have written", function () {
  this.timeout(120_000);

  for (const name of packages) {
    it(`gives code that parses: ${name}`, () => {
      const broken: string[] = [];
      let count = 0;
      for (const file of filesOf(name)) {
        const written = readFileSync(file, "utf8");
        if (!/Sync\(|Atomics\.wait|Date\.now\(\)/.test(written)) continue;
        const code = [asIfAsync(written), written].find(parses);
        if (code === undefined) continue;
        for (const output of outputs(code, whereOf(code))) {
          count += 1;
          if (!parses(output)) broken.push(file);
        }
      }
      assert.deepEqual(broken, []);
      assert.notEqual(count, 0);
    });
  }
});
