/** Where the code of applications runs: pages, resolvers, jobs, commands, and what belongs to other threads. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const applicationCode: SnippetSet = {
  "a page that is a server component": named(
    "page.jsx",
    `
import fs from "node:fs";
import path from "node:path";

export default async function Page({ params }) {
  const source = fs.readFileSync(path.join("posts", params.slug + ".md"), "utf8"); // !call
  return <article dangerouslySetInnerHTML={{ __html: source }} onClick={() => fs.statSync("x")} />;
}
export function generateStaticParams() {
  return fs.readdirSync("posts").map((name) => ({ slug: name }));
}`,
  ),
  "a server action and a confirmation in the page": named(
    "save.jsx",
    `
"use client";
import { useDialogs } from "./dialogs";

export function Button({ onSave }) {
  const { confirm: ask } = useDialogs();
  return (
    <button
      onClick={async () => {
        if (!window?.confirm?.("Save?")) return; // !call
        if (await ask("Really?")) await onSave();
      }}
    />
  );
}`,
  ),
  "functions in the cloud": commonjs(`
const fs = require("fs");
const { scryptSync } = require("crypto");
const template = fs.readFileSync("template.html", "utf8");

exports.handler = async (event) => {
  const extra = fs.readFileSync("/tmp/" + event.name); // !call
  return { statusCode: 200, body: template + extra };
};
exports.legacy = function (event, context, callback) {
  callback(null, scryptSync(event.password, "salt", 32));
};`),
  "loaders, endpoints and procedures": typescript(`
import { existsSync, readFileSync } from "node:fs";
import { json } from "@remix-run/node";
import type { APIRoute } from "astro";
import { publicProcedure, router } from "./trpc";

export const loader = async () => json(JSON.parse(readFileSync("data.json", "utf8"))); // !call
export const GET: APIRoute = async ({ params }) => {
  if (!existsSync(params.id ?? "")) return new Response(null, { status: 404 }); // !call
  return new Response("ok");
};
export const files = router({
  read: publicProcedure.query(async ({ input }) => readFileSync(String(input))), // !call
});`),
  "resolvers of a graph, async and not": `
import { readFileSync, statSync } from "node:fs";

export const resolvers = {
  Query: {
    file: async (_, { name }) => readFileSync(name, "utf8"), // !call
    size: (_, { name }) => statSync(name).size,
    async modified(_, { name }) {
      return statSync(name).mtime; // !call
    },
  },
};`,
  "migrations and seeds": commonjs(`
const fs = require("node:fs");

module.exports = {
  async up(queryInterface) {
    const sql = fs.readFileSync("up.sql", "utf8"); // !call
    await queryInterface.sequelize.query(sql);
  },
  down: (queryInterface) => queryInterface.dropAllTables(),
};`),
  "sockets within sockets": `
import { Server } from "socket.io";
import { readFileSync } from "node:fs";
const io = new Server();

io.on("connection", (socket) => {
  socket.emit("hello", readFileSync("hello.txt", "utf8"));
  socket.on("file", async (name, acknowledge) => {
    acknowledge(readFileSync(name, "utf8")); // !call
  });
});`,
  "a queue's worker is no thread": `
import { Worker } from "bullmq";
import { readFileSync } from "node:fs";
import { hashSync } from "bcrypt";

export const worker = new Worker("hashes", async (job) => {
  const pepper = readFileSync("pepper"); // !call
  return hashSync(job.data.password + pepper, 12); // !call
});`,
  "a cluster's worker is a process with an event loop of its own": `
import cluster from "node:cluster";
import express from "express";
import { readFileSync } from "node:fs";

if (cluster.isPrimary) {
  cluster.fork();
} else if (cluster.isWorker) {
  express().get("/", async (request, response) => {
    response.send(readFileSync("page.html", "utf8")); // !call
  });
}`,
  "a forked program's messages": commonjs(`
const { execFileSync } = require("child_process");

process.on("message", async ({ command, id }) => {
  process.send({ id, text: execFileSync(command).toString() }); // !call
});
process.on("disconnect", () => {
  execFileSync("cleanup");
});`),
  "a pool's own worker": commonjs(`
const workerpool = require("workerpool");
const bcrypt = require("bcryptjs");

workerpool.worker({
  hash: async (password) => bcrypt.hashSync(password, 12),
  compare: (password, hash) => bcrypt.compareSync(password, hash),
});`),
  "a worker of a page": named(
    "decode.worker.js",
    `
import { inflateSync } from "node:zlib";

self.onmessage = async ({ data }) => {
  const request = new XMLHttpRequest();
  request.open("GET", data.url, false);
  self.postMessage(inflateSync(request.response));
};`,
  ),
  "messages that come from a worker are handled on the main thread": `
import { Worker } from "node:worker_threads";
import { appendFileSync } from "node:fs";
const worker = new Worker(new URL("./work.js", import.meta.url));

worker.on("message", async (message) => {
  appendFileSync("results.log", message); // !call
});
worker.once("error", (error) => appendFileSync("errors.log", String(error)));`,
  "within a context of asynchronous storage": `
import { AsyncLocalStorage } from "node:async_hooks";
import { readFileSync } from "node:fs";
const storage = new AsyncLocalStorage();

export async function handle(request) {
  return storage.run({ id: request.id }, () => readFileSync(request.file)); // !call
}`,
  "an iteration over events": `
import { on, once } from "node:events";
import { readFileSync } from "node:fs";

export async function serve(server) {
  await once(server, "listening");
  for await (const [request, response] of on(server, "request")) {
    response.end(readFileSync("." + request.url)); // !call
  }
}`,
  "hooks of modules and commands": typescript(`
import { Injectable, type OnModuleInit } from "@nestjs/common";
import { Command } from "@oclif/core";
import { readFileSync } from "node:fs";

@Injectable()
export class Certificates implements OnModuleInit {
  private certificate?: Buffer;
  constructor() {
    this.certificate = readFileSync("default.pem");
  }
  async onModuleInit(): Promise<void> {
    this.certificate = readFileSync("server.pem"); // !call
  }
}
export default class Show extends Command {
  async run(): Promise<void> {
    this.log(readFileSync("a.txt", "utf8")); // !call
  }
}`),
  "a factory of handlers": `
import { readFileSync } from "node:fs";

export const page = (name) => async (request, response) => {
  response.end(readFileSync(name)); // !call
};
export const plain = (name) => (request, response) => response.end(readFileSync(name));
export const eager = (name, text = readFileSync(name)) => async (request, response) => response.end(text);`,
  "limited, retried and mapped by packages": `
import pLimit from "p-limit";
import pRetry from "p-retry";
import _ from "lodash";
import { readFileSync, statSync } from "node:fs";
const limit = pLimit(4);

export async function all(files) {
  const texts = await Promise.all(files.map((file) => limit(() => readFileSync(file)))); // !call
  await pRetry(() => statSync("ready")); // !call
  return _.sortBy(texts, (text) => statSync(String(text)).size); // !call
}`,
  "signals, ends and data are left to an option": `
import { createReadStream, openSync, writeSync, rmSync } from "node:fs";

export function copy(from, fd) {
  process.on("SIGTERM", () => rmSync("lock"));
  return new Promise((resolve, reject) => {
    createReadStream(from)
      .on("data", (chunk) => writeSync(fd, chunk))
      .on("end", () => {
        rmSync(from);
        resolve();
      })
      .on("error", reject);
  });
}
export const descriptor = openSync("log", "a");`,
  "what a catch and a finally do": `
import { rmSync, writeFileSync } from "node:fs";

export const run = async (job) => {
  try {
    return await job();
  } catch (error) {
    writeFileSync("error.txt", String(error)); // !call
    throw error;
  } finally {
    rmSync("lock", { force: true }); // !call
  }
};`,
  "private, static and generated methods": `
import { readFileSync, readSync } from "node:fs";

export class Source {
  static async open(name) {
    return new Source(readFileSync(name)); // !call
  }
  async #next(fd, buffer) {
    return readSync(fd, buffer); // !call
  }
  async *[Symbol.asyncIterator]() {
    yield readFileSync("head"); // !call
    yield* this.rest(); // !chain
  }
  *rest() {
    yield readFileSync("rest");
  }
}`,
  "a build's configuration": withFiles(
    `
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { version } from "./version.js";

export default defineConfig({
  define: { VERSION: JSON.stringify(version), LICENSE: JSON.stringify(readFileSync("LICENSE", "utf8")) },
  plugins: [{ name: "notice", transform: (code) => code + readFileSync("NOTICE", "utf8") }],
});`,
    { "version.js": `export const version = "1";` },
  ),
};
