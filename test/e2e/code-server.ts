/** Starts a real VS Code, in a server, with the packed extension in it. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Installed } from "./install.js";
import { endTree, killDescendants } from "./process-tree.js";

export interface CodeServer {
  readonly url: string;
  /** The folder that is open in it. */
  readonly workspace: string;
  /** Kills the extension's language server, as running out of memory would; says how many processes that were. */
  killLanguageServer(): number;
  stop(): Promise<void>;
}

const startLimitMs = 60_000;

/** Quiet: no welcome page, no updates, no assistants. */
const userSettings = {
  "workbench.startupEditor": "none",
  "workbench.welcomePage.experimentalOnboarding": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "workbench.colorTheme": "Default Dark Modern",
  "editor.minimap.enabled": false,
  "typescript.disableAutomaticTypeAcquisition": true,
};

type Files = Readonly<Record<string, string>>;

export interface Beside {
  /** Settings of the user, beside those that keep VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files of further extensions, each by the name of its folder. */
  readonly extensions?: Readonly<Record<string, Files>>;
}

/** `files`: what the workspace holds, by name. */
export async function startCodeServer(
  { nodeFolder, entry }: Installed,
  vsix: string,
  files: Files,
  { settings = {}, extensions = {} }: Beside = {},
): Promise<CodeServer> {
  const home = mkdtempSync(path.join(tmpdir(), "unblock-e2e-"));
  const workspace = path.join(home, "workspace");
  const write = (name: string, text: string) => {
    const file = path.join(home, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const [name, text] of Object.entries(files)) write(`workspace/${name}`, text);
  // Folders that are there before the first start count as installed.
  for (const [folder, content] of Object.entries(extensions)) {
    for (const [name, text] of Object.entries(content)) write(`extensions/${folder}/${name}`, text);
  }
  write("data/User/settings.json", JSON.stringify({ ...userSettings, ...settings }));
  write("config.yaml", "auth: none\ncert: false\n");

  const common = [
    ...["--user-data-dir", path.join(home, "data")],
    ...["--extensions-dir", path.join(home, "extensions")],
    ...["--config", path.join(home, "config.yaml")],
  ];
  const env = {
    ...process.env,
    PATH: `${nodeFolder}${path.delimiter}${process.env["PATH"] ?? ""}`,
  };
  const node = path.join(nodeFolder, "node");
  const installed = spawnSync(node, [entry, ...common, "--install-extension", vsix], {
    encoding: "utf8",
    env,
  });
  if (installed.status !== 0) {
    throw new Error(`The VSIX could not be installed:\n${installed.stdout}\n${installed.stderr}`);
  }

  const child = spawn(
    node,
    [
      entry,
      ...common,
      ...["--auth", "none", "--bind-addr", "127.0.0.1:0"],
      ...["--disable-workspace-trust", "--disable-telemetry", "--disable-update-check"],
      workspace,
    ],
    { env, stdio: ["ignore", "pipe", "pipe"] },
  );
  const stop = async (): Promise<void> => {
    if (child.pid !== undefined) await endTree(child.pid);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  }
  const limit = performance.now() + startLimitMs;
  while (performance.now() < limit && child.exitCode === null) {
    const port = /HTTP server listening on http:\/\/127\.0\.0\.1:(?<port>\d+)/u.exec(output)
      ?.groups?.["port"];
    if (port !== undefined) {
      // Webviews need a service worker, which plain http has on localhost only, by that name.
      const url = `http://localhost:${port}/?folder=${encodeURIComponent(workspace)}`;
      const killLanguageServer = () => killDescendants(child.pid ?? 0, "dist/server.cjs");
      return { url, workspace, killLanguageServer, stop };
    }
    await sleep(50);
  }
  await stop();
  throw new Error(`code-server did not start to listen:\n${output}`);
}
