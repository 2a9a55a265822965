/** What modules hand on: re-exports, bundles, objects of functions, and names that only look like Node's. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const moduleSurfaces: SnippetSet = {
  "a whole module re-exported under a name": withFiles(
    `
import { io } from "./platform/index.js";

export async function load(file) {
  return io.readFileSync(file, "utf8"); // !call
}`,
    {
      "platform/index.js": `export * as io from "./files.js";`,
      "platform/files.js": `export * from "node:fs";`,
    },
  ),
  "a barrel's own function stands before what its star brings": withFiles(
    `
import { readFileSync, statSync } from "./files.js";

export async function load(file) {
  if (statSync(file).size === 0) return ""; // !call
  return readFileSync(file);
}`,
    {
      "files.js": `
export * from "node:fs";
const cache = new Map();
export function readFileSync(file) {
  return cache.get(file) ?? "";
}`,
    },
  ),
  "a module's default and its names, renamed twice": withFiles(
    `
import read, { processes as run } from "./system.js";

export async function version(file) {
  return run("cat", [file]) ?? read(file); // !call !call
}`,
    {
      "system.js": `
export { readFileSync as default } from "node:fs";
export { launch as processes } from "./processes.js";`,
      "processes.js": `
import { execFileSync } from "node:child_process";
export const launch = execFileSync;`,
    },
  ),
  "an object that spreads a module": commonjs(
    `
const files = require("./files.cjs");

exports.load = async (name) => files.readFileSync(files.locate(name)); // !call`,
    {
      "files.cjs": `
const path = require("path");
module.exports = { ...require("fs"), locate: (name) => path.join(__dirname, name) };`,
    },
  ),
  "a spread module of which one function was replaced": commonjs(
    `
const files = require("./files.cjs");

exports.load = async (name) => files.readFileSync(name);`,
    {
      "files.cjs": `
const archive = new Map();
module.exports = { ...require("fs"), readFileSync: (name) => archive.get(name) };`,
    },
  ),
  "exports assigned one by one, and all at once": commonjs(
    `
const { run } = require("./run.cjs");
const tools = require("./tools.cjs");

exports.build = async () => {
  run("make"); // !call
  return tools.zlib.deflateSync(await tools.artifact()); // !call
};`,
    {
      "run.cjs": `exports.run = require("node:child_process").execSync;`,
      "tools.cjs": `
Object.assign(module.exports, { zlib: require("zlib"), artifact: async () => Buffer.alloc(1) });`,
    },
  ),
  "as webpack writes externals": commonjs(`
"use strict";
var __webpack_modules__ = {
  147: (module) => {
    module.exports = require("fs");
  },
};
const external_node_fs_namespaceObject = require("node:fs");
const external_path_default = require("node:path");
async function loadPage(name) {
  return (0, external_node_fs_namespaceObject.readFileSync)(external_path_default.join("pages", name)); // !call
}
module.exports.loadPage = loadPage;`),
  "as Rollup writes a CommonJS dependency": `
import require$$0 from "fs";
import require$$1, { spawnSync as spawnSync$1 } from "child_process";
const fs$1 = require$$0;
const cp = require$$1;

const load = async (file) => {
  fs$1.mkdirSync(file); // !call
  cp.execSync("ls"); // !call
  return spawnSync$1("ls"); // !call
};
export { load as l };`,
  "a table of functions, frozen": `
import { copyFileSync, renameSync } from "node:fs";
const strategies = Object.freeze({ copy: copyFileSync, move: renameSync, skip() {} });

export async function place(from, to) {
  strategies.skip(from, to);
  strategies.copy(from, to); // !call
}`,
  "an in-memory file system with the same names": `
import { fs, vol } from "memfs";
import { Volume, createFsFromVolume } from "memfs";
const files = createFsFromVolume(new Volume());

export async function emit(compiler) {
  vol.mkdirSync("/dist", { recursive: true });
  files.writeFileSync("/dist/a.js", "");
  return fs.readFileSync("/dist/main.js", "utf8");
}`,
  "an editor's and a test's own synchronous names": withFiles(
    `
import { readFileSync } from "./virtual.js";
import store from "./store.js";

export async function open(name) {
  return readFileSync(name) + store.getSync(name) + store.execSync("select");
}`,
    {
      "virtual.js": `
const documents = new Map();
export const readFileSync = (name) => documents.get(name)?.text ?? "";`,
      "store.js": `
class Store {
  #rows = new Map();
  getSync(key) { return this.#rows.get(key); }
  execSync(query) { return [...this.#rows.values()].filter((row) => row.includes(query)); }
}
export default new Store();`,
    },
  ),
  "names of parameters and inner functions hide the imports": `
import { readFileSync, existsSync } from "node:fs";
export const seed = existsSync("seed") ? readFileSync("seed") : undefined;

export async function load(existsSync, files) {
  function readFileSync(name) {
    return files.get(name);
  }
  for (const { statSync } of files.values()) statSync();
  return existsSync("seed") && readFileSync("seed");
}`,
  "promises under the name of the module": `
import { promises as fs } from "fs";
import { readFile as readFileSync } from "node:fs/promises";
import { promisify } from "node:util";
import { execFile, exec } from "node:child_process";
const execSync = promisify(exec);
const run = promisify(execFile);

export async function load(file) {
  await execSync("true");
  await run("git", ["fetch"]);
  return (await fs.readFile(file)) + (await readFileSync(file));
}`,
  "a type-only import brings nothing to run": typescript(`
import type { readFileSync } from "node:fs";
import { type Stats } from "node:fs";

export async function load(read: typeof readFileSync | undefined, stats: Stats): Promise<number> {
  return read ? stats.size : 0;
}`),
  "a class member that has a blocking function's name": `
import fs from "node:fs";
export const root = fs.realpathSync(".");

export class MemoryFiles {
  entries = new Map();
  existsSync(name) { return this.entries.has(name); }
  readFileSync(name) { return this.entries.get(name); }
  async load(name) {
    return this.existsSync(name) ? this.readFileSync(name) : undefined;
  }
}`,
  "native forms and functions on functions": `
import { realpathSync, realpath } from "node:fs";
const { native } = realpathSync;

export async function resolveAll(files) {
  realpath.native(files[0], () => {});
  return files.map((file) => native(file)).concat(realpathSync.native("/")); // !call !call
}`,
  "a variable set in one place before it is used": `
let fs;
if (typeof process !== "undefined") {
  fs = await import("node:fs");
}

export async function read(file) {
  if (!fs) return fetch(file).then((response) => response.text());
  return fs.readFileSync(file, "utf8"); // !call
}`,
  "a module required where it is needed": commonjs(`
let crypto;
try {
  crypto = require("node:crypto");
} catch {
  crypto = undefined;
}
exports.derive = async function derive(secret) {
  return crypto.pbkdf2Sync(secret, "salt", 1e5, 32, "sha256"); // !call
};
exports.version = async () => require("child_process").execSync("node -v").toString(); // !call`),
  "a destructured member under another name in a nested pattern": `
import child, * as all from "node:child_process";
const {
  default: { execSync: shell },
} = all;
const [, launch = child.spawnSync] = [];

export async function run(command) {
  shell(command); // !call
  return launch(command); // !call
}`,
  "TypeScript's assertions and non-null marks around the callee": typescript(`
import * as fs from "node:fs";

export class Files {
  private readonly io = fs as typeof fs & { extra?: number };
  async load(file: string): Promise<string> {
    (fs.mkdirSync!)(file, { recursive: true }); // !call
    const read = (fs.readFileSync satisfies (name: string) => unknown) as (name: string) => Buffer;
    return read(file).toString() + (this.io as typeof fs).readFileSync(file).toString(); // !call !call
  }
}`),
};
