import { commonjs, named, typescript, type SnippetSet } from "../snippet.js";

/** Whether code runs on the event loop while others wait. */
export const execution: SnippetSet = {
  "async function declaration": `
    import fs from "fs";
    async function f() { fs.statSync("a"); } // !call`,
  "async arrow with an expression": `
    import fs from "fs";
    const f = async () => fs.statSync("a"); // !call`,
  "async method of a class": `
    import fs from "fs";
    class A { async f() { fs.statSync("a"); } } // !call`,
  "async private method": `
    import fs from "fs";
    class A { async #f() { fs.statSync("a"); } } // !call`,
  "static async method": `
    import fs from "fs";
    class A { static async f() { fs.statSync("a"); } } // !call`,
  "async method of an object": `
    import fs from "fs";
    export default { async fetch() { return fs.statSync("a"); } }; // !call`,
  "async generator": `
    import fs from "fs";
    async function* lines() { yield fs.readFileSync("a"); } // !call`,
  "async generator as a method": `
    import fs from "fs";
    const o = { async *[Symbol.asyncIterator]() { yield fs.readFileSync("a"); } }; // !call`,
  "body of for await": `
    import fs from "fs";
    async function f(stream) { for await (const one of stream) fs.appendFileSync("a", one); } // !call`,
  "inside try, catch and finally": `
    import fs from "fs";
    async function f() {
      try { fs.mkdirSync("a"); } // !call
      catch { fs.writeFileSync("log", "x"); } // !call
      finally { fs.rmSync("a"); } // !call
    }`,
  "inside switch and labelled blocks": `
    import fs from "fs";
    async function f(x) {
      out: switch (x) { case 1: fs.statSync("a"); break out; default: } // !call
    }`,
  "in a condition of a loop": `
    import fs from "fs";
    async function f() { while (!fs.existsSync("a")) await new Promise((r) => setTimeout(r, 10)); } // !call`,
  "in a template literal": `
    import fs from "fs";
    async function f() { return \`v\${fs.readFileSync("version")}\`; } // !call`,
  "callback of map in an async function": `
    import fs from "fs";
    async function f(files) { return files.map((file) => fs.readFileSync(file)); } // !call`,
  "callback of forEach, function expression": `
    import fs from "fs";
    async function f(files) { files.forEach(function (file) { fs.unlinkSync(file); }); } // !call`,
  "callbacks of filter, reduce and sort": `
    import fs from "fs";
    async function f(files) {
      const some = files.filter((file) => fs.existsSync(file)); // !call
      some.sort((a, b) => fs.statSync(a).mtimeMs - fs.statSync(b).mtimeMs); // !call !call
      return some.reduce((sum, file) => sum + fs.statSync(file).size, 0); // !call
    }`,
  "callback of Array.from": `
    import fs from "fs";
    async function f(set) { return Array.from(set, (p) => fs.statSync(p)); } // !call`,
  "callback of a Map's forEach": `
    import fs from "fs";
    async function f() { new Map().forEach((v, k) => fs.statSync(k)); } // !call`,
  "callback of replace": `
    import fs from "fs";
    async function f(text) { return text.replace(/@(\\w+)/g, (_, name) => fs.readFileSync(name, "utf8")); } // !call`,
  "callback of replaceAll": `
    import fs from "fs";
    async function f(text) { return text.replaceAll("@", () => fs.readFileSync("x", "utf8")); } // !call`,
  "reviver of JSON.parse": `
    import fs from "fs";
    async function f(text) { return JSON.parse(text, (k, v) => (k === "file" ? fs.readFileSync(v) : v)); } // !call`,
  "IIFE in an async function": `
    import fs from "fs";
    async function f() { const x = (() => fs.statSync("a"))(); return x; } // !call`,
  "async IIFE at the top": `
    import fs from "fs";
    (async () => { fs.statSync("a"); })(); // !call`,
  "async function expression IIFE with void and !": commonjs(`
    const fs = require("fs");
    void (async function main() { fs.statSync("a"); })(); // !call
    !(async function () { fs.statSync("b"); })(); // !call`),
  "promise executor in an async function": `
    import fs from "fs";
    async function f() { await new Promise((resolve) => { resolve(fs.statSync("a")); }); } // !call`,
  "function that returns a new Promise": `
    import fs from "fs";
    export function f(p) {
      return new Promise((resolve, reject) => {
        try { resolve(fs.readFileSync(p)); } catch (error) { reject(error); } // !call
      });
    }`,
  "function that returns Promise.resolve()": `
    import fs from "fs";
    export function f(p) { return Promise.resolve(fs.readFileSync(p)); } // !call`,
  "function that returns a promise on one of its paths": `
    import fs from "fs";
    export function f(p) {
      if (!p) return Promise.reject(new Error("no path"));
      const text = fs.readFileSync(p, "utf8"); // !call
      return Promise.resolve(text);
    }`,
  "function that returns a chain of reactions": `
    import fs from "fs";
    export function f(url) {
      fs.mkdirSync("out"); // !call
      return fetch(url).then((response) => response.text());
    }`,
  "function that returns the promise of an async function": `
    import fs from "fs";
    async function inner() {}
    export function f() { fs.mkdirSync("out"); return inner(); } // !call`,
  "function whose declared type is a promise": typescript(`
    import fs from "fs";
    import { inner } from "./inner.js";
    export function f(): Promise<void> { fs.mkdirSync("out"); return inner(); } // !call`),
  "reaction by then": `
    import fs from "fs";
    fetch("http://a").then((response) => { fs.writeFileSync("a", response.status); }); // !call`,
  "reaction by catch": `
    import fs from "fs";
    work().catch((error) => { fs.appendFileSync("log", String(error)); }); // !call`,
  "reaction by finally": `
    import fs from "fs";
    export function f(work) { work().finally(() => fs.rmSync("tmp")); } // !call`,
  "second argument of then": `
    import fs from "fs";
    export function f(work) { work.then(null, () => fs.rmSync("tmp")); } // !call`,
  "Array.fromAsync's callback": `
    import fs from "fs";
    export const f = (list) => Array.fromAsync(list, (one) => fs.readFileSync(one)); // !call`,
  "Promise.try's callback": `
    import fs from "fs";
    export const f = () => Promise.try(() => fs.readFileSync("a")); // !call`,
  "a microtask runs before anything else may, as a promise's reaction does": `
    import fs from "fs";
    export async function f() { queueMicrotask(() => fs.readFileSync("a")); } // !call`,
  "class body evaluated in an async function": `
    import fs from "fs";
    async function f() {
      class Config {
        static text = fs.readFileSync("a"); // !call
        static { fs.statSync("b"); } // !call
        [fs.readFileSync("key", "utf8")]() {} // !call
      }
      return Config;
    }`,
  "instance fields of a class merely defined": `
    import fs from "fs";
    async function f() { return class { text = fs.readFileSync("a"); read() { return fs.statSync("b"); } }; }`,
  "default parameter of an async arrow": `
    import fs from "fs";
    export const f = async (text = fs.readFileSync("a")) => text; // !call`,
  "default in a destructured parameter of an async method": `
    import fs from "fs";
    class A { async f({ text = fs.readFileSync("a") }) { return text; } } // !call`,
  "getter called in an async function": `
    import fs from "fs";
    async function f() {
      const o = { get text() { return fs.readFileSync("a"); } };
      return o.text; // !chain
    }`,
  "sync function defined and called in an async function": `
    import fs from "fs";
    async function f() {
      function read() { return fs.readFileSync("a"); }
      return read(); // !chain
    }`,
  "sync function merely defined in an async function": `
    import fs from "fs";
    async function f() { function read() { return fs.readFileSync("a"); } return 1; }`,
  "sync arrow merely returned from an async function": `
    import fs from "fs";
    async function f() { return () => fs.readFileSync("a"); }`,
  "sync method of an object made in an async function": `
    import fs from "fs";
    async function f() { return { read() { return fs.readFileSync("a"); }, get x() { return fs.statSync("b"); } }; }`,
  "sync generator made in an async function, never iterated": `
    import fs from "fs";
    async function f() { function* g() { yield fs.readFileSync("a"); } return g; }`,
  "sync generator called, but never iterated": `
    import fs from "fs";
    function* g() { yield fs.readFileSync("a"); }
    async function f() { const it = g(); return it; }`,
  "sync generator iterated by for of": `
    import fs from "fs";
    function* g() { yield fs.readFileSync("a"); }
    async function f() { for (const one of g()) console.log(one); } // !chain`,
  "sync generator iterated by spread": `
    import fs from "fs";
    function* g() { yield fs.readFileSync("a"); }
    async function f() { return [...g()]; } // !chain`,
  "module's body": `
    import fs from "fs";
    const config = fs.readFileSync("config.json");
    export default config;`,
  "sync function": `
    import fs from "fs";
    export function load() { return fs.readFileSync("a"); }`,
  "sync class": `
    import fs from "fs";
    export class Store { text = fs.readFileSync("a"); read() { return fs.statSync("b"); } static x = fs.statSync("c"); }`,
  "sync function that returns a callback's result": `
    import fs from "fs";
    export function load(names) { return names.map((name) => fs.readFileSync(name)); }`,
  "sync command line": `#!/usr/bin/env node
    import fs from "fs";
    import { execSync } from "child_process";
    function main() { execSync("make"); fs.writeFileSync("out", ""); }
    main();`,
  "sync function that takes a callback": `
    import fs from "fs";
    export function load(done) { done(null, fs.readFileSync("a")); }`,
  "function that returns something thenable or not": `
    import fs from "fs";
    export function load(cb) { const text = fs.readFileSync("a"); return cb(text); }`,
  "timer's callback": `
    import fs from "fs";
    setInterval(() => fs.writeFileSync("heartbeat", String(Date.now())), 1000);`,
  "timer's callback in an async function": `
    import fs from "fs";
    async function f() { setTimeout(() => fs.statSync("a"), 10); }`,
  "event listener": `
    import fs from "fs";
    process.on("exit", () => fs.rmSync("tmp"));`,
  "event listener in an async function": `
    import fs from "fs";
    async function f(emitter) { emitter.on("data", (chunk) => fs.appendFileSync("a", chunk)); }`,
  "exit listener in an async function must be synchronous": `
    import fs from "fs";
    async function f() { process.once("exit", () => fs.rmSync("tmp", { recursive: true })); }`,
  "sync request handler": `
    import fs from "fs";
    import express from "express";
    const app = express();
    app.get("/", (req, res) => { res.send(fs.readFileSync("index.html", "utf8")); });`,
  "async request handler": `
    import fs from "fs";
    import express from "express";
    const app = express();
    app.get("/", async (req, res) => { res.send(fs.readFileSync("index.html", "utf8")); }); // !call`,
  "callback in Node.js' style inside an async function": `
    import fs from "fs";
    async function f() { fs.readFile("a", (error, text) => { fs.writeFileSync("b", text); }); }`,
  "async callback in Node.js' style": `
    import fs from "fs";
    fs.readFile("a", async (error, text) => { fs.writeFileSync("b", text); }); // !call`,
  "async callback of forEach in a sync function": `
    import fs from "fs";
    export function f(list) { list.forEach(async (one) => { fs.statSync(one); }); } // !call`,
  "module's body after its first top-level await": `
    import fs from "fs";
    const answer = await fetch("http://a");
    fs.writeFileSync("a", await answer.text());`,
  "after a return": `
    import fs from "fs";
    async function f() { return 1; fs.readFileSync("a"); }`,
  "in a branch that is never taken": `
    import fs from "fs";
    async function f() { if (false) fs.readFileSync("a"); }`,
  "after an endless loop that only throws or returns": `
    import fs from "fs";
    async function f() { throw new Error("not supported"); fs.statSync("a"); }`,
  "in an eval'd string": `
    async function f() { return "fs.readFileSync('a')"; }`,
  "in a comment": `
    import fs from "fs";
    async function f() { /* fs.readFileSync("a") */ return fs.promises.readFile("a"); }`,
  "sync callback handed to an unknown function in an async function": `
    import fs from "fs";
    import { register } from "./registry.js";
    async function f() { register(() => fs.readFileSync("a")); }`,
  "sync callback handed to a function of the file that calls it": `
    import fs from "fs";
    const measure = (work) => { const start = Date.now(); work(); return Date.now() - start; };
    async function f() { return measure(() => fs.readFileSync("a")); } // !call`,
  "sync callback handed to a function that keeps it": `
    import fs from "fs";
    const hooks = [];
    const register = (hook) => { hooks.push(hook); };
    async function f() { register(() => fs.readFileSync("a")); }`,
  "AsyncLocalStorage.run calls inline": `
    import fs from "fs";
    import { AsyncLocalStorage } from "node:async_hooks";
    const storage = new AsyncLocalStorage();
    export async function f() { return storage.run({}, () => fs.readFileSync("a")); } // !call`,
  "process.nextTick in an async function": `
    import fs from "fs";
    export async function f() { process.nextTick(() => { fs.statSync("a"); }); }`,
  "test's body is a test": named(
    "store.test.js",
    `
    import fs from "fs";
    import { it } from "node:test";
    it("reads", () => { fs.readFileSync("a"); });`,
  ),
  "lodash's map calls inline": `
    import fs from "fs";
    import _ from "lodash";
    export async function f(files) { return _.map(files, (file) => fs.readFileSync(file)); } // !call`,
  "await of a sync result in a nested async callback": `
    import fs from "fs";
    async function f(files) { return Promise.all(files.map(async (file) => fs.readFileSync(file))); } // !call`,
  "async component of a framework": `
    import fs from "fs";
    export const getStaticProps = async () => ({ props: { text: fs.readFileSync("a", "utf8") } }); // !call`,
  "React's handler in JSX": named(
    "page.jsx",
    `
    import { readFileSync } from "fs";
    export default async function Page() { return <pre>{readFileSync("a", "utf8")}</pre>; } // !call`,
  ),
  "decorated async method": typescript(`
    import { readFileSync } from "fs";
    class Controller {
      @Get("/")
      async index(@Query() q: string): Promise<string> { return readFileSync(q, "utf8"); } // !call
    }`),
  "abstract and overload signatures": typescript(`
    import { readFileSync } from "fs";
    abstract class A {
      abstract load(): Promise<string>;
      async read(p: string): Promise<string>;
      async read(p: string): Promise<string> { return readFileSync(p, "utf8"); } // !call
    }`),
  "using declaration's initialiser": typescript(`
    import { openSync } from "fs";
    async function f() { await using handle = wrap(openSync("a")); } // !call`),
};
