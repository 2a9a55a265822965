import { commonjs, named, withFiles, type SnippetSet } from "../snippet.js";

/** The platform, waiting, helpers in other files and packages, as a reviewer meets them in pull requests. */
export const pullRequestPlatform: SnippetSet = {
  "A hash of small input and one of a stream are not blocking calls": `
    import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
    export async function token(secret) {
      const id = randomUUID();
      const mac = createHash("sha256").update(id + secret).digest();
      return timingSafeEqual(mac, mac) ? randomBytes(16).toString("hex") : null;
    }`,
  "Streams and callbacks of fs are asynchronous": `
    import fs from "node:fs";
    export async function pipe(name, response) {
      fs.stat(name, (error, stats) => { response.setHeader("length", stats.size); });
      fs.createReadStream(name).pipe(response);
      await new Promise((resolve) => fs.access(name, resolve));
    }`,
  "A listener inside async code is another turn, and off by default": `
    import { createServer } from "node:http";
    import { readFileSync } from "node:fs";
    export async function start() {
      const server = createServer();
      server.on("request", (request, response) => response.end(readFileSync("index.html")));
      await new Promise((resolve) => server.listen(0, resolve));
    }`,
  "An async listener is async code": `
    import { readFileSync } from "node:fs";
    export function attach(socket) {
      socket.on("message", async (name) => { socket.send(readFileSync(name)); }); // !call
    }`,
  "A timer's callback is off by default, an async one is not": `
    import { writeFileSync } from "node:fs";
    setInterval(() => writeFileSync("beat", String(Date.now())), 1000);
    setInterval(async () => { writeFileSync("beat2", String(Date.now())); }, 1000); // !call`,
  "A microtask is a reaction": `
    import { readFileSync } from "node:fs";
    export function later(name) { queueMicrotask(() => { readFileSync(name); }); } // !call`,
  "worker_threads: the worker's own file": named(
    "hash.worker.mjs",
    `import { parentPort, workerData } from "node:worker_threads";
    import { pbkdf2Sync } from "node:crypto";
    parentPort.on("message", async (password) => {
      parentPort.postMessage(pbkdf2Sync(password, workerData.salt, 600_000, 32, "sha256"));
    });`,
  ),
  "Piscina's task function in a file that is its worker": withFiles(
    `
    import Piscina from "piscina";
    const pool = new Piscina({ filename: new URL("./task.js", import.meta.url).href });
    export async function resize(image) { return pool.run(image); }`,
    {
      "task.js": `import { execFileSync } from "node:child_process"; export default (image) => execFileSync("convert", [image]);`,
    },
  ),
  "Arguments of a hand-off are evaluated here": `
    import { spawnBlocking } from "spawn-blocking";
    import { readFileSync } from "node:fs";
    export async function hash(name) {
      return spawnBlocking((data) => data.length, [readFileSync(name)]); // !call
    }`,
  "A busy wait on Date, performance and hrtime": `
    import { performance } from "node:perf_hooks";
    export async function a(ms) { const t = Date.now(); while (Date.now() - t < ms) { /* wait */ } } // !spin
    export async function b(ms) { const t = performance.now(); do {} while (performance.now() < t + ms); } // !spin
    export async function c(ms) {
      const end = process.hrtime.bigint() + BigInt(ms) * 1_000_000n;
      for (;;) { if (process.hrtime.bigint() > end) break; } // !spin
    }`,
  "A loop that polls and awaits a timer is fine": `
    import { existsSync } from "node:fs";
    import { setTimeout as sleep } from "node:timers/promises";
    export async function appear(name, deadline) {
      while (Date.now() < deadline) {
        if (existsSync(name)) return true; // !call
        await sleep(50);
      }
      return false;
    }`,
  "A loop over a queue that empties": `
    export async function drain(queue, handle) {
      while (queue.length > 0) handle(queue.shift());
    }`,
  "A flag that only another turn can set": `
    let ready = false;
    setTimeout(() => { ready = true; }, 10);
    export async function wait() {
      while (!ready) {} // !spin
    }`,
  "A flag that the loop itself sets": `
    export async function settle(step) {
      let changed = true;
      while (changed) { changed = step(); }
    }`,
  "A do-while on Atomics.load": `
    export async function lock(cell) {
      while (Atomics.compareExchange(cell, 0, 0, 1) !== 0) {} // !spin
    }`,
  "Atomics.wait, waitAsync and a poll": `
    export async function sync(cell) {
      Atomics.wait(cell, 0, 0, 0);
      await Atomics.waitAsync(cell, 0, 0, 100).value;
      Atomics.wait(cell, 0, 0, 500); // !call
      Atomics.wait(cell, 0, 0); // !call
    }`,
  "A sleep by Atomics in a helper": withFiles(
    `
    import { sleepSync } from "./sleep.js";
    export async function retry(run) {
      for (let attempt = 0; attempt < 3; attempt++) {
        try { return await run(); } catch { sleepSync(100); } // !chain
      }
    }`,
    {
      "sleep.js": `const cell = new Int32Array(new SharedArrayBuffer(4)); export const sleepSync = (ms) => { Atomics.wait(cell, 0, 0, ms); };`,
    },
  ),
  "A barrel, a rename and a class in another file": withFiles(
    `
    import { Settings } from "./lib/index.js";
    export async function start() {
      const settings = new Settings("a.json"); // !chain
      return settings.port;
    }`,
    {
      "lib/index.js": `export { Config as Settings } from "./config.js"; export * from "./other.js";`,
      "lib/config.js": `import { readFileSync } from "node:fs"; export class Config { constructor(name) { this.data = JSON.parse(readFileSync(name, "utf8")); } get port() { return this.data.port; } }`,
      "lib/other.js": `export const x = 1;`,
    },
  ),
  "A CommonJS helper with module.exports of a class": commonjs(
    `
    const Cache = require("./cache");
    const cache = new Cache();
    exports.get = async (key) => cache.read(key); // !chain`,
    {
      "cache.js": `const fs = require("fs"); class Cache { read(key) { return fs.readFileSync("/tmp/" + key); } } module.exports = Cache;`,
    },
  ),
  "An imported async function blocks inside itself and is reported there": withFiles(
    `
    import { load } from "./load.js";
    export async function run() { return await load(); }`,
    {
      "load.js": `import { readFileSync } from "node:fs"; export async function load() { return readFileSync("a"); }`,
    },
  ),
  "A helper marked @nonblocking, and one marked @blocking": withFiles(
    `
    import { cached, native } from "./helpers.js";
    export async function run() {
      cached();
      native(); // !chain
    }`,
    {
      "helpers.js": `
        import { readFileSync } from "node:fs";
        import addon from "./addon.node";
        /** @nonblocking read once before the server listens */
        export function cached() { return readFileSync("a"); }
        /** @blocking waits for the device */
        export function native() { return addon.wait(); }`,
    },
  ),
  "A dialog and a synchronous request in a browser": `
    export async function ask() {
      if (!window.confirm("Sure?")) return; // !call
      const request = new XMLHttpRequest();
      request.open("GET", "/x", false); // !call
      request.send();
      alert("done"); // !call
    }`,
  "An asynchronous XMLHttpRequest and a confirm of one's own": `
    import { confirm } from "./dialogs.js";
    export async function ask() {
      if (!(await confirm("Sure?"))) return;
      const request = new XMLHttpRequest();
      request.open("GET", "/x");
      request.send();
    }`,
  "Deno and Bun": `
    export async function read(name) {
      const text = Deno.readTextFileSync(name); // !call
      const listing = Bun.spawnSync(["ls"]); // !call
      return text + listing.stdout + (await Bun.file(name).text());
    }`,
  "bcrypt's sync forms and their promises": `
    import bcrypt from "bcrypt";
    import bcryptjs from "bcryptjs";
    export async function signUp(password) {
      const weak = bcryptjs.hashSync(password, 10); // !call
      const strong = await bcrypt.hash(password, 12);
      return bcrypt.compareSync(password, strong) && weak; // !call
    }`,
  "better-sqlite3's statements": `
    import Database from "better-sqlite3";
    const db = new Database("app.db");
    const byId = db.prepare("SELECT * FROM users WHERE id = ?");
    const add = db.transaction((users) => { for (const user of users) byId.run(user); });
    export async function handler(id) {
      const user = byId.get(id); // !call
      const all = db.prepare("SELECT 1").all(); // !call
      db.exec("VACUUM"); // !call
      return [user, all];
    }`,
  "node:sqlite": `
    import { DatabaseSync } from "node:sqlite";
    const db = new DatabaseSync(":memory:");
    export async function count() {
      const statement = db.prepare("SELECT count(*) AS n FROM t");
      return statement.get().n; // !call
    }`,
  "shelljs, cross-spawn and execa": `
    import shell from "shelljs";
    import spawn from "cross-spawn";
    import { execa, execaSync } from "execa";
    export async function build() {
      shell.exec("make"); // !call
      spawn.sync("npm", ["ci"]); // !call
      execaSync("git", ["status"]); // !call
      await execa("git", ["push"]);
    }`,
  "fs-extra's promises and sync forms": `
    import fse from "fs-extra";
    export async function publish(from, to) {
      await fse.copy(from, to);
      fse.removeSync(from); // !call
      fse.writeJsonSync(to + "/done.json", {}); // !call
    }`,
  "globby, fast-glob and rimraf": `
    import { globbySync, globby } from "globby";
    import fg from "fast-glob";
    import { rimrafSync } from "rimraf";
    export async function clean() {
      const found = globbySync("**/*.tmp"); // !call
      const more = fg.sync("*.log"); // !call
      const none = await globby("x");
      rimrafSync([...found, ...more, ...none]); // !call
    }`,
  "jsonwebtoken signs in sync unless it is given a callback": `
    import jwt from "jsonwebtoken";
    export async function issue(user, key) {
      return jwt.sign({ sub: user.id }, key, { algorithm: "RS256" }); // !call
    }
    export async function issueLater(user, key) {
      return new Promise((resolve) => jwt.sign({ sub: user.id }, key, {}, (error, token) => resolve(token)));
    }`,
  "Zlib's streams and promises": `
    import zlib from "node:zlib";
    import { promisify } from "node:util";
    const gzip = promisify(zlib.gzip);
    export async function pack(text) {
      const slow = zlib.brotliCompressSync(text); // !call
      return [slow, await gzip(text), zlib.createGzip()];
    }`,
  "Dead code after a return": `
    import { readFileSync } from "node:fs";
    export async function load() {
      return null;
      readFileSync("never");
    }`,
  "A condition that is never true": `
    import { readFileSync } from "node:fs";
    const DEBUG = false;
    export async function load(name) {
      if (DEBUG) readFileSync("debug.json");
      return name;
    }`,
  "typeof and a mere mention are no calls": `
    import { readFileSync } from "node:fs";
    export async function supports() {
      return typeof readFileSync === "function" && readFileSync.name.length > 0;
    }`,
  "createRequire and getBuiltinModule": `
    import { createRequire } from "node:module";
    const require = createRequire(import.meta.url);
    const cp = require("node:child_process");
    export async function run() {
      cp.execSync("ls"); // !call
      return process.getBuiltinModule("fs").readFileSync("a"); // !call
    }`,
  "A dynamic import, destructured and chained": `
    export async function run(name) {
      const { readFileSync } = await import("node:fs");
      readFileSync(name); // !call
      const { default: fs } = await import("fs");
      fs.statSync(name); // !call
      return import("node:zlib").then(({ gzipSync }) => gzipSync(name)); // !call
    }`,
  "A default parameter and a computed key": `
    import fs, { readFileSync } from "node:fs";
    const method = "exists" + "Sync";
    export async function run(text = readFileSync("default.txt", "utf8")) { // !call
      return fs[method](text); // !call
    }`,
  "A mixin and super": `
    import { readFileSync } from "node:fs";
    class Reader { load(name) { return readFileSync(name); } }
    export class Async extends Reader {
      async load(name) { return super.load(name); } // !chain
    }`,
  "A recursive helper": `
    import { readdirSync } from "node:fs";
    const deep = (folder) => readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => entry.isDirectory() ? deep(folder + "/" + entry.name) : [entry.name]);
    export async function all() { return deep("."); } // !chain`,
  "An async callback inside a sync function": `
    import { readFileSync } from "node:fs";
    export function register(app) {
      const page = readFileSync("page.html");
      app.get("/", async (request, response) => {
        response.end(page + readFileSync("footer.html")); // !call
      });
    }`,
  "A function that is async by its keyword alone blocks as before": `
    import { execSync } from "node:child_process";
    export async function run() {
      const wrapped = async (command) => execSync(command); // !call
      return wrapped("ls");
    }`,
  "for await with a sync call in its head": `
    import { createInterface } from "node:readline";
    import { createReadStream, openSync } from "node:fs";
    export async function lines(name) {
      const input = createReadStream("", { fd: openSync(name) }); // !call
      let count = 0;
      for await (const line of createInterface({ input })) count += line.length;
      return count;
    }`,
  "A long counted loop is its own tier, off by default": `
    export async function crunch() {
      let sum = 0;
      for (let i = 0; i < 5e9; i++) sum += i;
      return sum;
    }`,
};
