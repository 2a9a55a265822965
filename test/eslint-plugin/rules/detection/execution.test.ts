import type { Linter } from "eslint";
import { snippets } from "./snippets.js";

const fs = 'import fs, { readFileSync, statSync } from "node:fs";';

snippets("where code runs: on the event loop", {
  "async functions of every form": `${fs}
    async function declared() { readFileSync("a"); } // !call
    const expressed = async function () { readFileSync("a"); }; // !call
    const arrow = async () => readFileSync("a"); // !call
    const object = { async method() { readFileSync("a"); } }; // !call
    class Service {
      async method() { readFileSync("a"); } // !call
      static async make() { readFileSync("a"); } // !call
      async #secret() { readFileSync("a"); } // !call
      field = async () => { readFileSync("a"); }; // !call
    }
    export default async () => { readFileSync("a"); }; // !call`,
  "async generators": `${fs}
    async function* pages() { yield readFileSync("a"); } // !call
    const object = { async *lines() { yield readFileSync("a"); } }; // !call`,
  "async handlers and callbacks": `${fs}
    app.get("/", async (request, response) => { response.send(readFileSync("a")); }); // !call
    server.on("request", async () => { readFileSync("a"); }); // !call
    setTimeout(async () => { readFileSync("a"); }, 10); // !call
    test("name", async () => { readFileSync("a"); }); // !call`,
  "after, before and around awaits": `${fs}
    async function f(wait) {
      readFileSync("a"); // !call
      await wait();
      if (wait) { readFileSync("a"); } // !call
      for (const x of wait) { readFileSync(x); } // !call
      try { readFileSync("a"); } // !call
      catch { readFileSync("b"); } // !call
      finally { readFileSync("c"); } // !call
      switch (readFileSync("a")) { default: } // !call
      return readFileSync("a"); // !call
    }`,
  "callbacks of array methods": `${fs}
    async function f(files) {
      files.map((file) => readFileSync(file)); // !call
      files.forEach(function (file) { readFileSync(file); }); // !call
      files.filter((file) => statSync(file).isFile()) // !call
        .reduce((sum, file) => sum + statSync(file).size, 0); // !call
      files.sort((a, b) => statSync(a).size - statSync(b).size); // !call !call
      files.some((file) => fs.existsSync(file)); // !call
      Array.from(files, (file) => readFileSync(file)); // !call
      files.flatMap((file) => file.parts.map((part) => readFileSync(part))); // !call
      Object.entries(files).forEach(([, file]) => readFileSync(file)); // !call
    }`,
  "functions called where they stand": `${fs}
    async function f() {
      (() => readFileSync("a"))(); // !call
      (function () { readFileSync("a"); })(); // !call
      (function () { readFileSync("a"); }).call(this); // !call
      (function () { readFileSync("a"); }.bind(this))(); // !call
      const text = (() => { try { return readFileSync("a"); } catch { return ""; } })(); // !call
      new (class { constructor() { readFileSync("a"); } })(); // !chain
    }
    (async () => { readFileSync("a"); })(); // !call
    !(async function () { readFileSync("a"); })(); // !call`,
  "promise executors, replace, JSON": `${fs}
    async function f(text) {
      await new Promise((resolve) => { resolve(readFileSync("a")); }); // !call
      text.replace(/x/g, (match) => readFileSync(match, "utf8")); // !call
      text.replaceAll("x", () => readFileSync("a", "utf8")); // !call
      JSON.parse(text, (key, value) => readFileSync(value)); // !call
      JSON.stringify(text, (key, value) => readFileSync(value)); // !call
    }`,
  "class bodies in async functions": `${fs}
    async function f() {
      class Local {
        static config = readFileSync("a"); // !call
        static { readFileSync("b"); } // !call
        [readFileSync("c")] = 1; // !call
        instance = readFileSync("d");
        method() { readFileSync("e"); }
      }
      return Local;
    }`,
  "default parameters": `${fs}
    async function f(text = readFileSync("a")) { return text; } // !call
    const g = async ({ text = readFileSync("a") }) => text; // !call`,
  "functions that return a promise without being async": `${fs}
    function constructed() {
      return new Promise((resolve) => { resolve(readFileSync("a")); }); // !call
    }
    function settled() { const text = readFileSync("a"); return Promise.resolve(text); } // !call
    function chained() { readFileSync("a"); return fetch("/").then((x) => x.json()); } // !call
    const expression = () => Promise.all([readFileSync("a")]); // !call
    function calling() { readFileSync("a"); return constructedAsync(); } // !call
    async function constructedAsync() {}
    function promised() { readFileSync("a"); return fs.promises.readFile("b"); } // !call`,
  "reactions of promises": `${fs}
    fetch("/").then((response) => readFileSync(response.name)); // !call
    load().catch(() => { readFileSync("a"); }); // !call
    load().finally(function () { readFileSync("a"); }); // !call
    load().then(readFileSync); // !call
    load().then(null, () => readFileSync("a")); // !call
    function f() { load().then(() => { readFileSync("a"); }); } // !call`,
  "generators that a library runs": `${fs}
    import co from "co";
    co(function* () { readFileSync("a"); }); // !call
    const route = co.wrap(function* () { readFileSync("a"); }); // !call`,
  "a promise returned by its name": `${fs}
    function f() {
      const pending = new Promise((resolve) => setTimeout(resolve, 10));
      readFileSync("a"); // !call
      return pending;
    }`,
  "borrowed array methods": `${fs}
    async function f(files) {
      Array.prototype.map.call(files, (file) => readFileSync(file)); // !call
      [].forEach.call(files, readFileSync); // !call
    }`,
  "for await and yield": `${fs}
    async function f(source) {
      for await (const chunk of source) { fs.writeFileSync("a", chunk); } // !call
    }`,
  "what is evaluated on the way to a worker": `
    import { readFileSync } from "node:fs";
    import { spawnBlocking } from "spawn-blocking";
    async function f() {
      await spawnBlocking((text) => text.length, [readFileSync("a")]); // !call
    }`,
  "local async functions that take callbacks": `${fs}
    async function locked(action) { return action(); }
    const timed = (action) => { const start = Date.now(); action(); return Date.now() - start; };
    async function f() {
      await locked(() => readFileSync("a")); // !call
      timed(() => { readFileSync("a"); }); // !call
    }`,
});

snippets("where code runs: not on the event loop, or not to be seen", {
  "callbacks of an iterator that nobody goes through": `${fs}
    async function f(names) {
      const taken = names.values().filter((name) => readFileSync(name)); // !call
      for (const name of taken) console.log(name);
      names.keys().map((name) => readFileSync(name)).toArray(); // !call
      new Set(Iterator.from(names).map((name) => readFileSync(name)).take(2)); // !call
      names.values().forEach((name) => readFileSync(name)); // !call
      Object.values(names).map((name) => readFileSync(name)); // !call
      const never = names.entries().flatMap((name) => readFileSync(name));
      return { never, texts: names.values().drop(1).map((name) => readFileSync(name)) };
    }`,
  "module bodies": `${fs}
    const config = readFileSync("a");
    if (config) { readFileSync("b"); }
    export default JSON.parse(readFileSync("c"));
    for (const file of ["a"]) readFileSync(file);`,
  "module bodies after a top-level await, by default": `${fs}
    await import("./other.js");
    readFileSync("a");`,
  "plain functions": `${fs}
    function f() { readFileSync("a"); }
    const g = () => readFileSync("a");
    class C { m() { readFileSync("a"); } get x() { return readFileSync("a"); } static s() { readFileSync("a"); } }
    export function* h() { yield readFileSync("a"); }`,
  "functions that are merely defined in an async function": `${fs}
    async function f(register) {
      function later() { readFileSync("a"); }
      const other = () => readFileSync("a");
      const object = { read() { return readFileSync("a"); }, get x() { return readFileSync("a"); } };
      register(later, other, object, () => readFileSync("a"));
      return class { read() { readFileSync("a"); } };
    }`,
  "timers and listeners that are not async, by default": `${fs}
    async function f(emitter) {
      setTimeout(() => { readFileSync("a"); }, 10);
      setImmediate(() => readFileSync("a"));
      process.nextTick(() => readFileSync("a"));
      emitter.on("change", () => { readFileSync("a"); });
      emitter.addEventListener("change", function () { readFileSync("a"); });
      await new Promise((resolve) => setTimeout(() => { resolve(readFileSync("a")); }, 1));
    }`,
  "request handlers that are not async, by default": `${fs}
    import express from "express";
    const app = express();
    app.get("/", (request, response) => { response.send(readFileSync("a")); });`,
  "closures for workers": `${fs}
    import { spawnBlocking } from "spawn-blocking";
    import workerpool from "workerpool";
    import makeAsynchronous from "make-asynchronous";
    const pool = workerpool.pool();
    async function f() {
      await spawnBlocking(() => readFileSync("a"));
      await spawnBlocking(async () => { readFileSync("a"); });
      await spawnBlocking((path) => { const inner = async () => readFileSync(path); return inner(); }, ["a"]);
      await pool.exec((path) => readFileSync(path), ["a"]);
      await pool.exec(async (path) => readFileSync(path), ["a"]);
      await makeAsynchronous(async () => { readFileSync("a"); })();
    }`,
  "a named function of which every use goes to a worker": `${fs}
    import { spawnBlocking } from "spawn-blocking";
    async function work(path) { return readFileSync(path); }
    export async function f() { return spawnBlocking(work, ["a"]); }`,
  "functions that run in a page": `${fs}
    async function f(page) {
      await page.evaluate(async () => { alert("x"); });
      await page.$eval("a", async () => { confirm("x"); });
    }`,
  "blocking in a worker's file": `
    import { parentPort } from "node:worker_threads";
    import { readFileSync } from "node:fs";
    parentPort.on("message", async (path) => { parentPort.postMessage(readFileSync(path)); });
    async function f(memory) { Atomics.wait(memory, 0, 0); while (Date.now() < 5) {} }`,
  "blocking in a worker of the browser": `
    self.onmessage = async ({ data }) => {
      const request = new XMLHttpRequest();
      request.open("GET", data, false);
      Atomics.wait(data, 0, 0);
    };`,
  "the worker's side of an isMainThread test": `
    import { isMainThread, parentPort, Worker } from "node:worker_threads";
    import { readFileSync } from "node:fs";
    if (isMainThread) {
      (async () => { readFileSync("a"); })(); // !call
    } else {
      (async () => { parentPort.postMessage(readFileSync("a")); })();
    }
    if (!isMainThread) { work(); }
    async function work() { readFileSync("a"); }
    async function main() { readFileSync("a"); } // !call
    main();`,
  "the rest of a function after the main thread has left": `
    const { isMainThread } = require("worker_threads");
    const { readFileSync } = require("fs");
    async function run() {
      if (isMainThread) { readFileSync("a"); return; } // !call
      readFileSync("b");
    }`,
});

snippets(
  "a worker's file, by its name",
  {
    "resize.worker.js": `
      import { readFileSync } from "node:fs";
      export default async function (path) { return readFileSync(path); }`,
  },
  "javascript",
  { filename: "resize.worker.js" },
);

const everywhere: Linter.RulesRecord = {
  "unblock/no-blocking-call": [
    "error",
    { contexts: ["async", "promise", "reaction", "handler", "listener", "timer", "top-level"] },
  ],
};

snippets(
  "where code runs, with every context turned on",
  {
    "handlers of the well-known frameworks": `${fs}
      import express, { Router } from "express";
      import Fastify from "fastify";
      import { Hono } from "hono";
      import Koa from "koa";
      import http, { createServer } from "node:http";
      const router = Router();
      express().get("/", (request, response) => { response.send(readFileSync("a")); }); // !call
      router.post("/", (request, response) => { response.send(readFileSync("a")); }); // !call
      router.use(function (request, response, next) { readFileSync("a"); next(); }); // !call
      Fastify().get("/", () => readFileSync("a")); // !call
      new Hono().get("/", (c) => c.text(readFileSync("a"))); // !call
      new Koa().use((ctx) => { ctx.body = readFileSync("a"); }); // !call
      http.createServer((request, response) => { response.end(readFileSync("a")); }); // !call
      createServer({}, (request, response) => { response.end(readFileSync("a")); }); // !call
      export function routes(app) { app.get("/", (request, response) => { readFileSync("a"); }); } // !call`,
    "listeners and timers": `${fs}
      emitter.on("change", () => { readFileSync("a"); }); // !call
      emitter.once("change", function () { readFileSync("a"); }); // !call
      target.addEventListener("click", () => alert("x")); // !call
      setTimeout(() => { readFileSync("a"); }, 10); // !call
      setInterval(readFileSync, 10, "a"); // !call
      setImmediate(() => readFileSync("a")); // !call
      process.nextTick(() => readFileSync("a")); // !call
      queueMicrotask(() => readFileSync("a")); // !call`,
    "module bodies after their first await": `${fs}
      readFileSync("a");
      const other = await import("./other.js");
      readFileSync("b"); // !call
      function f() { readFileSync("c"); }`,
  },
  "both",
  { rules: everywhere },
);
