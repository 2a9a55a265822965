/** The platform and packages: what blocks, beside what has the same name and does not. */
import { commonjs, typescript, type SnippetSet } from "../snippet.js";

export const packageUses: SnippetSet = {
  "fs-extra's own functions, also from its ESM entry": `
import fse from "fs-extra";
import { outputFileSync, pathExists } from "fs-extra/esm";

export async function publish(from, to) {
  fse.emptyDirSync(to); // !call
  fse.copySync(from, to, { overwrite: true }); // !call
  outputFileSync(to + "/done", ""); // !call
  await fse.copy(from, to);
  fse.readJson(from, (error, json) => console.log(error, json));
  return pathExists(to);
}`,
  "better-sqlite3 through what prepare gives": `
import Database from "better-sqlite3";
const db = new Database("app.db", { readonly: true });
db.pragma("journal_mode = WAL");
const byId = db.prepare("select * from users where id = ?");

export const user = async (id) => byId.get(id); // !call
export async function report() {
  for (const row of db.prepare("select * from logs").iterate()) console.log(row); // !call
  return db.prepare("select 1").raw().all(); // !call
}`,
  "databases that answer with promises, and stores in memory": `
import { open } from "sqlite";
import sqlite3 from "sqlite3";
import knex from "knex";
const cache = new Map();
const legacy = new sqlite3.Database(":memory:");

export async function find(id) {
  const db = await open({ filename: "x.db", driver: sqlite3.Database });
  await db.exec("create table t (id)");
  legacy.run("insert into t values (1)").get("select 1", (error, row) => console.log(row));
  const statement = await db.prepare("select * from t where id = ?");
  await knex({}).select().where({ id });
  return cache.get(id) ?? (await statement.get(id)) ?? (await db.all("select 1"));
}`,
  "node:sqlite in a class": `
import { DatabaseSync } from "node:sqlite";

export class Sessions {
  #db = new DatabaseSync("sessions.db");
  #insert = this.#db.prepare("insert into sessions values (?, ?)");
  async add(key, value) {
    this.#insert.run(key, value); // !call
    this.#db.exec("pragma optimize"); // !call
  }
  async close() {
    this.#db.close();
  }
}`,
  "a class of one's own with a database's names": `
class DatabaseSync {
  rows = [];
  exec(text) { this.rows.push(text); }
  prepare(text) { return { all: () => this.rows.filter((row) => row === text) }; }
}
export async function query(text) {
  const db = new DatabaseSync();
  db.exec(text);
  return db.prepare(text).all();
}`,
  "hashes of passwords": `
import bcrypt from "bcrypt";
import { compareSync, genSalt } from "bcryptjs";
import * as argon2 from "argon2";
import { verifySync } from "@node-rs/argon2";

export async function login(user, password) {
  const salt = await genSalt(10);
  const renewed = bcrypt.hashSync(password, 12); // !call
  if (compareSync(password, user.hash)) return true; // !call
  if (verifySync(user.hash, password)) return true; // !call
  return (await bcrypt.compare(password, renewed)) || argon2.verify(user.hash, password + salt);
}`,
  "tokens with and without a callback": `
import jwt from "jsonwebtoken";
import { promisify } from "node:util";
import { jwtVerify, SignJWT } from "jose";
const verifyLater = promisify(jwt.verify);

export async function authenticate(token, key) {
  jwt.verify(token, key, (error, claims) => console.log(error, claims));
  jwt.sign({ a: 1 }, key, { expiresIn: 60 }, (error, text) => console.log(error, text));
  await verifyLater(token, key);
  await jwtVerify(token, key);
  await new SignJWT({}).sign(key);
  return jwt.decode(token);
}
export async function issue(user, key) {
  jwt.verify(user.token, key, { algorithms: ["HS256"] }); // !call
  return jwt.sign({ sub: user.id }, key, { expiresIn: "1h" }); // !call
}`,
  "finding and removing files": `
import fg, { glob as fastGlob } from "fast-glob";
import { globSync, glob } from "glob";
import { sync as rimraf } from "rimraf";
import { mkdirp } from "mkdirp";
import { globbySync, globby } from "globby";
import { dirSync, dir } from "tmp";

export async function clean(pattern) {
  const names = [...fg.sync(pattern), ...globSync(pattern), ...globbySync(pattern)]; // !call !call !call
  rimraf("dist"); // !call
  mkdirp.sync("dist"); // !call
  const folder = dirSync(); // !call
  await Promise.all([fastGlob(pattern), glob(pattern), globby(pattern), mkdirp("x"), fg(pattern)]);
  dir((error, path) => console.log(error, path));
  return [names, folder];
}`,
  "compilers of styles, and compilers that only make a function": `
import * as sass from "sass";
import Handlebars from "handlebars";
import pug from "pug";
import ts from "typescript";

export async function render(file, source) {
  const css = sass.compile(file, { style: "compressed" }).css; // !call
  const other = sass.compileString(source); // !call
  const later = await sass.compileStringAsync(source);
  return [css, other, later, Handlebars.compile(source)({}), pug.compile(source)(), ts.transpile(source)];
}`,
  "questions to a person": `
import readlineSync from "readline-sync";
import promptSync from "prompt-sync";
import inquirer from "inquirer";
import prompts from "prompts";
import readline from "node:readline/promises";
import { confirm, input } from "@inquirer/prompts";
const ask = promptSync({ sigint: true });

export async function setup() {
  const name = readlineSync.question("Name? "); // !call
  const age = ask("Age? "); // !call
  const rl = readline.createInterface({ input: process.stdin });
  const city = await rl.question("City? ");
  await inquirer.prompt([]);
  await prompts({ type: "text", name: "x", message: "y" });
  return [name, age, city, await confirm({ message: "ok?" }), await input({ message: "z" })];
}`,
  "synchronous forms made from asynchronous ones": commonjs(`
const deasync = require("deasync");
const { createSyncFn } = require("synckit");
const fetchSync = require("sync-fetch");
const request = require("sync-request");
const format = createSyncFn(require.resolve("./format-worker"));
const lookup = deasync(require("dns").lookup);

exports.run = async function (text) {
  let done = false;
  setTimeout(() => (done = true), 10);
  deasync.loopWhile(() => !done); // !call
  lookup("example.org"); // !call
  fetchSync("https://example.org").json(); // !call
  request("GET", "https://example.org").getBody(); // !call
  return format(text); // !call
};`),
  "shelljs with and without async": commonjs(`
const shell = require("shelljs");
const { exec, rm, cd } = require("shelljs");

exports.deploy = async function () {
  cd("/srv");
  shell.exec("git fetch", { async: true });
  exec("npm ci", { silent: true }, (code) => console.log(code));
  rm("-rf", "dist"); // !call
  if (shell.which("git")) exec("git pull"); // !call !call
  return exec("npm run build", { silent: true }).stdout; // !call
};`),
  "programs started by packages": `
import { execa, execaSync } from "execa";
import spawn from "cross-spawn";
import { spawn as start, fork } from "node:child_process";

export async function build() {
  await execa("npm", ["ci"]);
  start("ls");
  fork("./child.js");
  spawn("npm", ["start"]);
  spawn.sync("npm", ["run", "build"], { stdio: "inherit" }); // !call
  return execaSync("git", ["log"]).stdout; // !call
}`,
  "keys, primes and digests": `
import crypto, { createDiffieHellman, getDiffieHellman, webcrypto } from "node:crypto";
import { promisify } from "node:util";
const scrypt = promisify(crypto.scrypt);
const prime = Buffer.from("ff", "hex");

export async function keys(password) {
  const pair = crypto.generateKeyPairSync("rsa", { modulusLength: 2048 }); // !call
  const exchange = createDiffieHellman(2048); // !call
  const known = createDiffieHellman(prime);
  const group = getDiffieHellman("modp14");
  const digest = crypto.createHash("sha256").update(password).digest("hex");
  const token = crypto.randomBytes(16).toString("hex") + crypto.randomUUID();
  await webcrypto.subtle.digest("SHA-256", prime);
  return [pair, exchange, known, group, digest, token, await scrypt(password, "salt", 32)];
}`,
  "heaps, scripts, debuggers and environments": `
import v8 from "node:v8";
import vm from "node:vm";
import inspector from "node:inspector";
const script = new vm.Script("1 + 1");

export async function diagnose(code, context) {
  v8.getHeapStatistics();
  vm.createContext(context);
  inspector.url();
  process.loadEnvFile(); // !call
  v8.writeHeapSnapshot(); // !call
  script.runInContext(context); // !call
  inspector.waitForDebugger(); // !call
  return vm.runInNewContext(code, { console }); // !call
}`,
  WebAssembly: `
export async function instantiate(bytes, imports) {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const compiled = await WebAssembly.compile(bytes);
  await WebAssembly.instantiate(compiled, imports);
  WebAssembly.validate(bytes);
  const module = new WebAssembly.Module(bytes); // !call
  return [memory, new WebAssembly.Instance(module, imports)]; // !call
}`,
  "a page's dialogs and requests": `
export async function save(url, text) {
  if (!window.confirm("Save?")) return; // !call
  const request = new XMLHttpRequest();
  request.open("POST", url, false); // !call
  request.send(text);
  const other = new XMLHttpRequest();
  other.open("GET", url);
  other.open("GET", url, true);
  other.send();
  alert("saved"); // !call
}
export async function ask(modal) {
  const { alert, prompt } = modal;
  await alert("hello");
  return prompt("name") ?? modal.confirm("sure?");
}`,
  "Deno and Bun": typescript(`
export async function denoSide(path: string): Promise<unknown> {
  const text = Deno.readTextFileSync(path); // !call
  const { stdout } = new Deno.Command("ls").outputSync(); // !call
  return [text, stdout, await Deno.readTextFile(path), await new Deno.Command("ls").output()];
}
export async function bunSide(path: string): Promise<unknown> {
  const result = Bun.spawnSync(["ls"]); // !call
  const hash = Bun.password.hashSync("secret"); // !call
  return [result, hash, await Bun.file(path).text(), Bun.hash(path), Bun.spawn(["ls"])];
}`),
  "Bun's database": `
import { Database } from "bun:sqlite";
const db = new Database("app.sqlite");
const query = db.query("select * from t where id = $id");

export async function find(id) {
  db.run("vacuum"); // !call
  return query.get({ $id: id }) ?? db.query("select 1").all(); // !call !call
}`,
  "an open folder": `
import { opendir } from "node:fs/promises";
import fs from "node:fs";

export async function names(folder) {
  const dir = await opendir(folder);
  const first = dir.readSync(); // !call
  dir.closeSync(); // !call
  const other = fs.opendirSync(folder); // !call
  for await (const entry of other) console.log(entry.name);
  return first.name;
}`,
  "streams, watchers and handles do not block": `
import fs, { createReadStream, watch, watchFile, openAsBlob } from "node:fs";
import { open } from "node:fs/promises";

export async function follow(file) {
  const handle = await open(file);
  for await (const line of handle.readLines()) console.log(line);
  createReadStream(file).on("data", (chunk) => console.log(chunk.length));
  watch(file, () => {});
  watchFile(file, { interval: 1000 }, () => {});
  fs.readFile(file, () => {});
  return openAsBlob(file);
}`,
  "methods of one's own objects named like blocking ones": `
export async function perform(client, cache, lock, editor) {
  client.execSync("ping");
  cache.sync();
  lock.readSync(1);
  editor.commands.exec("save");
  cache.statement.run();
  return client.db.prepare("x").get(1) ?? client.glob.sync("**");
}`,
  "esbuild and Babel": `
import * as esbuild from "esbuild";
import { transformSync, transformAsync, transform } from "@babel/core";

export async function compile(code) {
  await esbuild.build({ entryPoints: ["a.ts"] });
  await esbuild.transform(code);
  await transformAsync(code);
  transform(code, {}, (error, result) => console.log(error, result));
  esbuild.buildSync({ entryPoints: ["a.ts"] }); // !call
  return transformSync(code).code; // !call
}`,
  "configuration files and lock files": `
import { cosmiconfigSync, cosmiconfig } from "cosmiconfig";
import { findUpSync, findUp } from "find-up";
import writeFileAtomic, { sync as writeAtomically } from "write-file-atomic";
import lockfile from "proper-lockfile";
import which from "which";
const explorer = cosmiconfigSync("app");

export async function configure(file) {
  const found = explorer.search(); // !call
  const up = findUpSync("package.json"); // !call
  writeAtomically(file, "{}"); // !call
  const release = lockfile.lockSync(file); // !call
  const node = which.sync("node"); // !call
  await cosmiconfig("app").search();
  await writeFileAtomic(file, await findUp(file));
  await lockfile.lock(file);
  return [found, up, release, node, await which("node")];
}`,
};
