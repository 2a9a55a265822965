/** Which API a call reaches, in the way that tools and servers write it. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const apiOrigins: SnippetSet = {
  "a dynamic import whose answer is taken apart in its reaction": `
export function hashFile(name) {
  return Promise.all([import("node:fs"), import("node:crypto")]).then(([fs, crypto]) => {
    const hash = crypto.createHash("sha256");
    hash.update(fs.readFileSync(name)); // !call
    return hash.digest("hex");
  });
}`,
  "a dynamic import of the promises is harmless": `
export function load(name) {
  return import("node:fs/promises").then(({ readFile }) => readFile(name));
}`,
  "a default of a dynamic import": `
export async function load(name) {
  const { default: fs } = await import("node:fs");
  const fse = (await import("fs-extra")).default;
  fse.ensureDirSync(name); // !call
  await fse.ensureDir(name);
  return fs.readFileSync(name); // !call
}`,
  "a lazily loaded module in a variable": `
let fs;
export async function exists(name) {
  fs ??= await import("node:fs");
  return fs.existsSync(name); // !call
}`,
  "a module asked for in the process": `
const { spawnSync } = process.getBuiltinModule("child_process");
const zlib = globalThis.process.getBuiltinModule("node:zlib");
export async function pack(data) {
  spawnSync("true"); // !call
  return zlib.gzipSync(data); // !call
}`,
  "a require that was made by hand": `
import { createRequire } from "node:module";
import * as module from "node:module";
const require = createRequire(import.meta.url);
const load = module.createRequire(import.meta.filename);
const { version } = require("./package.json");
export async function hash(password) {
  const { scryptSync } = load("crypto");
  console.log(version);
  return [scryptSync(password, "salt", 64), require("bcryptjs").hashSync(password, 10)]; // !call !call
}`,
  "a member of a member, native and not": `
import fs, { realpathSync, realpath } from "node:fs";
const { native } = realpathSync;
export async function resolveAll(names) {
  realpath.native(names[0], () => {});
  return [native(names[0]), fs.realpathSync.native(names[1]), realpathSync(names[2])]; // !call !call !call
}`,
  "keys that are computed from constants": `
import fs from "node:fs";
const operation = "unlink";
const suffix = "Sync";
const names = { read: "readFileSync", list: "readdirSync" };
export async function clean(name, which) {
  fs[operation + suffix](name); // !call
  fs[\`\${operation}\${suffix}\`](name); // !call
  fs[names.read](name); // !call
  fs.promises[operation](name);
  fs[which](name);
}`,
  "what is left of a module after some was taken": `
import fs from "node:fs";
const { readFileSync, ...others } = fs;
export async function save(name, text) {
  others.writeFileSync(name, text); // !call
  others.readFileSync?.(name);
  return others.promises.readFile(name);
}`,
  "one of two, by a condition": `
import fs, { statSync, lstatSync } from "node:fs";
import gracefulFs from "graceful-fs";
const impl = process.env.GRACEFUL ? gracefulFs : fs;
export async function describe(name, follow) {
  const stat = follow ? statSync : lstatSync;
  const text = (follow && impl.readFileSync) || impl.readFileSync;
  return [stat(name), text(name)]; // !call !call
}`,
  "one of two of which one gives promises": `
import { promises, readFileSync } from "node:fs";
export async function load(name, later) {
  const read = later ? promises.readFile : readFileSync;
  return read(name); // !call
}`,
  "call, apply, bind and Reflect": `
import fs from "node:fs";
import cp from "node:child_process";
const run = cp.execFileSync.bind(cp, "git");
export async function release(...args) {
  fs.writeFileSync.call(fs, "VERSION", args[0]); // !call
  fs.appendFileSync.apply(null, args); // !call
  Reflect.apply(fs.rmSync, fs, args); // !call
  Function.prototype.call.call(fs.mkdirSync, fs, "dist"); // !call
  const later = fs.rmSync.bind(fs, "dist");
  process.on("exit", later);
  return run(["tag", args[0]]); // !call
}`,
  "a template tag that is the function itself": `
import { execSync } from "node:child_process";
const sh = (parts, ...values) => execSync(String.raw({ raw: parts }, ...values));
export async function tag(version) {
  execSync\`git fetch --tags\`; // !call
  return sh\`git tag \${version}\`; // !chain
}`,
  "a function handed by reference to what calls it at once": `
import { existsSync, readFileSync, statSync, unlink } from "node:fs";
export async function first(names) {
  const found = names.find(existsSync); // !call
  names.forEach(unlink);
  const sizes = Array.from(names, statSync); // !call
  names.map(String).some(existsSync); // !call
  return [found, sizes, names.flatMap((name) => readFileSync(name))]; // !call
}`,
  "a function handed by reference to what keeps it": `
import { existsSync, rmSync } from "node:fs";
export async function configure(server, names) {
  server.on("close", rmSync);
  server.setChecker(existsSync);
  setTimeout(rmSync, 100, names[0]);
  return { exists: existsSync };
}`,
  "a field of a class and a default of a parameter": `
import fs from "node:fs";
export class Store {
  #fs;
  read = fs.readFileSync;
  static write = fs.writeFileSync;
  constructor(files = fs) {
    this.#fs = files;
  }
  async load(name) {
    return this.read(name); // !call
  }
  async save(name, text) {
    Store.write(name, text); // !call
  }
  async remove(name) {
    this.#fs.unlinkSync(name); // !call
  }
}`,
  "default parameters run when the function is called": `
import { readFileSync, existsSync } from "node:fs";
export async function start(config = JSON.parse(readFileSync("config.json", "utf8"))) { // !call
  return config;
}
export function plain(config = readFileSync("config.json")) {
  return config;
}
export async function boot(exists = existsSync, { read = readFileSync } = {}) {
  return exists("a") && read("a"); // !call !call
}`,
  "a static block within an async function": `
import { readFileSync } from "node:fs";
export async function define(name) {
  return class Template {
    static text;
    static {
      Template.text = readFileSync(name, "utf8"); // !call
    }
    render() {
      return readFileSync(name, "utf8");
    }
  };
}`,
  "a module with the platform's names that is not the platform's": withFiles(
    `
import fs from "./fs.js";
import { readFileSync } from "memfs";
import { execSync } from "#shell";
import { createFsFromVolume, Volume } from "memfs";
const volume = createFsFromVolume(new Volume());
export async function load(name) {
  volume.writeFileSync(name, "");
  execSync("ls");
  return fs.readFileSync(name) + readFileSync(name);
}`,
    { "fs.js": "export default { readFileSync: (name) => name };" },
  ),
  "import equals, as and satisfies": typescript(`
import fs = require("fs");
import cp = require("node:child_process");
import statSync = fs.statSync;
type Reader = (name: string) => Buffer;
const read = fs.readFileSync as unknown as Reader;
const tools = { run: cp.execSync } satisfies Record<string, unknown>;
export async function load(name: string): Promise<number> {
  tools.run("true"); // !call
  return read!(name).length + statSync(name)!.size + (<any>fs).readdirSync(name).length; // !call !call !call
}`),
  "CommonJS in one line each": commonjs(`
const { readFileSync: read, promises: { readFile } } = require("fs");
const rm = require("fs").rmSync, cp = require("child_process");
const { execSync = () => {} } = cp;
module.exports = async (name) => {
  rm(name); // !call
  await readFile(name);
  require("fs").mkdirSync(name); // !call
  execSync("true"); // !call
  return read(name); // !call
};`),
  "a shadowed require and a shadowed module": commonjs(`
const fs = require("fs");
module.exports = async function load(fs, require) {
  require("fs").readFileSync("a");
  return fs.readFileSync("a");
};
module.exports.mock = async () => {
  const fs = { readFileSync: () => "" };
  return fs.readFileSync("a");
};
module.exports.real = async () => fs.readFileSync("a"); // !call`),
  "an object of tools that is spread and renamed": `
import * as fs from "node:fs";
import shell from "shelljs";
const host = { ...fs, exec: shell.exec, log: console.log };
const { exec, mkdirSync: makeFolder } = host;
export async function build(folder) {
  makeFolder(folder); // !call
  host.log("made");
  exec("make"); // !call
  return host.readdirSync(folder); // !call
}`,
  "a class that extends the module's wrapper": withFiles(
    `
import { FileSystem } from "./file-system.js";
class Cached extends FileSystem {
  async get(name) {
    return this.fs.readFileSync(name); // !call
  }
  async list(name) {
    return super.list(name); // !chain
  }
}
export default Cached;`,
    {
      "file-system.js": `
import fs from "node:fs";
export class FileSystem {
  fs = fs;
  list(name) { return this.fs.readdirSync(name); }
}`,
    },
  ),
  "an option decides which function runs": `
import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
const runners = { sync: execFileSync, async: promisify(execFile) };
export async function run(file, args) {
  await runners.async(file, args);
  return runners["sync"](file, args); // !call
}`,
  "packages under other names": `
import { readJsonSync as readJson, readJson as readJsonLater } from "fs-extra/esm";
import { globSync as find } from "tinyglobby";
import glob from "fast-glob";
import { rimrafSync, rimraf } from "rimraf";
import spawn from "cross-spawn";
export async function prepare(folder) {
  await readJsonLater("package.json");
  const manifest = readJson("package.json"); // !call
  await rimraf(folder);
  rimrafSync(folder); // !call
  spawn("npm", ["ci"]);
  spawn.sync("npm", ["ci"]); // !call
  return [manifest, find("*.js"), glob.sync("*.ts"), await glob("*.md")]; // !call !call
}`,
  "zx brings the module along": named(
    "release.mjs",
    `
import { $, fs, glob } from "zx";
export async function release() {
  const manifest = fs.readJsonSync("package.json"); // !call
  await fs.writeJson("package.json", manifest);
  const files = glob.globbySync("dist/*"); // !call
  return [files, await $\`npm publish\`];
}`,
  ),
  "databases and their statements": `
import Database from "better-sqlite3";
import { DatabaseSync } from "node:sqlite";
const db = new Database("app.db");
const users = db.prepare("select * from users where id = ?");
const insert = db.transaction((rows) => rows.forEach((row) => db.prepare("insert into users values (?)").run(row)));
export async function getUser(id) {
  return users.get(id); // !call
}
export async function addUsers(rows) {
  insert(rows); // !call
  insert.immediate(rows); // !call
}
export async function log(text) {
  const journal = new DatabaseSync("log.db"); // !call
  journal.exec("create table if not exists log (text)"); // !call
  const statement = journal.prepare("insert into log values (?)");
  statement.run(text); // !call
  journal.close();
}`,
  "tokens and passwords": `
import jwt from "jsonwebtoken";
import bcrypt from "bcrypt";
import { timingSafeEqual, generateKeyPairSync, createHmac } from "node:crypto";
export async function login(user, password, secret) {
  if (!bcrypt.compareSync(password, user.hash)) return null; // !call
  if (!(await bcrypt.compare(password, user.hash))) return null;
  if (!timingSafeEqual(user.key, secret)) return null;
  createHmac("sha256", secret).update(user.id).digest();
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 }); // !call
  return new Promise((resolve, reject) =>
    jwt.sign({ id: user.id }, privateKey, { algorithm: "RS256" }, (error, token) => (error ? reject(error) : resolve(token))),
  );
}`,
};
