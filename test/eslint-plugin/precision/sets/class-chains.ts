/** Chains through classes: what a subclass overrides, fields, getters and initialisers. */
import { commonjs, withFiles, type SnippetSet } from "../snippet.js";

export const classChains: SnippetSet = {
  "CommonJS with classes and singletons": commonjs(
    `
const { cache, Cache } = require("./cache.cjs");
const createStore = require("./store.cjs");
const store = createStore({ folder: "data" });
exports.handler = async (key) => {
  cache.get(key); // !chain
  cache.size;
  store.keys();
  return store.read(key) ?? new Cache().has(key); // !chain !chain
};`,
    {
      "cache.cjs": `
const fs = require("fs");
class Cache {
  #entries = new Map();
  get(key) { return this.#entries.get(key) || this.#load(key); }
  has(key) { return fs.existsSync(key); }
  get size() { return this.#entries.size; }
  #load(key) { return fs.readFileSync(key); }
}
module.exports = { Cache, cache: new Cache() };`,
      "store.cjs": `
const fs = require("fs");
module.exports = function createStore({ folder }) {
  const names = new Set();
  return { read: (key) => fs.readFileSync(folder + key), keys: () => [...names] };
};`,
    },
  ),
  "an abstract base that calls what its subclass does": withFiles(
    `
import { Step } from "./step.js";
import { mkdirSync } from "node:fs";
class MakeFolder extends Step {
  perform() { mkdirSync(this.name); }
}
class Say extends Step {
  perform() { console.log(this.name); }
}
export async function run() {
  new Say("hello").execute();
  new MakeFolder("dist").execute(); // !chain
}`,
    {
      "step.js": `
export class Step {
  constructor(name) { this.name = name; }
  execute() { this.before(); this.perform(); }
  before() {}
  perform() { throw new Error("not implemented"); }
}`,
    },
  ),
  "two classes with one method name, and a third that has it from the first": withFiles(
    `
import { DiskStore, MemoryStore, CachedStore } from "./stores.js";
const disk = new DiskStore();
const memory = new MemoryStore();
const cached = new CachedStore();
export async function warm(key) {
  memory.load(key);
  cached.load(key); // !chain
  return disk.load(key); // !chain
}`,
    {
      "stores.js": `
import { readFileSync } from "node:fs";
export class DiskStore { load(key) { return readFileSync(key); } }
export class MemoryStore { map = new Map(); load(key) { return this.map.get(key); } }
export class CachedStore extends DiskStore { map = new Map(); load(key) { return this.map.get(key) ?? super.load(key); } }`,
    },
  ),
  "fields, getters and setters that read": withFiles(
    `
import { Settings } from "./settings.js";
export async function save(name, value) {
  const settings = new Settings(name);
  const user = settings.user; // !chain
  settings.theme = value; // !chain
  const { theme } = settings;
  return [user, theme];
}`,
    {
      "settings.js": `
import fs from "node:fs";
export class Settings {
  #theme = "dark";
  constructor(name) { this.name = name; }
  get user() { return fs.readFileSync(this.name, "utf8"); }
  get theme() { return this.#theme; }
  set theme(value) { this.#theme = value; fs.writeFileSync(this.name, value); }
}`,
    },
  ),
  "an initialiser reads while an object is made": `
import { readFileSync } from "node:fs";
class Certificate {
  key = readFileSync("key.pem");
  static shared = new Certificate();
  renew = () => readFileSync("key.pem");
}
export async function listen() {
  const own = new Certificate(); // !chain
  own.renew(); // !chain
  return Certificate.shared;
}`,
};
