import { commonjs, named, typescript, type SnippetSet } from "../snippet.js";

/** What Node.js, Deno, Bun and browsers have that blocks, and what only looks so. */
export const platform: SnippetSet = {
  "fs: every kind of call": `
    import fs from "fs";
    export async function f(p) {
      fs.accessSync(p); // !call
      fs.copyFileSync(p, "b"); // !call
      fs.cpSync(p, "b", { recursive: true }); // !call
      fs.existsSync(p); // !call
      const fd = fs.openSync(p); // !call
      fs.fsyncSync(fd); // !call
      fs.closeSync(fd); // !call
      fs.readdirSync(p, { withFileTypes: true }); // !call
      fs.rmSync(p, { recursive: true, force: true }); // !call
      fs.mkdtempSync("x"); // !call
      fs.globSync("**/*.js"); // !call
      fs.statfsSync(p); // !call
      fs.readvSync(fd, []); // !call
    }`,
  "fs.watch, createReadStream and constants do not block": `
    import fs from "fs";
    export async function f(p) {
      fs.watch(p); fs.createReadStream(p); fs.createWriteStream(p); fs.watchFile(p, () => {}); fs.unwatchFile(p);
      return fs.constants.R_OK;
    }`,
  "a directory opened synchronously": `
    import fs from "fs";
    export async function f(p) {
      const dir = fs.opendirSync(p); // !call
      const first = dir.readSync(); // !call
      dir.closeSync(); // !call
      return first;
    }`,
  "child_process: all three": `
    import { execSync, execFileSync, spawnSync } from "node:child_process";
    export async function f() {
      execSync("make"); // !call
      execFileSync("make", ["all"]); // !call
      spawnSync("make"); // !call
    }`,
  "child_process: asynchronous": `
    import { exec, spawn, fork } from "node:child_process";
    export async function f() { exec("make"); spawn("make"); fork("a.js"); }`,
  "crypto: key derivation": `
    import crypto from "node:crypto";
    export async function f(p, s) {
      crypto.pbkdf2Sync(p, s, 100000, 64, "sha512"); // !call
      crypto.scryptSync(p, s, 64); // !call
      crypto.hkdfSync("sha256", p, s, "", 64); // !call
    }`,
  "crypto: keys and primes": `
    import { generateKeyPairSync, generatePrimeSync, checkPrimeSync } from "node:crypto";
    export async function f() {
      generateKeyPairSync("rsa", { modulusLength: 4096 }); // !call
      generatePrimeSync(2048); // !call
      checkPrimeSync(7n); // !call
    }`,
  "crypto: hashes and random bytes in small are not what is meant": `
    import crypto from "node:crypto";
    export async function f(text) {
      crypto.randomBytes(16); crypto.randomUUID();
      return crypto.createHash("sha256").update(text).digest("hex");
    }`,
  "crypto: randomBytes with a callback": `
    import { randomBytes } from "crypto";
    export async function f(cb) { randomBytes(16, cb); }`,
  "zlib: every codec": `
    import zlib from "node:zlib";
    export async function f(b) {
      zlib.gzipSync(b); // !call
      zlib.brotliCompressSync(b); // !call
      zlib.inflateSync(b); // !call
      zlib.zstdCompressSync(b); // !call
    }`,
  "zlib: asynchronous and streams": `
    import zlib from "node:zlib";
    export async function f(b) { zlib.gzip(b, () => {}); return zlib.createGzip(); }`,
  "sqlite: DatabaseSync": `
    import { DatabaseSync } from "node:sqlite";
    const db = new DatabaseSync("app.db");
    export async function f(id) {
      db.exec("PRAGMA x"); // !call
      const query = db.prepare("SELECT * FROM t WHERE id = ?");
      return query.get(id); // !call
    }`,
  "sqlite: statement chained": `
    import sqlite from "node:sqlite";
    const db = new sqlite.DatabaseSync(":memory:");
    export async function f() { return db.prepare("SELECT 1").all(); } // !call`,
  "sqlite: opened in an async function": `
    import { DatabaseSync } from "node:sqlite";
    export async function open(p) { return new DatabaseSync(p); } // !call`,
  "vm and v8": `
    import vm from "node:vm";
    import v8 from "node:v8";
    export async function f(code) {
      v8.writeHeapSnapshot("a.heapsnapshot"); // !call
      return new vm.Script(code);
    }`,
  "inspector.waitForDebugger": `
    import inspector from "node:inspector";
    export async function f() { inspector.open(); inspector.waitForDebugger(); } // !call`,
  "inspector.open that waits": `
    import inspector from "node:inspector";
    export async function f() { inspector.open(9229, "localhost", true); } // !call`,
  "WebAssembly constructors": `
    export async function f(bytes) {
      const m = new WebAssembly.Module(bytes); // !call
      return new WebAssembly.Instance(m, {}); // !call
    }`,
  "WebAssembly's asynchronous functions": `
    export async function f(bytes) { return WebAssembly.instantiate(await WebAssembly.compile(bytes)); }`,
  "Atomics.wait": `
    export async function f(shared) { Atomics.wait(shared, 0, 0); } // !call`,
  "Atomics.wait as a sleep": `
    export async function sleep(ms) { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms); } // !call`,
  "Atomics.wait with timeout 0 is a poll": `
    export async function f(shared) { return Atomics.wait(shared, 0, 0, 0) === "not-equal"; }`,
  "Atomics.wait with a constant timeout of 0": `
    const POLL = 0;
    export async function f(shared) { return Atomics.wait(shared, 0, 0, POLL); }`,
  "Atomics.waitAsync": `
    export async function f(shared) { await Atomics.waitAsync(shared, 0, 0).value; }`,
  "Atomics is shadowed": `
    import { Atomics } from "./simulated.js";
    export async function f(shared) { Atomics.wait(shared, 0, 0, 100); }`,
  "receiveMessageOnPort once is a poll": `
    import { receiveMessageOnPort } from "node:worker_threads";
    export async function f(port) { return receiveMessageOnPort(port)?.message; }`,
  "Deno: files": `
    export async function f(p) {
      Deno.readTextFileSync(p); // !call
      Deno.writeTextFileSync(p, "x"); // !call
      Deno.mkdirSync("d"); // !call
      for (const entry of Deno.readDirSync(p)) console.log(entry); // !call
    }`,
  "Deno: commands": `
    export async function f() { return new Deno.Command("git", { args: ["status"] }).outputSync(); } // !call`,
  "Deno: command in a constant": `
    export async function f() {
      const command = new Deno.Command("git");
      return command.outputSync(); // !call
    }`,
  "Deno: asynchronous": `
    export async function f(p) { await Deno.readTextFile(p); return new Deno.Command("git").output(); }`,
  "Deno through globalThis": `
    export async function f(p) { return globalThis.Deno.statSync(p); } // !call`,
  "Deno is a parameter": `
    export async function f(Deno, p) { return Deno.readTextFileSync(p); }`,
  "Bun: processes": `
    export async function f() { return Bun.spawnSync(["git", "status"]); } // !call`,
  "Bun: imported": `
    import { spawnSync, gzipSync } from "bun";
    export async function f(b) { spawnSync(["ls"]); return gzipSync(b); } // !call !call`,
  "Bun: password hash": `
    export async function f(p) { return Bun.password.hashSync(p); } // !call`,
  "Bun: sleepSync": `
    export async function f() { Bun.sleepSync(100); } // !call`,
  "Bun: asynchronous": `
    export async function f(p) { await Bun.sleep(1); await Bun.password.hash(p); return Bun.file(p).text(); }`,
  "bun:sqlite": `
    import { Database } from "bun:sqlite";
    const db = new Database("app.db");
    export async function f() { return db.query("SELECT 1").all(); } // !call`,
  "browser: dialogs": `
    export async function f() {
      alert("hello"); // !call
      if (window.confirm("sure?")) return prompt("name"); // !call !call
    }`,
  "browser: a dialog of the user's own": `
    import { confirm, alert } from "./dialogs.js";
    export async function f() { await alert("x"); return confirm("sure?"); }`,
  "browser: confirm as a parameter": `
    export async function f(confirm) { return confirm("sure?"); }`,
  "browser: synchronous XMLHttpRequest": `
    export async function f(url) {
      const request = new XMLHttpRequest();
      request.open("GET", url, false); // !call
      request.send();
      return request.responseText;
    }`,
  "browser: asynchronous XMLHttpRequest": `
    export async function f(url) {
      const request = new XMLHttpRequest();
      request.open("GET", url);
      request.open("GET", url, true);
      request.send();
    }`,
  "browser: localStorage is not in the catalog's kinds": `
    export async function f() { return localStorage.getItem("a"); }`,
  "console and process streams": `
    export async function f() { console.log("x"); process.stdout.write("y"); }`,
  "JSON and regular expressions": `
    export async function f(text) { return /a+b/.test(text) && JSON.parse(text); }`,
  "dns has no synchronous lookups": `
    import dns from "node:dns";
    export async function f(h) { dns.setServers(["1.1.1.1"]); dns.lookup(h, () => {}); return dns.getServers(); }`,
  "process.exit and process.hrtime": `
    export async function f() { process.hrtime.bigint(); process.exit(1); }`,
  "os, path and url": `
    import os from "os";
    import path from "path";
    export async function f() { return path.join(os.tmpdir(), os.hostname(), os.cpus().length); }`,
  "readFileSync in TypeScript with types": typescript(`
    import { readFileSync, type PathLike } from "node:fs";
    export const load = async (p: PathLike): Promise<string> => readFileSync(p, { encoding: "utf8" }); // !call`),
  "CommonJS with everything": commonjs(`
    const { promisify } = require("util");
    const zlib = require("zlib");
    const gzip = promisify(zlib.gzip);
    exports.f = async (b) => { await gzip(b); return zlib.gunzipSync(b); }; // !call`),
  "mts file": named(
    "load.mts",
    `
    import { readdirSync } from "node:fs";
    export async function f(p: string) { return readdirSync(p); } // !call`,
  ),
};
