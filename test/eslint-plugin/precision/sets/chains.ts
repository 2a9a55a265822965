import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

/** Async functions that call what blocks further down. */
export const chains: SnippetSet = {
  "helper in the same file": `
    import fs from "fs";
    function load() { return fs.readFileSync("a"); }
    export async function f() { return load(); } // !chain`,
  "helper declared later": `
    import fs from "fs";
    export async function f() { return load(); } // !chain
    function load() { return fs.readFileSync("a"); }`,
  "arrow helper": `
    import fs from "fs";
    const load = () => fs.readFileSync("a");
    export const f = async () => load(); // !chain`,
  "two helpers": `
    import fs from "fs";
    const read = (p) => fs.readFileSync(p);
    const parse = (p) => JSON.parse(read(p));
    export async function f() { return parse("a"); } // !chain`,
  "helper in another file": withFiles(
    `
    import { load } from "./load.js";
    export async function f() { return load("a"); } // !chain`,
    { "load.js": `import fs from "fs";\nexport function load(p) { return fs.readFileSync(p); }` },
  ),
  "default export": withFiles(
    `
    import load from "./load.js";
    export async function f() { return load("a"); } // !chain`,
    {
      "load.js": `import fs from "fs";\nexport default function (p) { return fs.readFileSync(p); }`,
    },
  ),
  "default export of a constant": withFiles(
    `
    import load from "./load.js";
    export async function f() { return load("a"); } // !chain`,
    {
      "load.js": `import fs from "fs";\nconst load = (p) => fs.readFileSync(p);\nexport default load;`,
    },
  ),
  "namespace of a file": withFiles(
    `
    import * as util from "./util.js";
    export async function f() { return util.load("a"); } // !chain`,
    { "util.js": `import fs from "fs";\nexport const load = (p) => fs.readFileSync(p);` },
  ),
  "through a barrel": withFiles(
    `
    import { load } from "./index.js";
    export async function f() { return load("a"); } // !chain`,
    {
      "index.js": `export * from "./a.js";\nexport * from "./b.js";`,
      "a.js": `export const other = 1;`,
      "b.js": `import fs from "fs";\nexport const load = (p) => fs.readFileSync(p);`,
    },
  ),
  "through a folder's index": commonjs(
    `
    const { load } = require("./lib");
    exports.f = async () => load("a"); // !chain`,
    { "lib/index.js": `const fs = require("fs");\nexports.load = (p) => fs.readFileSync(p);` },
  ),
  "CommonJS: module.exports is an object": commonjs(
    `
    const util = require("./util");
    exports.f = async () => util.load("a"); // !chain`,
    {
      "util.js": `const fs = require("fs");\nmodule.exports = { load(p) { return fs.readFileSync(p); } };`,
    },
  ),
  "CommonJS: module.exports is a function": commonjs(
    `
    const load = require("./load.cjs");
    exports.f = async () => load("a"); // !chain`,
    {
      "load.cjs": `const fs = require("fs");\nmodule.exports = function (p) { return fs.readFileSync(p); };`,
    },
  ),
  "CommonJS: module.exports.name": commonjs(
    `
    const { load } = require("./load.cjs");
    exports.f = async () => load("a"); // !chain`,
    {
      "load.cjs": `const fs = require("fs");\nmodule.exports.load = load;\nfunction load(p) { return fs.readFileSync(p); }`,
    },
  ),
  "three files": withFiles(
    `
    import { a } from "./a.js";
    export async function f() { a(); } // !chain`,
    {
      "a.js": `import { b } from "./b.js";\nexport function a() { return b(); }`,
      "b.js": `import { c } from "./c.js";\nexport function b() { return c(); }`,
      "c.js": `import { execSync } from "child_process";\nexport function c() { return execSync("make"); }`,
    },
  ),
  "TypeScript file imported as .js": typescript(
    `
    import { load } from "./load.js";
    export async function f(): Promise<Buffer> { return load("a"); } // !chain`,
    {
      "load.ts": `import fs from "fs";\nexport function load(p: string): Buffer { return fs.readFileSync(p); }`,
    },
  ),
  "TypeScript file imported without extension": typescript(
    `
    import { load } from "./load";
    export async function f() { return load("a"); } // !chain`,
    { "load.ts": `import fs from "fs";\nexport const load = (p: string) => fs.readFileSync(p);` },
  ),
  "tsconfig paths": typescript(
    `
    import { load } from "@/util/load";
    export async function f() { return load("a"); } // !chain`,
    {
      "tsconfig.json": `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`,
      "src/util/load.ts": `import fs from "fs";\nexport const load = (p: string) => fs.readFileSync(p);`,
    },
  ),
  "package's imports field": withFiles(
    `
    import { load } from "#load";
    export async function f() { return load("a"); } // !chain`,
    {
      "package.json": `{ "type": "module", "imports": { "#load": "./load.js" } }`,
      "load.js": `import fs from "fs";\nexport const load = (p) => fs.readFileSync(p);`,
    },
  ),
  "workspace package": {
    code: `
    import { load } from "@app/util";
    export async function f() { return load("a"); } // !chain`,
    links: { "node_modules/@app/util": "packages/util" },
    files: {
      "package.json": `{ "workspaces": ["packages/*"] }`,
      "packages/util/package.json": `{ "name": "@app/util", "type": "module", "exports": "./src/index.js" }`,
      "packages/util/src/index.js": `import fs from "fs";\nexport const load = (p) => fs.readFileSync(p);`,
    },
  },
  "this.method()": `
    import fs from "fs";
    export class Store {
      read(p) { return fs.readFileSync(p); }
      async load(p) { return this.read(p); } // !chain
    }`,
  "private method": `
    import fs from "fs";
    export class Store {
      #read(p) { return fs.readFileSync(p); }
      async load(p) { return this.#read(p); } // !chain
    }`,
  "static method": `
    import fs from "fs";
    export class Store {
      static read(p) { return fs.readFileSync(p); }
      async load(p) { return Store.read(p); } // !chain
    }`,
  "inherited method": `
    import fs from "fs";
    class Base { read(p) { return fs.readFileSync(p); } }
    export class Store extends Base { async load(p) { return this.read(p); } } // !chain`,
  "super.method()": `
    import fs from "fs";
    class Base { load(p) { return fs.readFileSync(p); } }
    export class Store extends Base { async load(p) { return super.load(p); } } // !chain`,
  "arrow field": `
    import fs from "fs";
    export class Store {
      read = (p) => fs.readFileSync(p);
      async load(p) { return this.read(p); } // !chain
    }`,
  "method of an instance": `
    import fs from "fs";
    class Store { read(p) { return fs.readFileSync(p); } }
    const store = new Store();
    export async function f() { return store.read("a"); } // !chain`,
  "method of an instance made there": `
    import fs from "fs";
    class Store { read(p) { return fs.readFileSync(p); } }
    export async function f() { return new Store().read("a"); } // !chain`,
  "method of an imported class": withFiles(
    `
    import { Store } from "./store.js";
    export async function f() { const store = new Store(); return store.read("a"); } // !chain`,
    {
      "store.js": `import fs from "fs";\nexport class Store { read(p) { return fs.readFileSync(p); } }`,
    },
  ),
  "method of an imported instance": withFiles(
    `
    import { store } from "./store.js";
    export async function f() { return store.read("a"); } // !chain`,
    {
      "store.js": `import fs from "fs";\nclass Store { read(p) { return fs.readFileSync(p); } }\nexport const store = new Store();`,
    },
  ),
  constructor: `
    import fs from "fs";
    class Config { constructor() { this.text = fs.readFileSync("a"); } }
    export async function f() { return new Config(); } // !chain`,
  "field initialiser": `
    import fs from "fs";
    class Config { text = fs.readFileSync("a"); }
    export async function f() { return new Config(); } // !chain`,
  "base class' constructor": `
    import fs from "fs";
    class Base { constructor() { fs.mkdirSync("a"); } }
    class Config extends Base {}
    export async function f() { return new Config(); } // !chain`,
  "getter of an instance": `
    import fs from "fs";
    class Config { get text() { return fs.readFileSync("a"); } }
    const config = new Config();
    export async function f() { return config.text; } // !chain`,
  "this.getter": `
    import fs from "fs";
    class Config { get text() { return fs.readFileSync("a"); } async f() { return this.text; } } // !chain`,
  setter: `
    import fs from "fs";
    const config = { set text(value) { fs.writeFileSync("a", value); } };
    export async function f() { config.text = "x"; } // !chain`,
  "object of functions": `
    import fs from "fs";
    const api = { load: (p) => fs.readFileSync(p), save(p) { fs.writeFileSync(p, ""); } };
    export async function f() { api.save("b"); return api.load("a"); } // !chain !chain`,
  "method that calls a sibling by this": `
    import fs from "fs";
    const api = {
      load(p) { return fs.readFileSync(p); },
      async f() { return this.load("a"); }, // !chain
    };`,
  "higher-order function's result": `
    import fs from "fs";
    const loader = (base) => (p) => fs.readFileSync(base + p);
    const load = loader("/etc/");
    export async function f() { return load("a"); } // !chain`,
  "helper passed by reference to map": `
    import fs from "fs";
    const load = (p) => fs.readFileSync(p);
    export async function f(files) { return files.map(load); } // !chain`,
  "helper passed to a function that calls it": `
    import fs from "fs";
    const load = () => fs.readFileSync("a");
    const attempt = (fn) => { try { return fn(); } catch { return null; } };
    export async function f() { return attempt(load); } // !chain`,
  "helper as a reaction": `
    import fs from "fs";
    const save = (text) => fs.writeFileSync("a", text);
    export function f(url) { return fetch(url).then(save); } // !chain`,
  "helper with .call": `
    import fs from "fs";
    function load(p) { return fs.readFileSync(p); }
    export async function f() { return load.call(null, "a"); } // !chain`,
  "helper that is bound": `
    import fs from "fs";
    function load(base, p) { return fs.readFileSync(base + p); }
    const loadEtc = load.bind(null, "/etc");
    export async function f() { return loadEtc("a"); } // !chain`,
  "memoised helper": `
    import fs from "fs";
    let cache;
    function load() { if (!cache) cache = fs.readFileSync("a"); return cache; }
    export async function f() { return load(); } // !chain`,
  "recursion ends": `
    import fs from "fs";
    function walk(p) { for (const e of fs.readdirSync(p)) walk(p + "/" + e); }
    export async function f() { walk("."); } // !chain`,
  "mutual recursion ends": `
    import fs from "fs";
    const even = (n) => (n === 0 ? fs.statSync("a") : odd(n - 1));
    const odd = (n) => even(n - 1);
    export async function f() { odd(3); } // !chain`,
  "recursion that does not block": `
    const count = (n) => (n <= 0 ? 0 : 1 + count(n - 1));
    export async function f() { return count(3); }`,
  "cyclic imports": withFiles(
    `
    import { a } from "./a.js";
    export const own = () => 1;
    export async function f() { return a(); } // !chain`,
    {
      "a.js": `import fs from "fs";\nimport { own } from "./file.js";\nexport const a = () => fs.statSync(String(own()));`,
    },
  ),
  "an async callee is reported inside itself, once": `
    import fs from "fs";
    async function load() { return fs.readFileSync("a"); } // !call
    export async function f() { return load(); }`,
  "an async callee in another file is reported there": withFiles(
    `
    import { load } from "./load.js";
    export async function f() { return load(); }`,
    {
      "load.js": `import fs from "fs";\nexport async function load() { return fs.readFileSync("a"); }`,
    },
  ),
  "a callee that returns a promise is reported inside itself": `
    import fs from "fs";
    function load() { return new Promise((resolve) => resolve(fs.readFileSync("a"))); } // !call
    export async function f() { return load(); }`,
  "a helper behind an if false": `
    import fs from "fs";
    function load() { return fs.readFileSync("a"); }
    export async function f() { if (false) load(); }`,
  "a helper that only defines": `
    import fs from "fs";
    function make() { return () => fs.readFileSync("a"); }
    export async function f() { return make(); }`,
  "a helper whose blocking part is a listener": `
    import fs from "fs";
    function watch(emitter) { emitter.on("change", () => fs.readFileSync("a")); }
    export async function f(emitter) { watch(emitter); }`,
  "a helper that hands the work to a worker": `
    import { spawnBlocking } from "spawn-blocking";
    const load = (p) => spawnBlocking((p) => process.getBuiltinModule("fs").readFileSync(p), [p]);
    export async function f() { return load("a"); }`,
  "a helper that does not block": withFiles(
    `
    import { parse } from "./parse.js";
    export async function f(text) { return parse(text); }`,
    {
      "parse.js": `import fs from "fs";\nexport const parse = (t) => JSON.parse(t);\nexport const load = () => fs.readFileSync("a");`,
    },
  ),
  "an unknown import": `
    import { loadSync } from "some-package";
    export async function f() { return loadSync("a"); }`,
  "into node_modules only by option": withFiles(
    `
    import { load } from "dependency";
    export async function f() { return load("a"); }`,
    {
      "node_modules/dependency/package.json": `{ "name": "dependency", "version": "1.0.0", "main": "index.js" }`,
      "node_modules/dependency/index.js": `exports.load = (p) => require("fs").readFileSync(p);`,
    },
  ),
  "a missing file": `
    import { load } from "./nowhere.js";
    export async function f() { return load("a"); }`,
  "a file with a syntax error": withFiles(
    `
    import { load } from "./broken.js";
    export async function f() { return load("a"); }`,
    { "broken.js": `import fs from "fs"; export const load = (p) => fs.readFileSync(p; }` },
  ),
  "a method of the same name in another class": `
    import fs from "fs";
    class Disk { read(p) { return fs.readFileSync(p); } }
    class Memory { read(p) { return this.map.get(p); } }
    const disk = new Disk();
    const memory = new Memory();
    export async function f() { return memory.read("a"); }`,
  "an overridden method": `
    import fs from "fs";
    class Base { read(p) { return fs.readFileSync(p); } }
    class Memory extends Base { read(p) { return this.map.get(p); } async f() { return this.read("a"); } }`,
  "a parameter shadows the helper": `
    import fs from "fs";
    function load() { return fs.readFileSync("a"); }
    export async function f(load) { return load(); }`,
  "a sync function calls the helper": `
    import fs from "fs";
    function load() { return fs.readFileSync("a"); }
    export function f() { return load(); }
    f();`,
  "@nonblocking ends the chain": `
    import fs from "fs";
    /** Reads a file in memory. @nonblocking */
    function load() { return fs.readFileSync("/dev/shm/a"); }
    export async function f() { return load(); }`,
  "@blocking starts one": `
    /** @blocking spawns and waits */
    function run() { return native.run(); }
    export async function f() { return run(); } // !chain`,
  "@blocking on an imported function": withFiles(
    `
    import { run } from "./run.js";
    export async function f() { return run(); } // !chain`,
    {
      "run.js": `/**\n * Waits for the device.\n * @blocking\n */\nexport function run() { return native.run(); }`,
    },
  ),
  "test files are linted as others are": named(
    "a.spec.js",
    `
    import fs from "fs";
    it("works", async () => { fs.readFileSync("a"); }); // !call`,
  ),
};
