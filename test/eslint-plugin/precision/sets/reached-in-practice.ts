/** Which API a call reaches, as it is written by people who never thought of a linter. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const reachedInPractice: SnippetSet = {
  "an import by a name in quotes": `
import { "readFileSync" as slurp } from "fs";
export async function page() {
  return slurp("page.html"); // !call
}`,
  "the default beside the namespace": `
import fs, * as everything from "node:fs";
export async function both() {
  fs.accessSync("a"); // !call
  everything.default.lstatSync("b"); // !call
  everything.promises.lstat("c");
}`,
  "a builtin by process, imported and global": `
import process, { getBuiltinModule as builtin } from "node:process";
export async function start() {
  process.getBuiltinModule("fs").mkdirSync("logs", { recursive: true }); // !call
  builtin("node:child_process").execFileSync("git", ["fetch"]); // !call
  globalThis.process.getBuiltinModule?.("node:zlib")?.gunzipSync(body); // !call
}`,
  "createRequire of the module's default": `
import module from "node:module";
const load = module.createRequire(import.meta.url);
const { readdirSync } = load("node:fs");
export const names = async (folder) => readdirSync(folder); // !call`,
  "modules that are imported together": `
export async function release() {
  const [{ execSync }, fs] = await Promise.all([import("node:child_process"), import("node:fs")]);
  fs.writeFileSync("CHANGELOG.md", execSync("git log")); // !call !call
}`,
  "the namespace of a dynamic import, its default, and a reaction": `
export async function load(name) {
  const namespace = await import("node:fs");
  const { default: fs } = namespace;
  fs.readFileSync(name); // !call
  namespace.default.readFileSync(name); // !call
  return import("node:fs").then(({ readFileSync: read }) => read(name)); // !call
}`,
  "a module that is required when it is first needed": commonjs(`
let cached;
function files() {
  if (!cached) cached = require("fs");
  return cached;
}
let lazy;
const zlib = () => (lazy ??= require("zlib"));
exports.load = async (name) => {
  const text = files().readFileSync(name); // !call
  return zlib().brotliDecompressSync(text); // !call
};`),
  "a copy of the module, and what is left of one": `
import fs from "node:fs";
const patched = { ...fs, unlinkSync() {} };
const { promises, ...rest } = fs;
export async function clean() {
  patched.rmdirSync("a"); // !call
  patched.unlinkSync("b");
  rest.rmSync("c"); // !call
  await promises.rm("d");
}`,
  "keys that are put together": `
import fs from "node:fs";
const suffix = "Sync";
const method = \`write\${"File"}\${suffix}\`;
export async function save(text) {
  fs[method]("a", text); // !call
  fs["append" + "File" + suffix]("b", text); // !call
  fs["writeFile"]("c", text, () => {});
}`,
  "one of two, and the first that there is": commonjs(`
const fs = require("fs");
const path = require("path");
const exists = fs.existsSync || path.existsSync;
const stat = process.platform === "win32" ? fs.statSync : fs.lstatSync;
module.exports = async function check(name) {
  if (!exists(name)) return null; // !call
  return stat(name).mtimeMs; // !call
};`),
  "bound with its first argument": `
import { readFileSync, existsSync } from "node:fs";
const readConfig = readFileSync.bind(null, "config.json");
const has = existsSync.bind(undefined);
export async function config() {
  return has("config.json") ? JSON.parse(readConfig("utf8")) : {}; // !call !call
}`,
  "borrowed through Reflect and Function.prototype": `
import * as fs from "node:fs";
const { apply } = Reflect;
export async function borrow(args) {
  apply(fs.copyFileSync, fs, args); // !call
  fs.renameSync.apply(fs, args); // !call
  fs.symlinkSync.call(undefined, "a", "b"); // !call
  Function.prototype.call.call(fs.unlinkSync, fs, "c"); // !call
}`,
  "taken from an array and from a table": `
import { readFileSync, writeFileSync, statSync } from "node:fs";
const [read, write] = [readFileSync, writeFileSync];
const io = { size: (name) => name.length, info: statSync };
export async function upper(name) {
  write(name, read(name, "utf8").toUpperCase()); // !call !call
  io.size(name);
  return io.info(name); // !call
}`,
  "a default for a parameter, called and evaluated": `
import { readFileSync } from "node:fs";
export async function render(name, read = readFileSync) {
  return read(name, "utf8"); // !call
}
export async function start(config = readFileSync("config.json", "utf8")) { // !call
  return JSON.parse(config);
}
export async function options({ key = readFileSync("key.pem"), port = 443 } = {}) { // !call
  return { key, port };
}`,
  "fields, private ones too": `
import fs from "node:fs";
export class Store {
  #read = fs.readFileSync;
  write = fs.writeFileSync;
  static stat = fs.statSync;
  async touch(name) {
    this.write(name, this.#read(name)); // !call !call
    return Store.stat(name); // !call
  }
}`,
  "a static block and a static field where the class is made": `
import fs from "node:fs";
export async function plugin(options) {
  class Plugin {
    static template = fs.readFileSync("template.html", "utf8"); // !call
    static {
      fs.mkdirSync(options.cache); // !call
    }
    static load() {
      return fs.readFileSync("late");
    }
    name = fs.readFileSync("name");
  }
  return Plugin;
}`,
  "a re-export under a namespace and as the default": withFiles(
    `
import { files, shell } from "./io.js";
import read from "./read.js";
export async function run() {
  files.chmodSync("a", 0o600); // !call
  shell.spawnSync("ls"); // !call
  read("b"); // !call
  files.promises.chmod("a", 0o600);
}`,
    {
      "io.js": `export * as files from "node:fs"; export { default as shell } from "node:child_process";`,
      "read.js": `export { readFileSync as default } from "node:fs";`,
    },
  ),
  "TypeScript's own ways": typescript(`
import fs = require("node:fs");
import type { PathLike } from "node:fs";
namespace Io {
  export const read = fs.readFileSync;
  export import sub = fs.promises;
}
export async function ways(name: PathLike): Promise<void> {
  Io.read(name); // !call
  fs!.statSync!(name); // !call
  (fs as typeof fs).existsSync(name); // !call
  (fs satisfies object).rmSync(name); // !call
  (<any>fs).openSync(name, "r"); // !call
  await Io.sub.readFile(name);
}`),
  "TypeScript compiled to CommonJS": commonjs(`
"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
  return mod && mod.__esModule ? mod : { default: mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.load = load;
const node_fs_1 = require("node:fs");
const better_sqlite3_1 = __importDefault(require("better-sqlite3"));
const db = new better_sqlite3_1.default("a.db");
async function load(name) {
  (0, node_fs_1.readFileSync)(name); // !call
  return db.prepare("select 1").get(); // !call
}`),
  "Babel's and SWC's output": commonjs(`
var _fs = _interopRequireWildcard(require("fs"));
var _child_process = require("child_process");
var _crypto = _interop_require_default(require("crypto"));
function _interop_require_default(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
function _interopRequireWildcard(e) { return e && e.__esModule ? e : Object.assign({ default: e }, e); }
exports.run = async function () {
  _fs.default.readFileSync("a"); // !call
  (0, _child_process.execSync)("ls"); // !call
  _crypto.default.scryptSync("a", "b", 64); // !call
};`),
  "esbuild's output": commonjs(`
var __toESM = (mod) => ({ default: mod, ...mod });
var import_node_fs = __toESM(require("node:fs"), 1);
var import_execa = require("execa");
async function build() {
  import_node_fs.default.cpSync("src", "dist", { recursive: true }); // !call
  (0, import_execa.execaSync)("tsc"); // !call
  await (0, import_execa.execa)("tsc");
}
module.exports = { build };`),
  "an async function compiled to a generator": commonjs(`
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
  return new Promise(function (resolve, reject) {
    function step(result) { result.done ? resolve(result.value) : Promise.resolve(result.value).then((v) => step(generator.next(v)), reject); }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
const fs = require("fs");
function load(name) {
  return __awaiter(this, void 0, void 0, function* () {
    yield null;
    return fs.readFileSync(name); // !call
  });
}
exports.load = load;`),
  "what a member of a member is": `
import { realpathSync } from "node:fs";
import path from "node:path";
const { native } = realpathSync;
export async function real(name) {
  return [native(name), realpathSync.native(name), realpathSync(name), path.resolve(name)]; // !call !call !call
}`,
  "a module by the module and by the main one": commonjs(`
const { readFileSync } = module.require("fs");
const os = require.main.require("os");
exports.hosts = async () => {
  os.hostname();
  return readFileSync("/etc/hosts"); // !call
};`),
  "graceful-fs patched in": commonjs(`
const realFs = require("fs");
const gracefulFs = require("graceful-fs");
gracefulFs.gracefulify(realFs);
module.exports.save = async (name, text) => {
  gracefulFs.writeFileSync(name, text); // !call
  realFs.fsyncSync(3); // !call
  gracefulFs.writeFile(name, text, () => {});
};`),
  "a parameter with the module as its default in a factory": `
import nodeFs from "node:fs";
export const makeStore = ({ fs = nodeFs, root = "." } = {}) => ({
  async get(key) {
    return fs.readFileSync(\`\${root}/\${key}\`); // !call
  },
  async set(key, value) {
    await fs.promises.writeFile(\`\${root}/\${key}\`, value);
  },
});`,
  "destructured in a loop's head and in a catch": `
import fs from "node:fs";
export async function each() {
  for (const { statSync, promises } of [fs]) {
    statSync("a"); // !call
    await promises.stat("a");
  }
}`,
  "assigned later, once": commonjs(`
var fs;
var readdirSync;
fs = require("fs");
({ readdirSync } = fs);
exports.list = async function list() {
  return readdirSync(".").filter((name) => fs.statSync(name).isFile()); // !call !call
};`),
  "JSX that reads": named(
    "page.jsx",
    `
import { readFileSync } from "node:fs";
export async function Page({ name }) {
  return <main>{readFileSync(name, "utf8")}</main>; // !call
}`,
  ),
  "optional calls all the way": `
import * as fs from "node:fs";
export async function maybe(name) {
  return fs?.readFileSync?.(name)?.toString?.(); // !call
}`,
};
