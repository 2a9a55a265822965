import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

/** Promises in all the ways that code makes, passes on and reacts to them. */
export const promises: SnippetSet = {
  "a promise kept in a variable and returned": `
    import fs from "fs";
    export function f(url) {
      fs.mkdirSync("out"); // !call
      const work = fetch(url);
      return work;
    }`,
  "a promise of a promisified function": `
    import fs from "fs";
    import { promisify } from "node:util";
    import { exec } from "node:child_process";
    const run = promisify(exec);
    export function f() { fs.mkdirSync("out"); return run("make"); } // !call`,
  "a promise of fs.promises": `
    import fs from "fs";
    export function f(p) { if (!fs.existsSync(p)) return null; return fs.promises.readFile(p); } // !call`,
  "a promise of a destructured fs/promises": `
    import { readFile } from "fs/promises";
    import { existsSync } from "fs";
    export const f = (p) => (existsSync(p) ? readFile(p) : undefined); // !call`,
  "a promise of an asynchronous package": `
    import fse from "fs-extra";
    export function f(p) { fse.ensureDirSync("out"); return fse.readJson(p); } // !call`,
  "a promise of execa": `
    import { existsSync } from "node:fs";
    import { execa } from "execa";
    export function build(dir) { if (existsSync(dir)) return execa("make", { cwd: dir }); } // !call`,
  "a promise of a method that is async": `
    import fs from "fs";
    class Store {
      async save() {}
      update() { fs.copyFileSync("a", "b"); return this.save(); } // !call
    }`,
  "a promise from two functions away": `
    import fs from "fs";
    const raw = () => new Promise((r) => setTimeout(r, 1));
    const wrapped = () => raw();
    export function f() { fs.statSync("a"); return wrapped(); } // !call`,
  "a promise from an imported async function": withFiles(
    `
    import fs from "fs";
    import { save } from "./save.js";
    export function f() { fs.statSync("a"); return save(); } // !call`,
    {
      "save.js": `import { writeFileSync } from "fs";\nexport async function save() { writeFileSync("a", ""); }`,
    },
  ),
  "Promise.all of a map": `
    import fs from "fs";
    export function f(urls) {
      fs.mkdirSync("out", { recursive: true }); // !call
      return Promise.all(urls.map((url) => fetch(url)));
    }`,
  "Promise.withResolvers": `
    import fs from "fs";
    export function f(stream) {
      const { promise, resolve } = Promise.withResolvers();
      fs.mkdirSync("out"); // !call
      stream.on("end", resolve);
      return promise;
    }`,
  "a deferred's promise": `
    import fs from "fs";
    export function f(stream) {
      let done;
      const promise = new Promise((resolve) => { done = resolve; });
      fs.mkdirSync("out"); // !call
      stream.on("end", done);
      return promise;
    }`,
  "an async arrow called at once and returned": `
    import fs from "fs";
    export function f() { fs.statSync("a"); return (async () => {})(); } // !call`,
  "a promise in an executor's listener": `
    import fs from "fs";
    import { spawn } from "child_process";
    export function f() {
      return new Promise((resolve) => {
        const child = spawn("make");
        child.on("close", () => { fs.rmSync("tmp"); resolve(); });
      });
    }`,
  "a reaction in a chain of reactions": `
    import fs from "fs";
    export const f = (url) => fetch(url)
      .then((r) => r.text())
      .then((text) => { fs.writeFileSync("a", text); }) // !call
      .catch(() => fs.rmSync("a")); // !call`,
  "a named function as a reaction": `
    import fs from "fs";
    function save(text) { fs.writeFileSync("a", text); }
    fetch("http://a").then((r) => r.text()).then(save); // !chain`,
  "a method as a reaction": `
    import fs from "fs";
    const store = { save(text) { fs.writeFileSync("a", text); } };
    fetch("http://a").then((r) => r.text()).then(store.save); // !chain`,
  "a bound method as a reaction": `
    import fs from "fs";
    class Store {
      save(text) { fs.writeFileSync("a", text); }
      load(url) { return fetch(url).then(this.save.bind(this)); } // !chain
    }`,
  "an immediately awaited value": `
    import fs from "fs";
    export async function f() {
      const [text, list] = [fs.readFileSync("a"), await fs.promises.readdir(".")]; // !call
      return { text, list };
    }`,
  "a nested async function's own sync callback": `
    import fs from "fs";
    export function outer() {
      return async function inner(list) { return list.some((one) => fs.existsSync(one)); }; // !call
    }`,
  "bluebird's promise": commonjs(`
    const Promise = require("bluebird");
    const fs = require("fs");
    exports.f = (p) => Promise.resolve(p).then((x) => fs.readFileSync(x)); // !call`),
  "the compiled form of an async function, __awaiter": commonjs(`
    "use strict";
    const fs = require("fs");
    var __awaiter = (this && this.__awaiter) || function (t, a, P, generator) { return new Promise(() => generator()); };
    function load(p) {
      return __awaiter(this, void 0, void 0, function* () {
        return fs.readFileSync(p); // !call
      });
    }`),
  "the compiled form of an async function, _asyncToGenerator": commonjs(`
    const fs = require("fs");
    let load = (() => {
      var _ref = _asyncToGenerator(function* (p) { return fs.readFileSync(p); }); // !call
      return function load(_x) { return _ref.apply(this, arguments); };
    })();`),
  "a function that returns a stream": `
    import fs from "fs";
    export function f(p) { fs.statSync(p); return fs.createReadStream(p); }`,
  "a function that returns a promise only in a nested function": `
    import fs from "fs";
    export function f(p) { const text = fs.readFileSync(p); return () => Promise.resolve(text); }`,
  "a function that returns an object with a promise": `
    import fs from "fs";
    export function f(p) { fs.statSync(p); return { done: Promise.resolve() }; }`,
  "an array's own then-like method": `
    import fs from "fs";
    export function f(queue) { queue.next(() => fs.statSync("a")); return queue; }`,
  "a sync executor at the module's top": `
    import fs from "fs";
    export const ready = new Promise((resolve) => resolve(fs.readFileSync("a")));`,
  "a declared promise type through an alias": typescript(`
    import fs from "fs";
    type Loading = Promise<string>;
    export function f(go: () => Loading): Promise<string> { fs.statSync("a"); return go(); } // !call`),
  "a declared promise type of an arrow in a variable": typescript(`
    import fs from "fs";
    export const f: (p: string) => Promise<string> = (p) => { fs.statSync(p); return next(p); }; // !call`),
  "a method that implements a promise-returning interface": typescript(`
    import fs from "fs";
    class Loader { load(p: string): PromiseLike<string> { fs.statSync(p); return next(p); } } // !call`),
};
