/** Deno, Bun, browsers and the packages that users install. */
import { commonjs, named, typescript, type SnippetSet } from "../snippet.js";

export const runtimes: SnippetSet = {
  "Deno serves": typescript(`
Deno.serve(async (request: Request) => {
  const text = Deno.readTextFileSync("." + new URL(request.url).pathname); // !call
  await Deno.writeTextFile("log", text);
  return new Response(text);
});
`),
  "Deno's files": `
export async function run(name) {
  Deno.statSync(name); // !call
  for (const entry of Deno.readDirSync(name)) console.log(entry.name); // !call
  using file = Deno.openSync(name); // !call
  new Deno.Command("ls").outputSync(); // !call
  const { writeFileSync } = Deno;
  writeFileSync(name, new Uint8Array()); // !call
  for await (const entry of Deno.readDir(name)) console.log(entry.name);
  return new Deno.Command("ls").output();
}
`,
  "Deno at the top": `
const config = JSON.parse(Deno.readTextFileSync("deno.json"));
if (config.tasks) Deno.mkdirSync("out");
`,
  "a Deno of one's own": `
import { Deno } from "./shim.js";
export const load = async (name) => Deno.readTextFileSync(name);
`,
  Bun: `
export default {
  async fetch(request) {
    const { stdout } = Bun.spawnSync(["ls"]); // !call
    const packed = Bun.gzipSync(stdout); // !call
    Bun.sleepSync(10); // !call
    await Bun.sleep(10);
    return new Response(Bun.file("a"));
  },
};
`,
  "Bun's sqlite": `
import { Database } from "bun:sqlite";
const db = new Database("app.db");
export const users = async () => db.query("select * from users").all(); // !call
`,
  "Bun's password": `
export const hash = async (p) => Bun.password.hashSync(p); // !call
export const verify = async (p, h) => Bun.password.verify(p, h);
`,
  dialogs: `
export async function rename(item) {
  const name = prompt("Name?", item.name); // !call
  if (name && window.confirm("Rename?")) await item.rename(name); // !call
  else globalThis.alert("No"); // !call
}
`,
  "synchronous XMLHttpRequest": `
export async function load(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false); // !call
  request.send();
  return request.responseText;
}
`,
  "asynchronous XMLHttpRequest": `
export const load = (url) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open("GET", url, true);
  request.onload = () => resolve(request.responseText);
  request.onerror = reject;
  request.send();
});
export async function other(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url);
  request.send();
}
`,
  WebAssembly: `
export async function load(bytes) {
  const module = new WebAssembly.Module(bytes); // !call
  const instance = new WebAssembly.Instance(module); // !call
  const other = await WebAssembly.instantiate(bytes);
  return [instance, other];
}
`,
  crypto: `
import crypto, { createHash, randomBytes, randomUUID } from "node:crypto";
export async function all(p, buffer) {
  crypto.scryptSync(p, "s", 64); // !call
  crypto.hkdfSync("sha512", p, "s", "i", 64); // !call
  crypto.generateKeyPairSync("rsa", { modulusLength: 2048 }); // !call
  crypto.generatePrimeSync(1024); // !call
  crypto.createDiffieHellman(2048); // !call
  randomUUID();
  crypto.timingSafeEqual(buffer, buffer);
  await crypto.subtle.digest("SHA-256", buffer);
  return createHash("md5").update("a").digest("hex") + randomBytes(8).toString("hex");
}
`,
  zlib: `
import zlib from "zlib";
export async function all(b) {
  zlib.gzipSync(b); // !call
  zlib.unzipSync(b); // !call
  zlib.brotliDecompressSync(b); // !call
  zlib.deflateRawSync(b); // !call
  zlib.crc32(b);
  return zlib.createGunzip();
}
`,
  child_process: `
import cp from "child_process";
export async function all(c) {
  cp.execSync(c); // !call
  cp.execFileSync(c); // !call
  cp.spawnSync(c); // !call
  cp.spawn(c);
  cp.fork(c);
  return cp.exec(c);
}
`,
  "node:sqlite": `
import { DatabaseSync } from "node:sqlite";
const db = new DatabaseSync("app.db");
const insert = db.prepare("insert into t values (?)");
export async function add(x) {
  insert.run(x); // !call
  db.exec("vacuum"); // !call
  return db.prepare("select * from t").all(); // !call
}
`,
  "v8 and vm": `
import v8 from "node:v8";
import vm from "node:vm";
import { Session } from "node:inspector/promises";
export async function all(code) {
  v8.writeHeapSnapshot(); // !call
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  return v8.getHeapStatistics();
}
`,
  "fs: file descriptors": `
import fs from "fs";
export async function all(name) {
  const fd = fs.openSync(name, "w"); // !call
  fs.writeSync(fd, "x"); // !call
  fs.fsyncSync(fd); // !call
  fs.closeSync(fd); // !call
  fs.cpSync("a", "b", { recursive: true }); // !call
  fs.watch(name);
  fs.createReadStream(name);
  return fs.constants.O_RDONLY;
}
`,
  "fs-extra": `
import fs from "fs-extra";
import { readJsonSync, outputFile } from "fs-extra";
export async function all() {
  fs.ensureDirSync("a"); // !call
  fs.copySync("a", "b"); // !call
  fs.readFileSync("a"); // !call
  await fs.readJson("a");
  await outputFile("a", "b");
  return readJsonSync("a"); // !call
}
`,
  "better-sqlite3": commonjs(`
const db = require("better-sqlite3")("app.db");
const byId = db.prepare("select * from users where id = ?");
const move = db.transaction((a, b) => { byId.run(a); byId.run(b); });
exports.user = async (id) => byId.get(id); // !call
exports.count = async () => db.prepare("select count(*) from users").pluck().get(); // !call
exports.move = async (a, b) => move(a, b); // !call
`),
  "a database with the same method names": `
import { Pool } from "pg";
import sqlite from "sqlite";
const pool = new Pool();
export async function all() {
  const db = await sqlite.open("app.db");
  await db.exec("vacuum");
  await db.prepare("x").all();
  return pool.query("select 1");
}
`,
  bcrypt: `
import bcrypt from "bcrypt";
import { compareSync, genSalt } from "bcryptjs";
export async function all(p, h) {
  const salt = bcrypt.genSaltSync(10); // !call
  bcrypt.hashSync(p, salt); // !call
  await bcrypt.compare(p, h);
  await genSalt(10);
  return compareSync(p, h); // !call
}
`,
  "execa and cross-spawn": `
import { execa, execaSync, execaCommandSync } from "execa";
import spawn from "cross-spawn";
export async function all() {
  execaSync("ls"); // !call
  execaCommandSync("ls -l"); // !call
  spawn.sync("ls"); // !call
  spawn("ls");
  return execa("ls");
}
`,
  shelljs: commonjs(`
const shell = require("shelljs");
exports.all = async () => {
  shell.exec("ls"); // !call
  shell.rm("-rf", "dist"); // !call
  shell.exec("ls", { async: true });
  shell.echo("done");
};
`),
  "glob and its kin": `
import { globSync, glob } from "glob";
import fg from "fast-glob";
import { globbySync } from "globby";
import tinyglob from "./tinyglob.js";
export async function all(p) {
  globSync(p); // !call
  glob.sync(p); // !call
  fg.sync(p); // !call
  fg.globSync(p); // !call
  globbySync(p); // !call
  tinyglob.sync(p);
  return [...(await glob(p)), ...(await fg(p))];
}
`,
  "rimraf, mkdirp, tmp": commonjs(`
const rimraf = require("rimraf");
const mkdirp = require("mkdirp");
const tmp = require("tmp");
exports.all = async () => {
  rimraf.sync("a"); // !call
  rimraf.rimrafSync("a"); // !call
  mkdirp.sync("b"); // !call
  tmp.fileSync(); // !call
  tmp.dirSync({ unsafeCleanup: true }); // !call
  await rimraf("a");
};
`),
  sass: `
import * as sass from "sass";
import nodeSass from "node-sass";
export async function all() {
  sass.compile("a.scss"); // !call
  sass.compileString("a{}"); // !call
  return sass.compileAsync("a.scss");
}
`,
  jsonwebtoken: `
import jwt from "jsonwebtoken";
import { SignJWT } from "jose";
export async function all(t, key) {
  const signed = jwt.sign({ a: 1 }, key, { algorithm: "RS256" }); // !call
  jwt.sign({ a: 1 }, key, (error, token) => {});
  await new SignJWT({}).sign(key);
  return jwt.decode(t) ?? signed;
}
`,
  "questions, requests and deasync": `
import readline from "readline-sync";
import promptSync from "prompt-sync";
import fetchSync from "sync-fetch";
import request from "sync-request";
import deasync from "deasync";
const prompt = promptSync({ sigint: true });
export async function all() {
  readline.keyInYN("go? "); // !call
  prompt("name? "); // !call
  fetchSync("https://example.org").json(); // !call
  request("GET", "https://example.org"); // !call
  deasync.sleep(10); // !call
  let done = false;
  deasync.loopWhile(() => !done); // !call
}
`,
  synckit: `
import { createSyncFn } from "synckit";
const format = createSyncFn(new URL("./worker.js", import.meta.url));
export const run = async (text) => format(text); // !call
`,
  "synckit's worker": named(
    "worker.js",
    `
import { runAsWorker } from "synckit";
import { readFileSync } from "node:fs";
runAsWorker(async (name) => readFileSync(name, "utf8"));
`,
  ),
  "deasync of a function": commonjs(`
const deasync = require("deasync");
const fs = require("fs");
const readFile = deasync(fs.readFile);
exports.run = async (name) => readFile(name); // !call
`),
  "methods that other libraries call alike": `
import _ from "lodash";
import { Store } from "./store.js";
import zip from "adm-zip-like";
export async function all(editor, monaco, yaml) {
  editor.saveSync();
  new Store().readFileSync("a");
  zip.gzipSync("x");
  monaco.editor.create();
  yaml.parse("a: 1");
  _.memoize.sync?.();
  return editor.document.execSync("bold");
}
`,
  "regular expressions and strings": `
export async function all(text) {
  const a = /readFileSync\\(/.exec(text);
  const b = "fs.readFileSync('x')".match(/Sync/);
  // fs.readFileSync("never")
  return [a, b, \`execSync\`];
}
`,
  "what fs has that does not block": `
import fs, { createWriteStream, watchFile, unwatchFile, readFile } from "node:fs";
import fsp, { readFile as read } from "node:fs/promises";
export async function all(name) {
  createWriteStream(name).end("x");
  watchFile(name, () => {});
  unwatchFile(name);
  readFile(name, () => {});
  await fs.promises.stat(name);
  await fsp.stat(name);
  return read(name);
}
`,
  "require is synchronous, and nobody counts that": commonjs(`
exports.load = async (name) => {
  const plugin = require("./plugins/a");
  return plugin.run(name);
};
`),
  "stdout and process": `
export async function all() {
  process.stdout.write("a");
  console.log("b");
  process.chdir("/");
  process.hrtime();
  process.memoryUsage();
  process.exit(0);
}
`,
  "parsing, sorting and structuredClone": `
export async function all(text, list) {
  const value = JSON.parse(text);
  list.sort((a, b) => a - b);
  structuredClone(value);
  return JSON.stringify(list);
}
`,
  dns: `
import dns, { lookup } from "node:dns";
export async function all(name) {
  lookup(name, () => {});
  dns.setServers(["1.1.1.1"]);
  return dns.promises.resolve(name);
}
`,
};
