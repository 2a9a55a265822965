/** Chains through the files of real projects. */
import { named, typescript, withFiles, type SnippetSet } from "../snippet.js";

const reader = `
import { readFileSync } from "node:fs";
export function read(name) { return readFileSync(name, "utf8"); }
export const harmless = (name) => name.trim();
export default read;
`;

export const barrels: SnippetSet = {
  "a barrel of barrels": withFiles(
    `
import { read, harmless } from "./lib/index.js";
export const load = async (name) => read(harmless(name)); // !chain
export const fine = async (name) => harmless(name);
`,
    {
      "lib/index.js": `export * from "./files/index.js";`,
      "lib/files/index.js": `export * from "./read.js";`,
      "lib/files/read.js": reader,
    },
  ),
  "a namespace re-exported": withFiles(
    `
import { files } from "./lib.js";
export const load = async (name) => files.read(name); // !chain
export const fine = async (name) => files.harmless(name);
`,
    { "lib.js": `export * as files from "./read.js";`, "read.js": reader },
  ),
  "renamed on the way": withFiles(
    `
import { slurp as eat } from "./lib.js";
export const load = async (name) => eat(name); // !chain
`,
    { "lib.js": `export { read as slurp } from "./read.js";`, "read.js": reader },
  ),
  "default as a name, a name as default": withFiles(
    `
import fine, { slurp } from "./lib.js";
export const load = async (name) => slurp(name); // !chain
export const other = async (name) => fine(name);
`,
    {
      "lib.js": `export { default as slurp, harmless as default } from "./read.js";`,
      "read.js": reader,
    },
  ),
  "imported, then exported": withFiles(
    `
import lib from "./lib.js";
export const load = async (name) => lib.read(name); // !chain
`,
    { "lib.js": `import { read } from "./read.js";\nexport default { read };`, "read.js": reader },
  ),
  "the platform's own module re-exported": withFiles(
    `
import { fs, execSync } from "./platform.js";
export async function load(name) {
  execSync("ls"); // !call
  return fs.readFileSync(name); // !call
}
`,
    {
      "platform.js": `
import fs from "node:fs";
export { fs };
export * from "node:child_process";
`,
    },
  ),
  "a constant that is an alias in another file": withFiles(
    `
import { read } from "./platform.js";
export const load = async (name) => read(name); // !call
`,
    { "platform.js": `import fs from "node:fs";\nexport const read = fs.readFileSync;` },
  ),
  "an async callee is reported inside itself": withFiles(
    `
import { load } from "./loader.js";
export const handler = async (name) => load(name);
export const other = (name) => load(name).then(String);
`,
    {
      "loader.js": `import { readFileSync } from "node:fs";\nexport async function load(n) { return readFileSync(n); }`,
    },
  ),
  "a method of a class in another file": withFiles(
    `
import { Store } from "./store.js";
const store = new Store("data");
export const get = async (key) => store.get(key); // !chain
export const has = async (key) => store.has(key);
`,
    {
      "store.js": `
import fs from "node:fs";
export class Store {
  constructor(folder) { this.folder = folder; this.keys = new Set(); }
  get(key) { return JSON.parse(fs.readFileSync(this.folder + key)); }
  has(key) { return this.keys.has(key); }
}
`,
    },
  ),
  "a static method, a singleton, a getter on it": withFiles(
    `
import { Config, config } from "./config.js";
export const a = async () => Config.load(); // !chain
export const b = async () => config.port; // !chain
export const c = async () => config.name;
export const d = async () => Config.instance.name;
`,
    {
      "config.js": `
import { readFileSync } from "node:fs";
export class Config {
  static instance = new Config();
  name = "x";
  static load() { return JSON.parse(readFileSync("c.json")); }
  get port() { return Config.load().port; }
}
export const config = new Config();
`,
    },
  ),
  "a constructor that reads": withFiles(
    `
import { Template } from "./template.js";
export const render = async (name) => new Template(name).toString(); // !chain
`,
    {
      "template.js": `
import { readFileSync } from "node:fs";
class Base { constructor(name) { this.text = readFileSync(name, "utf8"); } }
export class Template extends Base { toString() { return this.text; } }
`,
    },
  ),
  "recursion that blocks": `
import fs from "node:fs";
import path from "node:path";
function walk(folder, found = []) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(name, found);
    else found.push(name);
  }
  return found;
}
export const list = async (folder) => walk(folder); // !chain
`,
  "recursion that ends nowhere and blocks nowhere": `
function even(n) { return n === 0 || odd(n - 1); }
function odd(n) { return n !== 0 && even(n - 1); }
export const check = async (n) => even(n);
`,
  "files that import each other": withFiles(
    `
import { a } from "./a.js";
export const run = async () => a(); // !chain
`,
    {
      "a.js": `import { b } from "./b.js";\nexport function a() { return b(); }\nexport const deep = 1;`,
      "b.js": `import { deep, a } from "./a.js";\nimport { readFileSync } from "fs";\nexport function b() { return deep ? readFileSync("x") : a(); }`,
    },
  ),
  "tsconfig paths": {
    ...typescript(
      `
import { read } from "@app/files";
import { read as other } from "~/files";
export const load = async (name: string) => read(name) + other(name); // !chain // !chain
`,
    ),
    files: {
      "tsconfig.json": `{
  // comments are allowed
  "compilerOptions": { "baseUrl": ".", "paths": { "@app/*": ["./src/*"], "~/*": ["src/*"], } }
}`,
      "src/files.ts": `import { readFileSync } from "fs";\nexport function read(name: string): string { return readFileSync(name, "utf8"); }`,
    },
  },
  "TypeScript's imports with .js": typescript(
    `
import { read } from "./read.js";
export const load = async (name: string) => read(name); // !chain
`,
    {
      "read.ts": `import { readFileSync } from "node:fs";\nexport const read = (name: string): string => readFileSync(name, "utf8");`,
    },
  ),
  "a workspace package": {
    code: `
import { read } from "@acme/files";
import { trim } from "@acme/files/text";
export const load = async (name) => trim(read(name)); // !chain
`,
    files: {
      "package.json": `{"name":"root","workspaces":["packages/*"]}`,
      "packages/files/package.json": `{"name":"@acme/files","type":"module","exports":{".":"./src/index.js","./text":"./src/text.js"}}`,
      "packages/files/src/index.js": reader,
      "packages/files/src/text.js": `export const trim = (text) => text.trim();`,
    },
    links: { "node_modules/@acme/files": "packages/files" },
  },
  "package imports": {
    code: `
import { read } from "#files/read.js";
export const load = async (name) => read(name); // !chain
`,
    files: {
      "package.json": `{"name":"app","type":"module","imports":{"#files/*":"./src/files/*"}}`,
      "src/files/read.js": reader,
    },
  },
  "an installed package is not followed": withFiles(
    `
import { read } from "some-package";
export const load = async (name) => read(name);
`,
    {
      "node_modules/some-package/package.json": `{"name":"some-package","type":"module","main":"index.js"}`,
      "node_modules/some-package/index.js": reader,
    },
  ),
  "missing and broken files say nothing": withFiles(
    `
import { read } from "./missing.js";
import { other } from "./broken.js";
import data from "./data.json" with { type: "json" };
export const load = async (name) => read(name) + other(name) + data.length;
`,
    { "broken.js": `export function other( {`, "data.json": `[]` },
  ),
  "require of one's own files": {
    ...named(
      "main.cjs",
      `
const { read } = require("./lib");
const lib = require("./lib/index.cjs");
exports.load = async (name) => read(name); // !chain
exports.more = async (name) => lib.nested.read(name); // !chain
exports.fine = async (name) => lib.fine(name);
`,
    ),
    files: {
      "lib/package.json": `{"main":"./index.cjs"}`,
      "lib/index.cjs": `
const fs = require("fs");
function read(name) { return fs.readFileSync(name); }
module.exports = { read, nested: { read }, fine: (name) => name };
`,
    },
  },
  "a chain of five": withFiles(
    `
import { one } from "./one.js";
export const run = async () => one(); // !chain
`,
    {
      "one.js": `import { two } from "./two.js";\nexport const one = () => two();`,
      "two.js": `import { three } from "./three.js";\nexport function two() { return [1].map(() => three()); }`,
      "three.js": `import Four from "./four.js";\nexport const three = () => new Four().value;`,
      "four.js": `import { five } from "./five.js";\nexport default class Four { value = five(); }`,
      "five.js": `import cp from "node:child_process";\nexport const five = () => cp.execSync("ls");`,
    },
  ),
  "only some paths block": `
import { readFileSync } from "node:fs";
let cache;
function settings() {
  if (!cache) cache = JSON.parse(readFileSync("settings.json", "utf8"));
  return cache;
}
export const handler = async () => settings().title; // !chain
`,
  "a helper that only makes closures": `
import { readFileSync } from "node:fs";
const lazy = (name) => ({ read: () => readFileSync(name), name });
export const describe = async (name) => lazy(name).name;
`,
  "a helper that starts something for later": `
import { readFileSync } from "node:fs";
function schedule(name) {
  setTimeout(() => readFileSync(name), 1000);
}
export const start = async (name) => schedule(name);
`,
  "a helper that calls an async function": `
import { readFile } from "node:fs/promises";
const load = (name) => readFile(name);
const all = (names) => names.map(load);
export const start = async (names) => Promise.all(all(names));
`,
  "a helper that blocks in its reaction is reported there": `
import { readFileSync } from "node:fs";
function start(job, name) {
  job.then(() => readFileSync(name)); // !call
}
export const run = async (name) => start(fetch(name), name);
`,
  "a helper with a spin is reported at both ends": `
function pause(ms) {
  const end = Date.now() + ms;
  while (Date.now() < end) {} // !spin
}
export async function retry(fn) {
  pause(100); // !chain
  return fn();
}
`,
  "two classes with one method name": withFiles(
    `
import { Disk, Memory } from "./stores.js";
const disk = new Disk();
const memory = new Memory();
export const a = async () => disk.get(); // !chain
export const b = async () => memory.get();
`,
    {
      "stores.js": `
import { readFileSync } from "node:fs";
export class Disk { get() { return readFileSync("x"); } }
export class Memory { get() { return "x"; } }
`,
    },
  ),
  "private state that is replaced in a test is nobody's business": `
import { readFileSync } from "node:fs";
export const io = { read: (name) => readFileSync(name) };
export const load = async (name) => io.read(name); // !chain
`,
  "objects made by a factory": `
import { readFileSync } from "node:fs";
function createStore(folder) {
  const cache = new Map();
  function read(key) { return readFileSync(folder + key); }
  return { read, size: () => cache.size };
}
const store = createStore("data/");
export const get = async (key) => store.read(key); // !chain
export const size = async () => store.size();
`,
  "a module-level function that is shadowed": `
import { readFileSync } from "node:fs";
function read(name) { return readFileSync(name); }
export async function load(name, read) { return read(name); }
export async function other(name) {
  const read = (n) => n;
  return read(name);
}
export async function third(name) {
  for (const read of [String]) read(name);
  try { throw name; } catch (read) { return read(); }
}
export default read;
`,
  "hoisted var and function shadow": `
import { readFileSync } from "node:fs";
export async function load(name) {
  return readFileSync(name);
  function readFileSync(n) { return n; }
}
export async function other(name) {
  if (name) { var readFileSync = (n) => n; }
  return readFileSync(name);
}
`,
};
