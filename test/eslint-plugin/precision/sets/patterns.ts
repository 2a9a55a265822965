/** Old and new ways to build objects, modules and wrappers. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const patterns: SnippetSet = {
  "an ES5 class as TypeScript emits it": commonjs(`
"use strict";
var fs = require("fs");
var Store = /** @class */ (function () {
    function Store(folder) {
        this.folder = folder;
    }
    Store.prototype.read = function (name) {
        return fs.readFileSync(this.folder + name);
    };
    Store.prototype.name = function () {
        return this.folder;
    };
    Store.open = function (folder) {
        return new Store(folder);
    };
    return Store;
}());
async function first(name) {
    return new Store("a").read(name); // !chain
}
async function second(name) {
    return Store.open("a").read(name); // !chain
}
async function third() {
    return new Store("a").name();
}
exports.all = [first, second, third];
`),
  "a prototype given as a whole": commonjs(`
const fs = require("fs");
function Store() {}
Store.prototype = {
  constructor: Store,
  read(name) { return fs.readFileSync(name); },
  close() {},
};
exports.read = async (name) => new Store().read(name); // !chain
exports.close = async () => new Store().close();
`),
  "a prototype of a class in another file": withFiles(
    `
import Store from "./store.cjs";
export const read = async (name) => new Store().read(name); // !chain
export const close = async () => new Store().close();
`,
    {
      "store.cjs": `
const fs = require("fs");
module.exports = Store;
function Store() { this.open = true; }
Store.prototype.read = function (name) { return fs.readFileSync(name); };
Store.prototype.close = function () { this.open = false; };
`,
    },
  ),
  "a constructor function that reads": commonjs(`
const fs = require("fs");
function Config() { this.values = JSON.parse(fs.readFileSync("config.json", "utf8")); }
exports.load = async () => new Config().values; // !chain
`),
  "a constructor's own methods": commonjs(`
const fs = require("fs");
function Store() {
  const self = this;
  this.read = function (name) { return fs.readFileSync(name); };
  this.load = async function (name) {
    return self.read(name); // !chain
  };
}
module.exports = Store;
`),
  "exports and module.exports as one": commonjs(`
const fs = require("fs");
exports = module.exports = create;
exports.read = function (name) { return fs.readFileSync(name); };
function create() {
  return async (name) => exports.read(name); // !chain
}
`),
  "a static helper on a function": commonjs(`
const fs = require("fs");
function loader(name) { return loader.cache.get(name); }
loader.cache = new Map();
loader.refresh = (name) => loader.cache.set(name, fs.readFileSync(name));
exports.get = async (name) => loader(name);
exports.refresh = async (name) => loader.refresh(name); // !chain
`),
  "an object made by Object.create": commonjs(`
const fs = require("fs");
const base = { read(name) { return fs.readFileSync(name); } };
const store = Object.create(base);
exports.load = async (name) => store.read(name); // !chain
`),
  "the revealing module pattern": commonjs(`
const fs = require("fs");
const store = (function () {
  const cache = {};
  function read(name) { return (cache[name] ||= fs.readFileSync(name)); }
  return { read: read, clear: function () { for (const k in cache) delete cache[k]; } };
})();
exports.load = async (name) => store.read(name); // !chain
exports.clear = async () => store.clear();
`),
  "a factory that is given the module": {
    ...commonjs(
      `
const fs = require("fs");
const store = require("./store")(fs);
exports.load = async (name) => store.read(name);
`,
    ),
    files: {
      "store.js": `module.exports = (fs) => ({ read: (name) => fs.readFileSync(name) });`,
    },
  },
  "a factory in one file that is given the module": commonjs(`
const fs = require("fs");
function createStore({ fs, root }) {
  return {
    read(name) { return fs.readFileSync(root + name); },
    async load(name) { return fs.readFileSync(root + name); }, // !call
  };
}
const store = createStore({ fs, root: "data/" });
exports.load = async (name) => store.read(name); // !chain
`),
  "a factory in one file that is given something else": `
import { memory } from "./memory.js";
function createStore(fs) {
  return { async load(name) { return fs.readFileSync(name); } };
}
export const store = createStore(memory);
`,
  "a memoized function": `
import { readFileSync } from "node:fs";
function memoize(fn) {
  const cache = new Map();
  return function (key) {
    if (!cache.has(key)) cache.set(key, fn(key));
    return cache.get(key);
  };
}
const read = memoize((name) => readFileSync(name, "utf8"));
export const load = async (name) => read(name); // !chain
`,
  "a wrapper used for several functions tells which is which": `
import { readFileSync } from "node:fs";
const logged = (fn) => (...args) => { console.log(args); return fn(...args); };
const parse = logged(JSON.parse);
const read = logged(readFileSync);
export const load = async (text) => parse(text);
export { read };
`,
  "a decorator function puts async around it": `
import { readFileSync } from "node:fs";
const promised = (fn) => async (...args) => fn(...args); // !call
export const read = promised(readFileSync);
`,
  "a Map of functions": `
import { readFileSync } from "node:fs";
const commands = new Map([["read", (name) => readFileSync(name)], ["echo", (text) => text]]);
export const run = async (command, text) => commands.get(command)?.(text); // !chain
`,
  "Object.entries over functions is not followed": `
import { readFileSync } from "node:fs";
const checks = { a: (x) => x, b: (x) => x + 1 };
readFileSync("x");
export async function all(x) {
  for (const [name, check] of Object.entries(checks)) if (!check(x)) throw new Error(name);
}
`,
  "a switch over functions": `
import { readFileSync, statSync } from "node:fs";
function pick(kind) {
  switch (kind) {
    case "read": return readFileSync;
    case "stat": return statSync;
    default: return String;
  }
}
export const run = async (kind, name) => pick(kind)(name); // !call
`,
  "a Proxy's traps are nobody's calls": `
import { readFileSync } from "node:fs";
export const files = new Proxy({}, { get: (_, name) => readFileSync(String(name)) });
export const load = async (name) => files[name];
`,
  "a getter by defineProperty of one's own exports": commonjs(`
const fs = require("fs");
Object.defineProperty(exports, "config", { enumerable: true, get: () => JSON.parse(fs.readFileSync("c.json")) });
exports.name = "x";
exports.load = async () => exports.name;
`),
  "a lazy member that replaces itself": `
import { readFileSync } from "node:fs";
export class Settings {
  #values;
  get values() { return (this.#values ??= JSON.parse(readFileSync("settings.json", "utf8"))); }
  async get(name) {
    return this.values[name]; // !chain
  }
  async has() { return this.#values !== undefined; }
}
`,
  "super in an object literal": `
import { readFileSync } from "node:fs";
const base = { read(name) { return readFileSync(name); } };
const derived = {
  __proto__: base,
  async load(name) { return this.name + name; },
  name: "x",
};
export default derived;
`,
  "static inheritance": `
import { readFileSync } from "node:fs";
class Base { static read(name) { return readFileSync(name); } static label() { return "x"; } }
class Derived extends Base {
  static async load(name) {
    return this.read(name) + super.label(); // !chain
  }
}
export const load = async (name) => Derived.read(name); // !chain
`,
  "a builder's chain": `
import { readFileSync } from "node:fs";
class Builder {
  from(name) { this.text = readFileSync(name, "utf8"); return this; }
  title(text) { this.text += text; return this; }
  async build() { return this.text; }
}
export const page = async (name) => new Builder().title("x").from(name).build(); // !chain
export const empty = async () => new Builder().title("x").build();
`,
  "an iterator of one's own": `
import { readdirSync } from "node:fs";
class Folder {
  *[Symbol.iterator]() { yield* readdirSync("."); }
  async *[Symbol.asyncIterator]() { yield "x"; }
}
export async function all() {
  const found = [];
  for await (const name of new Folder()) found.push(name);
  return found;
}
`,
  "an iterator's next": `
import { readdirSync } from "node:fs";
function* names() { yield* readdirSync("."); }
export async function first() {
  return names().next().value; // !chain
}
`,
  "Array.from of a generator, a spread into a call": `
import { readdirSync } from "node:fs";
function* names() { yield* readdirSync("."); }
export async function all() {
  console.log(...names()); // !chain
  return Array.from(names()); // !chain
}
`,
  "instance methods by bind in the constructor": `
import { readFileSync } from "node:fs";
export class View {
  constructor() { this.read = this.read.bind(this); }
  read(name) { return readFileSync(name); }
  async load(name) {
    const { read } = this;
    return read(name); // !chain
  }
}
`,
  "a method borrowed": `
import { readFileSync } from "node:fs";
const store = { root: "x", read(name) { return readFileSync(this.root + name); } };
export const load = async (name) => store.read.call({ root: "y" }, name); // !chain
`,
  "a namespace merged with a function": typescript(`
import { readFileSync } from "node:fs";
function template(name: string) { return name; }
namespace template {
  export const load = (name: string) => readFileSync(name, "utf8");
}
export const a = async () => template("x");
export const b = async () => template.load("x"); // !chain
`),
  "a namespace of another file": typescript(
    `
import { Files } from "./files";
export const a = async () => Files.read("x"); // !chain
export const b = async () => Files.Names.trim("x");
export const c = async () => Files.Names.real("x"); // !chain
`,
    {
      "files.ts": `
import fs = require("fs");
export namespace Files {
  export function read(name: string) { return fs.readFileSync(name); }
  export namespace Names {
    export const trim = (name: string) => name.trim();
    export const real = (name: string) => fs.realpathSync(name);
  }
}`,
    },
  ),
  "export = of TypeScript": typescript(
    `
import loader = require("./loader");
export const a = async () => loader.read("x"); // !chain
export const b = async () => loader("x"); // !chain
`,
    {
      "loader.ts": `
import * as fs from "fs";
function loader(name: string) { return fs.existsSync(name); }
namespace loader { export function read(name: string) { return fs.readFileSync(name); } }
export = loader;`,
    },
  ),
  "a const assertion and a record": typescript(`
import * as fs from "node:fs";
const operations = { read: fs.readFileSync, stat: fs.statSync } as const;
const keys = { name: "existsSync" } as const satisfies Record<string, keyof typeof fs>;
export const read = async (name: string) => operations.read(name); // !call
export const exists = async (name: string) => fs[keys.name](name); // !call
`),
  "a class expression in exports": {
    ...commonjs(`
const { Store } = require("./store");
exports.load = async () => new Store().read(); // !chain
`),
    files: {
      "store.js": `const fs = require("fs");\nexports.Store = class { read() { return fs.readFileSync("x"); } };`,
    },
  },
  "module.exports = new Class()": {
    ...commonjs(`
const store = require("./store");
exports.load = async () => store.read(); // !chain
exports.name = async () => store.name();
`),
    files: {
      "store.js": `const fs = require("fs");\nclass Store { read() { return fs.readFileSync("x"); } name() { return "x"; } }\nmodule.exports = new Store();`,
    },
  },
  "a worker that is told apart by workerData": named(
    "main.mjs",
    `
import { Worker, isMainThread, workerData, parentPort } from "node:worker_threads";
import { readFileSync } from "node:fs";
async function work(name) { parentPort.postMessage(readFileSync(name)); }
if (!isMainThread) await work(workerData);
else new Worker(new URL(import.meta.url), { workerData: "x" });
`,
  ),
};
