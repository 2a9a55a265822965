/** The same few APIs, spelt in the ways that code bases have grown. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const apiSpellings: SnippetSet = {
  "a module's members and one's own in one object": `
import * as fs from "fs";
const files = { ...fs, readLines: (name) => fs.promises.readFile(name, "utf8") };

export async function load(name) {
  await files.readLines(name);
  return files.readFileSync(name); // !call
}`,
  "a field that comes from the class above": `
import nodeFs from "node:fs";

class Base {
  fs = nodeFs;
}
export class Loader extends Base {
  async load(name) {
    return this.fs.readFileSync(name); // !call
  }
}`,
  "self and that in older code": commonjs(`
const fs = require("fs");

function Loader() {
  this.fs = fs;
}
Loader.prototype.load = function (name) {
  var self = this;
  return new Promise(function (resolve) {
    resolve(self.fs.readFileSync(name)); // !call
  });
};
module.exports = Loader;`),
  "a getter and a function that require when asked": commonjs(`
let kept;
const lazyZlib = () => require("zlib");
function getCrypto() {
  return kept ?? (kept = require("node:crypto"));
}
class Tools {
  get fs() {
    return require("fs");
  }
  async run(name) {
    const text = this.fs.readFileSync(name); // !call
    getCrypto().scryptSync(text, "salt", 32); // !call
    return lazyZlib().gzipSync(text); // !call
  }
}
module.exports = { Tools };`),
  "whichever require there is": `
import { createRequire } from "node:module";
const load = typeof require === "function" ? require : createRequire(import.meta.url);
const { execSync } = load("child_process");

export const revision = async () => execSync("git rev-parse HEAD").toString(); // !call`,
  "the process object, imported and by strings": `
import proc from "node:process";
const zlib = proc.getBuiltinModule("zlib");

export async function unpack(data) {
  const fs = globalThis["process"]["getBuiltinModule"]("fs");
  fs.writeFileSync("raw", zlib.inflateSync(data)); // !call !call
}`,
  "a function around a script with its modules as arguments": commonjs(`
(function (fs, path, exports) {
  "use strict";
  exports.load = async function (name) {
    return fs.readFileSync(path.resolve(name)); // !call
  };
})(require("fs"), require("path"), module.exports);`),
  "functions in a list": `
import { chmodSync, statSync, utimesSync } from "node:fs";
const [change, look] = [chmodSync, statSync];

export async function touch(name, time) {
  change(name, 0o644); // !call
  for (const step of [utimesSync]) step(name, time, time); // !call
  return look(name); // !call
}`,
  "a variable that a switch fills": `
import zlib from "node:zlib";

export async function encode(data, encoding) {
  let compress = (bytes) => bytes;
  switch (encoding) {
    case "gzip":
      compress = zlib.gzipSync;
      break;
    case "br":
      compress = zlib.brotliCompressSync;
      break;
  }
  return compress(data); // !call
}`,
  "in every place where an expression may stand": `
import { readFileSync, readSync, existsSync, mkdirSync } from "node:fs";
import { execSync } from "node:child_process";

export async function everywhere(name, fd, cache) {
  const text = await readFileSync(name, "utf8"); // !call
  const title = \`<h1>\${readFileSync("title")}</h1>\`; // !call
  for (const line of readFileSync(name, "utf8").split("\\n")) console.log(line); // !call
  if (!existsSync(name)) mkdirSync(name); // !call !call
  switch (execSync("uname").toString()) { // !call
    case "Linux":
      void readFileSync("/etc/os-release"); // !call
  }
  const buffer = Buffer.alloc(16);
  while (readSync(fd, buffer) > 0) console.log(buffer); // !call
  delete cache[readFileSync("key")]; // !call
  if (name) throw new Error(readFileSync("message", "utf8")); // !call
  return { [readFileSync("name", "utf8")]: title, text }; // !call
}`,
  "Atomics and WebAssembly taken apart": `
const { wait } = Atomics;
const { Module, Instance } = WebAssembly;
const atomics = Atomics;

export async function start(bytes, cell) {
  wait(cell, 0, 0, 100); // !call
  atomics["wait"](cell, 0, 0); // !call
  return new Instance(new Module(bytes)); // !call !call
}`,
  "old versions of packages": commonjs(`
const execa = require("execa");
const mkdirp = require("mkdirp");
const glob = require("glob");
const del = require("del");
const { sync: spawnSync } = require("cross-spawn");

exports.build = async function () {
  execa.sync("make"); // !call
  execa.commandSync("make install"); // !call
  mkdirp.sync("dist"); // !call
  new glob.GlobSync("*.js"); // !call
  del.sync(["tmp"]); // !call
  spawnSync("ls"); // !call
  glob("*.ts", (error, files) => console.log(error, files));
  return execa("make", ["check"]);
};`),
  "globs of several kinds": `
import { Glob, globIterate, hasMagic } from "glob";
import fg from "fast-glob";
import { globSync as tinySync, glob as tiny } from "tinyglobby";
import { globSync as nodeSync, glob as nodeGlob } from "node:fs";

export async function find(pattern) {
  const found = new Glob(pattern, {}).walkSync(); // !call
  found.push(...tinySync(pattern), ...nodeSync(pattern)); // !call !call
  found.push(...fg.globSync(pattern)); // !call
  for await (const one of globIterate(pattern)) found.push(one);
  for await (const one of fg.stream(pattern)) found.push(one);
  nodeGlob(pattern, (error, names) => console.log(error, names));
  return hasMagic(pattern) ? tiny(pattern) : fg.escapePath(pattern);
}`,
  "Bun's own": typescript(`
import { sleepSync, sleep, $ } from "bun";

export async function work(path: string, code: string) {
  sleepSync(10); // !call
  Bun.sleepSync(5); // !call
  const found = [...new Bun.Glob("*.ts").scanSync(path)]; // !call
  const text = new Bun.Transpiler({ loader: "ts" }).transformSync(code); // !call
  await sleep(10);
  await $\`ls\`;
  return [found, text, await Bun.file(path).exists(), new Bun.Glob("*").match("a")];
}`),
  "Deno's files and input": typescript(`
export async function work(path: string) {
  using file = Deno.openSync(path); // !call
  const buffer = new Uint8Array(16);
  file.readSync(buffer); // !call
  Deno.stdin.readSync(buffer); // !call
  for (const entry of Deno.readDirSync(path)) console.log(entry.name); // !call
  for await (const entry of Deno.readDir(path)) console.log(entry.name);
  new Deno.Command("ls").spawn();
  return [Deno.env.get("HOME"), Deno.execPath(), await file.read(buffer)];
}`),
  "sass in its versions": `
import * as sass from "sass";
import { initCompiler, initAsyncCompiler } from "sass-embedded";

export async function styles(file) {
  const old = sass.renderSync({ file }).css; // !call
  const compiler = await sass.initAsyncCompiler();
  const css = await compiler.compileAsync(file);
  await compiler.dispose();
  return [old, css];
}`,
  "a request of a page, however its flag is written": `
const WAIT = false;

export async function send(url, isAsync) {
  const first = new window.XMLHttpRequest();
  first.open("GET", url, WAIT); // !call
  const second = new XMLHttpRequest();
  second.open("GET", url, isAsync);
  window.open(url, "_blank", false);
  const database = indexedDB.open("cache", 1);
  return [first, second, database];
}`,
  "modules of one's own that hand on a default": withFiles(
    `
import files, { run } from "./system/index.js";

export async function start(name) {
  files.mkdirSync(name); // !call
  return run.sync(name); // !call
}`,
    {
      "system/index.js": `
import fs from "graceful-fs";
import spawn from "cross-spawn";
export default fs;
export { spawn as run };`,
    },
  ),
};
