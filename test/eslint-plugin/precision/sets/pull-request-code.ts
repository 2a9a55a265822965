import { commonjs, named, typescript, type SnippetSet } from "../snippet.js";

/** Calls, callbacks, modules and types, as a reviewer meets them in pull requests. */
export const pullRequestCode: SnippetSet = {
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
  "A descriptor that is opened, read and closed in a finally": typescript(`
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
};
