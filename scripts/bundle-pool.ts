/**
 * Makes spawn-blocking's JavaScript of its sources, beside the types that `tsc -b` writes: one file for the event loop's
 * side and one for its threads, since a program, and each thread, would take milliseconds to load as many files as there
 * are sources. Functions and classes keep their names, for stacks. Run by `npm run build` and by the package's `prepack`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, transformSync, type TransformOptions } from "esbuild";

const folder = fileURLToPath(new URL("../spawn-blocking", import.meta.url));

const common = {
  target: "node20",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
} as const satisfies TransformOptions;

const { outputFiles } = await build({
  ...common,
  absWorkingDir: folder,
  entryPoints: ["src/index.ts", "src/worker.ts"],
  outdir: "dist",
  bundle: true,
  write: false,
  platform: "node",
  format: "cjs",
  external: ["piscina", "./worker.js"],
});

/** In two steps, and not by `build`: that would shorten the names of functions and classes too, as its own. */
function minified(text: string): string {
  const { code } = transformSync(text, { ...common, loader: "ts", treeShaking: true });
  return transformSync(code, { ...common, minify: true }).code;
}

for (const { path: file, text } of outputFiles) writeFileSync(file, minified(text));
const entry = readFileSync(path.join(folder, "src/index.mts"), "utf8");
writeFileSync(path.join(folder, "dist/index.mjs"), minified(entry));
