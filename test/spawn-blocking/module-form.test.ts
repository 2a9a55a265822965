/** An export of a module, in the forms in which programs come: each is run as its users run it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

const work = `import { createHash } from "node:crypto";
import { twice } from "./twice.js";
export interface Sum { readonly total: number; readonly digest: string }
export function sum(numbers: readonly number[]): Sum {
  const total = twice(numbers.reduce((a, b) => a + b, 0));
  return { total, digest: createHash("sha256").update(String(total)).digest("hex").slice(0, 8) };
}
`;
const twice = "export const twice = (n: number): number => 2 * n;\n";
const main = `import { parallelMap, spawnBlocking } from "spawn-blocking";
import type { sum } from "./work.js";
const url = new URL("./work.js", import.meta.url);
const { total, digest } = await spawnBlocking<typeof sum>(url, "sum", [[1, 2, 3]]);
const mapped = await parallelMap<typeof sum>([[1], [2]], url, "sum");
console.log(total, digest, mapped.map((one) => one.total).join());
`;
const expected = "12 6b51d431 2,4";

describe("an export of a module, run", () => {
  let folder = "";

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "spawn-blocking-modules-"));
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(
      path.join(root, "spawn-blocking"),
      path.join(folder, "node_modules/spawn-blocking"),
      "junction",
    );
    write({ "package.json": '{ "type": "module" }\n', "twice.ts": twice, "work.ts": work });
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  }

  function run(...args: readonly string[]): string {
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: "utf8",
      timeout: 20_000,
      env: { ...process.env, NODE_OPTIONS: "", NODE_NO_WARNINGS: "1" },
    });
    assert.equal(stderr, "");
    return stdout.trim();
  }

  for (const name of ["./work.js", "./work.ts"]) {
    it(`as TypeScript under a loader, which threads inherit, named as ${name}`, () => {
      write({ "main.ts": main.replace('URL("./work.js"', `URL("${name}"`) });
      assert.equal(run("--import", loader, "main.ts"), expected);
    });
  }

  if ("typescript" in process.features && process.features.typescript !== false) {
    it("as TypeScript whose types Node itself strips", () => {
      const named = (text: string): string => text.replaceAll(/\.\/(work|twice)\.js/gu, "./$1.ts");
      mkdirSync(path.join(folder, "stripped"));
      write({
        "stripped/main.ts": named(main),
        "stripped/work.ts": named(work),
        "stripped/twice.ts": twice,
      });
      assert.equal(run("stripped/main.ts"), expected);
    });
  }

  it("out of a bundle, where program and module are bundled each with what it imports", async () => {
    write({ "main.ts": main });
    await build({
      absWorkingDir: folder,
      entryPoints: ["main.ts", "work.ts"],
      outdir: "bundled",
      bundle: true,
      minify: true,
      keepNames: true,
      platform: "node",
      format: "esm",
      external: ["spawn-blocking"],
    });
    assert.equal(run("bundled/main.js"), expected);
  });

  it("in CommonJS, by an absolute path", () => {
    write({
      "main.cjs": `const { spawnBlocking } = require("spawn-blocking");
spawnBlocking(require.resolve("./work.cjs"), "sum", [[1, 2]]).then(console.log);`,
      "work.cjs": "exports.sum = (numbers) => numbers.reduce((a, b) => a + b, 0);",
    });
    assert.equal(run("main.cjs"), "3");
  });
});
