/** Code that comes close to blocking the event loop and does not. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const nearMisses: SnippetSet = {
  "a class with methods named like the platform's": typescript(`
export class VirtualFileSystem {
  readonly #files = new Map<string, string>();
  readFileSync(name: string): string { return this.#files.get(name) ?? ""; }
  existsSync(name: string): boolean { return this.#files.has(name); }
  writeFileSync(name: string, text: string): void { this.#files.set(name, text); }
}
export async function seed(fs = new VirtualFileSystem()): Promise<string> {
  if (!fs.existsSync("a")) fs.writeFileSync("a", "b");
  return fs.readFileSync("a");
}`),
  "files in memory": `
import { fs, vol } from "memfs";
import { createFsFromVolume, Volume } from "memfs";
export async function fixtures() {
  vol.fromJSON({ "/a": "b" });
  fs.writeFileSync("/b", "c");
  return createFsFromVolume(new Volume()).readFileSync("/a");
}`,
  "a parameter that shadows the import": `
import fs, { readFileSync } from "node:fs";
export async function read(fs, name) {
  return fs.readFileSync(name);
}
export async function readWith(readFileSync, name) {
  return readFileSync(name);
}
export async function inBlock(name) {
  {
    const readFileSync = (text) => text.length;
    return readFileSync(name);
  }
}
export const text = readFileSync("a") + fs.readFileSync("b");`,
  "functions of one's own with known names": commonjs(`
function execSync(command) { return queue.push(command); }
const existsSync = (name) => known.has(name);
async function run(name) {
  if (existsSync(name)) execSync(name);
}
module.exports = { run };`),
  "asynchronous forms in callbacks' style": `
import fs from "fs";
import { exec, execFile } from "child_process";
import { promisify } from "util";
import zlib from "zlib";
import crypto from "crypto";
const gzip = promisify(zlib.gzip);
export async function work(name) {
  fs.readFile(name, "utf8", (error, text) => console.log(error ?? text));
  exec("ls", (error, stdout) => console.log(error ?? stdout));
  await promisify(execFile)("ls", []);
  crypto.pbkdf2(name, "s", 1, 8, "sha1", () => {});
  crypto.randomBytes(16, () => {});
  await gzip(name);
  return fs.createReadStream(name);
}`,
  "promises of the module": `
import { promises as fs, constants } from "node:fs";
import * as files from "node:fs/promises";
import { readFile } from "fs/promises";
export async function work(name) {
  await fs.access(name, constants.R_OK);
  const handle = await files.open(name);
  await handle.read();
  await handle.close();
  return readFile(name);
}`,
  "names that end alike": `
import store from "./store.js";
export async function work(state) {
  store.sync();
  state.isInSync();
  store.resync();
  await store.forceSync();
  state.lastSync = Date.now();
  return state.unsync?.() ?? store.flushSync();
}`,
  "React and Redux": named(
    "app.tsx",
    `
import { flushSync } from "react-dom";
import { useSyncExternalStore } from "react";
export function App({ store }: { store: any }) {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const save = async () => {
    flushSync(() => store.set(1));
    await fetch("/save");
  };
  return <button onClick={save}>{state}</button>;
}`,
  ),
  "other libraries' methods": `
import { db } from "./db.js";
import { Client } from "pg";
import Redis from "ioredis";
import mongoose from "mongoose";
import { expect } from "vitest";
const redis = new Redis();
export async function work(client = new Client()) {
  await redis.get("a");
  await redis.exec();
  await client.query("select 1");
  const found = db.prepare("select 1").all();
  mongoose.model("A").find().exec();
  expect(/a/.exec("a")).toBeTruthy();
  return found;
}`,
  "exec of a pattern and open of a window": `
export async function work(text) {
  const match = /(\\d+)/.exec(text);
  const opened = window.open("/a");
  document.execCommand("copy");
  const all = text.matchAll(/a/g);
  return [match, opened, ...all];
}`,
  "reads once, outside": `
import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
const schema = readFileSync(new URL("schema.json", import.meta.url), "utf8");
const branch = process.env.BRANCH ?? execFileSync("git", ["branch"]).toString();
export class Server {
  static key = readFileSync("key.pem");
  static { readFileSync("cert.pem"); }
  async start() { return { schema, branch, key: Server.key }; }
}`,
  "plain functions that nobody asynchronous calls": `
import fs from "node:fs";
export function readConfig(name) {
  return JSON.parse(fs.readFileSync(name, "utf8"));
}
export class Reader {
  read(name) { return fs.readFileSync(name); }
  *lines(name) { yield* fs.readFileSync(name, "utf8").split("\\n"); }
}
export const write = (name, text) => fs.writeFileSync(name, text);`,
  "referred to, never called": `
import fs, { readFileSync } from "node:fs";
import { execSync } from "node:child_process";
export async function describe() {
  const names = [readFileSync.name, typeof fs.existsSync, Object.keys(fs).length];
  const table = { readFileSync, execSync };
  if (fs.globSync) names.push("glob");
  return { names, table, has: "readSync" in fs };
}`,
  "handed on for later": `
import { unlinkSync, rmSync } from "node:fs";
export async function temporary(name, signal) {
  process.once("exit", () => rmSync(name));
  signal.addEventListener("abort", () => unlinkSync(name));
  setTimeout(unlinkSync, 1000, name);
  return { [Symbol.dispose]: () => unlinkSync(name), close: () => unlinkSync(name) };
}`,
  mocked: `
import { vi, test } from "vitest";
import { readFileSync } from "./reader.js";
const fs = { readFileSync: vi.fn(), existsSync: () => true };
test("reads", async () => {
  fs.readFileSync("a");
  if (fs.existsSync("a")) await readFileSync("a");
});`,
  "text that names it": `
export async function script(run) {
  const code = "require('fs').readFileSync('a')";
  // fs.readFileSync("a") would block here
  const template = \`execSync("ls")\`;
  return run(code + template + String.raw\`while (true) {}\`);
}`,
  "tests in a file of tests": named(
    "store.spec.ts",
    `
import { describe, it, expect, beforeEach } from "vitest";
import { readFileSync, mkdtempSync } from "node:fs";
describe("store", () => {
  let folder: string;
  beforeEach(() => { folder = mkdtempSync("store-"); });
  it("writes", () => { expect(readFileSync(folder + "/a")).toBeTruthy(); });
});`,
  ),
  "generators that nobody goes through": `
import { readFileSync } from "node:fs";
function* lines(name) { yield* readFileSync(name, "utf8").split("\\n"); }
export async function make(name) {
  return { lines: lines(name) };
}`,
  "mapped lazily, and never taken": `
import { readFileSync } from "node:fs";
export async function lazy(names) {
  const texts = names.values().map((name) => readFileSync(name));
  return { texts };
}`,
  "a method that is asynchronous in one class and not in another": `
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
class Now { load(name) { return readFileSync(name); } }
class Later { load(name) { return readFile(name); } }
export const eager = new Now().load("a");
export async function go() {
  const loader = new Later();
  return loader.load("a");
}`,
  "an override of a helper": withFiles(
    `
import { load as read } from "./async.js";
export async function go(load) {
  load("a");
  return read("b");
}`,
    {
      "async.js": `import { readFile } from "node:fs/promises"; import { readFileSync } from "node:fs";
export const load = (name) => readFile(name);
export const loadSync = (name) => readFileSync(name);`,
    },
  ),
  "a barrel of which only the harmless part is used": withFiles(
    `
import { parse, Reader, VERSION } from "./index.js";
export async function go(text) {
  const reader = new Reader();
  reader.peek();
  return parse(text) + VERSION;
}`,
    {
      "index.js": `export * from "./parse.js"; export * from "./reader.js"; export const VERSION = "1";`,
      "parse.js": `import fs from "node:fs"; export const parse = JSON.parse; export const parseFile = (n) => parse(fs.readFileSync(n));`,
      "reader.js": `import fs from "node:fs"; export class Reader { peek() { return 1; } read() { return fs.readFileSync("a"); } }`,
    },
  ),
  "a promise cached at the start": `
import { readFileSync } from "node:fs";
const settings = Promise.resolve(JSON.parse(readFileSync("settings.json", "utf8")));
export const port = async () => (await settings).port;`,
  "a port of a worker's own request": commonjs(`
const { Worker } = require("node:worker_threads");
const source = \`
  const { parentPort } = require("node:worker_threads");
  parentPort.once("message", (name) => parentPort.postMessage(require("fs").readFileSync(name)));
\`;
exports.read = async (name) => {
  const worker = new Worker(source, { eval: true });
  worker.postMessage(name);
  return new Promise((resolve) => worker.once("message", resolve));
};`),
  "Deno, Bun and browsers asynchronously": `
export async function go(name) {
  await Deno.readTextFile(name);
  await Bun.write(name, "a");
  const request = new XMLHttpRequest();
  request.open("GET", name, true);
  request.send();
  const dialog = document.querySelector("dialog");
  dialog.showModal();
  return dialog.prompt?.("a");
}`,
  "a local Deno and a local Atomics": `
const Deno = { readTextFileSync: (name) => name };
const Atomics = { wait() {} };
export async function go() {
  Atomics.wait();
  return Deno.readTextFileSync("a");
}`,
  "a package with a like-named default": `
import glob from "./glob.js";
import { sync } from "./sync.js";
import { Database } from "./database.js";
const db = new Database();
export async function go() {
  glob.sync("a");
  sync();
  db.prepare("a").run();
  return db.exec("b");
}`,
  "an event's own exec and a store's get": typescript(`
interface Statement { get(id: number): { name: string }; run(): void }
interface Store { prepare(text: string): Statement; transaction<T>(work: () => T): T }
export async function rename(store: Store): Promise<string> {
  store.prepare("update").run();
  return store.transaction(() => store.prepare("select").get(1).name);
}`),
  "jwt with a callback, bcrypt with await, sass with render": commonjs(`
const jwt = require("jsonwebtoken");
const bcrypt = require("bcrypt");
const sass = require("sass");
module.exports = async (token, password) => {
  await new Promise((resolve, reject) =>
    jwt.verify(token, "secret", {}, (error, value) => (error ? reject(error) : resolve(value))),
  );
  sass.render({ file: "a.scss" }, () => {});
  return bcrypt.hash(password, await bcrypt.genSalt(10));
};`),
  "reached only where the module is the worker": `
import { isMainThread, Worker, parentPort } from "node:worker_threads";
import { readFileSync } from "node:fs";
function heavy(name) { return readFileSync(name); }
if (!isMainThread) parentPort.on("message", async (name) => parentPort.postMessage(heavy(name)));
export async function run(name) {
  const worker = new Worker(new URL(import.meta.url));
  worker.postMessage(name);
}`,
  "in an unreachable branch": `
import { readFileSync } from "node:fs";
export async function go(name) {
  if (false) readFileSync(name);
  return name;
  readFileSync(name);
}`,
  "a pattern of the same name in a destructuring": `
import api from "./api.js";
export async function go() {
  const { readFileSync, execSync: run } = api;
  run("ls");
  return readFileSync("a");
}`,
  "an await in the head of a helper's caller": `
import { stat } from "node:fs/promises";
const sizeOf = async (name) => (await stat(name)).size;
export async function total(names) {
  let sum = 0;
  for (const name of names) sum += await sizeOf(name);
  return sum + (await Promise.all(names.map(sizeOf))).length;
}`,
};
