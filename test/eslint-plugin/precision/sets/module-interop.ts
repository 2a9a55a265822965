/** Ways from a module to the function that is called: as bundlers and compilers write them, and as people do. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const moduleInterop: SnippetSet = {
  "the rest of a module's members holds what was not taken out before": `
import * as fs from "node:fs";
const { promises, constants, ...sync } = fs;

export async function load(file) {
  await promises.access(file, constants.R_OK);
  return sync.readFileSync(file, "utf8"); // !call
}`,
  "the rest lacks what was taken out before it": `
import fs from "node:fs";
const { readFileSync, ...others } = fs;

export const prime = readFileSync("seed.txt", "utf8");
export async function load(file) {
  return others.readFileSync?.(file) ?? others.promises.readFile(file);
}`,
  "import equals, and a namespace's alias": typescript(`
import fs = require("fs");
import exec = require("child_process");
import run = exec.execFileSync;

export async function describe(folder: string): Promise<string> {
  const names = fs.readdirSync(folder); // !call
  return run("file", names).toString(); // !call
}`),
  "members of several modules imported at once": `
export async function pack(file) {
  const [{ readFileSync }, zlib, path] = await Promise.all([
    import("node:fs"),
    import("node:zlib"),
    import("node:path"),
  ]);
  const text = readFileSync(path.resolve(file)); // !call
  return zlib.brotliCompressSync(text); // !call
}`,
  "a module's promise, kept and awaited later": `
const lazy = { fs: () => import("node:fs") };
const pending = import("node:child_process");

export async function version(file) {
  const { spawnSync } = await pending;
  const fs = await lazy.fs();
  fs.accessSync(file); // !call
  return spawnSync(file, ["--version"]).stdout; // !call
}`,
  "a member of what is imported in the same expression": `
export const squeeze = async (data) => (await import("node:zlib")).default.gzipSync(data); // !call
export const digest = async (secret) =>
  (await import("node:crypto"))["scryptSync"](secret, "salt", 32); // !call`,
  "what then hands on of a module": `
export function loadTemplates(folder) {
  return import("node:fs")
    .then(({ default: fs }) => fs)
    .then((fs) => fs.readdirSync(folder)); // !call
}`,
  "the builtin module asked for, where it exists": `
const fs = globalThis.process?.getBuiltinModule?.("node:fs");

export async function readOptional(file) {
  return fs?.readFileSync?.(file, "utf8"); // !call
}`,
  "getBuiltinModule of somebody else's process object": `
export async function readOptional(process, file) {
  const fs = process.getBuiltinModule("node:fs");
  return fs.readFileSync(file, "utf8");
}`,
  "createRequire by way of the module's default export": `
import Module from "node:module";
const load = Module.createRequire(import.meta.url);
const { execFileSync: run } = load("child_process");

export async function revision() {
  return run("git", ["rev-parse", "HEAD"]); // !call
}`,
  "a createRequire of a project's own": withFiles(
    `
import { createRequire } from "./sandbox.js";
const require = createRequire(import.meta.url);
const fs = require("fs");

export async function read(file) {
  return fs.readFileSync(file);
}`,
    {
      "sandbox.js": `
export const createRequire = (registry) => (name) => registry.modules?.[name] ?? emulated(name);
function emulated(name) {
  return { name, readFileSync: () => "" };
}`,
    },
  ),
  "a require that is a parameter, as in AMD": commonjs(`
define(["require", "exports"], function (require, exports) {
  exports.load = async function (file) {
    return require("fs").readFileSync(file);
  };
});`),
  "keys put together from constants": `
import fs from "node:fs";
const suffix = "Sync";
const OPERATIONS = { read: "readFile", list: "readdir" };

export async function dump(folder) {
  const names = fs["readdir" + suffix](folder); // !call
  const first = fs[\`\${OPERATIONS.read}\${suffix}\`](names[0]); // !call
  return first;
}`,
  "a key that only the caller knows": `
import fs from "node:fs";

export async function perform(operation, ...rest) {
  return fs[operation](...rest);
}`,
  "which of two functions depends on a setting": `
import fs from "node:fs";
const inspect = process.env.FOLLOW_LINKS ? fs.statSync : fs.lstatSync;
let { readlinkSync: resolveLink = null } = fs;

export async function describe(file) {
  const stats = inspect(file); // !call
  return stats.isSymbolicLink() ? resolveLink(file) : file; // !call
}`,
  "bound with its arguments, called later": `
import { readFileSync, writeFileSync } from "node:fs";
const readConfiguration = readFileSync.bind(null, "config.json", "utf8");

export async function touch() {
  const text = readConfiguration(); // !call
  const write = writeFileSync.bind(undefined, "config.json");
  write(text); // !call
}`,
  "bound and handed on, but not called": `
import { writeFileSync } from "node:fs";

export async function attach(emitter, file) {
  emitter.once("report", writeFileSync.bind(null, file));
  process.once("exit", writeFileSync.bind(null, file, "gone"));
}`,
  "Reflect.apply and call with a receiver": `
import * as child from "node:child_process";

export async function status(repository) {
  const options = { cwd: repository };
  const branch = Reflect.apply(child.execSync, child, ["git branch --show-current", options]); // !call
  const dirty = child.execSync.call(child, "git status --porcelain", options); // !call
  return { branch, dirty: child.execFile.call(child, "git", ["gc"]) && dirty };
}`,
  "a template's tag, with options before it": `
import { $ } from "execa";

export async function release(tag) {
  const branch = $.sync\`git branch --show-current\`; // !call
  const quiet = $({ stdio: "ignore" });
  quiet.sync\`git tag \${tag}\`; // !call
  await quiet\`git push --tags\`;
  return branch.stdout;
}`,
  "handed by name to what calls it at once": `
import fs, { existsSync, readFileSync } from "node:fs";

export async function sources(names) {
  const present = names.filter(existsSync); // !call
  const stats = Array.from(present, fs.statSync); // !call
  return new Map(present.map(readFileSync).map((text, index) => [stats[index].ino, text])); // !call
}`,
  "handed by name to what calls it later": `
import { rmSync, unlinkSync } from "node:fs";

export async function scheduleRemoval(files, folder) {
  for (const file of files) setTimeout(unlinkSync, 60_000, file);
  process.on("exit", () => rmSync(folder, { recursive: true }));
  return { remove: rmSync };
}`,
  "private and static fields that hold a function": `
import fs, { statSync } from "node:fs";
import { execSync } from "node:child_process";

export class Builder {
  static shell = execSync;
  static stat;
  #files = fs;
  static {
    this.stat = statSync;
  }
  async build(target) {
    const source = this.#files.readFileSync(target); // !call
    Builder.shell("make " + target); // !call
    return { source, at: Builder.stat(target).mtime }; // !call
  }
}`,
  "defaults of parameters": `
import nodeFs, { readFileSync } from "node:fs";

export async function parse(file, read = readFileSync) {
  return JSON.parse(read(file, "utf8")); // !call
}
export async function list(folder, { fs = nodeFs, filter } = {}) {
  return fs.readdirSync(folder).filter(filter); // !call
}`,
  "what the caller must give": `
export async function parse(file, fs) {
  return JSON.parse(fs.readFileSync(file, "utf8"));
}
export async function list(folder, { readdirSync }) {
  return readdirSync(folder);
}`,
  "as esbuild writes CommonJS": commonjs(`
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? Object.create(Object.getPrototypeOf(mod)) : {}, target);
var import_node_fs = require("node:fs");
var import_zlib = __toESM(require("zlib"), 1);
async function load(file) {
  const raw = (0, import_node_fs.readFileSync)(file); // !call
  return import_zlib.default.gunzipSync(raw); // !call
}
module.exports = { load };`),
  "as SWC writes CommonJS": commonjs(`
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
Object.defineProperty(exports, "load", { enumerable: true, get: function () { return load; } });
const _nodefs = /*#__PURE__*/ _interop_require_wildcard(require("node:fs"));
const _nodecrypto = /*#__PURE__*/ _interop_require_default(require("node:crypto"));
function _interop_require_default(obj) {
  return obj && obj.__esModule ? obj : { default: obj };
}
function _getRequireWildcardCache(nodeInterop) {
  return nodeInterop;
}
function _interop_require_wildcard(obj, nodeInterop) {
  if (!nodeInterop && obj && obj.__esModule) {
    return obj;
  }
  var newObj = { __proto__: null };
  for (var key in obj) {
    newObj[key] = obj[key];
  }
  newObj.default = obj;
  return newObj;
}
async function load(file) {
  const text = _nodefs.readFileSync(file); // !call
  return _nodecrypto.default.scryptSync(text, "salt", 32); // !call
}`),
  "as TypeScript writes an async function for ES2015": commonjs(`
"use strict";
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
  return new (P || (P = Promise))(function (resolve, reject) {
    function step(result) { result.done ? resolve(result.value) : Promise.resolve(result.value).then(step, reject); }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.load = load;
const fs_1 = require("fs");
const promises_1 = require("fs/promises");
function load(file) {
  return __awaiter(this, void 0, void 0, function* () {
    const stats = yield (0, promises_1.stat)(file);
    return stats.isFile() ? (0, fs_1.readFileSync)(file) : undefined; // !call
  });
}`),
  "as TypeScript writes an async method for ES5": commonjs(`
"use strict";
var tslib_1 = require("tslib");
var fs = tslib_1.__importStar(require("fs"));
var Loader = /** @class */ (function () {
  function Loader(root) {
    this.root = root;
  }
  Loader.prototype.load = function (name) {
    return tslib_1.__awaiter(this, void 0, void 0, function () {
      var text;
      return tslib_1.__generator(this, function (_a) {
        switch (_a.label) {
          case 0: return [4 /*yield*/, this.resolve(name)];
          case 1:
            text = fs.readFileSync(_a.sent(), "utf8"); // !call
            return [2 /*return*/, text];
        }
      });
    });
  };
  return Loader;
}());
exports.Loader = Loader;`),
  "as Babel writes an async function with a regenerator": commonjs(`
"use strict";
var _interopRequireDefault = require("@babel/runtime/helpers/interopRequireDefault");
var _regenerator = _interopRequireDefault(require("@babel/runtime/regenerator"));
var _asyncToGenerator2 = _interopRequireDefault(require("@babel/runtime/helpers/asyncToGenerator"));
var _fs = _interopRequireDefault(require("fs"));
function load(_x) {
  return _load.apply(this, arguments);
}
function _load() {
  _load = (0, _asyncToGenerator2["default"])(/*#__PURE__*/ _regenerator["default"].mark(function _callee(file) {
    return _regenerator["default"].wrap(function _callee$(_context) {
      while (1) switch (_context.prev = _context.next) {
        case 0:
          _context.next = 2;
          return prepare(file);
        case 2:
          return _context.abrupt("return", _fs["default"].readFileSync(file)); // !call
        case 3:
        case "end":
          return _context.stop();
      }
    }, _callee);
  }));
  return _load.apply(this, arguments);
}`),
};
