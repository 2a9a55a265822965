/** Code that looks like a finding from one side, and is none when it is looked at as a whole. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const harmlessDoubles: SnippetSet = {
  "an in-memory file system": `
import { fs, vol } from "memfs";
import { Volume, createFsFromVolume } from "memfs";
const ufs = createFsFromVolume(new Volume());
export async function render(files) {
  vol.fromJSON(files);
  fs.writeFileSync("/a", ufs.readFileSync("/b"));
  return fs.readdirSync("/");
}`,
  "a compiler's host that answers from memory": typescript(`
import ts from "typescript";
import { createDefaultMapFromCDN, createSystem } from "@typescript/vfs";
export async function compile(code: string) {
  const map = await createDefaultMapFromCDN({ target: ts.ScriptTarget.ES2022 }, "5.0", true, ts);
  const system = createSystem(map);
  system.writeFile("index.ts", code);
  system.readFile("index.ts");
  system.fileExists("index.ts");
  return ts.transpileModule(code, {});
}`),
  "own helpers that only share a name": `
const cache = new Map();
export const readFileSync = (name) => cache.get(name);
export function existsSync(name) { return cache.has(name); }
function execSync(queue) { queue.forEach((job) => job()); }
export async function run(queue, name) {
  execSync(queue);
  return existsSync(name) ? readFileSync(name) : undefined;
}`,
  "a helper's module of the same names": withFiles(
    `
import { readFileSync, execSync } from "./fs.js";
import * as fs from "./fs.js";
import child_process from "./child_process";
export async function run() {
  readFileSync("a");
  execSync("b");
  fs.existsSync("c");
  child_process.spawnSync("d");
}`,
    {
      "fs.js": `
export const readFileSync = () => "";
export const execSync = () => "";
export const existsSync = () => true;`,
      "child_process.js": `export default { spawnSync() { return { status: 0 }; } };`,
    },
  ),
  "parameters and variables shadow the import": `
import fs, { readFileSync } from "node:fs";
export async function a(fs) { return fs.readFileSync("a"); }
export async function b({ readFileSync }) { return readFileSync("b"); }
export async function c(adapter) {
  const fs = adapter.fs();
  for (const readFileSync of adapter.readers) readFileSync("c");
  try { await adapter.x(); } catch (readFileSync) { readFileSync("d"); }
  return fs.existsSync("e");
}
export const text = readFileSync("f") + fs.readFileSync("g");`,
  "methods that are defined here and called elsewhere": `
import fs from "node:fs";
export async function createStorage(root) {
  await fs.promises.mkdir(root, { recursive: true });
  class Entry {
    constructor(name) { this.name = name; }
    readSync() { return fs.readFileSync(this.name); }
    get size() { return fs.statSync(this.name).size; }
    static list() { return fs.readdirSync(root); }
  }
  const api = {
    Entry,
    hasSync: (name) => fs.existsSync(root + name),
    removeSync(name) { fs.rmSync(root + name); },
    get count() { return fs.readdirSync(root).length; },
  };
  function onExit() { fs.rmdirSync(root); }
  process.once("exit", onExit);
  return Object.freeze(api);
}`,
  "the asynchronous forms beside the others": `
import fs, { promises, readFile } from "fs";
import { readFile as read, access, constants } from "node:fs/promises";
import { promisify } from "node:util";
import { exec, execFile } from "node:child_process";
import zlib from "node:zlib";
import bcrypt from "bcrypt";
import glob, { glob as find } from "fast-glob";
const run = promisify(execFile);
export async function all(name, password) {
  await Promise.all([promises.stat(name), fs.promises.rm(name), read(name), access(name, constants.R_OK)]);
  await run("ls"); exec("ls"); readFile(name, () => {});
  await promisify(zlib.gzip)("a");
  await bcrypt.compare(password, await bcrypt.hash(password, 10));
  return [await glob("*"), await find("*"), await fs.opendir];
}`,
  "references that nobody calls": `
import fs, { readFileSync, existsSync } from "node:fs";
export async function describe(check) {
  const names = Object.keys({ readFileSync, existsSync });
  if (typeof fs.cpSync === "function") names.push("cpSync");
  const has = "globSync" in fs && fs.globSync !== undefined;
  check(readFileSync === fs.readFileSync, readFileSync.name, readFileSync.length);
  return { names, has, api: { readFileSync, exists: existsSync } };
}`,
  "a text about it": `
import { marked } from "marked";
// fs.readFileSync("a") blocks
export async function docs() {
  const example = "import fs from 'fs'; fs.readFileSync('a')";
  const pattern = /execSync\\(/;
  const code = \`while (Date.now() < end) {} // \${pattern.source}\`;
  return marked.parse(example + code, { async: true });
}`,
  "mocks of a test": typescript(`
import { jest } from "@jest/globals";
import * as fs from "fs";
import sinon from "sinon";
jest.mock("fs");
const mocked = jest.mocked(fs);
it("reads once", async () => {
  mocked.readFileSync.mockReturnValue("a");
  sinon.stub(fs, "existsSync").returns(true);
  jest.spyOn(fs, "writeFileSync").mockImplementation(() => {});
  (fs.statSync as jest.Mock).mockReturnValueOnce({ size: 1 });
  await Promise.resolve();
  expect(fs.readFileSync).toHaveBeenCalledTimes(1);
});`),
  "one-shot scripts without a promise": named(
    "bin/cli.js",
    `
#!/usr/bin/env node
import { readFileSync, writeFileSync } from "node:fs";
import { execSync } from "node:child_process";
import { program } from "commander";
function build(options) {
  const text = readFileSync(options.input, "utf8");
  writeFileSync(options.output, text.toUpperCase());
  execSync("ls");
}
program.command("build").option("-i, --input <file>").action(build);
program.command("test").action((options) => { execSync("npm test", { stdio: "inherit" }); });
program.parse();
`.trimStart(),
  ),
  "polls without a time": `
import { receiveMessageOnPort } from "node:worker_threads";
export async function drain(port, view, timeout) {
  if (Atomics.wait(view, 0, 0, 0) === "timed-out") return [];
  const messages = [];
  for (let one = receiveMessageOnPort(port); one; one = receiveMessageOnPort(port)) messages.push(one.message);
  await Atomics.waitAsync(view, 0, 0, timeout).value;
  Atomics.notify(view, 0);
  Atomics.store(view, 0, 1);
  return messages;
}`,
  "loops that give way each time": `
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { once } from "node:events";
export async function until(check, emitter, signal) {
  const end = Date.now() + 1000;
  while (Date.now() < end) await sleep(10);
  while (!check()) await turn();
  while (!signal.aborted) await once(emitter, "change");
  while (!emitter.done) { await new Promise((resolve) => process.nextTick(resolve)); emitter.step(); }
  do await emitter.next(); while (!emitter.done);
}`,
  "loops over data that look like waiting": `
export function skip(text, i) {
  while (text[i] === " ") i++;
  while (i < text.length && text.charCodeAt(i) !== 10) ++i;
  for (; text[i] !== ";"; i += 1);
  return i;
}
export function climb(node) {
  while (node.parent) node = node.parent;
  do node = node.next; while (node && node.hidden);
  for (let n = node; n; n = n.next) if (n.key === 1) return n;
  while (true) { const next = node.pop(); if (!next) break; }
}
export function gcd(a, b) { while (b) [a, b] = [b, a % b]; return a; }
export function spinner(frames) { let i = 0; return setInterval(() => process.stdout.write(frames[i++ % frames.length]), 80); }`,
  "retries with an exponential pause": typescript(`
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
export async function retry<T>(run: () => Promise<T>, { tries = 5, base = 50 } = {}): Promise<T> {
  let last: unknown;
  for (let i = 0; i < tries; i++) {
    try { return await run(); } catch (error) { last = error; }
    await wait(base * 2 ** i);
  }
  throw last;
}
export async function untilIdle(busy: () => boolean) {
  for (;;) {
    if (!busy()) return;
    await wait(10);
  }
}`),
  "closures that run on another thread": `
import { spawnBlocking } from "spawn-blocking";
import makeAsynchronous from "make-asynchronous";
import workerpool from "workerpool";
import Tinypool from "tinypool";
const pool = workerpool.pool({ maxWorkers: 2 });
const tiny = new Tinypool({ filename: "./worker.js" });
export async function hash(password, salt) {
  const derive = makeAsynchronous((p, s) => process.getBuiltinModule("crypto").scryptSync(p, s, 64).toString("hex"));
  await spawnBlocking(function work(p) { const { pbkdf2Sync } = process.getBuiltinModule("crypto"); return pbkdf2Sync(p, "x", 1e5, 64, "sha512"); }, [password]);
  await pool.exec(function (p) { return require("fs").readFileSync(p, "utf8"); }, [password]);
  await tiny.run({ password, salt });
  return derive(password, salt);
}`,
  "a worker that is told apart by its port": `
import { parentPort, isMainThread, Worker, workerData } from "node:worker_threads";
import { readFileSync } from "node:fs";
if (!isMainThread) {
  const answer = async (name) => parentPort.postMessage(readFileSync(name, "utf8"));
  parentPort.on("message", answer);
  await answer(workerData);
}
export const start = (name) => isMainThread && new Worker(new URL(import.meta.url), { workerData: name });`,
  "a web worker's file": named(
    "parser.worker.js",
    `
importScripts("lib.js");
self.onmessage = async ({ data }) => {
  const request = new XMLHttpRequest();
  request.open("GET", data.url, false);
  request.send();
  const reader = new FileReaderSync();
  await self.caches.open("x");
  self.postMessage(reader.readAsText(new Blob([request.responseText])));
};`,
  ),
  "a child process by its own entry": commonjs(
    `
const { fork } = require("child_process");
const path = require("path");
module.exports = async function build(options) {
  const child = fork(path.join(__dirname, "build-child.js"));
  child.send(options);
  return new Promise((resolve, reject) => child.on("message", resolve).on("error", reject));
};`,
    {
      "build-child.js": `
const fs = require("fs");
process.on("message", (options) => { fs.writeFileSync(options.out, ""); process.send("done"); });`,
    },
  ),
};
