/** Code as it comes up in reviews: what blocks beside what only seems to, in one snippet. */
import { commonjs, named, typescript, type SnippetSet } from "../snippet.js";

export const review: SnippetSet = {
  "a cache in front of a read": `
import { readFileSync } from "node:fs";
const cache = new Map();
export async function template(name) {
  let text = cache.get(name);
  if (text === undefined) {
    text = readFileSync(name, "utf8"); // !call
    cache.set(name, text);
  }
  return text;
}
`,
  "a login": `
import bcrypt from "bcryptjs";
import jwt from "jsonwebtoken";
export async function login(request, users) {
  const user = await users.find(request.body.name);
  if (!user || !bcrypt.compareSync(request.body.password, user.hash)) return null; // !call
  return new Promise((resolve, reject) =>
    jwt.sign({ id: user.id }, "secret", (error, token) => (error ? reject(error) : resolve(token))),
  );
}
`,
  "an upload": commonjs(`
const fs = require("fs");
const path = require("path");
const multer = require("multer");
const upload = multer({ storage: multer.diskStorage({ destination(req, file, cb) {
  fs.mkdirSync("uploads", { recursive: true });
  cb(null, "uploads");
} }) });
module.exports = (app) => app.post("/", upload.single("file"), async (req, res) => {
  const target = path.join("uploads", req.file.originalname);
  fs.renameSync(req.file.path, target); // !call
  res.json({ size: (await fs.promises.stat(target)).size });
});
`),
  "a deployment script with zx and fs-extra": `
import { $ } from "zx";
import fs from "fs-extra";
const version = fs.readJsonSync("package.json").version;
await $\`git tag \${version}\`;
async function publish() {
  fs.emptyDirSync("dist"); // !call
  await $\`npm publish\`;
}
await publish();
`,
  "a logger with levels": `
import fs from "node:fs";
class Logger {
  #stream = fs.createWriteStream("log");
  info(text) { this.#stream.write(text); }
  fatal(text) { fs.writeSync(2, text); process.exitCode = 1; }
}
const logger = new Logger();
export async function run(job) {
  logger.info("start");
  try { await job(); } catch (error) { logger.fatal(String(error)); } // !chain
}
`,
  "configuration by environment": typescript(`
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
const schema = z.object({ port: z.number() });
export type Config = z.infer<typeof schema>;
export function loadConfig(file = "config.json"): Config {
  if (!existsSync(file)) return { port: 3000 };
  return schema.parse(JSON.parse(readFileSync(file, "utf8")));
}
export const config: Config = loadConfig();
export async function reload(): Promise<Config> {
  return loadConfig(); // !chain
}
`),
  "health checks": `
import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
const run = promisify(execFile);
export async function health() {
  const { stdout } = await run("uptime");
  const disk = execFileSync("df", ["-h"]).toString(); // !call
  return { stdout, disk };
}
`,
  "a plugin loader": `
import { readdirSync } from "node:fs";
export async function plugins(folder) {
  const found = [];
  for (const name of readdirSync(folder)) { // !call
    const plugin = await import(folder + "/" + name);
    found.push(plugin.default);
  }
  return found;
}
`,
  "a migration": `
import Database from "better-sqlite3";
import { readFileSync, readdirSync } from "node:fs";
const db = new Database("app.db");
db.pragma("journal_mode = WAL");
export function migrate() {
  for (const name of readdirSync("migrations")) db.exec(readFileSync("migrations/" + name, "utf8"));
}
migrate();
export const count = async () => db.prepare("select count(*) c from users").get().c; // !call
`,
  "an ORM with the names of a driver": `
import { drizzle } from "drizzle-orm/node-postgres";
import { PrismaClient } from "@prisma/client";
import knex from "knex";
const prisma = new PrismaClient();
const db = knex({});
export async function all() {
  await prisma.user.findMany();
  await db("users").where({ id: 1 }).first();
  return drizzle("x").select().from("users").all();
}
`,
  "a compiler's watch mode": typescript(`
import * as ts from "typescript";
export async function compile(name: string) {
  const text = ts.sys.readFile(name);
  const exists = ts.sys.fileExists(name);
  return exists ? ts.transpileModule(text ?? "", {}) : undefined;
}
`),
  "a virtual file system handed over": `
import { Volume, createFsFromVolume } from "memfs";
const fs = createFsFromVolume(new Volume());
export async function build(compiler) {
  compiler.outputFileSystem = fs;
  return fs.readFileSync("/main.js", "utf8");
}
`,
  "a mock of the module": `
import { mock, test } from "node:test";
import fs from "node:fs";
test("x", async () => {
  mock.method(fs, "readFileSync", () => "x");
  const fake = { readFileSync: mock.fn() };
  fake.readFileSync("x");
});
`,
  "a cluster's primary": `
import cluster from "node:cluster";
import { readFileSync } from "node:fs";
if (cluster.isPrimary) {
  const settings = readFileSync("settings.json");
  cluster.fork({ settings });
} else {
  const { start } = await import("./server.js");
  await start();
}
`,
  "a service worker": `
self.addEventListener("fetch", (event) => {
  event.respondWith((async () => {
    const cache = await caches.open("v1");
    return (await cache.match(event.request)) ?? fetch(event.request);
  })());
});
`,
  "a web worker that asks synchronously": named(
    "sync.worker.js",
    `
self.onmessage = async (event) => {
  const request = new XMLHttpRequest();
  request.open("GET", event.data, false);
  request.send();
  self.postMessage(request.responseText);
};
`,
  ),
  "access handles of the origin's file system": `
export async function write(root, text) {
  const file = await root.getFileHandle("x", { create: true });
  const writable = await file.createWritable();
  await writable.write(text);
  await writable.close();
}
`,
  "dialogs of a component library": `
import { useConfirm, alert } from "./ui.js";
export async function remove(item) {
  const confirm = useConfirm();
  if (await confirm("Sure?")) alert("Gone");
}
`,
  "a method called confirm or prompt": `
export class Wizard {
  confirm() { return true; }
  async run(readline, page) {
    this.confirm();
    await page.prompt("x");
    readline.prompt();
  }
}
`,
  "crypto of the web": `
export async function digest(text) {
  const bytes = new TextEncoder().encode(text);
  crypto.getRandomValues(new Uint8Array(8));
  return crypto.subtle.digest("SHA-256", bytes);
}
`,
  "hashes in a row": `
import crypto from "node:crypto";
export async function token(secret) {
  const salt = crypto.randomBytes(16);
  const key = crypto.scryptSync(secret, salt, 32); // !call
  const cipher = crypto.createCipheriv("aes-256-gcm", key, salt);
  return Buffer.concat([cipher.update("x"), cipher.final()]);
}
`,
  "a prepared statement in a field": `
import { DatabaseSync } from "node:sqlite";
export class Users {
  #db = new DatabaseSync(":memory:");
  #find = this.#db.prepare("select * from users where id = ?");
  async find(id) {
    return this.#find.get(id); // !call
  }
  async close() { this.#find = undefined; }
}
`,
  "a transaction of better-sqlite3 with a callback": `
import Database from "better-sqlite3";
export class Bank {
  constructor(file) {
    this.db = new Database(file);
    this.debit = this.db.prepare("update a set x = x - ?");
  }
  async move(amount) {
    this.db.transaction(() => { this.debit.run(amount); })(); // !call
  }
}
`,
  "graceful shutdown": `
import { unlinkSync } from "node:fs";
process.on("SIGTERM", async () => {
  await server.close();
  unlinkSync("server.pid"); // !call
  process.exit(0);
});
process.once("exit", () => unlinkSync("server.pid"));
import { server } from "./server.js";
`,
  "retries with a pause that blocks": `
import { execSync } from "node:child_process";
const sleep = (seconds) => execSync("sleep " + seconds);
export async function retry(fn) {
  for (let i = 0; i < 3; i++) {
    try { return await fn(); } catch { sleep(1); } // !chain
  }
}
`,
  "a lock by files": `
import { openSync, closeSync, unlinkSync } from "node:fs";
export function acquire(name) {
  for (;;) { // !spin
    try { return openSync(name, "wx"); } catch (error) { if (error.code !== "EEXIST") throw error; }
  }
}
export const release = (fd, name) => { closeSync(fd); unlinkSync(name); };
`,
  "a queue worker with a flag to stop": `
export class Runner {
  #stopped = false;
  stop() { this.#stopped = true; }
  async run(queue) {
    while (!this.#stopped) {
      const job = await queue.pop();
      if (job) await job();
    }
  }
}
`,
  "a game's loop": `
export function loop(game) {
  let last = performance.now();
  const step = (now) => {
    while (now - last > 16) { game.update(); last += 16; }
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
`,
  "a cooperative scheduler": `
export async function run(tasks) {
  let deadline = performance.now() + 8;
  for (const task of tasks) {
    while (!task.done) {
      task.step();
      if (performance.now() > deadline) { await scheduler.yield(); deadline = performance.now() + 8; }
    }
  }
}
`,
  "a ring buffer between threads": `
export class Ring {
  async read(view) {
    while (Atomics.load(view, 0) === Atomics.load(view, 1)) { // !spin
      continue;
    }
    return view[2];
  }
  async readWell(view) {
    while (Atomics.load(view, 0) === Atomics.load(view, 1)) await Atomics.waitAsync(view, 0, 0).value;
    return view[2];
  }
}
`,
  "a test that waits by spinning": `
import { it } from "vitest";
it("expires", () => {
  const start = Date.now();
  while (Date.now() - start < 50); // !spin
});
`,
  "a function handed to a pool by name": `
import workerpool from "workerpool";
import { readFileSync } from "node:fs";
const pool = workerpool.pool();
const size = async (name) => { const fs = await import("node:fs"); return fs.readFileSync(name).length; };
export const run = async (name) => pool.exec(size, [name]);
export const eager = async (name) => pool.exec((text) => text.length, [readFileSync(name, "utf8")]); // !call
`,
  "a pool behind a class": `
import { Piscina } from "piscina";
import { gzipSync } from "node:zlib";
export class Packer {
  #pool = new Piscina({ filename: "./pack.js" });
  async pack(data) {
    if (data.length < 1000) return gzipSync(data); // !call
    return this.#pool.run(data);
  }
}
`,
  "a child process that is this file": commonjs(`
const { fork } = require("child_process");
const { gunzipSync } = require("zlib");
if (process.argv[2] === "child") {
  process.on("message", (data) => process.send(gunzipSync(Buffer.from(data))));
} else {
  exports.unpack = async (data) => new Promise((resolve) => fork(__filename, ["child"]).once("message", resolve).send(data));
}
`),
  "a lock by a folder, with a pause and without": `
import { mkdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
export async function patient(name) {
  for (;;) {
    try { mkdirSync(name); return; } catch { await sleep(10); } // !call
  }
}
export function impatient(name) {
  while (true) { // !spin
    try { mkdirSync(name); break; } catch {}
  }
}
export function counted(names) {
  while (names.length > 0) {
    try { mkdirSync(names.pop()); } catch {}
  }
}
`,
};
