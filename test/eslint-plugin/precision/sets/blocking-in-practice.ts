/** What blocks: the platforms' APIs and the packages, each beside what it has that does not block. */
import { commonjs, typescript, type SnippetSet } from "../snippet.js";

export const blockingInPractice: SnippetSet = {
  "files by descriptors and folders": `
import * as fs from "node:fs";
export async function tail(name, buffer) {
  const file = fs.openSync(name, "r"); // !call
  try {
    fs.readSync(file, buffer, 0, buffer.length, 0); // !call
    fs.readvSync(file, [buffer]); // !call
    fs.fdatasyncSync(file); // !call
    return fs.fstatSync(file).size; // !call
  } finally {
    fs.closeSync(file); // !call
  }
}`,
  "an open folder": `
import { opendirSync, promises, globSync, mkdtempSync } from "node:fs";
export async function first(folder) {
  const dir = opendirSync(folder); // !call
  const entry = dir.readSync(); // !call
  dir.closeSync(); // !call
  globSync("*.js"); // !call
  mkdtempSync("x"); // !call
  for await (const one of await promises.opendir(folder)) return one.name;
  return entry;
}`,
  programs: `
import { spawnSync, execSync, execFileSync, spawn, exec, fork } from "child_process";
export async function programs() {
  spawnSync("git", ["status"]); // !call
  execSync("git status", { stdio: "inherit" }); // !call
  execFileSync("git", ["status"]); // !call
  spawn("git", ["status"]);
  exec("git status");
  fork("child.js");
}`,
  "keys and hashes": `
import crypto, { scrypt, generateKeyPair } from "node:crypto";
export async function keys(password, bits) {
  crypto.pbkdf2Sync(password, "salt", 1e6, 64, "sha512"); // !call
  crypto.scryptSync(password, "salt", 64); // !call
  crypto.generateKeyPairSync("rsa", { modulusLength: 4096 }); // !call
  crypto.generatePrimeSync(bits); // !call
  crypto.checkPrimeSync(1n); // !call
  crypto.hkdfSync("sha256", password, "salt", "", 64); // !call
  scrypt(password, "salt", 64, () => {});
  generateKeyPair("rsa", { modulusLength: 4096 }, () => {});
  await crypto.subtle.digest("SHA-256", password);
  return crypto.timingSafeEqual(password, password) && crypto.randomUUID();
}`,
  compression: `
import zlib from "node:zlib";
export async function pack(text) {
  zlib.gzipSync(text); // !call
  zlib.inflateRawSync(text); // !call
  zlib.brotliCompressSync(text); // !call
  zlib.zstdDecompressSync(text); // !call
  zlib.unzipSync(text); // !call
  zlib.gzip(text, () => {});
  return zlib.createGzip().end(text);
}`,
  "the engine's own": `
import v8 from "node:v8";
import vm from "node:vm";
import inspector from "node:inspector";
export async function engine(code, bytes) {
  v8.writeHeapSnapshot(); // !call
  vm.runInNewContext(code, {}); // !call
  new vm.Script(code).runInThisContext(); // !call
  inspector.waitForDebugger(); // !call
  const module = new WebAssembly.Module(bytes); // !call
  new WebAssembly.Instance(module); // !call
  await WebAssembly.compile(bytes);
  return v8.getHeapStatistics();
}`,
  "a database of Node.js": typescript(`
import { DatabaseSync, type StatementSync } from "node:sqlite";
export class Users {
  readonly #db = new DatabaseSync("users.db");
  readonly #find = this.#db.prepare("select * from users where id = ?");
  async find(id: number): Promise<unknown> {
    return this.#find.get(id); // !call
  }
  async all(): Promise<unknown[]> {
    this.#db.exec("analyze"); // !call
    return this.#db.prepare("select * from users").all(); // !call
  }
  async close(): Promise<void> {
    const statement: StatementSync = this.#db.prepare("delete from users");
    statement.run(); // !call
  }
}`),
  "better-sqlite3 behind a module": commonjs(`
const Database = require("better-sqlite3");
const db = Database("app.db", { readonly: true });
db.pragma("journal_mode = WAL");
const byId = db.prepare("select * from t where id = ?");
const insertAll = db.transaction((rows) => {
  for (const row of rows) byId.run(row);
});
module.exports = {
  async get(id) { return byId.get(id); }, // !call
  async names() { return byId.pluck().all(); }, // !call
  async save(rows) { insertAll.immediate(rows); }, // !call
  async copy(name) { await db.backup(name); },
};`),
  "Bun's": `
import { Database } from "bun:sqlite";
import { spawnSync, password, sleepSync, $ } from "bun";
const db = new Database("app.db");
export async function bun(text) {
  db.query("select 1").all(); // !call
  db.run("create table t (a)"); // !call
  spawnSync(["ls"]); // !call
  password.hashSync(text); // !call
  sleepSync(10); // !call
  Bun.gzipSync(text); // !call
  await password.hash(text);
  await $\`ls\`;
  await Bun.sleep(10);
  return Bun.file("a").text();
}`,
  "Deno's": `
export async function deno(name) {
  Deno.readTextFileSync(name); // !call
  new Deno.Command("ls").outputSync(); // !call
  for (const entry of Deno.readDirSync(".")) console.log(entry); // !call
  const file = Deno.openSync(name); // !call
  file.readSync(new Uint8Array(8)); // !call
  await Deno.readTextFile(name);
  return new Deno.Command("ls").output();
}`,
  "a browser's": `
export async function save(form) {
  if (!confirm("Save?")) return; // !call
  const request = new XMLHttpRequest();
  request.open("POST", "/save", false); // !call
  request.send(new FormData(form));
  const other = new XMLHttpRequest();
  other.open("GET", "/state");
  other.send();
  window.alert("Saved"); // !call
  await fetch("/log");
}`,
  "a confirm of one's own": `
import { confirm, input } from "@inquirer/prompts";
import prompts from "prompts";
export async function ask() {
  const alert = (text) => console.log(text);
  alert("hello");
  await confirm({ message: "Go on?" });
  return prompts({ type: "text", name: await input({ message: "name" }) });
}`,
  atomics: `
export async function wait(memory) {
  Atomics.wait(memory, 0, 0); // !call
  Atomics.wait(memory, 0, 0, 250); // !call
  Atomics.wait(memory, 0, 0, 0);
  await Atomics.waitAsync(memory, 0, 0, 250).value;
  return Atomics.load(memory, 0);
}`,
  "fs-extra and graceful-fs": `
import fse, { outputFileSync, pathExists } from "fs-extra";
import * as graceful from "graceful-fs";
export async function extra() {
  fse.ensureDirSync("a"); // !call
  fse.emptyDirSync("a"); // !call
  fse.moveSync("a", "b"); // !call
  outputFileSync("c", "d"); // !call
  fse.writeJSONSync("e", {}); // !call
  fse.pathExistsSync("e"); // !call
  graceful.renameSync("e", "f"); // !call
  await fse.ensureDir("a");
  return pathExists("f");
}`,
  "hashing and tokens": commonjs(`
const bcrypt = require("bcrypt");
const bcryptjs = require("bcryptjs");
const jwt = require("jsonwebtoken");
exports.login = async (req) => {
  if (!bcrypt.compareSync(req.password, req.hash)) return null; // !call
  bcryptjs.genSaltSync(12); // !call
  jwt.verify(req.token, "secret"); // !call
  jwt.verify(req.token, "secret", (error, token) => {});
  jwt.decode(req.token);
  await bcryptjs.hash(req.password, 10);
  return jwt.sign({ id: 1 }, "secret", { algorithm: "RS256" }); // !call
};`),
  "programs by packages": `
import { execa, execaSync, $ } from "execa";
import crossSpawn from "cross-spawn";
import shell, { exec } from "shelljs";
export async function packages() {
  execaSync({ cwd: "a" })\`npm test\`; // !call
  $.sync\`git fetch\`; // !call
  crossSpawn.sync("npm", ["test"]); // !call
  shell.exec("ls"); // !call
  exec("ls", { silent: true }); // !call
  exec("ls", { async: true });
  shell.cp("-r", "a", "b"); // !call
  await execa("npm", ["test"]);
  await $\`git fetch\`;
}`,
  "files by packages": `
import { globSync, glob, Glob } from "glob";
import fastGlob from "fast-glob";
import { globbySync, globby } from "globby";
import { rimrafSync, rimraf } from "rimraf";
import { mkdirpSync, mkdirp } from "mkdirp";
import tmp from "tmp";
export async function files() {
  globSync("**/*.js"); // !call
  glob.sync("**/*.js"); // !call
  new Glob("**/*.js", {}).walkSync(); // !call
  fastGlob.sync("**/*.js"); // !call
  globbySync("**/*.js"); // !call
  rimrafSync("dist"); // !call
  rimraf.sync("dist"); // !call
  mkdirpSync("dist"); // !call
  tmp.fileSync(); // !call
  tmp.dirSync(); // !call
  await Promise.all([glob("a"), fastGlob("a"), globby("a"), rimraf("a"), mkdirp("a")]);
}`,
  stylesheets: `
import * as sass from "sass";
import { compileString } from "sass-embedded";
export async function css(name) {
  sass.compile(name); // !call
  compileString("a { b: c }"); // !call
  sass.renderSync({ file: name }); // !call
  return sass.compileAsync(name);
}`,
  "asking and fetching the old way": commonjs(`
const readline = require("readline-sync");
const prompt = require("prompt-sync")({ sigint: true });
const fetch = require("sync-fetch");
const request = require("sync-request");
exports.ask = async () => {
  readline.question("name? "); // !call
  readline.keyInYN("sure?"); // !call
  prompt("name? "); // !call
  fetch("http://a").json(); // !call
  request("GET", "http://a").getBody(); // !call
};`),
  "promises made synchronous": commonjs(`
const { createSyncFn } = require("synckit");
const deasync = require("deasync");
const format = createSyncFn(require.resolve("./worker"));
const sleep = deasync((ms, done) => setTimeout(done, ms));
exports.run = async (code) => {
  format(code); // !call
  sleep(100); // !call
  deasync.sleep(100); // !call
  deasync.loopWhile(() => !exports.done); // !call
};`),
  "sharp, argon2 and prisma wait for nobody": `
import sharp from "sharp";
import argon2 from "argon2";
import { PrismaClient } from "@prisma/client";
import { Pool } from "pg";
const prisma = new PrismaClient();
const pool = new Pool();
export async function work(image, password) {
  await sharp(image).resize(100).toBuffer();
  await argon2.hash(password);
  await prisma.user.findMany();
  return pool.query("select 1");
}`,
  "a command's output by tinyexec and nano-spawn": `
import { x } from "tinyexec";
import spawn from "nano-spawn";
import { readPackageUpSync, readPackageUp } from "read-package-up";
export async function versions() {
  await x("git", ["--version"]);
  await spawn("git", ["--version"]);
  await readPackageUp();
}`,
};
