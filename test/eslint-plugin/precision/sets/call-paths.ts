/** The ways that calls take through a project's own code down to what blocks. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

const loader = `
import { readFileSync } from "node:fs";
export default (name) => readFileSync(name, "utf8");
export const delayed = () => () => readFileSync("delayed");
export function each(folder, visit) {
  for (const name of readFileSync(folder, "utf8").split("\\n")) visit(name);
}
export function unused() {
  function inner() { return readFileSync("inner"); }
  return { inner };
}`;

export const callPaths: SnippetSet = {
  "a class that keeps its only instance": `
import { readFileSync } from "node:fs";

class Settings {
  static #instance;
  static get() {
    return (this.#instance ??= new Settings());
  }
  constructor() {
    this.values = JSON.parse(readFileSync("settings.json", "utf8"));
  }
}
export async function port() {
  return Settings.get().values.port; // !chain
}`,
  "functions of the exports object that call each other": commonjs(`
const fs = require("fs");

exports.read = function (name) {
  return fs.readFileSync(name);
};
exports.size = (name) => exports.read(name).length;
module.exports.name = (name) => name.trim();
exports.handler = async function (name) {
  return exports.size(exports.name(name)); // !chain
};`),
  "a method bound in the constructor": `
import { statSync } from "node:fs";

export class Watcher {
  constructor() {
    this.check = this.check.bind(this);
    this.look = (name) => this.check(name);
  }
  check(name) {
    return statSync(name).mtimeMs;
  }
  async poll(names) {
    return names.map(this.check).concat(this.look("a")); // !chain !chain
  }
}`,
  "an anonymous default, and functions of functions": withFiles(
    `
import load, { delayed, unused } from "./loader.js";

export async function one() {
  return load("a"); // !chain
}
export async function other() {
  const later = delayed();
  return { later, made: unused() };
}
export async function both() {
  return delayed()(); // !chain
}`,
    { "loader.js": loader },
  ),
  "a function that visits, in another file": withFiles(
    `
import { each } from "./loader.js";

export async function names(folder) {
  const found = [];
  each(folder, (name) => found.push(name)); // !chain
  return found;
}`,
    { "loader.js": loader },
  ),
  "a barrel of defaults under names": withFiles(
    `
import { load } from "./index.js";
import * as all from "./index.js";

export const one = async () => load("a"); // !chain
export const two = async () => all.load("b"); // !chain`,
    { "loader.js": loader, "index.js": `export { default as load } from "./loader.js";` },
  ),
  "a folder's index, and endings left out": withFiles(
    `
import { load } from "./lib";
import { size } from "./size";

export const one = async () => load("a") + size("b"); // !chain !chain`,
    {
      "lib/index.js": `import { readFileSync } from "fs"; export const load = (name) => readFileSync(name);`,
      "size.mjs": `import { statSync } from "fs"; export const size = (name) => statSync(name).size;`,
    },
  ),
  "a package's own imports": withFiles(
    `
import { load } from "#files/load.js";

export const one = async () => load("a"); // !chain`,
    {
      "package.json": `{ "name": "app", "type": "module", "imports": { "#files/*": "./source/files/*" } }`,
      "source/files/load.js": `import { readFileSync } from "fs"; export const load = (name) => readFileSync(name);`,
    },
  ),
  "a class made by a function": `
import { readFileSync } from "node:fs";

const Readable = (Base) =>
  class extends Base {
    read() {
      return readFileSync(this.name);
    }
  };
class Page extends Readable(Object) {
  async render() {
    return this.read(); // !chain
  }
}
export { Page };`,
  "methods taken out of their object": `
import { readFileSync } from "node:fs";

const store = {
  read(name) { return readFileSync(name); },
  name: (name) => name.trim(),
};
const { read, name: clean } = store;
export async function load(name) {
  return read(clean(name)) + store["read"](name) + store?.read?.(name); // !chain !chain !chain
}`,
  "a function declared below its call, inside": `
import { readFileSync } from "node:fs";

export async function load(name) {
  return inner(name); // !chain
  function inner(file) {
    return readFileSync(file);
  }
}`,
  "a function that is replaced under a condition": `
import { readFileSync } from "node:fs";

let read = (name) => readFileSync(name);
if (process.env.TEST) read = () => "";
export async function load(name) {
  return read(name); // !chain
}`,
  "a plain function that promises and blocks is reported in itself": `
import { readFileSync } from "node:fs";

function load(name) {
  const text = readFileSync(name); // !call
  return Promise.resolve(text);
}
export async function handler(name) {
  return (await load(name)).length;
}`,
  "only modules' bodies block": withFiles(
    `
import { table, lookUp } from "./table.js";

export async function handler(key) {
  return lookUp(key) ?? table.default;
}`,
    {
      "table.js": `
import { readFileSync } from "node:fs";
function read(name) { return JSON.parse(readFileSync(name, "utf8")); }
export const table = read("table.json");
export const lookUp = (key) => table[key];
if (import.meta.main) read(process.argv[2]);`,
    },
  ),
  "TypeScript's export of one thing": typescript(
    `
import load = require("./load");

export async function handler(name: string) {
  return load(name); // !chain
}`,
    {
      "load.ts": `
import { readFileSync } from "node:fs";
function load(name: string): Buffer {
  return readFileSync(name);
}
export = load;`,
    },
  ),
  "a service that is injected, by its annotation": typescript(
    `
import { Store } from "./store";
import type { Clock } from "./clock";

export class Service {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}
  async load(name: string): Promise<string> {
    return this.store.read(name) + this.clock.read(); // !chain
  }
}`,
    {
      "store.ts": `
import { readFileSync } from "node:fs";
export class Store {
  read(name: string): string { return readFileSync(name, "utf8"); }
}`,
      "clock.ts": `
export interface Clock { read(): string }
export class SystemClock implements Clock { read() { return String(Date.now()); } }`,
    },
  ),
  "a decorated method": typescript(`
import { readFileSync } from "node:fs";
import { Memoize } from "./memoize";

export class Pages {
  @Memoize()
  load(name: string): string {
    return readFileSync(name, "utf8");
  }
  async first(): Promise<string> {
    return this.load("first"); // !chain
  }
}`),
  "mixed into a prototype": commonjs(`
const fs = require("fs");
const EventEmitter = require("events");
const util = require("util");

function Store() {
  EventEmitter.call(this);
}
util.inherits(Store, EventEmitter);
Object.assign(Store.prototype, {
  read(name) {
    return fs.readFileSync(name);
  },
});
exports.load = async (name) => new Store().read(name); // !chain`),
  "called through call, apply and forEach.call": `
import { unlinkSync } from "node:fs";

function remove(name) {
  unlinkSync(this.root + name);
}
export async function clean(context, names) {
  remove.call(context, names[0]); // !chain
  remove.apply(context, names); // !chain
  Array.prototype.forEach.call(names, remove, context); // !chain
}`,
  "the same name in two files": withFiles(
    `
import { load } from "./memory.js";
import { load as loadFile } from "./files.js";

export async function both(name) {
  return load(name) ?? loadFile(name); // !chain
}`,
    {
      "memory.js": `const texts = new Map(); export const load = (name) => texts.get(name);`,
      "files.js": `import { readFileSync } from "node:fs"; export const load = (name) => readFileSync(name);`,
    },
  ),
  "a missing file, a broken file and a picture are left alone": withFiles(
    `
import { a } from "./missing.js";
import { b } from "./broken.js";
import picture from "./picture.svg";
import data from "./data.json" with { type: "json" };

export async function show() {
  return [a(), b(), picture, data.load()];
}`,
    {
      "broken.js": `import { readFileSync from "fs"; export const b = () => readFileSync("b");`,
      "data.json": "{}",
    },
  ),
};
