import assert from "node:assert/strict";
import { Linter } from "eslint";
import plugin from "../../../eslint-plugin/src/index.js";

/** The lines on which no-blocking-call reports in these contexts alone. */
function lines(code: string, contexts: readonly string[]): readonly number[] {
  const config: Linter.Config = {
    plugins: { unblock: plugin },
    rules: { "unblock/no-blocking-call": ["error", { contexts }] },
  };
  return new Linter().verify(code, config, { filename: "file.mjs" }).map((one) => one.line);
}

/** Servers by their framework; what blocks in a handler stands on line 4. */
const servers: Readonly<Record<string, string>> = {
  "an Express application": `
import express from "express"; import fs from "node:fs";
const web = express();
web.get("/", (request, response) => response.send(fs.readFileSync("a")));`,
  "an Express router": `
import { Router } from "express"; import fs from "node:fs";
const pages = Router();
pages.use((request, response, next) => { fs.readFileSync("a"); next(); });`,
  "a chain of an Express route": `
import express from "express"; import fs from "node:fs";
const app = express();
app.route("/").get((request, response) => response.send(fs.readFileSync("a")));`,
  "middleware of Koa": `
import Koa from "koa"; import fs from "node:fs";
const web = new Koa();
web.use((context) => { context.body = fs.readFileSync("a"); });`,
  "a router of Koa": `
import Router from "@koa/router"; import fs from "node:fs";
const pages = new Router();
pages.get("/", (context) => { context.body = fs.readFileSync("a"); });`,
  "a Fastify server": `
import Fastify from "fastify"; import fs from "node:fs";
const web = Fastify();
web.get("/", (request, reply) => { reply.send(fs.readFileSync("a")); });`,
  "a hook of Fastify": `
import fastify from "fastify"; import fs from "node:fs";
const web = fastify({ logger: true });
web.addHook("onRequest", (request, reply, done) => { fs.readFileSync("a"); done(); });`,
  "an application of Hono": `
import { Hono } from "hono"; import fs from "node:fs";
const web = new Hono();
web.get("/", (context) => context.text(fs.readFileSync("a", "utf8")));`,
  "a server of node:http": `
import http from "node:http"; import fs from "node:fs";
const web = http
  .createServer((request, response) => response.end(fs.readFileSync("a")));`,
  "a server of node:http made by its class": `
import { Server } from "node:http"; import fs from "node:fs";
export const web = new Server(
  (request, response) => response.end(fs.readFileSync("a")));`,
  "an event of a server of node:http": `
import http from "node:http"; import fs from "node:fs";
const web = http.createServer();
web.on("request", (request, response) => response.end(fs.readFileSync("a")));`,
  "a parameter's middleware of Express": `
import express from "express"; import fs from "node:fs";
const web = express();
web.param("id", (request, response, next, id) => { fs.statSync(id); next(); });`,
  "a route of Fastify, written as an object": `
import Fastify from "fastify"; import fs from "node:fs";
Fastify().route({ method: "GET", url: "/",
  handler(request, reply) { reply.send(fs.readFileSync("a")); } });`,
  "a hook of one of Fastify's routes": `
import Fastify from "fastify"; import fs from "node:fs";
const web = Fastify();
web.get("/", { preHandler: (request, reply, done) => { fs.statSync("a"); done(); } }, async () => "a");`,
  "a plugin of Fastify": `
import Fastify from "fastify"; import fs from "node:fs";
Fastify().register((instance, options, done) => {
  instance.get("/", (request, reply) => reply.send(fs.readFileSync("a"))); done(); });`,
  "a server of node:http with options": `
import { createServer } from "node:http"; import fs from "node:fs";
const web = createServer({ keepAlive: true },
  (request, response) => response.end(fs.readFileSync("a")));`,
};

describe("contexts: request handlers that are not async", () => {
  for (const [name, code] of Object.entries(servers)) {
    it(`are reported in ${name} by option, and not otherwise`, () => {
      assert.deepEqual(lines(code, ["handler"]), [4]);
      assert.deepEqual(lines(code, ["async", "promise", "reaction"]), []);
    });
  }

  it("are found by the name of the function that is handed over", () => {
    const code = `
import http from "node:http"; import fs from "node:fs";
function answer(request, response) {
  response.end(fs.readFileSync("a"));
}
http.createServer(answer);`;
    const config: Linter.Config = {
      plugins: { unblock: plugin },
      rules: { "unblock/no-blocking-chain": ["error", { contexts: ["handler"] }] },
    };
    const found = new Linter().verify(code, config, { filename: "file.mjs" });
    assert.deepEqual(
      found.map((one) => one.line),
      [6],
    );
  });
});

describe("contexts: what else runs on the loop by option", () => {
  const cases: readonly (readonly [context: string, name: string, code: string])[] = [
    ["listener", "a listener of an emitter", 'emitter.on("a", () => fs.readFileSync("a"));'],
    [
      "listener",
      "a listener of the DOM",
      'button.addEventListener("click", () => fs.statSync("a"));',
    ],
    [
      "listener",
      "a listener of an object whose class inherits the method",
      "class A extends emitter.A { start() { this.on('a', () => fs.statSync('a')); } }",
    ],
    ["listener", "a listener that a property holds", "socket.onmessage = () => fs.statSync(1);"],
    ["timer", "setTimeout", 'setTimeout(() => fs.readFileSync("a"), 5);'],
    ["timer", "setInterval", 'setInterval(function () { fs.readFileSync("a"); }, 5);'],
    ["timer", "setImmediate", 'setImmediate(() => fs.readFileSync("a"));'],
    ["timer", "process.nextTick", 'process.nextTick(() => fs.readFileSync("a"));'],
    ["top-level", "a module's body after its first await", 'await 0; fs.readFileSync("a");'],
    ["callback", "a callback in Node.js' style", 'load("a", (error) => fs.statSync("a"));'],
  ];
  for (const [context, name, code] of cases) {
    it(`${name}, as "${context}"`, () => {
      const text = `import fs from "node:fs"; import emitter from "./emitter.mjs";\n${code}`;
      assert.deepEqual(lines(text, [context]), [2]);
      assert.deepEqual(lines(text, ["async", "promise", "reaction"]), []);
    });
  }

  it("a module's body before its first await is not", () => {
    assert.deepEqual(
      lines('import fs from "node:fs";\nfs.readFileSync("a");\nawait 0;', ["top-level"]),
      [],
    );
  });
});
