/**
 * Modules that export `run(folder)`, with calls that block at every place where people write them: all suggestions for
 * them are applied and run.
 */

/** CommonJS, as it runs. */
export const commonJsModules: Readonly<Record<string, string>> = {
  "an arrow function's body": `const fs = require("fs");
exports.run = async (dir) => fs.readFileSync(dir + '/a.txt', "utf8");`,
  "an object that is returned": `const fs = require("fs");
exports.run = async (dir) => ({ text: fs.readFileSync(dir + '/a.txt', "utf8"), size: fs.statSync(dir + '/a.txt').size });`,
  "a chain of calls": `const fs = require("fs");
exports.run = async (dir) => fs.readdirSync(dir).filter((n) => fs.statSync(dir + "/" + n).isFile()).map((n) => n.toUpperCase()).sort();`,
  "templates in templates": `const fs = require('fs');
exports.run = async (dir) => \`<\${\`[\${fs.readFileSync(dir + '/a.txt', 'utf8')}]\`}>\`;`,
  "a tagged template": `const { readFileSync } = require('fs');
const tag = (s, ...v) => s.join('|') + v.join('+');
exports.run = async (dir) => tag\`a\${readFileSync(dir + '/a.txt', 'utf8')}b\${1}\`;`,
  "a function called where it stands": `const fs = require("fs");
exports.run = async function (dir) { return (() => { const t = fs.readFileSync(dir + '/a.txt', "utf8"); return t.length; })(); };`,
  methods: `const fs = require("fs");
class S { async load(dir) { return this.read(dir) + fs.readFileSync(dir + '/a.txt').length; } read(dir) { return fs.existsSync(dir + '/a.txt') ? 1 : 2; } }
exports.run = (dir) => new S().load(dir);`,
  "a helper in the same file, in a callback too": `const fs = require("fs");
function read(name) { return JSON.parse(fs.readFileSync(name, "utf8")); }
exports.run = async (dir) => { const a = read(dir + "/data.json"); const b = [1, 2].map(() => read(dir + "/data.json").a); return [a, b]; };`,
  "a helper that catches": `const fs = require("fs");
function has(n) { try { fs.accessSync(n); return true; } catch { return false; } }
exports.run = async (dir) => [has(dir + '/a.txt'), has(dir + "/none"), has(dir) && !has("/none")];`,
  conditions: `const fs = require("fs");
exports.run = async (dir) => { const x = fs.existsSync(dir + '/a.txt') ? fs.readFileSync(dir + '/a.txt', "utf8") : "no"; return x || fs.existsSync(dir); };`,
  alternatives: `const fs = require("fs");
exports.run = async (dir) => fs.existsSync(dir + "/none") || fs.existsSync(dir + '/a.txt') && fs.readFileSync(dir + '/a.txt').length;`,
  "operators before a call": `const fs = require("fs");
exports.run = async (dir) => { if (!fs.existsSync(dir + "/new")) fs.mkdirSync(dir + "/new"); return typeof fs.readdirSync(dir + "/new") + -fs.statSync(dir + '/a.txt').size; };`,
  powers: `const fs = require("fs");
exports.run = async (dir) => 2 ** fs.readdirSync(dir).length;`,
  "optional chaining": `const fs = require("fs");
exports.run = async (dir) => fs.statSync(dir + "/none", { throwIfNoEntry: false })?.size ?? fs?.statSync?.(dir + '/a.txt')?.size;`,
  "spread elements": `const fs = require("fs");
exports.run = async (dir) => [...fs.readdirSync(dir), ...new Set(fs.readdirSync(dir + "/sub"))].sort();`,
  "patterns and other names": `const { readFileSync: read, statSync } = require("fs");
exports.run = async (dir) => { const { size, mode: m = 1 } = statSync(dir + '/a.txt'); const [first] = read(dir + '/a.txt', "utf8"); return [size, typeof m, first]; };`,
  "loops that go on": `const fs = require("fs");
exports.run = async (dir) => { const out = []; for (const n of fs.readdirSync(dir)) { if (!fs.statSync(dir + "/" + n).isFile()) continue; out.push(n); } return out.sort(); };`,
  "heads of loops": `const fs = require("fs");
exports.run = async (dir) => { let s = 0; for (let i = 0, n = fs.readdirSync(dir).length; i < n; i++) s += i; while (fs.existsSync(dir + "/a.txt")) fs.unlinkSync(dir + "/a.txt"); do { s++; } while (fs.existsSync(dir + "/a.txt")); return s; };`,
  "forEach with an index and a return": `const fs = require("fs");
exports.run = async (dir) => { const out = []; fs.readdirSync(dir).sort().forEach((n, i) => { if (i > 3) return; out.push(n + fs.statSync(dir + "/" + n).isFile()); }); return out; };`,
  searches: `const fs = require("fs");
exports.run = async (dir) => [fs.readdirSync(dir).some((n) => fs.statSync(dir + "/" + n).size > 1e9), ["a.txt"].every((n) => fs.existsSync(dir + "/" + n)), ["zz", "a.txt"].find((n) => fs.existsSync(dir + "/" + n)), ["zz", "a.txt"].findIndex((n) => fs.existsSync(dir + "/" + n))];`,
  flatMap: `const fs = require("fs");
exports.run = async (dir) => [dir, dir + "/sub"].flatMap((d) => fs.readdirSync(d)).sort();`,
  "a function handed over": `const fs = require("fs");
exports.run = async (dir) => [dir + "/a.txt", dir + "/none"].filter(fs.existsSync).length;`,
  "try, catch and finally": `const fs = require("fs");
exports.run = async (dir) => { try { return fs.readFileSync(dir + "/none"); } catch (e) { return fs.readFileSync(dir + '/a.txt', "utf8") + e.code; } finally { fs.writeFileSync(dir + "/done", "x"); } };`,
  switch: `const fs = require("fs");
exports.run = async (dir) => { switch (fs.readFileSync(dir + '/a.txt', "utf8").length) { case fs.statSync(dir + '/a.txt').size: return "same"; default: return "other"; } };`,
  labels: `const fs = require("fs");
exports.run = async (dir) => { let n = 0; outer: for (const a of [1, 2]) { for (const b of [1, 2]) { if (fs.existsSync(dir + '/a.txt')) continue outer; n++; } n += 10; } return n; };`,
  "a computed key": `const fs = require("fs");
exports.run = async (dir) => ({ [fs.readFileSync(dir + '/a.txt', "utf8").trim()]: 1, get x() { return 1; } });`,
  "arguments of a construction": `const fs = require("fs");
exports.run = async (dir) => new Map(Object.entries(JSON.parse(fs.readFileSync(dir + "/data.json"))));`,
  "a call of the parent": `const fs = require("fs");
class P { async go(x) { return x; } }
class C extends P { async go(dir) { return super.go(fs.readFileSync(dir + '/a.txt', "utf8")); } }
exports.run = (dir) => new C().go(dir);`,
  "asynchronous generators": `const fs = require("fs");
async function* g(dir) { for (const n of fs.readdirSync(dir).sort()) yield fs.statSync(dir + "/" + n).isFile(); yield* [fs.existsSync(dir)]; }
exports.run = async (dir) => { const out = []; for await (const x of g(dir)) out.push(x); return out; };`,
  reactions: `const fs = require("fs");
exports.run = (dir) => Promise.resolve(dir + '/a.txt').then((n) => fs.readFileSync(n, "utf8")).then((t) => t.trim());`,
  "a function handed to a reaction": `const fs = require("fs");
exports.run = (dir) => Promise.resolve(dir + '/a.txt').then(fs.readFileSync).then(String);`,
  shells: `const { execSync } = require("child_process");
exports.run = async (dir) => execSync("cat " + dir + "/a.txt").toString().trim() + execSync("echo hi", { encoding: "utf8" });`,
  "programs that fail": `const cp = require("child_process");
exports.run = async (dir) => { const out = cp.execFileSync("ls", [dir]); let code; try { cp.execFileSync("false"); } catch (e) { code = e.status; } return [String(out).split("\
").length, code]; };`,
  commas: `const fs = require("fs");
exports.run = async (dir) => (fs.writeFileSync(dir + "/n", "1"), fs.readFileSync(dir + "/n", "utf8"));`,
  assignments: `const fs = require("fs");
exports.run = async (dir) => { let a, b = {}; a = b.x = fs.readFileSync(dir + '/a.txt', "utf8"); a += fs.statSync(dir + '/a.txt').size; b.y ??= fs.existsSync(dir); [a, b.z] = [b.z, fs.readFileSync(dir + '/a.txt').length]; return [a, b]; };`,
  "lines without semicolons": `const fs = require("fs")
exports.run = async (dir) => {
  let x = 1
  fs.writeFileSync(dir + "/n", "1")
  ;[1].forEach((i) => { fs.appendFileSync(dir + "/n", String(i)) })
  const t = fs.readFileSync(dir + "/n", "utf8")
  fs.existsSync(dir) && x++
  return [x, t]
}`,
  "names that are taken": `const fs = require("fs");
const readFile = (x) => "mine" + x;
exports.run = async (dir) => { const promises = 1; return [fs.readFileSync(dir + '/a.txt', "utf8"), readFile(promises)]; };`,
  "directives and comments": `"use strict";
/* licence */
var fs = require("fs"), path = require("path");
module.exports.run = async function run(dir) {
  return fs.readFileSync(path.join(dir, "a.txt"), "utf8"); // last
};`,
  compression: `const zlib = require("zlib");
exports.run = async () => zlib.gunzipSync(zlib.gzipSync("abc")).toString();`,
  hashes: `const crypto = require("crypto");
exports.run = async () => crypto.pbkdf2Sync("a", "b", 10, 8, "sha1").toString("hex") + crypto.scryptSync("a", "b", 8, { N: 16 }).toString("hex");`,
  "nothing returned": `const fs = require("fs");
exports.run = async (dir) => { return fs.rmSync(dir + '/a.txt'); };`,
  void: `const fs = require("fs");
exports.run = async (dir) => void fs.rmSync(dir + '/a.txt');`,
  "in and instanceof": `const fs = require("fs");
exports.run = async (dir) => "size" in fs.statSync(dir + '/a.txt') && fs.statSync(dir + '/a.txt') instanceof fs.Stats;`,
  delete: `const fs = require("fs");
exports.run = async (dir) => { const o = JSON.parse(fs.readFileSync(dir + "/data.json")); delete o[fs.readdirSync(dir + "/sub")[0]]; return o; };`,
  "a busy wait": `exports.run = async () => { const s = Date.now(); while (Date.now() - s < 20); return Date.now() - s >= 19; };`,
  "all arguments of a callback": `const fs = require("fs");
exports.run = async (dir) => ["a.txt", "data.json"].map((n, i, all) => i + all.length + fs.readFileSync(dir + "/" + n, "utf8"));`,
  "functions inside": `const fs = require("fs");
exports.run = async (dir) => { function load(n) { return fs.readFileSync(dir + "/" + n, "utf8"); } const size = (n) => load(n).length; return size("a.txt") + load("data.json").length; };`,
  recursion: `const fs = require("fs");
function walk(d) { return fs.readdirSync(d, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? walk(d + "/" + e.name) : [e.name])); }
exports.run = async (dir) => walk(dir).sort();`,
  "arguments of the function around": `const fs = require("fs");
exports.run = async function () { return [arguments.length, ["a.txt"].map((n) => fs.readFileSync(arguments[0] + "/" + n, "utf8"))]; };`,
};

/** TypeScript, compiled to CommonJS before it runs. */
export const typescriptModules: Readonly<Record<string, string>> = {
  "enums and namespaces": `import * as fs from "fs";
export enum K { A = "a.txt" }
namespace N { export async function read(dir: string): Promise<string> { return fs.readFileSync(dir + "/" + K.A, "utf8"); } }
export const run = (dir: string) => N.read(dir);`,
  "a generic helper": `import fs from "fs";
function read<T>(name: string): T { return JSON.parse(fs.readFileSync(name, "utf8")) as T; }
export async function run(dir: string) { const v = read<{ a: number }>(dir + "/data.json"); return v.a; }`,
  "casts and assertions": `import fs from "fs";
export const run = async (dir: string): Promise<number> => (fs.readFileSync(dir + '/a.txt', "utf8") as unknown as string)!.length + (<any>fs.statSync(dir + '/a.txt')).size;`,
  satisfies: `import fs from "fs";
export const run = async (dir: string) => ({ a: fs.readFileSync(dir + '/a.txt', "utf8") }) satisfies { a: string };`,
  "parameter properties and private methods": `import fs from "fs";
class S { constructor(private readonly dir: string) {} private read(n: string): string { return fs.readFileSync(this.dir + "/" + n, "utf8"); } async all(): Promise<string> { return this.read("a.txt") + this.read("data.json"); } }
export const run = (dir: string) => new S(dir).all();`,
  "stats that may be missing": `import fs from "fs";
export async function run(dir: string) { const s: fs.Stats | undefined = fs.statSync(dir + "/none", { throwIfNoEntry: false }); const t = fs.statSync(dir + '/a.txt')!; return [s === undefined, t.size]; }`,
  "annotated variables": `import { readdirSync, type Dirent } from "node:fs";
export async function run(dir: string) { const e: Dirent[] = readdirSync(dir, { withFileTypes: true }); const names: Array<string> = readdirSync(dir); return [e.length, names.length]; }`,
  "import and export with equals": `import fs = require("fs");
import cp = require("child_process");
async function run(dir: string) { return fs.readFileSync(dir + '/a.txt', "utf8") + cp.execSync("echo x").toString(); }
export = { run };`,
  "abstract classes": `import fs from "fs";
abstract class B<T> { abstract parse(t: string): T; async load(dir: string): Promise<T> { return this.parse(fs.readFileSync(dir + '/a.txt', "utf8")); } }
class C extends B<number> { parse(t: string) { return t.length; } }
export const run = async (dir: string) => new C().load(dir);`,
};
