/** Code in which a name, a comment or a habit suggests that something blocks, and nothing does. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const notWhatItSeems: SnippetSet = {
  "a class of one's own with readFileSync": `
class Archive {
  #entries = new Map();
  readFileSync(name) { return this.#entries.get(name); }
  existsSync(name) { return this.#entries.has(name); }
}
export async function open(name) {
  const fs = new Archive();
  return fs.existsSync(name) ? fs.readFileSync(name) : undefined;
}`,
  "a parameter that shadows the import": `
import fs, { readFileSync } from "node:fs";
export async function load(fs, file) { return fs.readFileSync(file); }
export async function other(readFileSync) { return readFileSync("a"); }
export const start = () => fs.existsSync(readFileSync("a", "utf8"));`,
  "memfs and unionfs in its place": `
import { fs, vol } from "memfs";
import memfs from "memfs";
import { createFsFromVolume } from "memfs";
export async function run() {
  vol.fromJSON({ "/a": "1" });
  fs.readFileSync("/a");
  memfs.writeFileSync("/b", "2");
  createFsFromVolume(vol).readdirSync("/");
}`,
  "mock-fs style mocked modules in vitest": named(
    "load.test.js",
    `
import { vi, it, expect } from "vitest";
import { fs as memory } from "memfs";
import { load } from "./load.js";
vi.mock("node:fs", () => ({ default: memory }));
it("loads", async () => {
  memory.writeFileSync("/a", "1");
  expect(await load("/a")).toBe("1");
});`,
  ),
  "a bundler's output file system": `
export async function emit(compiler) {
  compiler.outputFileSystem.mkdirSync("out");
  compiler.inputFileSystem.readFileSync("a");
  const { fs } = compiler.options;
  fs.existsSync("b");
}`,
  "editors' and hosts' objects": typescript(`
import ts from "typescript";
export async function check(host: ts.CompilerHost) {
  host.readFile("a");
  ts.sys.readFile("b");
  return host.fileExists("c");
}`),
  "a store that ends its methods in Sync": `
import { store } from "./store.js";
import Conf from "conf";
import AsyncStorage from "async-store";
export async function save(key, value) {
  store.setSync(key, value);
  AsyncStorage.getSync(key);
  return new Conf().get(key);
}`,
  "Array.prototype.sync, db.all and run of asynchronous databases": `
import { open } from "sqlite";
import sqlite3 from "sqlite3";
import { drizzle } from "drizzle-orm/node-postgres";
export async function rows(prisma) {
  const db = await open({ filename: "a", driver: sqlite3.Database });
  await db.all("select 1");
  await db.run("insert");
  await db.exec("create");
  new sqlite3.Database("b").run("x").get("y", () => {});
  await prisma.user.findMany();
  return drizzle("url").execute("x");
}`,
  "exec of a regular expression and of others": `
export async function find(text, redis, command) {
  /a/.exec(text);
  const pattern = new RegExp("b", "g");
  while (pattern.exec(text)) text = text.slice(1);
  await redis.multi().exec();
  document.execCommand("copy");
  return command.exec();
}`,
  "compile, sign and verify of others": `
import Handlebars from "handlebars";
import { SignJWT, jwtVerify } from "jose";
import jwt from "jsonwebtoken";
export async function make(secret) {
  Handlebars.compile("x");
  await new SignJWT({}).sign(secret);
  await jwtVerify("t", secret);
  jwt.decode("t");
  return new Promise((resolve, reject) => {
    jwt.sign({}, secret, (error, token) => (error ? reject(error) : resolve(token)));
  });
}`,
  "crypto without Sync that computes little": `
import crypto from "node:crypto";
export async function id(text) {
  crypto.randomUUID();
  crypto.randomBytes(16, () => {});
  crypto.createHash("sha256").update(text).digest("hex");
  crypto.timingSafeEqual(Buffer.from(text), Buffer.from(text));
  crypto.pbkdf2("p", "s", 1000, 32, "sha256", () => {});
  await crypto.subtle.digest("SHA-256", Buffer.from(text));
}`,
  "a script that does all its work at the top": commonjs(`#!/usr/bin/env node
const fs = require("fs");
const { execSync } = require("child_process");
const version = JSON.parse(fs.readFileSync("package.json", "utf8")).version;
execSync("git tag v" + version, { stdio: "inherit" });
for (const file of fs.readdirSync("dist")) fs.rmSync("dist/" + file);
function build() { execSync("tsc"); }
build();`),
  "a configuration file that reads at the top": named(
    "vite.config.js",
    `
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
const pkg = JSON.parse(readFileSync("package.json", "utf8"));
export default defineConfig({
  define: { VERSION: JSON.stringify(pkg.version) },
  server: { https: { key: readFileSync("key.pem"), cert: readFileSync("cert.pem") } },
});`,
  ),
  "a sync plugin hook": `
import { readFileSync } from "node:fs";
export default () => ({
  name: "raw",
  load(id) { return id.endsWith("?raw") ? "export default " + JSON.stringify(readFileSync(id, "utf8")) : null; },
});`,
  "a test's hooks that are not async": named(
    "store.test.js",
    `
import fs from "node:fs";
import { beforeEach, describe, it } from "node:test";
beforeEach(() => { fs.mkdirSync("tmp", { recursive: true }); });
describe("store", () => {
  it("reads", () => { fs.readFileSync("tmp/a"); });
});`,
  ),
  "an async test counts, as any async function": named(
    "store.spec.js",
    `
import fs from "node:fs";
it("writes", async () => {
  await save();
  expect(fs.readFileSync("a", "utf8")).toBe("x"); // !call
});`,
  ),
  "a sync function alone": `
import fs from "node:fs";
export function load(file) { return fs.readFileSync(file); }
export const size = (file) => fs.statSync(file).size;
export class Store { read() { return load("a"); } }`,
  "an async function that only hands a reference on": `
import fs from "node:fs";
import { register } from "./registry.js";
export async function setup(container) {
  register("read", fs.readFileSync);
  container.set("write", (file, data) => fs.writeFileSync(file, data));
  process.on("exit", () => fs.rmSync("lock", { force: true }));
  return () => fs.closeSync(1);
}`,
  "a callback of an unknown function, not async": `
import fs from "node:fs";
import { onShutdown, define } from "somewhere";
export async function setup() {
  onShutdown(() => fs.writeFileSync("state", "1"));
  await define("x", { load() { return fs.readFileSync("a"); } });
}`,
  "types with the names of functions": typescript(`
export interface FileSystem { readFileSync(path: string): string; existsSync: (path: string) => boolean }
export type Reader = Pick<FileSystem, "readFileSync">;
export async function load(fs: FileSystem, reader: Reader): Promise<string> {
  if (!fs.existsSync("a")) return "";
  return reader.readFileSync("a");
}
declare module "node:fs" { export function execSync(): void }
declare function execSync(command: string): Promise<void>;
export const run = async () => execSync("ls");`),
  "a local module with a builtin's name": withFiles(
    `
import { readFileSync } from "./fs.js";
import { existsSync } from "fs/virtual";
export const load = async (file) => (existsSync(file) ? readFileSync(file) : null);`,
    { "fs.js": `const files = {}; export const readFileSync = (name) => files[name];` },
  ),
  "a method that hides the global": `
export class Dialog {
  confirm(text) { return Promise.resolve(text); }
  async ask() { return (await this.confirm("ok?")) && prompt2(); }
}
function prompt2() { return 1; }
export async function ask(inquirer) {
  const { prompt } = inquirer;
  return prompt([{ name: "a" }]);
}`,
  "Deno's and Bun's asynchronous sides": `
export async function load() {
  await Deno.readTextFile("a");
  await Bun.file("b").text();
  const proc = Bun.spawn(["ls"]);
  await proc.exited;
  for await (const entry of Deno.readDir(".")) console.log(entry.name);
}`,
  "an object literal called fs": `
const fs = { readFileSync: (name) => globalThis.cache[name], promises: {} };
export const load = async (name) => fs.readFileSync(name);`,
  "a worker named by its file": named(
    "hash.worker.js",
    `
import { scryptSync } from "node:crypto";
self.onmessage = async ({ data }) => {
  self.postMessage(scryptSync(data, "salt", 64));
};`,
  ),
  "a file called worker, which may be a queue's as well as a thread's": named(
    "worker.mjs",
    `
import { readFileSync } from "node:fs";
export default async ({ file }) => readFileSync(file, "utf8").length; // !call`,
  ),
  "an import that is only re-exported": `
export { readFileSync, execSync } from "./sync.js";
export * from "node:fs";
import { readFileSync } from "node:fs";
export const names = async () => Object.keys({ readFileSync });`,
  "code in strings, templates and regular expressions": `
import { execSync } from "node:child_process";
export async function docs() {
  const sample = \`import { readFileSync } from "fs"; execSync("x")\`;
  const pattern = /readFileSync\\(/;
  eval("1");
  return [sample, pattern.test(sample), execSync.length];
}`,
  "a promise-based shim behind the same names": withFiles(
    `
import { readFileSync } from "./shim.js";
export const load = async () => await readFileSync("a");`,
    {
      "shim.js": `import fs from "node:fs/promises"; export const readFileSync = async (file) => fs.readFile(file);`,
    },
  ),
};
