import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

/** Every way by which a module's export gets a name. */
export const imports: SnippetSet = {
  "named import": `
    import { readFileSync } from "fs";
    export async function load(file) { return readFileSync(file, "utf8"); } // !call`,
  "named import from a node: specifier, renamed": `
    import { readFileSync as slurp } from "node:fs";
    export async function load(file) { return slurp(file); } // !call`,
  "default import of a built-in": `
    import fs from "node:fs";
    export async function load(file) { return fs.readFileSync(file); } // !call`,
  "namespace import": `
    import * as fs from "fs";
    export const load = async (file) => fs.readFileSync(file); // !call`,
  "default member of a namespace import": `
    import * as ns from "node:fs";
    export const load = async (file) => ns.default.readFileSync(file); // !call`,
  "import { default as … }": `
    import { default as disk } from "node:fs";
    export const load = async (file) => disk.readFileSync(file); // !call`,
  "string-named import": `
    import { "readFileSync" as read } from "node:fs";
    export const load = async (file) => read(file); // !call`,
  "require, whole module": commonjs(`
    const fs = require("fs");
    module.exports = async function load(file) { return fs.readFileSync(file); }; // !call`),
  "require, destructured and renamed": commonjs(`
    const { readFileSync: read, existsSync } = require("node:fs");
    exports.load = async (file) => {
      if (!existsSync(file)) return null; // !call
      return read(file); // !call
    };`),
  "require inline": commonjs(`
    exports.load = async (file) => require("fs").readFileSync(file); // !call`),
  "require inside the function": commonjs(`
    async function load(file) {
      const fs = require("fs");
      return fs.readFileSync(file); // !call
    }`),
  "require with a template literal": commonjs(`
    const fs = require(\`fs\`);
    async function load(file) { return fs.readFileSync(file); } // !call`),
  "require of one member": commonjs(`
    const read = require("fs").readFileSync;
    async function load(file) { return read(file); } // !call`),
  "var and late assignment of require": commonjs(`
    var fs;
    fs = require("fs");
    async function load(file) { return fs.readFileSync(file); } // !call`),
  "lazy require by ||=": commonjs(`
    let fs;
    async function load(file) {
      fs ||= require("fs");
      return fs.readFileSync(file); // !call
    }`),
  "transpiled interop: __importDefault(require())": commonjs(`
    "use strict";
    var __importDefault = (this && this.__importDefault) || function (mod) {
      return (mod && mod.__esModule) ? mod : { "default": mod };
    };
    const node_fs_1 = __importDefault(require("node:fs"));
    async function load(file) { return node_fs_1.default.readFileSync(file); } // !call`),
  "transpiled interop: __importStar and (0, fn)()": commonjs(`
    "use strict";
    const fs = __importStar(require("fs"));
    const node_fs_1 = require("node:fs");
    async function load(file) {
      fs.statSync(file); // !call
      return (0, node_fs_1.readFileSync)(file); // !call
    }`),
  "Babel interop: _interopRequireDefault": commonjs(`
    "use strict";
    var _fs = _interopRequireDefault(require("fs"));
    function _interopRequireDefault(e) { return e && e.__esModule ? e : { default: e }; }
    async function load(file) { return _fs.default.readFileSync(file); } // !call`),
  "import fs = require(), TypeScript": typescript(`
    import fs = require("fs");
    export async function load(file: string) { return fs.readFileSync(file); } // !call`),
  "import alias of a namespace's member, TypeScript": typescript(`
    import * as fs from "fs";
    import read = fs.readFileSync;
    export async function load(file: string) { return read(file); } // !call`),
  "await import()": `
    export async function load(file) {
      const fs = await import("node:fs");
      return fs.readFileSync(file); // !call
    }`,
  "await import(), destructured": `
    export async function load(file) {
      const { readFileSync } = await import("node:fs");
      return readFileSync(file); // !call
    }`,
  "await import(), default, destructured with a rename": `
    export async function load(file) {
      const { default: fs } = await import("fs");
      return fs.readFileSync(file); // !call
    }`,
  "(await import()).member": `
    export async function load(file) {
      return (await import("fs")).readFileSync(file); // !call
    }`,
  "import().then(fs => …)": `
    export function load(file) {
      return import("fs").then((fs) => fs.readFileSync(file)); // !call
    }`,
  "import().then(({ readFileSync }) => …)": `
    export const load = (file) =>
      import("node:fs").then(({ readFileSync }) => readFileSync(file)); // !call`,
  "import().then(function (fs) { … })": `
    import("fs").then(function (fs) {
      fs.writeFileSync("a", "b"); // !call
    });`,
  "Promise.all over imports": `
    export async function load(file) {
      const [fs, path] = await Promise.all([import("fs"), import("path")]);
      return fs.readFileSync(path.resolve(file)); // !call
    }`,
  "top-level await import": `
    const fs = await import("node:fs");
    export async function load(file) { return fs.readFileSync(file); } // !call`,
  "process.getBuiltinModule": `
    export async function load(file) {
      return process.getBuiltinModule("fs").readFileSync(file); // !call
    }`,
  "process.getBuiltinModule into a constant, process imported": `
    import process from "node:process";
    const { readFileSync } = process.getBuiltinModule("node:fs");
    export async function load(file) { return readFileSync(file); } // !call`,
  createRequire: `
    import { createRequire } from "node:module";
    const require = createRequire(import.meta.url);
    const fs = require("fs");
    export async function load(file) { return fs.readFileSync(file); } // !call`,
  "createRequire through the namespace, another name": `
    import * as mod from "node:module";
    const load = mod.createRequire(import.meta.url);
    export async function read(file) { return load("fs").readFileSync(file); } // !call`,
  "createRequire called at once": `
    import module from "node:module";
    const cp = module.createRequire(import.meta.url)("child_process");
    export async function run() { cp.execSync("make"); } // !call`,
  "re-export from a file beside it": withFiles(
    `
    import { readFileSync } from "./disk.js";
    export async function load(file) { return readFileSync(file); } // !call`,
    { "disk.js": `export { readFileSync } from "node:fs";` },
  ),
  "re-export of everything": withFiles(
    `
    import { statSync } from "./disk.js";
    export async function load(file) { return statSync(file); } // !call`,
    { "disk.js": `export * from "node:fs";` },
  ),
  "re-export as a namespace": withFiles(
    `
    import { disk } from "./barrel.js";
    export async function load(file) { return disk.statSync(file); } // !call`,
    { "barrel.js": `export * as disk from "node:fs";` },
  ),
  "re-exported default import": withFiles(
    `
    import { fs } from "./barrel.js";
    export async function load(file) { return fs.statSync(file); } // !call`,
    { "barrel.js": `import fs from "graceful-fs";\nexport { fs };` },
  ),
  "re-exported through two barrels with renames": withFiles(
    `
    import { read } from "./outer.js";
    export async function load(file) { return read(file); } // !call`,
    {
      "outer.js": `export { slurp as read } from "./inner.js";`,
      "inner.js": `export { readFileSync as slurp } from "fs";`,
    },
  ),
  "CommonJS re-export: module.exports = require()": commonjs(
    `
    const fs = require("./disk.cjs");
    exports.load = async (file) => fs.readFileSync(file); // !call`,
    { "disk.cjs": `module.exports = require("graceful-fs");` },
  ),
  "CommonJS re-export of one member": commonjs(
    `
    const { read } = require("./disk.cjs");
    exports.load = async (file) => read(file); // !call`,
    { "disk.cjs": `exports.read = require("fs").readFileSync;` },
  ),
  "export default of the module": withFiles(
    `
    import disk from "./disk.js";
    export async function load(file) { return disk.readFileSync(file); } // !call`,
    { "disk.js": `import * as fs from "fs";\nexport default fs;` },
  ),

  // Not the module, whatever it is called.
  "fs/promises has no synchronous function": `
    import fs from "node:fs/promises";
    export async function load(file) { return fs.readFile(file); }`,
  "fs.promises is asynchronous": `
    import { promises as fs } from "fs";
    export async function load(file) { return fs.readFile(file); }`,
  "a file of the project that is called fs": withFiles(
    `
    import fs from "./fs.js";
    export async function load(file) { return fs.readFileSync(file); }`,
    { "fs.js": `export default { readFileSync: (name) => cache.get(name) };` },
  ),
  "an unknown package": `
    import { readFileSync } from "virtual-disk";
    export async function load(file) { return readFileSync(file); }`,
  "memfs keeps its files in memory": `
    import { fs } from "memfs";
    export async function load(file) { return fs.readFileSync(file); }`,
  "type-only import never runs": typescript(`
    import type { readFileSync } from "fs";
    export async function load(file: string, read: typeof readFileSync | undefined) { return file; }`),
  "require that is a parameter": `
    define(async function (require) {
      const fs = require("fs");
      return fs.readFileSync("a");
    });`,
  "a local function called require": `
    function require(name) { return stubs[name]; }
    export async function load() { return require("fs").readFileSync("a"); }`,
  "import() of a computed name is unknown": `
    export async function load(name) {
      const mod = await import(name);
      return mod.readFileSync("a");
    }`,
  "import() without await is a promise": `
    export async function load() {
      const fs = import("fs");
      return fs.readFileSync;
    }`,
  "createRequire of another module": `
    import { createRequire } from "./own-module.js";
    const require2 = createRequire(import.meta.url);
    export async function load() { return require2("fs").readFileSync("a"); }`,
  "jest.requireActual stays unknown": `
    export async function load() { return vi.importMock("fs").readFileSync("a"); }`,
};
