/** CommonJS, UMD and the helpers of compilers. */
import { commonjs, typescript, type SnippetSet } from "../snippet.js";

export const compiled: SnippetSet = {
  "TypeScript's __importDefault": commonjs(`
"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.load = load;
const fs_1 = __importDefault(require("fs"));
async function load(name) {
    return fs_1.default.readFileSync(name); // !call
}
`),
  "TypeScript's __importStar": commonjs(`
"use strict";
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    Object.defineProperty(o, k2, { enumerable: true, get: function() { return m[k]; } });
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || function (mod) {
    if (mod && mod.__esModule) return mod;
    var result = {};
    if (mod != null) for (var k in mod) if (k !== "default" && Object.prototype.hasOwnProperty.call(mod, k)) __createBinding(result, mod, k);
    __setModuleDefault(result, mod);
    return result;
};
Object.defineProperty(exports, "__esModule", { value: true });
const crypto = __importStar(require("crypto"));
const hash = async (p) => crypto.pbkdf2Sync(p, "salt", 1e5, 64, "sha512"); // !call
exports.hash = hash;
`),
  "TypeScript's named import: (0, fs_1.readFileSync)": commonjs(`
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.load = void 0;
const fs_1 = require("fs");
const load = async (name) => (0, fs_1.readFileSync)(name); // !call
exports.load = load;
`),
  "TypeScript's import helpers from tslib": commonjs(`
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const tslib_1 = require("tslib");
const fs = tslib_1.__importStar(require("fs"));
const zlib_1 = tslib_1.__importDefault(require("zlib"));
exports.pack = async (file) => {
    const text = fs.readFileSync(file); // !call
    return zlib_1.default.gzipSync(text); // !call
};
`),
  "TypeScript's __awaiter": commonjs(`
"use strict";
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
const fs_1 = require("fs");
function load(name) {
    return __awaiter(this, void 0, void 0, function* () {
        const text = fs_1.readFileSync(name); // !call
        yield fetch("/" + text);
    });
}
exports.load = load;
`),
  "Babel's _interopRequireDefault": commonjs(`
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.default = void 0;
var _fs = _interopRequireDefault(require("fs"));
function _interopRequireDefault(e) { return e && e.__esModule ? e : { default: e }; }
var _default = async name => _fs.default.readFileSync(name); // !call
exports.default = _default;
`),
  "Babel's _interopRequireWildcard": commonjs(`
"use strict";
var cp = _interopRequireWildcard(require("child_process"));
function _getRequireWildcardCache(e) { if ("function" != typeof WeakMap) return null; var r = new WeakMap(), t = new WeakMap(); return (_getRequireWildcardCache = function (e) { return e ? t : r; })(e); }
function _interopRequireWildcard(e, r) { if (!r && e && e.__esModule) return e; if (null === e || "object" != typeof e && "function" != typeof e) return { default: e }; var t = _getRequireWildcardCache(r); if (t && t.has(e)) return t.get(e); var n = { __proto__: null }; for (var u in e) n[u] = e[u]; return n.default = e, t && t.set(e, n), n; }
async function version() {
  return cp.execSync("git --version"); // !call
}
module.exports = { version };
`),
  "Babel's helpers from the runtime": commonjs(`
var _interopRequireDefault = require("@babel/runtime/helpers/interopRequireDefault");
var _fs = _interopRequireDefault(require("fs"));
exports.load = async (name) => _fs.default.readFileSync(name); // !call
`),
  "Babel's _asyncToGenerator": commonjs(`
function asyncGeneratorStep(n, t, e, r, o, a, c) { try { var i = n[a](c), u = i.value; } catch (n) { return void e(n); } i.done ? t(u) : Promise.resolve(u).then(r, o); }
function _asyncToGenerator(n) { return function () { var t = this, e = arguments; return new Promise(function (r, o) { var a = n.apply(t, e); function _next(n) { asyncGeneratorStep(a, r, o, _next, _throw, "next", n); } function _throw(n) { asyncGeneratorStep(a, r, o, _next, _throw, "throw", n); } _next(void 0); }); }; }
var fs = require("fs");
var load = exports.load = function () {
  var _ref = _asyncToGenerator(function* (name) {
    return fs.readFileSync(name); // !call
  });
  return function load(_x) { return _ref.apply(this, arguments); };
}();
`),
  "esbuild's __toESM": commonjs(`
"use strict";
var __create = Object.create;
var __getProtoOf = Object.getPrototypeOf;
var __defProp = Object.defineProperty;
var __copyProps = (to, from) => { for (let key of Object.getOwnPropertyNames(from)) __defProp(to, key, { get: () => from[key], enumerable: true }); return to; };
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var import_node_fs = __toESM(require("node:fs"));
var import_node_zlib = require("node:zlib");
async function load(name) {
  return (0, import_node_zlib.gunzipSync)(import_node_fs.default.readFileSync(name)); // !call // !call
}
module.exports = { load };
`),
  "UMD around a factory": commonjs(`
(function (root, factory) {
  if (typeof define === "function" && define.amd) define(["fs"], factory);
  else if (typeof exports === "object") module.exports = factory(require("fs"));
  else root.loader = factory(root.fs);
})(this, function (fs) {
  return { load: async function (name) { return fs.readFileSync(name); } }; // !call
});
`),
  "UMD around code without dependencies": commonjs(`
(function (global, factory) {
  typeof exports === "object" && typeof module !== "undefined" ? factory(exports) : factory((global.x = {}));
})(this, (function (exports) {
  "use strict";
  const fs = require("fs");
  async function load(name) { return fs.readFileSync(name); } // !call
  exports.load = load;
}));
`),
  "exports written one by one and used through exports": commonjs(`
const fs = require("fs");
exports.read = (name) => fs.readFileSync(name);
exports.load = async (name) => exports.read(name); // !chain
`),
  "module.exports as an object whose methods call each other": commonjs(`
const fs = require("fs");
module.exports = {
  read(name) { return fs.readFileSync(name); },
  async load(name) {
    return this.read(name); // !chain
  },
};
`),
  "prototype methods of a constructor function": commonjs(`
const fs = require("fs");
function Store(file) { this.file = file; }
Store.prototype.read = function () { return fs.readFileSync(this.file); };
Store.prototype.load = async function () {
  return this.read(); // !chain
};
module.exports = Store;
`),
  "lazy require with a cache": commonjs(`
let fs;
const getFs = () => fs || (fs = require("fs"));
exports.load = async (name) => getFs().readFileSync(name); // !call
`),
  "require in a function": commonjs(`
exports.load = async function (name) {
  const { readFileSync: read } = require("fs");
  return read(name); // !call
};
`),
  "require of a member on the spot": commonjs(`
const readFileSync = require("fs").readFileSync;
exports.load = async (name) => readFileSync(name); // !call
exports.run = async (cmd) => require("child_process").execSync(cmd); // !call
`),
  "require with a name that is not known": commonjs(`
const load = async (backend, name) => require(backend).readFileSync(name);
module.exports = load;
`),
  "a require of one's own": commonjs(`
module.exports = function (require) {
  const fs = require("fs");
  return async (name) => fs.readFileSync(name);
};
`),
  "graceful-fs behind a try": commonjs(`
let fs;
try {
  fs = require("graceful-fs");
} catch {
  fs = require("fs");
}
exports.load = async (name) => fs.readFileSync(name); // !call
`),
  "a promisified copy beside the module": commonjs(`
const fs = require("fs");
const { promisify } = require("util");
const readFile = promisify(fs.readFile);
exports.load = async (name) => JSON.parse(await readFile(name, "utf8"));
exports.stat = async (name) => promisify(fs.stat)(name);
`),
  "callbacks wrapped by hand": commonjs(`
const fs = require("fs");
exports.load = (name) => new Promise((resolve, reject) => fs.readFile(name, (e, d) => (e ? reject(e) : resolve(d))));
`),
  "a spread copy of the module": commonjs(`
const fs = { ...require("fs"), extra: true };
exports.load = async (name) => fs.readFileSync(name); // !call
`),
  "Object.assign onto a copy of the module": commonjs(`
const fs = Object.assign({}, require("fs"));
exports.load = async (name) => fs.readFileSync(name); // !call
`),
  "a member of the module was replaced by a harmless one": commonjs(`
const real = require("fs");
const fs = { ...real, readFileSync: (name) => cache.get(name) };
const cache = new Map();
exports.load = async (name) => fs.readFileSync(name);
`),
  "an enum and a namespace as TypeScript emits them": commonjs(`
"use strict";
var Files;
(function (Files) {
    const fs = require("fs");
    function read(name) { return fs.readFileSync(name); }
    Files.read = read;
})(Files || (Files = {}));
exports.load = async (name) => Files.read(name); // !chain
`),
  "import = require": typescript(`
import fs = require("fs");
import { promisify } from "util";
export async function load(name: string): Promise<string> {
  await promisify(fs.stat)(name);
  return fs.readFileSync(name, "utf8"); // !call
}
`),
  "import = an alias of a member": typescript(`
import * as fs from "fs";
import read = fs.readFileSync;
export const load = async (name: string) => read(name); // !call
`),
  "a namespace's own functions": typescript(`
import { readFileSync } from "fs";
namespace Files {
  export function read(name: string) {
    return readFileSync(name);
  }
}
export async function load(name: string) {
  return Files.read(name); // !chain
}
`),
  "type imports and declarations call nothing": typescript(`
import type { readFileSync } from "node:fs";
declare function execSync(command: string): string;
type Reader = typeof readFileSync;
export const make = (read: Reader) => async (name: string) => read.name + name;
`),
  "overloads, satisfies, as and non-null": typescript(`
import * as fs from "node:fs";
function read(name: string): string;
function read(name: string, raw: true): Buffer;
function read(name: string, raw?: boolean): string | Buffer {
  return raw ? fs.readFileSync(name) : fs.readFileSync(name, "utf8");
}
const api = { read } satisfies Record<string, unknown>;
export async function load(name: string) {
  const first = (fs.readFileSync as (n: string) => Buffer)(name); // !call
  const second = fs.readFileSync!(name); // !call
  const third = (<typeof fs>fs).readFileSync(name); // !call
  return [first, second, third, api.read(name)]; // !chain
}
`),
  "an enum's members as keys": typescript(`
import * as fs from "node:fs";
enum Operation { Read = "readFileSync", Name = "basename" }
export const run = async (name: string) => fs[Operation.Read](name); // !call
`),
  "generics with explicit arguments": typescript(`
import { readFileSync } from "node:fs";
function parse<T>(name: string): T {
  return JSON.parse(readFileSync(name, "utf8")) as T;
}
export const load = async <T,>(name: string) => parse<T>(name); // !chain
`),
  "parameter properties and definite assignment": typescript(`
import fs from "node:fs";
export class Loader {
  private cache!: Map<string, Buffer>;
  constructor(private readonly files: typeof fs = fs, protected root = ".") {}
  async load(name: string) {
    return this.files.readFileSync(this.root + name); // !call
  }
}
`),
  "an abstract method is anybody's": typescript(`
export abstract class Loader {
  protected abstract readSync(name: string): string;
  async load(name: string) {
    return this.readSync(name);
  }
}
`),
  "accessor fields and decorators": typescript(`
import { readFileSync } from "node:fs";
function memoize(target: unknown, key: string, descriptor: PropertyDescriptor) { return descriptor; }
export class Page {
  accessor title = "";
  @memoize
  get text() { return readFileSync("page.html", "utf8"); }
  async render() {
    return this.text; // !chain
  }
}
`),
};
