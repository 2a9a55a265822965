/** Jobs, models, stores and start-up of web services. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const webJobs: SnippetSet = {
  "a queue's consumer with a class and retries": typescript(`
import { Processor, WorkerHost } from "@nestjs/bullmq";
import type { Job } from "bullmq";
import { spawnSync } from "node:child_process";
import { rmSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";

@Processor("video")
export class VideoProcessor extends WorkerHost {
  async process(job: Job<{ url: string }>): Promise<string> {
    const folder = mkdtempSync(path.join(os.tmpdir(), "video-")); // !call
    try {
      const { status, stderr } = spawnSync("ffmpeg", ["-i", job.data.url, path.join(folder, "out.mp4")]); // !call
      if (status !== 0) throw new Error(stderr.toString());
      return folder;
    } finally {
      this.cleanUp(folder); // !chain
    }
  }
  private cleanUp(folder: string) {
    rmSync(folder, { recursive: true, force: true });
  }
}`),
  "a Sequelize model's hooks and a migration": commonjs(`
"use strict";
const bcrypt = require("bcrypt");
const fs = require("fs");
module.exports = {
  up: async (queryInterface, Sequelize) => {
    const sql = fs.readFileSync(__dirname + "/seed.sql", "utf8"); // !call
    await queryInterface.sequelize.query(sql);
    await queryInterface.bulkInsert("users", [{ password: bcrypt.hashSync("admin", 10) }]); // !call
  },
  down: (queryInterface) => queryInterface.bulkDelete("users", null, {}),
  define(sequelize, DataTypes) {
    const User = sequelize.define("User", { password: DataTypes.STRING });
    User.beforeCreate((user) => { user.password = bcrypt.hashSync(user.password, 10); });
    User.beforeUpdate(async (user) => { user.password = bcrypt.hashSync(user.password, 10); }); // !call
    User.prototype.matches = function (password) { return bcrypt.compareSync(password, this.password); };
    return User;
  },
};`),
  "a Mongoose schema's methods": commonjs(`
const mongoose = require("mongoose");
const crypto = require("crypto");
const schema = new mongoose.Schema({ hash: String, salt: String });
schema.methods.setPassword = function (password) {
  this.salt = crypto.randomBytes(16).toString("hex");
  this.hash = crypto.pbkdf2Sync(password, this.salt, 10000, 512, "sha512").toString("hex");
};
schema.pre("save", async function () {
  this.hash = crypto.pbkdf2Sync(this.hash, this.salt, 1000, 64, "sha512").toString("hex"); // !call
});
schema.pre("remove", function (next) { crypto.scryptSync("a", "b", 64); next(); });
schema.statics.rehash = async function (id) {
  const user = await this.findById(id);
  user.hash = crypto.scryptSync(user.hash, user.salt, 64).toString("hex"); // !call
  return user.save();
};
module.exports = mongoose.model("User", schema);`),
  "a tRPC router": typescript(`
import { initTRPC } from "@trpc/server";
import { z } from "zod";
import Database from "better-sqlite3";
const t = initTRPC.create();
const db = new Database("app.db", { readonly: true });
const byId = db.prepare<[number], { id: number; name: string }>("select * from users where id = ?");
export const appRouter = t.router({
  user: t.procedure.input(z.number()).query(async ({ input }) => byId.get(input)), // !call
  count: t.procedure.query(() => db.prepare("select count(*) from users").pluck().get()),
  rename: t.procedure.input(z.object({ id: z.number(), name: z.string() })).mutation(async (opts) => {
    const { id, name } = opts.input;
    const { changes } = db.prepare("update users set name = ? where id = ?").run(name, id); // !call
    return changes > 0;
  }),
});
export type AppRouter = typeof appRouter;`),
  "a socket server's acknowledgements": `
import { Server } from "socket.io";
import { createServer } from "http";
import fs from "fs";
const io = new Server(createServer().listen(3000));
io.on("connection", (socket) => {
  const log = fs.openSync("log/" + socket.id, "a");
  socket.on("save", async ({ name, text }, done) => {
    try {
      fs.writeFileSync(name, text); // !call
      fs.writeSync(log, name + "\\n"); // !call
      done({ ok: true });
    } catch (error) {
      done({ error: error.message });
    }
  });
  socket.on("disconnect", () => fs.closeSync(log));
});
io.use(async (socket, next) => {
  if (fs.existsSync("maintenance")) next(new Error("down")); // !call
  else next();
});`,
  "an Express application generated with callbacks": commonjs(`
var express = require('express');
var fs = require('fs');
var router = express.Router();
router.get('/', function(req, res, next) {
  fs.readFile('index.html', function(err, data) {
    if (err) return next(err);
    var footer = fs.readFileSync('footer.html');
    res.send(data + footer);
  });
});
router.get('/stats', function(req, res) {
  getStats().then(function(stats) {
    fs.writeFileSync('stats.json', JSON.stringify(stats)); // !call
    res.json(stats);
  }, function(err) {
    fs.appendFileSync('errors.log', err.stack); // !call
  }).finally(function() {
    fs.unlinkSync('lock'); // !call
  });
});
function getStats() {
  return new Promise(function(resolve) {
    resolve(JSON.parse(fs.readFileSync('raw.json'))); // !call
  });
}
module.exports = router;`),
  "middleware that looks a session up in a store class": withFiles(
    `
import { FileStore } from "./file-store.js";
const store = new FileStore("sessions");
export function session() {
  return async (req, res, next) => {
    req.session = store.get(req.cookies.sid); // !chain
    res.on("finish", () => store.set(req.cookies.sid, req.session));
    await next();
    await store.flush();
  };
}
export const destroy = async (req) => void (await store.destroy(req.cookies.sid));`,
    {
      "file-store.js": `
import fs from "node:fs";
import { join } from "node:path";
import { EventEmitter } from "node:events";
export class FileStore extends EventEmitter {
  #folder;
  constructor(folder) { super(); this.#folder = folder; }
  #path(id) { return join(this.#folder, id + ".json"); }
  get(id) {
    try { return JSON.parse(fs.readFileSync(this.#path(id), "utf8")); } catch { return null; }
  }
  set(id, value) { fs.writeFileSync(this.#path(id), JSON.stringify(value)); }
  flush() { return fs.promises.writeFile("flushed", ""); }
  destroy(id) { return fs.promises.rm(this.#path(id)); }
}`,
    },
  ),
  "a cron job and a queue of its own": `
import cron from "node-cron";
import PQueue from "p-queue";
import { execFileSync } from "node:child_process";
import { globSync } from "glob";
const queue = new PQueue({ concurrency: 2 });
cron.schedule("0 * * * *", async () => {
  for (const file of globSync("inbox/*.pdf")) { // !call
    queue.add(async () => execFileSync("pdftotext", [file])); // !call
    queue.add(() => execFileSync("rm", [file])); // !call
  }
  await queue.onIdle();
});
cron.schedule("0 0 * * *", () => { execFileSync("logrotate", ["-f"]); });`,
  "an ORM's repository that loads SQL files lazily": withFiles(
    `
import pg from "pg";
import { sql } from "./queries.js";
const pool = new pg.Pool();
export class Orders {
  async list(customer) {
    const { rows } = await pool.query(sql("orders/list"), [customer]); // !chain
    return rows;
  }
  stream(customer) {
    return pool.connect().then((client) => client.query(sql("orders/stream"), [customer])); // !chain
  }
}`,
    {
      "queries.js": `
import { readFileSync } from "node:fs";
export const sql = (name) => readFileSync(new URL("./sql/" + name + ".sql", import.meta.url), "utf8");`,
    },
  ),
  "an SSR server with a renderer per request": `
import express from "express";
import { createServer as createViteServer } from "vite";
import fs from "node:fs";
async function createServer() {
  const app = express();
  const vite = await createViteServer({ server: { middlewareMode: true }, appType: "custom" });
  app.use(vite.middlewares);
  app.use("*", async (req, res, next) => {
    try {
      let template = fs.readFileSync("index.html", "utf-8"); // !call
      template = await vite.transformIndexHtml(req.originalUrl, template);
      const { render } = await vite.ssrLoadModule("/src/entry-server.js");
      res.status(200).end(template.replace("<!--ssr-->", await render(req.originalUrl)));
    } catch (error) {
      vite.ssrFixStacktrace(error);
      next(error);
    }
  });
  app.listen(5173);
}
createServer();`,
  "health checks by a shell": typescript(`
import { execSync, exec, type ExecSyncOptions } from "node:child_process";
import { promisify } from "node:util";
const options: ExecSyncOptions = { stdio: ["ignore", "pipe", "ignore"], timeout: 500 };
const run = promisify(exec);
const probes = {
  disk: () => execSync("df -h", options).toString(),
  memory: async () => (await run("free -m")).stdout,
  load: async () => execSync("uptime", options).toString(), // !call
} satisfies Record<string, () => string | Promise<string>>;
export async function health(name: keyof typeof probes) {
  const disk = probes.disk(); // !chain
  return { disk, memory: await probes.memory(), all: await probes.load(), one: await probes[name]() };
}`),
  "a webhook that verifies and unpacks": named(
    "api/webhook.mts",
    `
import { createHmac, timingSafeEqual, privateDecrypt } from "node:crypto";
import { brotliDecompressSync } from "node:zlib";
export const config = { api: { bodyParser: false } };
export default async function handler(request: Request): Promise<Response> {
  const raw = new Uint8Array(await request.arrayBuffer());
  const mac = createHmac("sha256", process.env.KEY ?? "").update(raw).digest();
  if (!timingSafeEqual(mac, Buffer.from(request.headers.get("x-sign") ?? "", "hex"))) return new Response(null, { status: 401 });
  const text = brotliDecompressSync(raw).toString(); // !call
  return Response.json({ length: text.length, first: privateDecrypt("key", raw.subarray(0, 256)).length });
}`,
  ),
};
