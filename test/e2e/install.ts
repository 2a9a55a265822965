/**
 * Installs what the end-to-end tests drive, where it is missing: Node 24, code-server and Debian's Chromium.
 *
 * Each step is skipped when it is complete already. A step that was interrupted leaves no marker, and starts again
 * from an empty folder.
 */
import { spawnSync, type SpawnSyncOptions } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/** code-server wants this major version exactly. */
const node = "node@24";
/** It is VS Code 1.139.1. */
const codeServer = "code-server@4.139.1";
const nativeModules = ["@vscode/spdlog", "node-pty", "@vscode/native-watchdog"];
const marker = ".complete";

/** An error whose message is the one line that the user sees. */
export class Missing extends Error {}

export interface Installed {
  /** The folder of Node 24's executable; it stands first on PATH for everything of code-server. */
  readonly nodeFolder: string;
  /** What Node 24 runs to start code-server. */
  readonly entry: string;
  readonly chromium: string;
}

/**
 * Installs what is missing into a cache folder. One run at a time for each folder: two would delete each other's work.
 * @throws Missing with one line that says what could not be had
 */
export function install(cache: string): Installed {
  const { nodeFolder, headers } = installNode(cache);
  return {
    nodeFolder,
    entry: installCodeServer(cache, nodeFolder, headers),
    chromium: findChromium(),
  };
}

/** Node 24 in a prefix of its own, since a second `npm install` in one prunes the other. */
function installNode(cache: string): { nodeFolder: string; headers: string } {
  const folder = path.join(cache, "node24");
  const modules = path.join(folder, "node_modules/node");
  const nodeFolder = path.join(modules, "bin");
  const headers = path.join(modules, "node_modules", `node-linux-${process.arch}`);
  step(node, isComplete(folder, node), () => {
    requireCommands("npm");
    emptyFolder(folder);
    writeFileSync(path.join(folder, "package.json"), '{ "private": true }\n');
    run("npm", ["install", "--prefix", ".", node], { cwd: folder });
    if (!existsSync(path.join(headers, "include/node/node_version.h"))) {
      throw new Missing(
        `${node}: its headers are missing at ${headers} (is this Linux, and may npm run install scripts?)`,
      );
    }
    const version = run(path.join(nodeFolder, "node"), ["--version"], { cwd: folder }).trim();
    if (!version.startsWith("v24.")) throw new Missing(`${node} says that it is ${version}`);
    complete(folder, node);
  });
  return { nodeFolder, headers };
}

/** code-server, unpacked and with its native modules built for Node 24. */
function installCodeServer(cache: string, nodeFolder: string, headers: string): string {
  const folder = path.join(cache, "code-server");
  const root = path.join(folder, "package");
  const vscode = path.join(root, "lib/vscode");
  const entry = path.join(root, "out/node/entry.js");
  const key = `${codeServer} on ${node}`;
  const env = {
    ...process.env,
    PATH: `${nodeFolder}${path.delimiter}${process.env["PATH"] ?? ""}`,
    npm_config_nodedir: headers,
  };
  step(codeServer, isComplete(folder, key), () => {
    requireCommands("npm", "tar", "g++", "make", "python3");
    emptyFolder(folder);
    const archive = run("npm", ["pack", "--silent", codeServer], { cwd: folder, env }).trim();
    run("tar", ["xzf", archive], { cwd: folder });
    rmSync(path.join(folder, archive));
    const withoutScripts = ["--omit=dev", "--ignore-scripts"];
    run("npm", ["ci", ...withoutScripts], { cwd: root, env });
    run("npm", ["install", ...withoutScripts], { cwd: vscode, env });
    run("npm", ["install", ...withoutScripts], { cwd: path.join(vscode, "extensions"), env });
    run("npm", ["rebuild", ...nativeModules], { cwd: vscode, env });
    // npm rebuild can succeed without having built anything: load each one.
    const load = nativeModules.map((name) => `require(${JSON.stringify(name)})`).join(";");
    run(path.join(nodeFolder, "node"), ["-e", load], { cwd: vscode, env });
    complete(folder, key);
  });
  return entry;
}

/** Debian's Chromium, found on PATH, and installed first where it is not. */
function findChromium(): string {
  step("chromium", onPath("chromium") !== undefined, () => {
    if (onPath("apt-get") === undefined || process.getuid?.() !== 0) {
      throw new Missing(
        "chromium is not on PATH (Debian: apt-get install --no-install-recommends chromium)",
      );
    }
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update"], { env });
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
  });
  const chromium = onPath("chromium");
  if (chromium === undefined) throw new Missing("chromium is not on PATH");
  return chromium;
}

/** Does `work` unless it is done, and prints one line with the seconds that it took. */
function step(name: string, isDone: boolean, work: () => void): void {
  if (isDone) return;
  const start = performance.now();
  console.log(`installing ${name}`);
  work();
  console.log(`installed ${name} in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}

/** Runs a command to its end and returns what it printed; a failure becomes one line. */
function run(command: string, args: readonly string[], options: SpawnSyncOptions): string {
  const result = spawnSync(command, args, {
    ...options,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (result.error === undefined && result.status === 0) return result.stdout;
  const why = result.error?.message ?? result.signal ?? `exit code ${String(result.status)}`;
  throw new Missing(
    `${command} ${args.join(" ")}: ${why}: ${errorLine(`${result.stdout}\n${result.stderr}`)}`,
  );
}

/** The line of a failed command's output that most likely says what went wrong. */
function errorLine(output: string): string {
  const lines = output.split("\n").map((line) => line.trim());
  const told = lines.filter((line) => line !== "");
  const error =
    /^(?:npm error (?!code|errno|A complete log)|E: |.*\berror:|gyp ERR! stack|\w*Error\b)/u;
  return told.find((line) => error.test(line)) ?? told.at(-1) ?? "it printed nothing";
}

function requireCommands(...names: string[]): void {
  const missing = names.filter((name) => onPath(name) === undefined);
  if (missing.length > 0) throw new Missing(`not on PATH: ${missing.join(", ")}`);
}

function onPath(name: string): string | undefined {
  return (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => path.join(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function isComplete(folder: string, key: string): boolean {
  const file = path.join(folder, marker);
  return existsSync(file) && readFileSync(file, "utf8").trim() === key;
}

function complete(folder: string, key: string): void {
  writeFileSync(path.join(folder, marker), `${key}\n`);
}

function emptyFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
