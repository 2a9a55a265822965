import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

/** Code that looks like it blocks, and does not; and near it, code that does. */
export const silence: SnippetSet = {
  "a local function with a blocking one's name": `
    const readFileSync = (key) => cache.get(key);
    export async function f() { return readFileSync("a"); }`,
  "a parameter with the module's name": `
    import fs from "fs";
    export async function f(fs) { return fs.readFileSync("a"); }`,
  "a local variable with the module's name": `
    import fs from "fs";
    export async function f(volume) { const fs = volume.files; return fs.readFileSync("a"); }`,
  "a catch parameter with the module's name": `
    import fs from "fs";
    export async function f(g) { try { await g(); } catch (fs) { fs.readFileSync("a"); } }`,
  "a block's variable with the module's name": `
    import fs from "fs";
    export async function f(v) { { let fs = v; fs.statSync("a"); } return fs.statSync("b"); } // !call`,
  "a class of the user's with *Sync methods": `
    class Cache { readSync(key) { return this.map.get(key); } }
    const cache = new Cache();
    export async function f() { return cache.readSync("a"); }`,
  "an unknown object with *Sync methods": `
    export async function f(disk) { return disk.readFileSync("a"); }`,
  "Redux', Yjs' and others' sync()": `
    export async function f(store) { store.sync(); store.flushSync(); return store.runSync(); }`,
  "ReactDOM.flushSync": `
    import { flushSync } from "react-dom";
    export async function f(set) { flushSync(() => set(1)); }`,
  "Effect.runSync": `
    import { Effect } from "effect";
    export async function f() { return Effect.runSync(Effect.succeed(1)); }`,
  "Babel's transformSync is not in the catalog": `
    import { useSyncExternalStore } from "react";
    export async function f() { return useSyncExternalStore(() => {}, () => 1); }`,
  "zod's safeParse": `
    import { z } from "zod";
    export async function f(x) { return z.string().safeParse(x); }`,
  "sequelize's sync is asynchronous": `
    import { Sequelize } from "sequelize";
    const db = new Sequelize("sqlite::memory:");
    export async function f() { await db.sync({ force: true }); }`,
  "an ORM's exec": `
    import mongoose from "mongoose";
    const User = mongoose.model("User");
    export async function f() { return User.find().exec(); }`,
  "RegExp.prototype.exec": `
    export async function f(text) { return /a/.exec(text); }`,
  "a method called exec of something unknown": `
    export async function f(db) { db.exec("VACUUM"); return db.prepare("x").get(1); }`,
  "a property called wait": `
    export async function f(page) { await page.wait(100); return page.waitSync(1); }`,
  "a function called sleepSync from elsewhere": `
    import { sleepSync } from "./time.js";
    export async function f() { sleepSync(1); }`,
  "fs mocked by an object": `
    const fs = { readFileSync: () => "fake" };
    export async function f() { return fs.readFileSync("a"); }`,
  "fs of an iframe or a volume": `
    import { Volume } from "memfs";
    const fs = Volume.fromJSON({});
    export async function f() { return fs.readFileSync("/a"); }`,
  "browserfs and lightning-fs": `
    import FS from "@isomorphic-git/lightning-fs";
    const fs = new FS("app").promises;
    export async function f() { return fs.readFile("/a"); }`,
  "an emscripten file system": `
    export async function f(Module) { return Module.FS.readFileSync("/a"); }`,
  "a sync function defined in an async one, passed on as a value": `
    import fs from "fs";
    export async function f(app) { app.locals.read = (p) => fs.readFileSync(p); }`,
  "a sync method of a class in an async function": `
    import fs from "fs";
    export async function f() { class A { read() { return fs.readFileSync("a"); } } return new A(); }`,
  "a sync function whose result is awaited elsewhere": `
    import fs from "fs";
    export function load() { return fs.readFileSync("a"); }
    export const text = load();`,
  "an object of sync functions": `
    import fs from "fs";
    export const api = { read: (p) => fs.readFileSync(p), exists(p) { return fs.existsSync(p); } };`,
  "a sync getter": `
    import fs from "fs";
    export const config = { get text() { return fs.readFileSync("a"); } };`,
  "a configuration file": named(
    "vite.config.js",
    `
    import fs from "fs";
    export default { server: { https: { key: fs.readFileSync("key.pem") } } };`,
  ),
  "a sync build script": named(
    "build.cjs",
    `
    const { execSync } = require("child_process");
    const fs = require("fs");
    fs.rmSync("dist", { recursive: true, force: true });
    execSync("tsc -b", { stdio: "inherit" });
    for (const file of fs.readdirSync("dist")) fs.copyFileSync(file, "out/" + file);`,
  ),
  "a sync Express factory": commonjs(`
    const fs = require("fs");
    const https = require("https");
    module.exports = function create(app) { return https.createServer({ key: fs.readFileSync("k") }, app); };`),
  "await before and after, nothing between": `
    export async function f(a, b) { await a(); return b(); }`,
  "fs.promises in every form": `
    import fs, { promises } from "fs";
    const { readFile } = fs.promises;
    export async function f(p) {
      await fs.promises.readFile(p); await promises.stat(p); await readFile(p);
      const h = await fs.promises.open(p); await h.close();
    }`,
  "require of fs/promises": commonjs(`
    const fs = require("fs/promises");
    const { readdir } = require("fs").promises;
    exports.f = async (p) => { await fs.readFile(p); return readdir(p); };`),
  "the words in strings and keys": `
    export async function f(log) { log("readFileSync failed"); return { execSync: 1, statSync: true }; }`,
  "a declared type only": typescript(`
    import type * as fs from "fs";
    interface Disk { readFileSync: typeof fs.readFileSync }
    export async function f(p: string): Promise<Disk | undefined> { return undefined; }`),
  "an abstract method": typescript(`
    abstract class Disk { abstract readFileSync(p: string): string; async f() { return this.readFileSync("a"); } }`),
  "a declared function": typescript(`
    declare function readFileSync(p: string): string;
    export async function f() { return readFileSync("a"); }`),
  "an enum and a namespace": typescript(`
    namespace fs { export function readFileSync(p: string) { return p; } }
    export async function f() { return fs.readFileSync("a"); }`),
  "a promise executor outside of any async function, at the module's top": `
    import fs from "fs";
    const ready = new Promise((resolve) => { fs.watchFile("a", resolve); });
    export { ready };`,
  "a sync iterator": `
    import fs from "fs";
    export const list = { *[Symbol.iterator]() { yield* fs.readdirSync("."); } };`,
  "await of a sync generator that is only passed on": `
    import fs from "fs";
    function* files() { yield* fs.readdirSync("."); }
    export async function f(consume) { return consume(files); }`,
  "an async arrow given away that does not block": `
    import fs from "fs";
    export function f(list) { fs.mkdirSync("a"); list.forEach(async (x) => { await fs.promises.stat(x); }); }`,
  "a method called then of another kind": `
    import fs from "fs";
    const builder = { then: 1 };
    export function f() { return [builder.then, fs.existsSync("a")]; }`,
  "a function that returns a timer": `
    import fs from "fs";
    export function f() { fs.statSync("a"); return setTimeout(() => {}, 1); }`,
  "a function that fires and forgets a promise": `
    import fs from "fs";
    export function f(url) { fs.statSync("a"); fetch(url); }`,
  "a function that returns an array of promises": `
    import fs from "fs";
    export function f(urls) { fs.statSync("a"); return urls.map((url) => fetch(url)); }`,
  "a Thenable's own then method": `
    import fs from "fs";
    export class Lazy { then(resolve) { resolve(1); } read() { return fs.readFileSync("a"); } }`,
  "Promise is shadowed": `
    import fs from "fs";
    import { Promise } from "./sync-promise.js";
    export function f() { return Promise.resolve(fs.readFileSync("a")); }`,
  "a label, a debugger statement and an empty body": `
    export async function f() { out: for (;;) { break out; } }`,
  "vm and eval of constant small code": `
    export async function f() { return eval("1 + 1"); }`,
  "JSON.stringify, structuredClone and sort": `
    export async function f(x) { return structuredClone(JSON.parse(JSON.stringify(x))).sort(); }`,
  "crypto.subtle": `
    export async function f(k, d) { return crypto.subtle.sign("HMAC", k, d); }`,
  "crypto's asynchronous forms": `
    import { scrypt, pbkdf2, generateKeyPair } from "node:crypto";
    export async function f(cb) { scrypt("p", "s", 64, cb); pbkdf2("p", "s", 1, 1, "sha1", cb); generateKeyPair("ed25519", {}, cb); }`,
  "a mocked module in a test": named(
    "a.test.js",
    `
    import { vi } from "vitest";
    vi.mock("node:fs", () => ({ readFileSync: vi.fn() }));
    it("works", async () => { expect(1).toBe(1); });`,
  ),
  "Cypress and Playwright": `
    export async function f(page, cy) { await page.waitForTimeout(10); cy.wait(10); cy.exec("ls"); }`,
  "gl.readPixels and canvas' sync methods": `
    export async function f(gl, canvas) { gl.finish(); return canvas.toDataURL(); }`,
  "a wait on a condition variable of another library": `
    import { Mutex } from "async-mutex";
    const mutex = new Mutex();
    export async function f() { await mutex.acquire(); await mutex.waitForUnlock(); }`,
  "Atomics.notify, store and add": `
    export async function f(s) { Atomics.store(s, 0, 1); Atomics.add(s, 0, 1); Atomics.notify(s, 0); return Atomics.load(s, 0); }`,
  "an async wrapper around the callback form": `
    import fs from "fs";
    export const read = (p) => new Promise((resolve, reject) => fs.readFile(p, (e, d) => (e ? reject(e) : resolve(d))));`,
  "streams piped": `
    import fs from "fs";
    import { pipeline } from "node:stream/promises";
    import { createGzip } from "node:zlib";
    export async function f(p) { await pipeline(fs.createReadStream(p), createGzip(), fs.createWriteStream(p + ".gz")); }`,
  "an allow-listed style: eslint-disable": `
    import fs from "fs";
    export async function f() {
      // eslint-disable-next-line unblock/no-blocking-call
      return fs.readFileSync("a");
    }`,
  "a sync helper of another file called at the top": withFiles(
    `
    import { load } from "./load.js";
    const config = load();
    export async function f() { return config; }`,
    { "load.js": `import fs from "fs";\nexport const load = () => fs.readFileSync("a");` },
  ),
  "a value computed once at the top": `
    import fs from "fs";
    const text = fs.readFileSync("a", "utf8");
    export async function f() { return text.trim(); }`,
  "an exported sync function called by a sync handler": `
    import http from "http";
    import fs from "fs";
    http.createServer((req, res) => { res.end(fs.readFileSync("a")); }).listen(80);`,
};
