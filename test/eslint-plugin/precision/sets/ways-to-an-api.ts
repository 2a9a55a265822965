/** Ways on which code gets hold of an API, as somebody asks who wants to see which of them are known. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const waysToAnApi: SnippetSet = {
  "a default import renamed by an assignment in a later statement": `
import nodeFs from "fs";
let files;
files = nodeFs;
export async function load() {
  return files.readFileSync("a"); // !call
}`,
  "a namespace import spread into an object": `
import * as fs from "node:fs";
const io = { ...fs, extra: true };
export const load = async () => io.readFileSync("a"); // !call`,
  "a module taken from Promise.all of dynamic imports": `
export async function load() {
  const [{ readFileSync }, path] = await Promise.all([import("node:fs"), import("node:path")]);
  return readFileSync(path.join("a", "b")); // !call
}`,
  "a dynamic import kept in a variable of the module": `
const fsPromise = import("node:fs");
export async function load() {
  const fs = await fsPromise;
  return fs.statSync("a"); // !call
}`,
  "a lazy require in a getter": commonjs(`
module.exports = {
  get fs() { return require("fs"); },
  async load() { return this.fs.readFileSync("a"); }, // !call
};`),
  "a lazy require behind a function": commonjs(`
const lazyFs = () => require("node:fs");
exports.load = async () => lazyFs().readFileSync("a"); // !call`),
  "createRequire by a default import of module": `
import module from "node:module";
const load = module.createRequire(import.meta.url);
const { execSync } = load("child_process");
export async function version() {
  return execSync("git --version"); // !call
}`,
  "getBuiltinModule destructured from process": `
const { getBuiltinModule } = process;
export async function load() {
  const { readFileSync } = getBuiltinModule("fs");
  return readFileSync("a"); // !call
}`,
  "getBuiltinModule, optional, with a fallback": `
export async function load() {
  const fs = globalThis.process?.getBuiltinModule?.("node:fs");
  return fs?.readFileSync("a"); // !call
}`,
  "a member by a template literal": `
import fs from "node:fs";
export const load = async () => fs[\`readFileSync\`]("a"); // !call`,
  "a member whose name is put together from constants": `
import fs from "node:fs";
const suffix = "Sync";
export const load = async () => fs["readFile" + suffix]("a"); // !call`,
  "a member whose name is not known": `
import fs from "node:fs";
export const load = async (name) => fs[name]("a");`,
  "an enum of names": typescript(`
import fs from "node:fs";
enum Operation { Read = "readFileSync", Write = "writeFileSync" }
export async function load() {
  return fs[Operation.Read]("a"); // !call
}`),
  "import = require of a subpath and an alias by import =": typescript(`
import fs = require("node:fs");
import read = fs.readFileSync;
export async function load() {
  return read("a"); // !call
}`),
  "an import with a type-only sibling": typescript(`
import { type Stats, lstatSync as look } from "fs";
export async function stats(file: string): Promise<Stats> {
  return look(file); // !call
}`),
  "a type-only import names nothing that runs": typescript(`
import type { readFileSync } from "node:fs";
export async function load(readFile: typeof readFileSync) {
  return 1;
}`),
  "satisfies, as and ! around the module": typescript(`
import fs from "node:fs";
export async function load() {
  (fs as any).readFileSync("a"); // !call
  (fs satisfies object).statSync("a"); // !call
  fs!.rmSync("a"); // !call
  (<typeof fs>fs).existsSync("a"); // !call
}`),
  "bind with leading arguments, called later": `
import fs from "node:fs";
const readConfig = fs.readFileSync.bind(fs, "config.json", "utf8");
export async function config() {
  return JSON.parse(readConfig()); // !call
}`,
  "call and apply through an alias of the function": `
import { execFileSync } from "node:child_process";
const run = execFileSync;
export async function go() {
  run.call(null, "ls"); // !call
  run.apply(undefined, ["ls", ["-l"]]); // !call
  Reflect.apply(run, null, ["ls"]); // !call
}`,
  "Function.prototype.call.call": `
import fs from "node:fs";
export async function go() {
  return Function.prototype.call.call(fs.readFileSync, fs, "a"); // !call
}`,
  "a comma and a parenthesis before the call": `
import * as fs from "node:fs";
export const go = async () => (0, fs.readFileSync)("a"); // !call`,
  "a default in a destructured parameter": `
import nodeFs from "node:fs";
export async function load(file, { fs = nodeFs } = {}) {
  return fs.readFileSync(file); // !call
}`,
  "a conditional import of one of two modules": commonjs(`
let fs;
try { fs = require("graceful-fs"); } catch { fs = require("fs"); }
exports.load = async (file) => fs.readFileSync(file); // !call`),
  "a logical choice of a module": commonjs(`
const fs = global.testFs || require("fs");
exports.load = async (file) => fs.readFileSync(file); // !call`),
  "rest of a destructured module": `
import fs from "node:fs";
const { promises, ...sync } = fs;
export async function load(file) {
  await promises.readFile(file);
  return sync.readFileSync(file); // !call
}`,
  "an array of functions, destructured": `
import { readFileSync, statSync } from "node:fs";
const [read, stat] = [readFileSync, statSync];
export async function load(file) {
  stat(file); // !call
  return read(file); // !call
}`,
  "an object of functions, frozen": `
import { readFileSync, writeFileSync } from "node:fs";
const io = Object.freeze({ read: readFileSync, write: writeFileSync });
export const copy = async (a, b) => io.write(b, io.read(a)); // !call !call`,
  "a class's static field that holds the function": `
import { readFileSync } from "node:fs";
class Files {
  static read = readFileSync;
  write = (file) => readFileSync(file);
}
export const load = async () => Files.read("a"); // !call`,
  "a private field that holds the module": `
import fs from "node:fs";
export class Store {
  #fs = fs;
  async load(file) { return this.#fs.readFileSync(file); } // !call
}`,
  "a module injected by the constructor's default": `
import fs from "node:fs";
export class Store {
  constructor(io = fs) { this.io = io; }
  async load(file) { return this.io.readFileSync(file); } // !call
}`,
  "a static block that chooses the function": `
import { readFileSync } from "node:fs";
export class Store {
  static read;
  static { this.read = readFileSync; }
  static async load() { return Store.read("a"); } // !call
}`,
  "a tagged template of a blocking function": `
import { execSync } from "node:child_process";
export const go = async () => execSync\`git status\`; // !call`,
  "a re-export under another name, and a default of an object": withFiles(
    `
import io, { slurp } from "./io.js";
export async function load(file) {
  slurp(file); // !call
  return io.stat(file); // !call
}`,
    {
      "io.js": `
import { readFileSync, statSync } from "node:fs";
export { readFileSync as slurp } from "node:fs";
export default { read: readFileSync, stat: statSync };`,
    },
  ),
  "a namespace re-exported under a name, twice": withFiles(
    `
import { platform } from "./index.js";
export const load = async () => platform.fs.readFileSync("a"); // !call`,
    {
      "index.js": `export * as platform from "./platform.js";`,
      "platform.js": `export * as fs from "node:fs"; export * as path from "node:path";`,
    },
  ),
  "a module passed to a factory": `
import fs from "node:fs";
const makeStore = (io) => ({ load: async (file) => io.readFileSync(file) }); // !call
export const store = makeStore(fs);`,
  "a proxied module": `
import fs from "node:fs";
const traced = new Proxy(fs, { get: (target, key) => target[key] });
export const load = async () => traced.readFileSync("a"); // !call`,
  "an object that inherits from the module": `
import fs from "node:fs";
const patched = Object.create(fs);
patched.readFile = () => {};
export const load = async () => patched.readFileSync("a"); // !call`,
  "the promises' and callbacks' sides are silent": `
import fs, { promises, constants } from "node:fs";
import fsp from "node:fs/promises";
export async function load(file) {
  fs.readFile(file, () => {});
  fs.createReadStream(file).pipe(fs.createWriteStream("b"));
  await promises.stat(file);
  await fsp.access(file, constants.R_OK);
  fs.watch(file, () => {});
  return (await fs.openAsBlob(file)).text();
}`,
  "values in a map of handlers": `
import fs from "node:fs";
const commands = new Map([
  ["read", (file) => fs.readFileSync(file)],
  ["wait", async () => {}],
]);
export async function run(name, file) {
  return commands.get(name)(file); // !chain
}`,
  "a list of steps that are called in turn": `
import fs from "node:fs";
const steps = [() => fs.mkdirSync("out"), () => fs.copyFileSync("a", "out/a")];
export async function run() {
  for (const step of steps) step(); // !chain
}`,
  "a set of hooks, called by forEach": `
import fs from "node:fs";
const hooks = new Set();
hooks.add(() => fs.writeFileSync("state", "1"));
export async function stop() {
  hooks.forEach((hook) => hook()); // !chain
}`,
  "window's dialogs by each name": named(
    "page.js",
    `
export async function remove(item) {
  if (!window.confirm("Really?")) return; // !call
  const name = globalThis.prompt("Name"); // !call
  self.alert(name); // !call
  await item.remove();
}`,
  ),
  "dialogs that are somebody else's": `
import { confirm, alert } from "./dialogs.js";
export async function remove(ui, prompt) {
  if (!(await confirm("Really?"))) return;
  alert("gone");
  prompt("x");
  ui.alert("y");
}`,
  "a synchronous XMLHttpRequest, and asynchronous ones": `
export async function get(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false); // !call
  request.send(null);
  const later = new XMLHttpRequest();
  later.open("GET", url);
  later.open("GET", url, true);
  later.send();
  return request.responseText;
}`,
};
