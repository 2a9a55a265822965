/** Where code runs: handlers, listeners and timers of applications, and code that runs on other threads. */
import { typescript, withFiles, type SnippetSet } from "../snippet.js";

export const handlersAndThreads: SnippetSet = {
  "a synchronous handler is left to an option": `
import { readFileSync } from "node:fs";
import express from "express";
const app = express();

app.get("/", (request, response) => {
  response.send(readFileSync("page.html", "utf8"));
});
app.use((error, request, response, next) => {
  response.status(500).send(readFileSync("error.html", "utf8"));
});
app.listen(3000, () => console.log(readFileSync("banner.txt", "utf8")));`,
  "async handlers of several frameworks": `
import { readFileSync, existsSync } from "node:fs";
import express from "express";
import Fastify from "fastify";
import Koa from "koa";
import { Hono } from "hono";
const fastify = Fastify();
const hono = new Hono();

express().get("/", async (request, response) => {
  response.send(readFileSync("page.html", "utf8")); // !call
});
fastify.route({ method: "GET", url: "/", handler: async () => readFileSync("a.html") }); // !call
new Koa().use(async (context, next) => {
  if (existsSync(context.path)) await next(); // !call
});
hono.get("/", async (context) => context.html(readFileSync("b.html", "utf8"))); // !call`,
  "a Next.js route and page": typescript(`
import fs from "node:fs";
import path from "node:path";
import { NextResponse } from "next/server";

export const dynamic = "force-dynamic";
export async function GET(request: Request) {
  const text = fs.readFileSync(path.join(process.cwd(), "data.json"), "utf8"); // !call
  return NextResponse.json(JSON.parse(text));
}
export const getStaticProps = async () => ({
  props: { names: fs.readdirSync("posts") }, // !call
});
export default function Page({ names }: { names: string[] }) {
  return names.join();
}`),
  "a Nest controller's methods": typescript(`
import { Controller, Get, Injectable } from "@nestjs/common";
import { readFileSync } from "node:fs";
import { scryptSync } from "node:crypto";

@Injectable()
export class Hasher {
  private readonly pepper = readFileSync("pepper");
  digest(text: string) { return scryptSync(text, this.pepper, 32); }
}
@Controller("files")
export class FilesController {
  constructor(private readonly name: string) {}
  @Get()
  async list(): Promise<string> {
    return readFileSync(this.name, "utf8"); // !call
  }
  @Get("length")
  length() {
    return this.name.length;
  }
}`),
  "async functions as listeners, timers and tests": `
import { readFileSync, appendFileSync, mkdtempSync } from "node:fs";
import { it, beforeEach } from "vitest";

process.on("SIGHUP", async () => {
  globalThis.settings = JSON.parse(readFileSync("settings.json", "utf8")); // !call
});
setInterval(async () => appendFileSync("beat.log", "."), 1000); // !call
beforeEach(async () => {
  globalThis.folder = mkdtempSync("x-"); // !call
});
it("reads", () => {
  readFileSync("fixture.txt");
});`,
  "callbacks in Node's style, timers and ticks are left to options": `
import { readFile, writeFileSync, unlinkSync } from "node:fs";

export async function copy(from, to) {
  readFile(from, (error, data) => {
    if (!error) writeFileSync(to, data);
  });
  setImmediate(() => unlinkSync(from));
  process.nextTick(() => unlinkSync(from));
}`,
  "a listener inside an executor is not part of the executor": `
import { createServer } from "node:http";
import { writeFileSync } from "node:fs";

export const start = (file) =>
  new Promise((resolve, reject) => {
    const server = createServer().listen(0, () => {
      writeFileSync(file, String(server.address().port));
      resolve(server);
    });
    server.on("error", reject);
  });`,
  "the body of a module, before and after it awaits, is left to an option": `
import { readFileSync } from "node:fs";
const settings = JSON.parse(readFileSync("settings.json", "utf8"));
const remote = await fetch(settings.url);
const page = readFileSync("page.html");
export { remote, page };`,
  "what a pool runs elsewhere, and what is evaluated before": `
import workerpool from "workerpool";
import { readFileSync } from "node:fs";
import makeAsynchronous from "make-asynchronous";
import { spawnBlocking } from "spawn-blocking";
const pool = workerpool.pool();

export async function digest(file) {
  const local = await pool.exec((name) => require("node:fs").readFileSync(name), [file]);
  const early = await pool.exec((text) => text.length, [readFileSync(file, "utf8")]); // !call
  const hash = makeAsynchronous((text) => require("node:crypto").scryptSync(text, "salt", 32));
  return [local, early, await hash("x"), await spawnBlocking(() => process.getBuiltinModule("fs").statSync("."), [])];
}`,
  "both sides of a test for the main thread": `
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { readFileSync } from "node:fs";

async function serve() {
  return readFileSync("page.html"); // !call
}
async function compute(file) {
  const text = readFileSync(file);
  parentPort.postMessage(text.length);
}
if (isMainThread) {
  new Worker(new URL(import.meta.url));
  await serve();
} else {
  parentPort.on("message", compute);
}`,
  "a worker's file": `
import { parentPort, workerData } from "node:worker_threads";
import { readFileSync } from "node:fs";
import { pbkdf2Sync } from "node:crypto";

parentPort.on("message", async ({ file, salt }) => {
  const text = readFileSync(file);
  parentPort.postMessage(pbkdf2Sync(text, salt, workerData.rounds, 32, "sha256"));
});`,
  "a file's async default export for piscina's threads": withFiles(
    `
import Piscina from "piscina";
import { readFileSync } from "node:fs";
const pool = new Piscina({ filename: new URL("./resize.js", import.meta.url).href });

export async function resize(file) {
  return pool.run({ image: readFileSync(file) }); // !call
}`,
    {
      "resize.js": `
import { execFileSync } from "node:child_process";
export default async ({ image }) => execFileSync("convert", ["-", "png:-"], { input: image });`,
    },
  ),
};
