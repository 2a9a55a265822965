/** Chains across files. Every project is a small folder. */
import assert from "node:assert/strict";
import path from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "../../../../eslint-plugin/src/index.js";
import { ProjectFolder } from "./project-folder.js";

describe("chains across files", () => {
  let folder: ProjectFolder;

  beforeEach(() => {
    folder = new ProjectFolder();
  });

  afterEach(() => {
    folder.remove();
  });

  const load =
    'import fs from "node:fs";\nexport function load() { return fs.readFileSync("a"); }\n';

  it("follows to a global that a file names once", () => {
    folder.holds({
      "sure.js": "export function sure() { return confirm('Sure?'); }\n",
      "a.js":
        'import { sure } from "./sure.js";\nexport async function remove() { return sure(); } // !chain\n',
    });
  });

  it("follows named, default and namespace imports", () => {
    folder.holds({
      "load.js": `${load}export default load;`,
      "main.js": `
        import main, { load } from "./load.js";
        import * as all from "./load.js";
        async function f() {
          load(); // !chain
          main(); // !chain
          all.load(); // !chain
          all.default(); // !chain
        }`,
    });
  });

  it("prints the chain with files and lines, from the working directory", () => {
    folder.write({ "lib/load.js": load });
    const [message] = folder.lint(
      "src/main.js",
      'import { load } from "../lib/load.js";\nconst again = () => load();\nexport async function f() {\n  again();\n}',
      undefined,
    );
    assert.equal(
      message?.message,
      "again ends in node:fs.readFileSync, which blocks the event loop for about 0.14 ms (typical: 1 kB; Node 20, local file in the page cache, 2-core VM; upper end: a cold or networked disk): again (src/main.js:4) → load (src/main.js:2) → node:fs.readFileSync (lib/load.js:2).",
    );
    assert.deepEqual(
      [message.line, message.column, message.endLine, message.endColumn],
      [4, 3, 4, 10],
    );
  });

  it("says where it cut a chain off", () => {
    folder.write({ "load.js": load });
    const code =
      'import { load } from "./load.js"; const a = () => b(); const b = () => c(); const c = () => load(); async function f() { a(); }';
    const config: Linter.Config = {
      plugins: { unblock: plugin },
      rules: { "unblock/no-blocking-chain": ["error", { depth: 2 }] },
    };
    const [message] = new Linter({ cwd: folder.path }).verify(code, config, {
      filename: path.join(folder.path, "main.js"),
    });
    assert.match(
      message?.message ?? "",
      /: a \(main\.js:1\) → b \(main\.js:1\) → … \(3 more, cut off at depth 2\)\.$/u,
    );
  });

  it("follows re-exports, barrels, and names given on the way", () => {
    folder.holds({
      "load.js": load,
      "named.js": 'export { load as read, load as default } from "./load.js";',
      "star.js": 'export * from "./named.js"; export * as inner from "./load.js";',
      "local.js": 'import { load } from "./load.js"; const renamed = load; export { renamed };',
      "main.js": `
        import read from "./named.js";
        import { read as other, inner } from "./star.js";
        import { renamed } from "./local.js";
        async function f() {
          read(); // !chain
          other(); // !chain
          inner.load(); // !chain
          renamed(); // !chain
        }`,
    });
  });

  it("finds the platform's functions through modules that hand them on", () => {
    folder.holds({
      "all.js": 'export * from "node:fs"; export { execSync as run } from "node:child_process";',
      "default.js": 'import fs from "node:fs"; export default fs; export const io = { fs };',
      "main.js": `
        import { readFileSync, run } from "./all.js";
        import fs, { io } from "./default.js";
        async function f() {
          readFileSync("a"); // !call
          run("ls"); // !call
          fs.readFileSync("a"); // !call
          io.fs.statSync("a"); // !call
        }`,
    });
  });

  it("follows what TypeScript makes of re-exports, whatever else stands in the file that imports them", () => {
    const barrel = (specifier: string, name: string) => `"use strict";
        Object.defineProperty(exports, "__esModule", { value: true });
        exports.${name} = void 0;
        var load_1 = require("${specifier}");
        Object.defineProperty(exports, "${name}", { enumerable: true, get: function () { return load_1.load; } });`;
    folder.holds({
      "load.cjs": 'const fs = require("fs"); exports.load = () => fs.readFileSync("a");',
      "barrel.cjs": barrel("./load.cjs", "load"),
      "renaming.cjs": barrel("./barrel.cjs", "read"),
      "main.cjs":
        'const barrel_1 = require("./barrel.cjs");\nexports.f = async () => (0, barrel_1.load)(); // !chain',
      "other.cjs":
        'const { read } = require("./renaming.cjs");\nexports.f = async () => read(); // !chain',
    });
  });

  it("follows CommonJS in its forms", () => {
    folder.holds({
      "object.cjs":
        'const fs = require("fs"); module.exports = { load() { return fs.readFileSync("a"); } };',
      "members.cjs":
        'const fs = require("fs"); exports.load = function () { return fs.readFileSync("a"); };',
      "function.cjs": 'const fs = require("fs"); module.exports = () => fs.readFileSync("a");',
      "class.cjs":
        'const fs = require("fs"); module.exports = class { load() { return fs.readFileSync("a"); } };',
      "compiled.cjs":
        'Object.defineProperty(exports, "__esModule", { value: true }); exports.load = load; const fs_1 = require("fs"); function load() { return (0, fs_1.readFileSync)("a"); }',
      "barrel.cjs":
        'var m = require("./compiled.cjs"); Object.defineProperty(exports, "load", { enumerable: true, get: function () { return m.load; } }); __exportStar(require("./members.cjs"), exports);',
      "main.cjs": `
        const { load } = require("./object.cjs");
        const members = require("./members.cjs");
        const main = require("./function.cjs");
        const Store = require("./class.cjs");
        const compiled_1 = require("./compiled.cjs");
        const barrel_1 = __importDefault(require("./barrel.cjs"));
        async function f() {
          load(); // !chain
          members.load(); // !chain
          main(); // !chain
          new Store().load(); // !chain
          (0, compiled_1.load)(); // !chain
          barrel_1.load(); // !chain
        }`,
      "main.js": `
        import main from "./function.cjs";
        import { load } from "./members.cjs";
        async function f() {
          main(); // !chain
          load(); // !chain
        }`,
    });
  });

  it("follows classes across files", () => {
    folder.holds({
      "base.js":
        'import fs from "fs"; export class Base { load() { return fs.readFileSync("a"); } get text() { return this.load(); } }',
      "store.js":
        'import { Base } from "./base.js"; export class Store extends Base { data = this.load(); }',
      "main.js": `
        import { Store } from "./store.js";
        const store = new Store();
        async function f() {
          store.load(); // !chain
          store.text; // !chain
          new Store(); // !chain
        }`,
    });
  });

  it("follows functions into those of other files that call them at once", () => {
    folder.holds({
      "wrap.js": `
        export function locked(root, work) { try { return work(); } finally { root.open(); } }
        export default (work) => work();
        export class Span {
          run(work) { return work(this); }
          later(work) { this.queue.push(work); }
        }
        export const soon = (work) => setTimeout(work, 1);
        export function keep(work) { list.push(work); }
        export const deep = (work) => locked(list, work);
        export const deeper = (work) => locked(list, () => deep(() => work(1)));
        export const endless = (work) => endless(work);
      `,
      "main.js": `
        import { readFileSync } from "node:fs";
        import run, { deep, deeper, endless, keep, locked, soon, Span } from "./wrap.js";
        const span = new Span();
        async function f(root) {
          locked(root, () => readFileSync("a")); // !call
          locked({ open() {} }, () => {
            return readFileSync("a"); // !call
          });
          run(function () { readFileSync("a"); }); // !call
          span.run(() => readFileSync("a")); // !call
          deep(() => readFileSync("a")); // !call
          deeper(() => readFileSync("a")); // !call
          endless(() => readFileSync("a"));
          span.later(() => readFileSync("a"));
          soon(() => readFileSync("a"));
          keep(() => readFileSync("a"));
        }
        export function load(root) { return locked(root, () => readFileSync("a")); }
      `,
      "command.cjs": `
        const fs = require("node:fs");
        const wrap_1 = require("./wrap-compiled.cjs");
        exports.all = async () => (0, wrap_1.locked)({}, () => fs.readFileSync("a")); // !call
      `,
      "wrap-compiled.cjs":
        "exports.locked = locked;\nfunction locked(root, work) { return work(); }",
      "caller.js": `
        import { load } from "./main.js";
        async function f() { load({}); } // !chain
      `,
    });
  });

  it("finds TypeScript sources by their compiled names, by tsconfig paths, and through packages of the workspace", () => {
    folder.holds(
      {
        "tsconfig.json": '{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"] } } }',
        "lib/load.ts": load,
        "packages/tools/package.json":
          '{ "name": "tools", "exports": { ".": "./main.js", "./*": "./lib/*.js" } }',
        "packages/tools/main.js": 'export { load } from "./lib/inner.js";',
        "packages/tools/lib/inner.js": load,
        "package.json": '{ "name": "tools-user", "imports": { "#load": "./lib/load.ts" } }',
        "src/main.ts": `
          import { load } from "../lib/load.js";
          import { load as aliased } from "@lib/load";
          import { load as own } from "#load";
          import type { load as never } from "../lib/load.js";
          async function f(x: typeof never) {
            load(); // !chain
            aliased(); // !chain
            own(); // !chain
          }`,
      },
      typescriptParser,
    );
  });

  it("keeps silent about cyclic imports, missing files and files that do not parse", () => {
    folder.holds({
      "a.js": 'import { b } from "./b.js"; export function a() { return b(); } export const x = 1;',
      "b.js": 'import { a } from "./a.js"; export function b() { return a(); }',
      "broken.js": "export function load( { return readFileSync;",
      "main.js": `
        import { a } from "./a.js";
        import { load } from "./broken.js";
        import { gone } from "./gone.js";
        import { readFileSync } from "./folder";
        async function f() { a(); load(); gone(); readFileSync("x"); }`,
    });
  });

  it("names functions without a name of their own as the call does", () => {
    folder.write({
      "files.js": `
        import fs from "node:fs";
        const reader = (folder) => (name) => fs.readFileSync(folder + name);
        export const readers = { text: reader("texts/") };
        export default (name) => fs.statSync(name);`,
    });
    const main = `import size, { readers } from "./files.js";
      export const f = async () => size("a") + readers.text("a");`;
    const messages = folder.lint("main.js", main, undefined);
    assert.deepEqual(
      messages.map(({ message }) => message.slice(0, message.indexOf(","))),
      ["size ends in node:fs.statSync", "readers.text ends in node:fs.readFileSync"],
    );
  });

  it("ends in cycles that block", () => {
    folder.holds({
      "a.js": 'import { b } from "./b.js"; export function a(n) { return n ? b(n - 1) : 0; }',
      "b.js": `import { a } from "./a.js"; ${load} export function b(n) { return n ? a(n - 1) : load(); }`,
      "main.js": `
        import { a } from "./a.js";
        import { b } from "./b.js";
        async function f() {
          b(1); // !chain
          a(1); // !chain
        }`,
    });
  });

  it("reports an imported async function once, in its own file", () => {
    folder.holds({
      "load.js":
        'import fs from "fs";\nexport async function load() { return fs.readFileSync("a"); } // !call',
      "main.js": 'import { load } from "./load.js"; export async function f() { return load(); }',
    });
  });

  it("keeps out of installed packages unless asked", () => {
    const files = {
      "node_modules/dep/package.json": '{ "name": "dep", "main": "index.js" }',
      "node_modules/dep/index.js":
        'const fs = require("fs"); exports.load = () => fs.readFileSync("a");',
    };
    const main = 'import { load } from "dep"; async function f() { load(); }';
    folder.write(files);
    assert.deepEqual(folder.lint("main.js", main, undefined), []);
    const config: Linter.Config = {
      plugins: { unblock: plugin },
      rules: { "unblock/no-blocking-chain": ["error", { followPackages: true }] },
    };
    const messages = new Linter({ cwd: folder.path }).verify(main, config, {
      filename: path.join(folder.path, "main.js"),
    });
    assert.equal(messages.length, 1);
  });
});
