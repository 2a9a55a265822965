import { commonjs, typescript, type SnippetSet } from "../snippet.js";

/** What lies between a module and the call. */
export const reaching: SnippetSet = {
  "nested member of an export": `
    import fs from "fs";
    export async function f(p) { return fs.realpathSync.native(p); } // !call`,
  "nested member, destructured": `
    import { realpathSync } from "fs";
    const { native } = realpathSync;
    export async function f(p) { return native(p); } // !call`,
  "string key": `
    import fs from "fs";
    export async function f(p) { return fs["readFileSync"](p); } // !call`,
  "template literal key": `
    import fs from "fs";
    export async function f(p) { return fs[\`readFileSync\`](p); } // !call`,
  "constant key": `
    import fs from "fs";
    const method = "readFileSync";
    export async function f(p) { return fs[method](p); } // !call`,
  "key put together from constants": `
    import fs from "fs";
    const base = "readFile";
    export async function f(p) { return fs[base + "Sync"](p); } // !call`,
  "key by a template with a constant": `
    import fs from "fs";
    const SUFFIX = "Sync";
    export async function f(p) { return fs[\`readFile\${SUFFIX}\`](p); } // !call`,
  "computed key in destructuring": `
    import fs from "fs";
    const key = "readFileSync";
    const { [key]: read } = fs;
    export async function f(p) { return read(p); } // !call`,
  "rest destructuring keeps the others": `
    import fs from "fs";
    const { readFile, ...others } = fs;
    export async function f(p) { return others.readFileSync(p); } // !call`,
  "rest destructuring drops what was taken": `
    import fs from "fs";
    const { readFileSync, ...others } = fs;
    export async function f(p) { return others.readFileSync?.(p); }`,
  alias: `
    import fs from "fs";
    const read = fs.readFileSync;
    export async function f(p) { return read(p); } // !call`,
  "alias of an alias": `
    import { readFileSync } from "fs";
    const a = readFileSync;
    const b = a;
    export async function f(p) { return b(p); } // !call`,
  "alias with a default": `
    import fs from "fs";
    const { readFileSync = null } = fs;
    export async function f(p) { return readFileSync(p); } // !call`,
  "conditional alias, both block": `
    import fs from "fs";
    const check = process.env.FAST ? fs.statSync : fs.lstatSync;
    export async function f(p) { return check(p); } // !call`,
  "conditional alias, one blocks": `
    import fs from "fs";
    const load = process.env.MOCK ? () => "" : fs.readFileSync;
    export async function f(p) { return load(p); } // !call`,
  "conditional module": `
    import fs from "fs";
    import gfs from "graceful-fs";
    const disk = process.platform === "win32" ? gfs : fs;
    export async function f(p) { return disk.readFileSync(p); } // !call`,
  "alias by ||": `
    import fs from "fs";
    const read = fs.readFileSync || (() => {});
    export async function f(p) { return read(p); } // !call`,
  "alias by ??": `
    import fs from "fs";
    const stat = fs.statSync ?? fs.lstatSync;
    export async function f(p) { return stat(p); } // !call`,
  "callee is a conditional": `
    import fs from "fs";
    export async function f(p, follow) { return (follow ? fs.statSync : fs.lstatSync)(p); } // !call`,
  "sequence as callee": `
    import fs from "fs";
    export async function f(p) { return (0, fs.readFileSync)(p); } // !call`,
  "an object that collects functions": `
    import fs from "fs";
    const disk = { read: fs.readFileSync, write: fs.writeFile };
    export async function f(p) { return disk.read(p); } // !call`,
  "the asynchronous one of the collected functions": `
    import fs from "fs";
    const disk = { read: fs.readFileSync, write: fs.writeFile };
    export async function f(p) { return disk.write(p, "", () => {}); }`,
  "an object with shorthand": `
    import { readFileSync, statSync } from "fs";
    const disk = { readFileSync, statSync };
    export async function f(p) { return disk.statSync(p); } // !call`,
  "an object spread": `
    import fs from "fs";
    const disk = { ...fs, extra: 1 };
    export async function f(p) { return disk.readFileSync(p); } // !call`,
  "an object spread, overridden": `
    import fs from "fs";
    const disk = { ...fs, readFileSync: () => "" };
    export async function f(p) { return disk.readFileSync(p); }`,
  "a nested object": `
    import fs from "fs";
    const deps = { disk: { fs } };
    export async function f(p) { return deps.disk.fs.readFileSync(p); } // !call`,
  "an array element": `
    import { readFileSync, writeFileSync } from "fs";
    const [read, write] = [readFileSync, writeFileSync];
    export async function f(p) { return write(p, "x"); } // !call`,
  "Object.assign onto an empty object": `
    import fs from "fs";
    const disk = Object.assign({}, fs);
    export async function f(p) { return disk.readFileSync(p); } // !call`,
  ".call": `
    import fs from "fs";
    export async function f(p) { return fs.readFileSync.call(fs, p); } // !call`,
  ".apply": `
    import { readFileSync } from "fs";
    export async function f(p) { return readFileSync.apply(null, [p]); } // !call`,
  ".bind, then called": `
    import fs from "fs";
    const read = fs.readFileSync.bind(fs);
    export async function f(p) { return read(p); } // !call`,
  ".bind with arguments, called at once": `
    import fs from "fs";
    export async function f(p) { return fs.readFileSync.bind(fs, p)(); } // !call`,
  ".bind alone calls nothing": `
    import fs from "fs";
    export async function f(p) { return fs.readFileSync.bind(fs, p); }`,
  "Reflect.apply": `
    import fs from "fs";
    export async function f(p) { return Reflect.apply(fs.readFileSync, fs, [p]); } // !call`,
  "Function.prototype.call.call": `
    import fs from "fs";
    export async function f(p) { return Function.prototype.call.call(fs.readFileSync, fs, p); } // !call`,
  "optional call": `
    import fs from "fs";
    export async function f(p) { return fs.readFileSync?.(p); } // !call`,
  "optional member": `
    import fs from "fs";
    export async function f(p) { return fs?.readFileSync(p); } // !call`,
  "tagged template": `
    import { execSync } from "child_process";
    export async function f() { return execSync\`make\`; } // !call`,
  "TypeScript's assertions are seen through": typescript(`
    import fs from "fs";
    export async function f(p: string) {
      (fs as any).readFileSync(p); // !call
      fs!.statSync(p); // !call
      (<any>fs).lstatSync(p); // !call
      return (fs.readdirSync satisfies unknown)(p); // !call
    }`),
  "instantiation expression": typescript(`
    import fs from "fs";
    const read = fs.readFileSync<string>;
    export async function f(p: string) { return read(p); } // !call`),
  "passed to map": `
    import { readFileSync } from "fs";
    export async function f(files) { return files.map(readFileSync); } // !call`,
  "passed as a member to forEach": `
    import fs from "fs";
    export async function f(files) { files.forEach(fs.unlinkSync); } // !call`,
  "passed to filter": `
    import { existsSync } from "fs";
    export async function f(files) { return files.filter(existsSync); } // !call`,
  "passed as an alias to Array.from": `
    import { statSync as stat } from "fs";
    export async function f(files) { return Array.from(files, stat); } // !call`,
  "passed to a promise reaction": `
    import { readFileSync } from "fs";
    export const f = (name) => name.then(readFileSync); // !call`,
  "passed to a reaction of Promise.resolve()": `
    import { readFileSync } from "fs";
    export const f = (name) => Promise.resolve(name).then(readFileSync); // !call`,
  "passed to something unknown": `
    import { readFileSync } from "fs";
    export async function f(tool) { return tool.use(readFileSync); }`,
  "passed bound to map": `
    import fs from "fs";
    export async function f(files) { return files.map(fs.readFileSync.bind(fs)); } // !call`,
  "class field as an alias": `
    import fs from "fs";
    class Store {
      read = fs.readFileSync;
      async load(p) { return this.read(p); } // !call
    }`,
  "static field as an alias": `
    import fs from "fs";
    class Store {
      static read = fs.readFileSync;
      static async load(p) { return Store.read(p); } // !call
    }`,
  "private field holds the module": `
    import fs from "fs";
    class Store {
      #fs = fs;
      async load(p) { return this.#fs.readFileSync(p); } // !call
    }`,
  "field set in the constructor": `
    import fs from "fs";
    class Store {
      constructor() { this.fs = fs; }
      async load(p) { return this.fs.readFileSync(p); } // !call
    }`,
  "field injected by the constructor with a default": `
    import fs from "fs";
    class Store {
      constructor(disk = fs) { this.disk = disk; }
      async load(p) { return this.disk.readFileSync(p); } // !call
    }`,
  "field injected by the constructor is unknown": `
    class Store {
      constructor(disk) { this.disk = disk; }
      async load(p) { return this.disk.readFileSync(p); }
    }`,
  "parameter with the module as its default": `
    import * as fs from "fs";
    export async function f(p, disk = fs) { return disk.readFileSync(p); } // !call`,
  "destructured parameter with a default": `
    import fs from "fs";
    export async function f(p, { readFileSync = fs.readFileSync } = {}) { return readFileSync(p); } // !call`,
  "default parameter is evaluated on entry": `
    import fs from "fs";
    export async function f(text = fs.readFileSync("a")) { return text; } // !call`,
  "reassigned to another function": `
    import fs from "fs";
    let read = fs.readFileSync;
    read = async (p) => p;
    export async function f(p) { return read(p); }`,
  "let, assigned in an if": `
    import fs from "fs";
    let read;
    if (process.env.A) read = fs.readFileSync;
    else read = fs.readSync;
    export async function f(p) { return read(p); } // !call`,
  "promisified by util.promisify": `
    import { promisify } from "util";
    import { exec } from "child_process";
    const run = promisify(exec);
    export async function f() { return run("make"); }`,
  "a wrapper that returns the function": `
    import fs from "fs";
    const getFs = () => fs;
    export async function f(p) { return getFs().readFileSync(p); } // !call`,
  "a memoised lazy getter of the module": commonjs(`
    const lazy = { get fs() { return require("fs"); } };
    exports.f = async (p) => lazy.fs.readFileSync(p); // !call`),
  "typeof a function calls nothing": `
    import fs from "fs";
    export async function f() { return typeof fs.readFileSync === "function"; }`,
  "comparison of functions calls nothing": `
    import fs from "fs";
    export async function f(read) { return read === fs.readFileSync; }`,
  "returned, not called": `
    import fs from "fs";
    export async function f() { return fs.readFileSync; }`,
  "globalThis.process": `
    export async function f(p) { return globalThis.process.getBuiltinModule("fs").statSync(p); } // !call`,
  "a key that is not constant": `
    import fs from "fs";
    export async function f(p, method) { return fs[method](p); }`,
  "a key that is one of two": `
    import fs from "fs";
    export async function f(p, follow) { return fs[follow ? "statSync" : "lstatSync"](p); } // !call`,
  "await on the result changes nothing": `
    import fs from "fs";
    export async function f(p) { return await fs.readFileSync(p); } // !call`,
  "two on one line": `
    import fs from "fs";
    export async function f(p) { return fs.existsSync(p) && fs.readFileSync(p); } // !call !call`,
  "one in another's arguments": `
    import fs from "fs";
    export async function f(p) { return JSON.parse(fs.readFileSync(fs.realpathSync(p))); } // !call !call`,
  "delete and assignment on a member is no call": `
    import fs from "fs";
    export async function f(stub) { fs.readFileSync = stub; }`,
};
