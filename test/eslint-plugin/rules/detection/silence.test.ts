import { snippets } from "./snippets.js";

snippets("what looks like a blocking call and is none", {
  "functions that give a child process or nothing, not a promise": `
    import { existsSync, read } from "node:fs";
    import { exec, execFile, spawn } from "node:child_process";
    import crossSpawn from "cross-spawn";
    export function start(path) { if (!existsSync(path)) path += ".js"; return spawn("node", [path]); }
    export function shell(path) { existsSync(path); return exec(path); }
    export function run(path) { existsSync(path); return execFile(path); }
    export function anywhere(path) { existsSync(path); return crossSpawn.spawn(path); }
    export function into(path, done) { existsSync(path); return read(3, done); }`,
  "functions of one's own": `
    function readFileSync() {}
    const execSync = () => 1;
    class Fs { readFileSync() {} static statSync() {} }
    const fs = { readFileSync() { return 1; }, async statSync() {} };
    async function f() {
      readFileSync("a");
      execSync("ls");
      new Fs().readFileSync("a");
      Fs.statSync("a");
      fs.readFileSync("a");
      await fs.statSync("a");
    }`,
  "parameters and local names that shadow": `
    import fs, { readFileSync } from "node:fs";
    async function a(readFileSync) { readFileSync("a"); }
    async function b({ fs }) { fs.readFileSync("a"); }
    async function c() { const readFileSync = () => 1; readFileSync("a"); }
    async function d() { for (const fs of [{}]) fs.readFileSync("a"); }
    async function e() { try { x(); } catch (fs) { fs.readFileSync("a"); } }
    async function g() { { let fs = make(); fs.readFileSync("a"); } }
    const h = async (...fs) => fs.readFileSync("a");
    async function i() { class fs { static readFileSync() {} } fs.readFileSync("a"); }
    async function j() { function readFileSync() {} return readFileSync("a"); }
    export { fs, readFileSync };`,
  "members of this and of unknown objects": `
    import { readFileSync } from "node:fs";
    class Service {
      readFileSync() { return 1; }
      async load(io) {
        this.readFileSync("a");
        this.fs.readFileSync("a");
        io.readFileSync("a");
        super.toString();
        return readFileSync;
      }
    }`,
  "other libraries' methods that end in Sync": `
    import store from "some-store";
    import { loadSync } from "config-of-somebody";
    import ajv from "ajv";
    async function f() {
      store.getSync("a");
      loadSync();
      ajv.compileSync({});
      store.default.readFileSync("a");
    }`,
  "asynchronous functions of the same modules": `
    import fs, { promises, readFile } from "node:fs";
    import { exec, spawn } from "node:child_process";
    import { pbkdf2, randomUUID, createHash } from "node:crypto";
    import { readFile as read } from "node:fs/promises";
    async function f() {
      readFile("a", () => {});
      await promises.readFile("a");
      await read("a");
      await fs.promises.readFile("a");
      exec("ls"); spawn("ls");
      pbkdf2("a", "b", 1, 1, "sha256", () => {});
      createHash("sha256").update("a").digest("hex");
      fs.createReadStream("a");
    }`,
  "reading, storing and comparing a function": `
    import fs, { readFileSync } from "node:fs";
    async function f(register) {
      const read = readFileSync;
      const o = { readFileSync, other: fs.readFileSync };
      if (typeof fs.readFileSync === "function" && read !== o.other) register(fs);
      fs.readFileSync.name;
      delete o.readFileSync;
      return fs.readFileSync;
    }`,
  "modules that only have such a name": `
    import fs from "./fs.js";
    import { readFileSync } from "fs-of-mine";
    import child_process from "../child_process";
    async function f() { fs.readFileSync("a"); readFileSync("a"); child_process.execSync("ls"); }`,
  "a promisified function": `
    import { promisify } from "node:util";
    import fs from "node:fs";
    const read = promisify(fs.readFile);
    async function f() { await read("a"); }`,
  "a name written over by something unknown": `
    import { readFileSync } from "node:fs";
    async function f(mock) { const io = { ...mock, readFileSync: mock.read }; io.readFileSync("a"); return readFileSync; }`,
  "code that a constant rules out": `
    import { readFileSync } from "node:fs";
    const debug = false;
    async function f() {
      while (false) readFileSync("a");
      for (; debug; ) readFileSync("b");
      if (debug) readFileSync("c");
    }`,
  "shared memory that does not wait": `
    async function f(memory) {
      Atomics.wait(memory, 0, 0, 0);
      Atomics.notify(memory, 0);
      Atomics.waitAsync(memory, 0, 0);
      Atomics.load(memory, 0);
    }`,
  "an Atomics of one's own": `
    const Atomics = { wait() {} };
    async function f() { Atomics.wait(); }
    async function g(alert) { alert("x"); }`,
  "a call with a callback where that makes it asynchronous": `
    import jwt from "jsonwebtoken";
    async function f(token, key, done) {
      jwt.verify(token, key, (error, claims) => {});
      jwt.verify(token, key, {}, done);
    }`,
  "names in strings, comments and types of code": `
    async function f(log) {
      // fs.readFileSync("a")
      log("fs.readFileSync('a')", \`\${"execSync"}\`, /readFileSync/);
      const readFileSync = "a";
      return { readFileSync };
    }`,
  "an array method's name on an object of one's own": `
    import { readFileSync } from "node:fs";
    class Queue { map(action) { this.later = action; } }
    const queue = { forEach(action) { this.later = action; } };
    async function f() {
      new Queue().map(() => readFileSync("a"));
      queue.forEach(() => readFileSync("a"));
    }`,
});
