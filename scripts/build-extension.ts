/**
 * Bundles the extension into dist/: the client, the language server, the probe that reads a workspace's ESLint
 * configuration, and the panel. Run after `tsc -b`, since the bundles take the workspaces' packages from their dist/.
 */
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const bundles = ["client.cjs", "server.cjs", "probe.cjs", "panel.js", "panel.css"] as const;

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
};

/** VS Code 1.91, the oldest that the manifest allows, runs extensions on Node 20. */
const onNode: BuildOptions = {
  ...common,
  platform: "node",
  target: "node20",
  // The root package is "type": "module"; VS Code loads CommonJS, which therefore is called .cjs.
  format: "cjs",
  // UMD builds hide their dependencies from a bundler: take the module build where a package has one.
  mainFields: ["module", "main"],
  external: ["vscode"],
};

/** Chromium 122 is that of VS Code 1.91. */
const inBrowser: BuildOptions = {
  ...common,
  platform: "browser",
  target: "chrome122",
  format: "iife",
  jsx: "automatic",
  jsxImportSource: "preact",
};

for (const bundle of bundles) rmSync(path.join(root, "dist", bundle), { force: true });

await Promise.all([
  build({ ...onNode, entryPoints: ["extension/client/main.ts"], outfile: "dist/client.cjs" }),
  build({ ...onNode, entryPoints: ["extension/server/main.ts"], outfile: "dist/server.cjs" }),
  build({
    ...onNode,
    entryPoints: ["extension/server/probe/worker.ts"],
    outfile: "dist/probe.cjs",
  }),
  buildPanel(),
]);

/** A page in a webview may not load a worker from a file: it starts one from this text, which stands in the page's script. */
async function buildPanel(): Promise<void> {
  const worker = "extension/panel/simulation/worker.ts";
  const simulationWorkerSource = existsSync(path.join(root, worker))
    ? await bundledText({ ...inBrowser, entryPoints: [worker] })
    : "";
  await build({
    ...inBrowser,
    entryPoints: { panel: "extension/panel/main.ts" },
    outdir: "dist",
    define: { simulationWorkerSource: JSON.stringify(simulationWorkerSource) },
  });
}

async function bundledText(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...options, write: false });
  return outputFiles?.[0]?.text ?? "";
}
