/**
 * Bundles the extension into dist/: the client, the language server, the probe that reads a workspace's ESLint
 * configuration, and the panel. Run after `tsc -b`, since the bundles take the workspaces' packages from their dist/.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";
import { bundlePanel } from "./bundle-panel.js";
import { collectPackages, thirdPartyNotices } from "./third-party-notices.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const bundles = ["client.cjs", "server.cjs", "probe.cjs", "panel.js", "panel.css"] as const;

const packages = new Set<string>();

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  plugins: [collectPackages(packages)],
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

for (const bundle of bundles) rmSync(path.join(root, "dist", bundle), { force: true });

await Promise.all([
  build({ ...onNode, entryPoints: ["extension/client/main.ts"], outfile: "dist/client.cjs" }),
  build({ ...onNode, entryPoints: ["extension/server/main.ts"], outfile: "dist/server.cjs" }),
  build({
    ...onNode,
    entryPoints: ["extension/server/probe/worker.ts"],
    outfile: "dist/probe.cjs",
  }),
  writePanel(),
]);
writeFileSync(
  path.join(root, "dist", "THIRD_PARTY_NOTICES.txt"),
  thirdPartyNotices(root, packages),
);

async function writePanel(): Promise<void> {
  mkdirSync(path.join(root, "dist"), { recursive: true });
  const panel = await bundlePanel("dist", { plugins: [collectPackages(packages)] });
  for (const { path: file, contents } of panel) writeFileSync(file, contents);
}
