/**
 * Makes spawn-blocking's JavaScript of its sources, beside the types that `tsc -b` writes: one file for the event loop's
 * side and one for its threads, since a program, and each thread, would take milliseconds to load as many files as there
 * are sources. What both need stands in the threads' file alone, to keep the package small. Run by `npm run build` and by
 * the package's `prepack`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  build,
  transformSync,
  type BuildOptions,
  type Plugin,
  type TransformOptions,
} from "esbuild";

const folder = fileURLToPath(new URL("../spawn-blocking", import.meta.url));

const common = {
  minify: true,
  target: "node20",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
} as const satisfies TransformOptions;

const options = {
  ...common,
  absWorkingDir: folder,
  bundle: true,
  write: false,
  platform: "node",
  format: "cjs",
} as const satisfies BuildOptions;

const shared = ["function-text", "sendable", "thrown"];
const exportsOfWorker = ["worker.js", ...shared.map((name) => `${name}.js`)]
  .map((name) => `export * from "./src/${name}";`)
  .join("\n");

const sharedStandsInWorker: Plugin = {
  name: "what both need stands in the worker's file",
  setup(build) {
    build.onResolve({ filter: new RegExp(`^\\./(?:worker|${shared.join("|")})\\.js$`) }, () => ({
      path: "./worker.js",
      external: true,
    }));
  },
};

const worker = await build({
  ...options,
  stdin: {
    contents: `${exportsOfWorker}\nexport { default } from "./src/worker.js";`,
    resolveDir: folder,
    loader: "ts",
  },
  external: ["piscina"],
});
const index = await build({
  ...options,
  entryPoints: ["src/index.ts"],
  external: ["piscina"],
  plugins: [sharedStandsInWorker],
});

const { code } = transformSync(readFileSync(path.join(folder, "src/index.mts"), "utf8"), {
  ...common,
  loader: "ts",
});
const texts = {
  "worker.js": worker.outputFiles[0].text,
  "index.js": index.outputFiles[0].text,
  "index.mjs": code,
};
for (const [name, text] of Object.entries(texts)) {
  writeFileSync(path.join(folder, "dist", name), text);
}
