/** Code for other threads, and code as build tools leave it. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const threadsAndBuilds: SnippetSet = {
  "a closure for a thread inside a loop over files": `
import { spawnBlocking } from "spawn-blocking";
import { readdirSync } from "node:fs";

export async function hashAll(folder) {
  const names = readdirSync(folder); // !call
  return Promise.all(
    names.map((name) =>
      spawnBlocking((file) => {
        const fs = process.getBuiltinModule("node:fs");
        const crypto = process.getBuiltinModule("node:crypto");
        return crypto.pbkdf2Sync(fs.readFileSync(file), "salt", 1e5, 32, "sha256").toString("hex");
      }, [name]),
    ),
  );
}`,
  "a pool by another name, and a worker made of text": `
import Tinypool from "tinypool";
import { Worker } from "node:worker_threads";
import { statSync } from "node:fs";
const threads = new Tinypool({ filename: new URL("./work.js", import.meta.url).href });

export async function run(name) {
  const worker = new Worker("require('fs').readFileSync('a')", { eval: true });
  await threads.run({ name, size: statSync(name).size }); // !call
  return worker.terminate();
}`,
  "a pool that is a field": `
import workerpool from "workerpool";

export class Hasher {
  #pool = workerpool.pool({ maxWorkers: 2 });
  async hash(password) {
    return this.#pool.exec((text) => require("bcryptjs").hashSync(text, 12), [password]);
  }
  async close() {
    await this.#pool.terminate();
  }
}`,
  "made asynchronous once, called many times": `
import makeAsynchronous from "make-asynchronous";
import { deflateSync } from "node:zlib";

const squeeze = makeAsynchronous(async (text) => {
  const { deflateSync } = await import("node:zlib");
  return deflateSync(text);
});
export async function both(text) {
  const first = await squeeze(text);
  return [first, deflateSync(text)]; // !call
}`,
  "the two sides of a file, with a return between them": commonjs(`
const { isMainThread, Worker, parentPort, workerData } = require("worker_threads");
const fs = require("fs");

async function work() {
  parentPort.postMessage(fs.readFileSync(workerData.name));
}
async function main(name) {
  const size = fs.statSync(name).size; // !call
  return new Worker(__filename, { workerData: { name, size } });
}
module.exports = isMainThread ? main : work();`),
  "a negated test, and a ternary": `
import { isMainThread, parentPort } from "node:worker_threads";
import { readFileSync } from "node:fs";

export async function load(name) {
  if (!isMainThread) {
    const text = readFileSync(name);
    parentPort.postMessage(text);
    return text;
  }
  return readFileSync(name); // !call
}
export const read = async (name) => (isMainThread ? fetch(name) : readFileSync(name));`,
  "a file that synckit runs as a worker": `
import { runAsWorker } from "synckit";
import { readFileSync } from "node:fs";

runAsWorker(async (name) => {
  return readFileSync(name, "utf8");
});`,
  "a callback that runs in a page of a browser": `
import { chromium } from "playwright";
import { writeFileSync } from "node:fs";

export async function visit(url) {
  const browser = await chromium.launch();
  const page = await browser.newPage();
  await page.goto(url);
  await page.evaluate(async () => {
    const request = new XMLHttpRequest();
    request.open("GET", "/data", false);
    alert(request.responseText);
  });
  writeFileSync("page.html", await page.content()); // !call
}`,
  "TypeScript's helpers from a library, for ES2017": commonjs(`
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Service = void 0;
const tslib_1 = require("tslib");
const node_fs_1 = tslib_1.__importDefault(require("node:fs"));
let Service = class Service {
  constructor(name) {
    this.name = name;
  }
  async load() {
    return node_fs_1.default.readFileSync(this.name); // !call
  }
};
exports.Service = Service;
exports.Service = Service = tslib_1.__decorate([tslib_1.__param(0, Inject("name"))], Service);`),
  "TypeScript's getters of what a barrel exports": withFiles(
    `
import { load, VERSION } from "./index.js";

export const start = async () => load(VERSION); // !chain`,
    {
      "package.json": `{ "type": "commonjs" }`,
      "index.js": `
"use strict";
var __createBinding = (this && this.__createBinding) || (function (o, m, k, k2) {
  Object.defineProperty(o, k2 || k, { enumerable: true, get: function () { return m[k]; } });
});
var __exportStar = (this && this.__exportStar) || function (m, exports) {
  for (var p in m) if (p !== "default") __createBinding(exports, m, p);
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.VERSION = void 0;
__exportStar(require("./load.js"), exports);
exports.VERSION = "1";`,
      "load.js": `
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.load = load;
const node_fs_1 = require("node:fs");
function load(name) {
  return (0, node_fs_1.readFileSync)(name);
}`,
    },
  ),
  "esbuild's helpers for classes and for async functions": `
import { readFileSync } from "node:fs";
var __defProp = Object.defineProperty;
var __name = (target, value) => __defProp(target, "name", { value, configurable: true });
var __async = (__this, __arguments, generator) =>
  new Promise((resolve, reject) => {
    var step = (x) => (x.done ? resolve(x.value) : Promise.resolve(x.value).then((v) => step(generator.next(v)), reject));
    step((generator = generator.apply(__this, __arguments)).next());
  });
var Loader = class {
  static {
    __name(this, "Loader");
  }
  load(name) {
    return __async(this, null, function* () {
      yield ready(name);
      return readFileSync(name); // !call
    });
  }
};
var ready = /* @__PURE__ */ __name(async (name) => name, "ready");
export { Loader };`,
  "minified code": commonjs(
    `var e=require("fs"),t=require("zlib");exports.a=async n=>{var r=e.readFileSync(n);return t.gzipSync(r)},exports.b=n=>e.readFileSync(n),exports.c=function(n){return n.map(e.statSync)};`
      .replace("n=>{var r=e.readFileSync(n);", "n=>{\nvar r=e.readFileSync(n); // !call\n")
      .replace("return t.gzipSync(r)}", "return t.gzipSync(r) // !call\n}"),
  ),
  "a bundle's module wrappers": commonjs(`
var __commonJS = (cb, mod) => function __require() {
  return mod || (0, cb[Object.keys(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
};
var require_load = __commonJS({
  "lib/load.js"(exports2, module2) {
    var fs = require("fs");
    module2.exports = async function load(name) {
      return fs.readFileSync(name); // !call
    };
  },
});
module.exports = require_load();`),
  "a generated parser's loop, and a state machine": `
export function run(code) {
  var state = 0;
  var at = 0;
  for (;;) {
    switch (state) {
      case 0:
        if (at >= code.length) return at;
        state = code[at++] === "a" ? 1 : 2;
        break;
      case 1:
        at += 1;
        state = 0;
        break;
      default:
        return -1;
    }
  }
}`,
  "components of a page that are compiled from templates": named(
    "counter.js",
    `
import { ref, watchEffect } from "vue";
import { readFileSync } from "./vfs.js";

export default {
  async setup() {
    const count = ref(0);
    watchEffect(() => console.log(readFileSync("a"), count.value));
    const response = await fetch("/count");
    count.value = await response.json();
    return { count, confirm: () => count.value++ };
  },
};`,
  ),
  "parameters that are decorated, and enums": typescript(`
import { Controller, Get, Param, Res } from "@nestjs/common";
import * as fs from "fs";
enum Folder { Uploads = "/uploads", Temporary = "/tmp" }
abstract class Files {
  protected abstract readonly folder: Folder;
  protected open(name: string): fs.ReadStream { return fs.createReadStream(this.folder + name); }
  protected exists(name: string): boolean { return fs.existsSync(this.folder + name); }
}
@Controller("uploads")
export class Uploads extends Files {
  protected readonly folder = Folder.Uploads;
  @Get(":name")
  async send(@Param("name") name: string, @Res() response: NodeJS.WritableStream): Promise<void> {
    if (!this.exists(name)) return; // !chain
    this.open(name).pipe(response);
  }
}`),
};
