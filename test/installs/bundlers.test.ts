/**
 * `spawnBlocking(new URL("./work.js", import.meta.url), …)` in code that vite, rollup and webpack have bundled, run with
 * the packed spawn-blocking. (esbuild: test/spawn-blocking/module-form.test.ts.)
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { npm, tarballs, tool } from "./project.js";

const files = {
  "package.json": '{ "private": true, "type": "module" }\n',
  "main.js": `import { parallelMap, spawnBlocking } from "spawn-blocking";
const url = new URL("./work.js", import.meta.url);
const total = await spawnBlocking(url, "sum", [[1, 2, 3]]);
console.log(total, (await parallelMap([[1], [2]], url, "sum")).join());
`,
  "work.js": `import { twice } from "./twice.js";
export const sum = (numbers) => twice(numbers.reduce((a, b) => a + b, 0));
`,
  "twice.js": "export const twice = (number) => 2 * number;\n",
  "alone.js": "export const sum = (numbers) => 2 * numbers.reduce((a, b) => a + b, 0);\n",
  "main-alone.js": `import { spawnBlocking } from "spawn-blocking";
console.log(await spawnBlocking(new URL("./alone.js", import.meta.url), "sum", [[1, 2, 3]]));
`,
  // The module is an entry point of its own, with what it imports.
  "rollup.config.js": `export default {
  input: ["main.js", "work.js"],
  external: ["spawn-blocking"],
  output: { dir: "out-rollup", format: "es" },
};
`,
  "vite.config.js": `export default {
  build: {
    ssr: true,
    outDir: "out-vite",
    rollupOptions: {
      input: ["main.js", "work.js"],
      external: ["spawn-blocking"],
      output: { entryFileNames: "[name].js" },
    },
  },
};
`,
  // webpack would copy the module as an asset, without what it imports: it is told to leave the URL alone.
  "webpack.config.js": `const common = {
  context: import.meta.dirname,
  mode: "production",
  target: "node20",
  externals: { "spawn-blocking": "module spawn-blocking" },
  experiments: { outputModule: true },
};
const output = { module: true, filename: "[name].js", library: { type: "module" } };
export default [
  {
    ...common,
    entry: { main: "./main.js", work: "./work.js" },
    output: { ...output, path: import.meta.dirname + "/out-webpack" },
    module: { parser: { javascript: { url: false, importMeta: false } } },
  },
  {
    ...common,
    entry: { main: "./main-alone.js" },
    output: { ...output, path: import.meta.dirname + "/out-webpack-asset" },
  },
];
`,
} as const;

describe("spawn-blocking in bundles", function () {
  this.timeout(120_000);
  let folder = "";

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-bundles-"));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const flags = ["--silent", "--no-audit", "--no-fund", "--prefer-offline"];
    npm(["install", ...flags, tarballs().get("spawn-blocking") ?? ""], folder);
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function run(...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: "utf8",
      timeout: 60_000,
    });
    assert.equal(status, 0, `${args.join(" ")}\n${stdout}\n${stderr}`);
    return stdout.trim();
  }

  it("made by rollup, where the module is an entry point", () => {
    run(path.join(tool("rollup", "4.68.8"), "dist/bin/rollup"), "--config", "--silent");
    assert.equal(run("out-rollup/main.js"), "12 2,4");
  });

  it("made by vite for a server, where the module is an entry point", () => {
    run(path.join(tool("vite", "8.3.8"), "bin/vite.js"), "build", "--logLevel", "error");
    assert.equal(run("out-vite/main.js"), "12 2,4");
  });

  describe("made by webpack", () => {
    before(() => {
      run(
        "--input-type=module",
        "--eval",
        `import { createRequire } from "node:module";
const webpack = createRequire(import.meta.url)(${JSON.stringify(tool("webpack", "5.113.0"))});
const { default: config } = await import(${JSON.stringify(path.join(folder, "webpack.config.js"))});
webpack(config, (error, stats) => {
  if (error || stats.hasErrors()) throw error ?? new Error(stats.toString());
});`,
      );
    });

    it("where the module is an entry point, and the URL is left alone", () => {
      assert.equal(run("out-webpack/main.js"), "12 2,4");
    });

    it("where a module without imports becomes an asset, as webpack does by itself", () => {
      assert.equal(run("out-webpack-asset/main.js"), "12");
    });
  });
});
