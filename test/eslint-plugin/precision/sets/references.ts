/** Functions that are handed on, kept, wrapped and called in a roundabout way. */
import { withFiles, type SnippetSet } from "../snippet.js";

export const references: SnippetSet = {
  "call, apply and bind": `
import fs from "node:fs";
export async function load(name) {
  fs.readFileSync.call(fs, name); // !call
  fs.readFileSync.apply(fs, [name]); // !call
  const bound = fs.readFileSync.bind(fs, name);
  return bound(); // !call
}
`,
  "bound at the module's top": `
import { execSync } from "node:child_process";
const git = execSync.bind(null, "git status");
export const status = async () => git(); // !call
`,
  "bound and called on the spot": `
import { execSync } from "node:child_process";
export const status = async () => execSync.bind(null, "git status")(); // !call
`,
  "bound and not called": `
import { execSync } from "node:child_process";
export const later = async () => ({ run: execSync.bind(null, "git status") });
`,
  "Reflect.apply": `
import { readFileSync } from "node:fs";
export const load = async (...args) => Reflect.apply(readFileSync, undefined, args); // !call
`,
  "Function.prototype.call.call": `
import { readFileSync } from "node:fs";
export const load = async (name) => Function.prototype.call.call(readFileSync, null, name); // !call
`,
  "optional calls and chains": `
import fs from "node:fs";
export const load = async (name) => fs?.readFileSync?.(name)?.toString(); // !call
`,
  "a tagged template": `
import { execSync } from "node:child_process";
export const status = async () => execSync\`git status\`; // !call
`,
  "a tag that blocks further down": `
import { execSync } from "node:child_process";
const sh = (strings) => execSync(strings.raw.join("")).toString();
export const status = async () => sh\`git status\`; // !chain
`,
  "zx's tag is async": `
import { $ } from "zx";
export const status = async () => $\`git status\`;
`,
  "an alias through an object": `
import { readFileSync, writeFileSync } from "node:fs";
const io = { read: readFileSync, write: writeFileSync, close() {} };
export async function copy(a, b) {
  io.write(b, io.read(a)); // !call // !call
  io.close();
}
`,
  "an alias through an array": `
import { readFileSync, existsSync } from "node:fs";
const steps = [existsSync, readFileSync];
export const second = async (name) => steps[1](name); // !call
`,
  "an alias through destructuring an array": `
import { readFileSync, basename } from "node:fs";
const [read] = [readFileSync];
export const load = async (name) => read(name); // !call
`,
  "one of two by a condition": `
import { readFileSync, promises } from "node:fs";
import { gunzipSync } from "node:zlib";
const decode = process.env.PLAIN ? (x) => x : gunzipSync;
export const load = async (buffer) => decode(buffer); // !call
`,
  "one of two by logical operators": `
import fs from "node:fs";
export const load = async (name, read) => (read ?? fs.readFileSync)(name); // !call
`,
  "a constant key put together": `
import fs from "node:fs";
const suffix = "Sync";
const key = \`readFile\${suffix}\`;
export const load = async (name) => fs[key](name); // !call
export const other = async (name) => fs["stat" + "Sync"](name); // !call
`,
  "a key that is not known": `
import fs from "node:fs";
export const run = async (key, name) => fs[key](name);
`,
  "a key looked up in a constant table": `
import fs from "node:fs";
const table = { read: "readFileSync" };
export const load = async (name) => fs[table.read](name); // !call
`,
  "a dispatch table of functions": `
import { readFileSync } from "node:fs";
const commands = {
  read: (name) => readFileSync(name),
  echo: (text) => text,
};
export const run = async (text) => commands.echo(text);
export const read = async (name) => commands.read(name); // !chain
export const any = async (key, text) => commands.echo(text) + key;
`,
  "a reassigned variable takes its last value": `
import { readFileSync } from "node:fs";
let read;
read = readFileSync;
export const load = async (name) => read(name); // !call
`,
  "globalThis.process.getBuiltinModule": `
export async function load(name) {
  const fs = globalThis.process.getBuiltinModule("node:fs");
  return fs.readFileSync(name); // !call
}
`,
  "getBuiltinModule imported from node:process": `
import { getBuiltinModule } from "node:process";
export const load = async (name) => getBuiltinModule("fs").readFileSync(name); // !call
`,
  createRequire: `
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { execFileSync } = require("node:child_process");
export const run = async () => execFileSync("ls"); // !call
`,
  "createRequire called on the spot": `
import module from "node:module";
const cp = module.createRequire(import.meta.url)("child_process");
export const run = async () => cp.spawnSync("ls"); // !call
`,
  "a dynamic import, awaited, taken apart": `
export async function load(name) {
  const { default: fs, readFileSync } = await import("node:fs");
  fs.statSync(name); // !call
  return readFileSync(name); // !call
}
`,
  "a dynamic import's reaction": `
export const load = (name) => import("node:fs").then(({ readFileSync }) => readFileSync(name)); // !call
`,
  "a dynamic import kept as a promise": `
const promised = import("node:zlib");
export async function pack(data) {
  const zlib = await promised;
  return zlib.brotliCompressSync(data); // !call
}
`,
  "several dynamic imports at once": `
export async function load(name) {
  const [fs, path] = await Promise.all([import("node:fs"), import("node:path")]);
  return fs.readFileSync(path.resolve(name)); // !call
}
`,
  "a nested member": `
import fs, { realpathSync } from "node:fs";
export async function real(name) {
  fs.realpathSync.native(name); // !call
  return realpathSync.native(name); // !call
}
`,
  "rest of a destructured module": `
import fs from "node:fs";
const { promises, ...rest } = fs;
export const load = async (name) => rest.readFileSync(name); // !call
export const fine = async (name) => promises.readFile(name);
`,
  "a default parameter that is a function": `
import { readFileSync } from "node:fs";
export async function load(name, read = readFileSync) {
  return read(name); // !call
}
`,
  "a default parameter that is a call": `
import { readFileSync } from "node:fs";
export async function load(name, text = readFileSync(name, "utf8")) { // !call
  return text;
}
`,
  "a class field that is a function": `
import { readFileSync } from "node:fs";
class Loader {
  read = readFileSync;
  static #write = (name) => readFileSync(name);
  async load(name) {
    Loader.#write(name); // !chain
    return this.read(name); // !call
  }
}
export default Loader;
`,
  "private methods and getters": `
import { statSync } from "node:fs";
export class File {
  #path;
  constructor(path) { this.#path = path; }
  get #size() { return statSync(this.#path).size; }
  #touch() { return statSync(this.#path); }
  async info() {
    this.#touch(); // !chain
    return this.#size; // !chain
  }
}
`,
  "a mixin's method": `
import { readFileSync } from "node:fs";
const Readable = (Base) => class extends Base {
  readAll() { return readFileSync(this.path); }
  async load() {
    return this.readAll(); // !chain
  }
};
export class File extends Readable(Object) {}
`,
  "an inherited method": withFiles(
    `
import { Base } from "./base.js";
export class File extends Base {
  async load() {
    return this.readAll(); // !chain
  }
  async parent() {
    return super.readAll(); // !chain
  }
}
`,
    {
      "base.js": `
import { readFileSync } from "node:fs";
export class Base {
  readAll() { return readFileSync(this.path); }
}
`,
    },
  ),
  "an overridden method that is harmless": withFiles(
    `
import { Base } from "./base.js";
export class File extends Base {
  readAll() { return "cached"; }
  async load() {
    return this.readAll();
  }
}
`,
    {
      "base.js": `
import { readFileSync } from "node:fs";
export class Base {
  readAll() { return readFileSync(this.path); }
}
`,
    },
  ),
  "a static block and a computed key of a class inside an async function": `
import { readFileSync } from "node:fs";
export async function make(name) {
  return class {
    static { this.text = readFileSync(name); } // !call
    static other = readFileSync(name); // !call
    later = readFileSync(name);
  };
}
`,
  "an instance made in an async function runs its field initialisers": `
import { readFileSync } from "node:fs";
class Page {
  text = readFileSync("page.html", "utf8");
}
export const page = async () => new Page(); // !chain
`,
  "a closure returned from a factory": `
import { readFileSync } from "node:fs";
const reader = (folder) => (name) => readFileSync(folder + name);
const read = reader("pages/");
export const load = async (name) => read(name); // !chain
export const make = async (folder) => reader(folder);
`,
  "a curried call": `
import { readFileSync } from "node:fs";
const reader = (folder) => (name) => readFileSync(folder + name);
export const load = async (name) => reader("pages/")(name); // !chain
`,
  "a function put around another": `
import { readFileSync } from "node:fs";
const timed = (fn) => (...args) => {
  const start = performance.now();
  try { return fn(...args); } finally { console.log(performance.now() - start); }
};
const read = timed(readFileSync);
export const load = async (name) => read(name); // !call
`,
  "functions that call the one that they were given": `
import { deprecate } from "node:util";
import { performance } from "node:perf_hooks";
import { memoize } from "lodash";
import once from "lodash/once.js";
import debounce from "lodash/debounce.js";
import { readFileSync, statSync } from "node:fs";
const config = once(() => readFileSync("config.json"));
const look = deprecate(statSync, "use stat");
const timed = performance.timerify(readFileSync);
const keys = memoize((text) => Object.keys(text));
const later = debounce(() => readFileSync("later"), 100);

export async function describe(name) {
  later();
  return [config(), look(name), timed(name), keys(name)]; // !chain !call !call
}`,
};
