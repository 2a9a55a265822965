import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

/** Shapes collected from services, tools and libraries, in no order: what a reviewer would look at in a pull request. */
export const field: SnippetSet = {
  "A lazily filled cache reads once, and still blocks whoever comes first": `
    import fs from "node:fs";
    const cache = new Map();
    export async function template(name) {
      let text = cache.get(name);
      if (text === undefined) {
        text = fs.readFileSync(name, "utf8"); // !call
        cache.set(name, text);
      }
      return text;
    }`,
  "A logical assignment calls only on its right side": `
    import { readFileSync } from "node:fs";
    let config;
    export async function load() {
      config ??= JSON.parse(readFileSync("config.json", "utf8")); // !call
      return config;
    }`,
  "An async arrow in an object handed to a framework": `
    import { execFileSync } from "node:child_process";
    export default {
      name: "version",
      run: async ({ flags }) => {
        const out = execFileSync("git", ["describe"]); // !call
        return flags.short ? out.subarray(0, 7) : out;
      },
    };`,
  "An async iterator's body is async code": `
    import { readdirSync, statSync } from "node:fs";
    export async function* walk(folder) {
      for (const name of readdirSync(folder)) { // !call
        const file = folder + "/" + name;
        if (statSync(file).isDirectory()) yield* walk(file); // !call
        else yield file;
      }
    }`,
  "A sync generator blocks in whoever draws from it, which is not seen here": `
    import { readdirSync } from "node:fs";
    export function* walk(folder) {
      for (const name of readdirSync(folder)) yield name;
    }`,
  "A private async method and a private field": `
    import { createHash, scryptSync } from "node:crypto";
    export class Vault {
      #key;
      async #derive(password) {
        this.#key = scryptSync(password, "salt", 64); // !call
      }
      async open(password) { await this.#derive(password); }
      digest(text) { return createHash("sha256").update(text).digest("hex"); }
    }`,
  "A callback of sort runs inline": `
    import { statSync } from "node:fs";
    export async function newest(files) {
      return files.sort((a, b) =>
        statSync(b).mtimeMs - // !call
        statSync(a).mtimeMs)[0]; // !call
    }`,
  "Array.from with a mapping function runs it inline": `
    import { readFileSync } from "node:fs";
    export async function all(names) {
      return Array.from(names, (name) => readFileSync(name)); // !call
    }`,
  "Object.entries().map and reduce with a function by name": `
    import { existsSync } from "node:fs";
    const isThere = ([, file]) => existsSync(file);
    export async function check(files) {
      return Object.entries(files).every(isThere); // !chain
    }`,
  "JSON.parse's reviver runs inline": `
    import { readFileSync } from "node:fs";
    export async function parse(text) {
      return JSON.parse(text, (key, value) => key === "file" ? readFileSync(value, "utf8") : value); // !call
    }`,
  "A callback that is only stored does not run here": `
    import { readFileSync } from "node:fs";
    const loaders = [];
    export async function register(name) {
      loaders.push(() => readFileSync(name));
    }`,
  "A returned closure does not run here": `
    import { readFileSync } from "node:fs";
    export async function makeReader(name) {
      return () => readFileSync(name, "utf8");
    }`,
  "A factory's closure is called by async code in this file": `
    import { readFileSync } from "node:fs";
    const reader = (name) => () => readFileSync(name, "utf8");
    const readConfig = reader("config.json");
    export async function port() {
      return JSON.parse(readConfig()).port; // !chain
    }`,
  "Setters, getters and static blocks": `
    import { readFileSync, writeFileSync } from "node:fs";
    class Store {
      static initial;
      static { Store.initial = readFileSync("seed.json"); }
      get current() { return readFileSync("now.json"); }
      set current(value) { writeFileSync("now.json", value); }
    }
    const store = new Store();
    export async function swap(value) {
      const old = store.current; // !chain
      store.current = value; // !chain
      return old;
    }`,
  "then on a promise of unknown origin runs on the loop": `
    import { gunzipSync } from "node:zlib";
    export function fetchLog(client) {
      return client.get("log.gz").then((body) => gunzipSync(body)); // !call
    }`,
  "A blocking function as a promise's reaction by name": `
    import { inflateSync } from "node:zlib";
    export const read = (client) => client.get("x").then(inflateSync); // !call
    export const done = (p) => p.finally(() => console.log("done"));`,
  "catch and finally reactions": `
    import { appendFileSync, rmSync } from "node:fs";
    export async function job(run, dir) {
      await run(dir)
        .catch((error) => { appendFileSync("errors.log", String(error)); }) // !call
        .finally(() => rmSync(dir, { recursive: true })); // !call
    }`,
  "Promise.all over a sync mapper": `
    import { readFileSync } from "node:fs";
    export async function all(files) {
      return Promise.all(files.map((file) => readFileSync(file))); // !call
    }`,
  "new Promise runs its executor inline, also in a function that is not async": `
    import { execSync } from "node:child_process";
    export function build() {
      return new Promise((resolve, reject) => {
        try { resolve(execSync("make")); } catch (error) { reject(error); } // !call
      });
    }`,
  "A sync wrapper in a promise library's try": `
    import { readFileSync } from "node:fs";
    export const load = (name) => Promise.resolve(readFileSync(name)); // !call`,
  "An immediately invoked async function at the top of a script": `
    const { spawnSync } = require("child_process");
    (async () => {
      spawnSync("npm", ["ci"], { stdio: "inherit" }); // !call
      await deploy();
    })();
    async function deploy() {}`,
  "main() of a command-line tool, sync all the way": named(
    "cli.mjs",
    `#!/usr/bin/env node
    import { readFileSync, writeFileSync } from "node:fs";
    import { execSync } from "node:child_process";
    function main() {
      const version = JSON.parse(readFileSync("package.json", "utf8")).version;
      writeFileSync("VERSION", version);
      execSync("git add VERSION");
    }
    main();`,
  ),
  "process.on exit handlers must be sync": `
    import { writeFileSync, unlinkSync } from "node:fs";
    process.on("exit", () => { unlinkSync("app.pid"); });
    process.once("SIGTERM", () => { writeFileSync("state.json", "{}"); process.exit(0); });`,
  "Babel's interop of a default import": commonjs(`
    "use strict";
    var _fs = _interopRequireDefault(require("fs"));
    var _crypto = require("crypto");
    function _interopRequireDefault(e) { return e && e.__esModule ? e : { default: e }; }
    async function run(name) {
      const text = _fs.default.readFileSync(name); // !call
      return (0, _crypto.pbkdf2Sync)(text, "salt", 600000, 32, "sha256"); // !call
    }
    exports.run = run;`),
  "TypeScript's __importStar and __awaiter": commonjs(`
    "use strict";
    var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
      return new Promise(function (resolve, reject) { generator = generator.apply(thisArg, _arguments || []); resolve(generator.next().value); });
    };
    var __importStar = (this && this.__importStar) || function (mod) { var result = {}; for (var k in mod) result[k] = mod[k]; result.default = mod; return result; };
    const fs = __importStar(require("fs"));
    function load(name) {
      return __awaiter(this, void 0, void 0, function* () {
        return fs.readFileSync(name); // !call
      });
    }
    exports.load = load;`),
  "esbuild's __toESM": commonjs(`
    var __toESM = (mod, isNodeMode, target) => (target = mod != null ? Object.create(Object.getPrototypeOf(mod)) : {}, mod);
    var import_node_fs = __toESM(require("node:fs"));
    var import_zlib = require("zlib");
    async function main() {
      const data = import_node_fs.default.readFileSync("a.gz"); // !call
      return (0, import_zlib.gunzipSync)(data); // !call
    }
    main();`),
  "webpack-like modules whose require is a parameter are not guessed": `
    const modules = {
      1: (module, exports, __webpack_require__) => {
        const fs = __webpack_require__(2);
        module.exports = async (name) => fs.readFileSync(name);
      },
    };
    export default modules;`,
  "A parameter named fs is not node:fs": `
    export async function copy(fs, from, to) {
      const text = fs.readFileSync(from);
      fs.writeFileSync(to, text);
    }`,
  "memfs has the names and none of the disk": `
    import { fs, vol } from "memfs";
    export async function test() {
      vol.fromJSON({ "/a": "1" });
      return fs.readFileSync("/a", "utf8");
    }`,
  "A spy that replaces a function by name": `
    import { vi, it } from "vitest";
    import fs from "node:fs";
    it("reads", async () => {
      vi.spyOn(fs, "readFileSync").mockReturnValue("x");
      const { load } = await import("./load.js");
      load();
    });`,
  "A typed wrapper with an assertion and a non-null": typescript(`
    import * as fs from "fs";
    interface Config { port: number }
    let current: Config | undefined;
    export async function config(): Promise<Config> {
      if (!current) current = JSON.parse(fs.readFileSync("config.json", "utf8") as string) as Config; // !call
      return current!;
    }`),
  "An enum, a namespace and import equals": typescript(`
    import fs = require("fs");
    namespace Files {
      export import promises = fs.promises;
      export function read(name: string): Buffer { return fs.readFileSync(name); }
    }
    enum Kind { A, B }
    export async function load(kind: Kind) {
      return kind === Kind.A ? Files.read("a") : fs.promises.readFile("b"); // !chain
    }`),
  "satisfies, generics and an abstract class": typescript(`
    import { readFileSync } from "node:fs";
    abstract class Base<T> {
      abstract parse(text: string): T;
      protected read(name: string): T { return this.parse(readFileSync(name, "utf8")); }
    }
    export class Json extends Base<object> {
      parse(text: string) { return JSON.parse(text) as object; }
      async load(name: string) {
        return this.read(name) satisfies object; // !chain
      }
    }`),
  "Decorators and parameter properties": typescript(`
    import { Controller, Get, Param } from "@nestjs/common";
    import { readFileSync, promises } from "node:fs";
    @Controller("files")
    export class FilesController {
      constructor(private readonly root: string) {}
      @Get(":name")
      async one(@Param("name") name: string) {
        return readFileSync(this.root + name); // !call
      }
      @Get()
      list() { return promises.readdir(this.root); }
    }`),
  "Only a type is imported": typescript(`
    import type { readFileSync } from "node:fs";
    export async function run(read: typeof readFileSync) { return read; }`),
  "declare and overloads": typescript(`
    declare function readFileSync(name: string): string;
    export async function run(): Promise<string> { return readFileSync("a"); }`),
  "using with a sync disposal": typescript(`
    import { openSync, closeSync, readSync } from "node:fs";
    export async function first(name: string) {
      const fd = openSync(name, "r"); // !call
      try {
        const buffer = Buffer.alloc(64);
        readSync(fd, buffer); // !call
        return buffer;
      } finally {
        closeSync(fd); // !call
      }
    }`),
  "An alias chosen by an environment variable": `
    import fs from "node:fs";
    import gracefulFs from "graceful-fs";
    const impl = process.env.GRACEFUL ? gracefulFs : fs;
    export async function read(name) { return impl.readFileSync(name); } // !call`,
  "Object destructuring with a default and a new name": commonjs(`
    const { promises: fsp, readFileSync: slurp = () => "" } = require("fs");
    module.exports = async function (name) {
      await fsp.access(name);
      return slurp(name); // !call
    };`),
  "A method picked out of an object of functions": `
    import { readFileSync } from "node:fs";
    import { readFile } from "node:fs/promises";
    const io = { sync: (name) => readFileSync(name), async: (name) => readFile(name) };
    export async function load(name) {
      await io.async(name);
      return io.sync(name); // !chain
    }`,
  "A table of commands whose entry is picked at run time may block, and is not certain": `
    import { readFileSync } from "node:fs";
    const commands = { cat: (name) => readFileSync(name), nop: () => undefined };
    export async function run(command, name) { return commands[command](name); }`,
  "Function.prototype.call, apply and Reflect": `
    import fs from "node:fs";
    export async function three(name) {
      fs.readFileSync.call(fs, name); // !call
      fs.statSync.apply(fs, [name]); // !call
      return Reflect.apply(fs.existsSync, fs, [name]); // !call
    }`,
  "Bound once at the top, called later": `
    import { execSync } from "node:child_process";
    const git = execSync.bind(null, "git status");
    export async function dirty() { return git().length > 0; } // !call`,
  "Optional calls and chains": `
    import fs from "node:fs";
    export async function peek(name) {
      return fs?.readFileSync?.(name)?.toString(); // !call
    }`,
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
  "util.promisify of a sync function does not make it asynchronous": `
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
