/** Packages of the catalog and other runtimes, as they are used. */
import { commonjs, typescript, type SnippetSet } from "../snippet.js";

export const toolsAndRuntimes: SnippetSet = {
  "fs-extra by each import": commonjs(`
const fse = require("fs-extra");
const { ensureDirSync, readJsonSync } = require("fs-extra");
exports.run = async () => {
  fse.copySync("a", "b"); // !call
  ensureDirSync("c"); // !call
  readJsonSync("d"); // !call
  fse.readFileSync("e"); // !call
  await fse.copy("a", "b");
  await fse.readJson("d");
};`),
  "better-sqlite3 through statements and transactions": `
import Database from "better-sqlite3";
const db = new Database("a.db");
const insert = db.prepare("insert into t values (?)");
const many = db.transaction((rows) => { for (const row of rows) insert.run(row); });
export async function save(rows) {
  many(rows); // !call
  db.prepare("select 1").all(); // !call
  db.pragma("journal_mode = WAL"); // !call
  for (const row of insert.iterate()) console.log(row); // !call
}`,
  "node:sqlite": `
import { DatabaseSync } from "node:sqlite";
const db = new DatabaseSync(":memory:");
const query = db.prepare("select * from t where id = ?");
export async function find(id) {
  db.exec("begin"); // !call
  return query.get(id); // !call
}`,
  "password hashing": `
import bcrypt from "bcrypt";
import { hashSync as hash2 } from "bcryptjs";
import argon2 from "argon2";
export async function check(password, hash) {
  bcrypt.compareSync(password, hash); // !call
  hash2(password, 10); // !call
  await bcrypt.compare(password, hash);
  return argon2.verify(hash, password);
}`,
  "commands by execa, cross-spawn, shelljs and zx": `
import { execa, execaSync, execaCommandSync } from "execa";
import spawn from "cross-spawn";
import shell from "shelljs";
import { $ } from "zx";
export async function build() {
  execaSync("tsc"); // !call
  execaCommandSync("npm test"); // !call
  spawn.sync("npm", ["ci"]); // !call
  shell.exec("make"); // !call
  shell.rm("-rf", "dist"); // !call
  $.sync\`ls\`; // !call
  await execa("tsc");
  spawn("npm", ["ci"]);
  shell.exec("make", { async: true });
  await $\`ls\`;
}`,
  "execa's $.sync": `
import { $ } from "execa";
export async function tag() {
  const { stdout } = $.sync\`git tag\`; // !call
  await $\`git push\`;
  return stdout;
}`,
  "finding files by glob, fast-glob, globby and tinyglobby": `
import { globSync, glob } from "glob";
import fg from "fast-glob";
import { globbySync } from "globby";
import { globSync as tiny } from "tinyglobby";
export async function find() {
  globSync("*.js"); // !call
  glob.sync("*.js"); // !call
  fg.sync("*.js"); // !call
  fg.globSync("*.js"); // !call
  globbySync("*.js"); // !call
  tiny("*.js"); // !call
  await fg("*.js");
  await glob("*.js");
}`,
  "removing and making": commonjs(`
const rimraf = require("rimraf");
const { mkdirp } = require("mkdirp");
const tmp = require("tmp");
const which = require("which");
module.exports = async () => {
  rimraf.sync("a"); // !call
  rimraf.rimrafSync("a"); // !call
  mkdirp.sync("b"); // !call
  tmp.fileSync(); // !call
  tmp.dirSync(); // !call
  which.sync("git"); // !call
  await mkdirp("b");
  await rimraf.rimraf("a");
};`),
  "styles and scripts compiled": `
import * as sass from "sass";
import * as esbuild from "esbuild";
import babel from "@babel/core";
import { transformSync } from "@swc/core";
export async function compile(source) {
  sass.compile("a.scss"); // !call
  sass.compileString(source); // !call
  esbuild.buildSync({ entryPoints: ["a"] }); // !call
  babel.transformSync(source); // !call
  transformSync(source); // !call
  await sass.compileAsync("a.scss");
  await esbuild.build({});
  await babel.transformAsync(source);
}`,
  "asking people and other servers": commonjs(`
const readline = require("readline-sync");
const prompt = require("prompt-sync")({ sigint: true });
const fetch = require("sync-fetch");
const request = require("sync-request");
module.exports = async () => {
  readline.question("Name? "); // !call
  prompt("Age? "); // !call
  fetch("https://example.com").json(); // !call
  request("GET", "https://example.com"); // !call
};`),
  "synckit and deasync": `
import { createSyncFn } from "synckit";
import deasync from "deasync";
const format = createSyncFn(new URL("./worker.js", import.meta.url));
export async function run(done) {
  format("code"); // !call
  deasync.loopWhile(() => !done); // !call
  deasync.sleep(10); // !call
}`,
  "tokens signed at once and later": `
import jwt from "jsonwebtoken";
export async function token(user, secret) {
  jwt.verify(user.token, secret); // !call
  return jwt.sign({ id: user.id }, secret, { expiresIn: "1h" }); // !call
}`,
  "compression and keys": `
import zlib from "node:zlib";
import { generateKeyPairSync, scryptSync, randomBytes, createHash } from "node:crypto";
export async function pack(data) {
  zlib.gzipSync(data); // !call
  zlib.brotliCompressSync(data); // !call
  generateKeyPairSync("rsa", { modulusLength: 4096 }); // !call
  scryptSync("p", randomBytes(16), 64); // !call
  createHash("md5").update(data).digest();
  zlib.createGzip().end(data);
}`,
  "v8, vm and inspector": `
import v8 from "node:v8";
import vm from "node:vm";
import inspector from "node:inspector";
export async function debug(code) {
  v8.writeHeapSnapshot(); // !call
  vm.runInNewContext(code); // !call
  new vm.Script(code).runInThisContext(); // !call
  inspector.waitForDebugger(); // !call
  v8.getHeapStatistics();
  v8.serialize({});
}`,
  "WebAssembly at once and later": `
export async function load(bytes) {
  const module = new WebAssembly.Module(bytes); // !call
  const instance = new WebAssembly.Instance(module); // !call
  await WebAssembly.instantiate(bytes);
  await WebAssembly.compile(bytes);
  return instance.exports;
}`,
  "Deno's synchronous side": typescript(`
export async function load(): Promise<string> {
  Deno.mkdirSync("a"); // !call
  for (const entry of Deno.readDirSync(".")) console.log(entry.name); // !call
  const command = new Deno.Command("ls");
  command.outputSync(); // !call
  await command.output();
  using file = Deno.openSync("b"); // !call
  file.readSync(new Uint8Array(8)); // !call
  return Deno.readTextFileSync("c"); // !call
}`),
  "Bun's synchronous side": `
import { Database } from "bun:sqlite";
const db = new Database("a.sqlite");
export async function load() {
  Bun.spawnSync(["ls"]); // !call
  Bun.sleepSync(10); // !call
  Bun.gzipSync(new Uint8Array(8)); // !call
  return db.query("select 1").all(); // !call
}`,
  "Bun.password and the sides that wait": `
import { sleepSync, password } from "bun";
export async function check(text, hash) {
  sleepSync(5); // !call
  password.hashSync(text); // !call
  Bun.password.verifySync(text, hash); // !call
  return Bun.password.verify(text, hash);
}`,
  "graceful-fs, and gracefulify": `
import gracefulFs from "graceful-fs";
import realFs from "node:fs";
gracefulFs.gracefulify(realFs);
export async function load() {
  realFs.readFileSync("a"); // !call
  return gracefulFs.readFileSync("b"); // !call
}`,
  "dns, net and process that do not block": `
import dns from "node:dns";
import net from "node:net";
import os from "node:os";
export async function info() {
  dns.lookup("a", () => {});
  await dns.promises.resolve("a");
  net.connect(80);
  os.cpus();
  process.memoryUsage();
  process.cwd();
  return os.hostname();
}`,
  "process.report and other odds": `
import { openSync, readSync, writeSync, fsyncSync, ftruncateSync } from "node:fs";
import { loadEnvFile } from "node:process";
export async function odds() {
  const fd = openSync("a"); // !call
  readSync(fd, Buffer.alloc(8)); // !call
  writeSync(fd, "x"); // !call
  fsyncSync(fd); // !call
  ftruncateSync(fd); // !call
  loadEnvFile(); // !call
}`,
  "zx's globals": `
import "zx/globals";
export async function deploy() {
  fs.readFileSync("a"); // !call
  await $\`ls\`;
  $.sync\`ls\`; // !call
}`,
};
