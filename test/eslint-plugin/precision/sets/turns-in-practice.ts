/** Where code runs: servers, tools, threads, and what is only defined there. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const turnsInPractice: SnippetSet = {
  "handlers of five frameworks": `
import express from "express";
import fastify from "fastify";
import Koa from "koa";
import { Hono } from "hono";
import { createServer } from "node:http";
import { readFileSync, appendFileSync } from "node:fs";
express().get("/", async (req, res) => { res.send(readFileSync("index.html")); }); // !call
fastify().get("/", async () => readFileSync("index.html")); // !call
new Koa().use(async (ctx, next) => { await next(); appendFileSync("access.log", ctx.path); }); // !call
new Hono().get("/", async (c) => c.html(readFileSync("index.html", "utf8"))); // !call
createServer(async (req, res) => res.end(readFileSync("index.html"))).listen(0); // !call`,
  "a controller of NestJS": typescript(`
import { Body, Controller, Get, Post } from "@nestjs/common";
import * as bcrypt from "bcrypt";
import { readFileSync } from "node:fs";
@Controller("users")
export class UsersController {
  private readonly terms = readFileSync("terms.txt", "utf8");
  @Post()
  async create(@Body() body: { password: string }): Promise<string> {
    return bcrypt.hashSync(body.password, 12); // !call
  }
  @Get("terms")
  async get(): Promise<string> {
    return this.terms;
  }
}`),
  "middleware that hands on errors": commonjs(`
const fs = require("fs");
module.exports = function (options) {
  const page = fs.readFileSync(options.page);
  return async function errors(error, req, res, next) {
    if (res.headersSent) return next(error);
    fs.writeFileSync("last-error.txt", error.stack); // !call
    res.end(page);
  };
};`),
  "callbacks that run at once": `
import { statSync, readFileSync, existsSync } from "node:fs";
export async function all(files, text, url) {
  Object.groupBy(files, (file) => statSync(file).size); // !call
  Map.groupBy(files, (file) => statSync(file).size); // !call
  files.toSorted((a, b) => statSync(a).size - b); // !call
  files.findLast(existsSync); // !call
  JSON.stringify(files, (key, value) => (key === "x" ? readFileSync(value) : value)); // !call
  url.searchParams.forEach((value) => readFileSync(value)); // !call
  return text.replaceAll(/#(\\w+)/g, (_, name) => readFileSync(name, "utf8")); // !call
}`,
  "handed to lodash": `
import _ from "lodash";
import { readFileSync, existsSync } from "node:fs";
export async function sources(files) {
  return _.map(_.filter(files, (file) => existsSync(file)), (file) => readFileSync(file)); // !call !call
}`,
  "promises of every origin": `
import { readFileSync } from "node:fs";
export function one(name) {
  return new Promise((resolve) => {
    setTimeout(() => resolve(readFileSync(name)), 10);
  });
}
export const two = (name) => Promise.resolve().then(() => readFileSync(name)); // !call
export const three = (name) => Promise.try(() => readFileSync(name)); // !call
export const four = (names) => Promise.all(names.map((name) => readFileSync(name))); // !call
export function five(name) {
  const { promise, resolve } = Promise.withResolvers();
  resolve(readFileSync(name)); // !call
  return promise;
}`,
  "timers, ticks and listeners are left to an option": `
import { appendFileSync } from "node:fs";
import { EventEmitter } from "node:events";
setInterval(() => appendFileSync("log", "tick"), 1000);
setImmediate(() => appendFileSync("log", "immediate"));
process.nextTick(() => appendFileSync("log", "next"));
process.on("exit", () => appendFileSync("log", "exit"));
new EventEmitter().on("x", () => appendFileSync("log", "x"));`,
  "async listeners are async functions": `
import { appendFileSync } from "node:fs";
process.on("message", async (message) => {
  appendFileSync("log", message); // !call
});
setInterval(async () => appendFileSync("log", "tick"), 1000); // !call`,
  "what a microtask does": `
import { appendFileSync } from "node:fs";
queueMicrotask(() => appendFileSync("log", "x")); // !call`,
  "arguments are evaluated here, whatever runs there": `
import { spawnBlocking } from "spawn-blocking";
import { readFileSync } from "node:fs";
export async function hash(name, parse) {
  setTimeout(parse, 10, readFileSync("late")); // !call
  return spawnBlocking((text) => process.getBuiltinModule("crypto").scryptSync(text, "s", 64), [
    readFileSync(name), // !call
  ]);
}`,
  "jobs for other threads": `
import workerpool from "workerpool";
import makeAsynchronous from "make-asynchronous";
import { spawnBlocking } from "spawn-blocking";
import { readFileSync } from "node:fs";
const pool = workerpool.pool();
export async function jobs(name) {
  await pool.exec((file) => require("fs").readFileSync(file), [name]);
  await makeAsynchronous((file) => process.getBuiltinModule("fs").readFileSync(file))(name);
  await spawnBlocking((file) => process.getBuiltinModule("fs").readFileSync(file), [name]);
  return pool.exec("load", [readFileSync(name)]); // !call
}`,
  "a worker's own file": `
import { parentPort, workerData } from "node:worker_threads";
import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
parentPort.on("message", async (name) => {
  const text = readFileSync(name);
  parentPort.postMessage(createHash("sha256").update(text).digest("hex"));
});
async function boot() {
  return readFileSync(workerData.config);
}
await boot();`,
  "workerpool's own file": commonjs(`
const workerpool = require("workerpool");
const { pbkdf2Sync } = require("crypto");
async function hash(password) {
  return pbkdf2Sync(password, "salt", 100000, 64, "sha512");
}
workerpool.worker({ hash });`),
  "both sides of a thread in one file": commonjs(`
const { Worker, isMainThread, parentPort, workerData } = require("worker_threads");
const fs = require("fs");
if (isMainThread) {
  module.exports = async function parse(name) {
    fs.accessSync(name); // !call
    return new Promise((resolve, reject) => {
      const worker = new Worker(__filename, { workerData: name });
      worker.on("message", resolve).on("error", reject);
    });
  };
} else {
  (async () => parentPort.postMessage(JSON.parse(fs.readFileSync(workerData, "utf8"))))();
}`),
  "the main thread leaves early": `
import { isMainThread, parentPort } from "node:worker_threads";
import { readFileSync } from "node:fs";
export async function work(name) {
  if (isMainThread) throw new Error("only in a worker");
  return readFileSync(name);
}`,
  "defined in an async function, called by nobody there": `
import { readFileSync } from "node:fs";
export async function makeLoader(root) {
  const load = (name) => readFileSync(root + name);
  class Loader {
    load(name) { return readFileSync(name); }
    get text() { return readFileSync("text"); }
  }
  return { load, Loader, later: () => readFileSync("x"), get now() { return readFileSync("now"); } };
}`,
  "defined and called there": `
import { readFileSync } from "node:fs";
export async function load(root) {
  const read = (name) => readFileSync(root + name);
  const view = { get text() { return readFileSync("text"); }, load() { return readFileSync("x"); } };
  read("a"); // !chain
  view.load(); // !chain
  return view.text; // !chain
}`,
  "at start-up, before anybody waits": `
import { readFileSync, existsSync, mkdirSync } from "node:fs";
import { execSync } from "node:child_process";
const commit = execSync("git rev-parse HEAD").toString().trim();
if (!existsSync("data")) mkdirSync("data");
const routes = new Map(["a", "b"].map((name) => [name, readFileSync(name)]));
export const options = (() => JSON.parse(readFileSync("options.json", "utf8")))();
export async function route(name) {
  return { commit, body: routes.get(name), options };
}`,
  "a script with await at its top": `
import { readFile } from "node:fs/promises";
import { writeFileSync } from "node:fs";
const list = JSON.parse(await readFile("list.json", "utf8"));
writeFileSync("out.txt", list.join());`,
  "a command line with one async main": `#!/usr/bin/env node
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
async function main() {
  const { positionals } = parseArgs({ allowPositionals: true });
  const text = readFileSync(positionals[0], "utf8"); // !call
  const response = await fetch(text);
  writeFileSync(positionals[1], await response.text()); // !call
}
main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});`,
  "a plain command line": commonjs(`#!/usr/bin/env node
const fs = require("fs");
const { program } = require("commander");
program.command("init").action(() => {
  fs.mkdirSync(".app");
  fs.writeFileSync(".app/config", "{}");
});
program.command("sync").action(async () => {
  fs.rmSync(".app/cache", { recursive: true, force: true }); // !call
});
program.parse();`),
  "a build script's steps": named(
    "build.mjs",
    `
import { build } from "esbuild";
import { cpSync, rmSync } from "node:fs";
rmSync("dist", { recursive: true, force: true });
cpSync("public", "dist");
const watch = process.argv.includes("--watch");
async function bundle() {
  await build({ entryPoints: ["src/index.ts"], outdir: "dist" });
  cpSync("src/assets", "dist/assets", { recursive: true }); // !call
}
await bundle();`,
  ),
  "plugins of bundlers": typescript(`
import type { Plugin } from "vite";
import fs from "node:fs";
export default function inline(): Plugin {
  const banner = fs.readFileSync("banner.txt", "utf8");
  return {
    name: "inline",
    resolveId(id) { return fs.existsSync(id) ? id : null; },
    async load(id) {
      return fs.readFileSync(id, "utf8"); // !call
    },
    transform: { async handler(code) { return banner + code + fs.statSync("x").size; } }, // !call
  };
}`),
  "async generators and their consumers": `
import { readdirSync, statSync } from "node:fs";
export async function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) { // !call
    if (entry.isDirectory()) yield* walk(\`\${folder}/\${entry.name}\`);
    else yield entry.name;
  }
}
export function* plain(folder) {
  yield* readdirSync(folder);
}
export async function total(folder) {
  let size = 0;
  for await (const name of walk(folder)) size += statSync(name).size; // !call
  for (const name of plain(folder)) size += name.length; // !chain
  return size;
}`,
  "streams and their callbacks": `
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
export async function compress(source, target) {
  const zip = new Transform({
    transform(chunk, encoding, done) { done(null, gzipSync(chunk)); },
  });
  await pipeline(source, zip, target);
  await pipeline(source, async function* (chunks) {
    for await (const chunk of chunks) yield gzipSync(chunk); // !call
  }, target);
}`,
  "a hook of React's server components and of Next.js": named(
    "route.ts",
    `
import { readFileSync } from "node:fs";
import { NextResponse } from "next/server";
const logo = readFileSync("logo.svg");
export async function GET(request: Request) {
  return NextResponse.json({ logo, terms: readFileSync("terms.txt", "utf8") }); // !call
}
export const dynamic = "force-dynamic";`,
  ),
  "GraphQL resolvers and jobs of a queue": `
import { Worker as Consumer } from "bullmq";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
export const resolvers = {
  Query: {
    schema: async () => readFileSync("schema.graphql", "utf8"), // !call
    version: () => readFileSync("VERSION", "utf8"),
  },
};
new Consumer("thumbnails", async (job) => {
  execFileSync("convert", [job.data.file, "out.png"]); // !call
});`,
  "a lock around a section": withFiles(
    `
import { withLock } from "./lock.js";
import { readFileSync } from "node:fs";
export async function update(name) {
  return withLock(name, () => readFileSync(name)); // !call
}`,
    {
      "lock.js": `const held = new Map();
export async function withLock(key, section) {
  while (held.has(key)) await held.get(key);
  const work = section();
  held.set(key, work);
  try { return await work; } finally { held.delete(key); }
}`,
    },
  ),
};
