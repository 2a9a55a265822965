/**
 * Bundles the panel's page: the worker first, since its text becomes part of the page's script. A webview may start a
 * worker only from a blob, and the page's policy lets it fetch nothing.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions, type OutputFile, type Plugin } from "esbuild";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

const inBrowser: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: "browser",
  // The Chromium of VS Code 1.91, the oldest that the manifest allows.
  target: "chrome122",
  format: "iife",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

/** The files `panel.js` and `panel.css`, not yet written. Run after `tsc -b`. */
export async function bundlePanel(
  outdir: string,
  {
    minify = true,
    entry = "extension/panel/main.ts",
    plugins = [],
  }: { minify?: boolean; entry?: string; plugins?: Plugin[] } = {},
): Promise<readonly OutputFile[]> {
  const worker = await build({
    ...inBrowser,
    plugins,
    minify,
    write: false,
    entryPoints: ["extension/panel/simulation/worker.ts"],
  });
  const page = await build({
    ...inBrowser,
    plugins,
    minify,
    write: false,
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { simulationWorkerSource: JSON.stringify(worker.outputFiles[0]?.text ?? "") },
    entryPoints: { panel: entry },
    outdir,
  });
  return page.outputFiles;
}
