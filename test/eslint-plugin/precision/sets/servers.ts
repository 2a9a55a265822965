import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

/** Code as services, tools and frameworks have it. */
export const servers: SnippetSet = {
  "Express with an error handler and templates": commonjs(`
    const express = require("express");
    const fs = require("fs");
    const path = require("path");
    const app = express();
    const layout = fs.readFileSync(path.join(__dirname, "layout.html"), "utf8");
    app.use(express.static("public"));
    app.get("/page/:name", async (req, res, next) => {
      try {
        const file = path.join(__dirname, req.params.name + ".html");
        if (!fs.existsSync(file)) return res.status(404).end(); // !call
        const text = fs.readFileSync(file, "utf8"); // !call
        res.send(layout.replace("{{body}}", text));
      } catch (error) { next(error); }
    });
    app.listen(3000, () => console.log("up"));`),
  "Fastify with async handlers and a sync hook": `
    import Fastify from "fastify";
    import { readFileSync } from "node:fs";
    const app = Fastify({ https: { key: readFileSync("key.pem"), cert: readFileSync("cert.pem") } });
    app.addHook("onRequest", (request, reply, done) => { readFileSync("banned"); done(); });
    app.get("/", async () => readFileSync("index.html")); // !call
    await app.listen({ port: 3000 });`,
  "Koa middleware": `
    import Koa from "koa";
    import { statSync, createReadStream } from "fs";
    const app = new Koa();
    app.use(async (ctx, next) => {
      ctx.length = statSync("big.bin").size; // !call
      ctx.body = createReadStream("big.bin");
      await next();
    });`,
  "Nest service with an injected configuration": typescript(`
    import { Injectable } from "@nestjs/common";
    import * as fs from "fs";
    import { pbkdf2Sync, randomBytes } from "crypto";
    @Injectable()
    export class UserService {
      private readonly pepper = fs.readFileSync("pepper");
      constructor(private readonly users: UserRepository) {}
      async create(name: string, password: string) {
        const salt = randomBytes(16);
        const hash = pbkdf2Sync(password, salt, 310000, 32, "sha256"); // !call
        return this.users.save({ name, salt, hash });
      }
      private hash(password: string) { return pbkdf2Sync(password, "s", 310000, 32, "sha256"); }
      async check(password: string) { return this.hash(password); } // !chain
    }`),
  "Next.js route handler and page data": named(
    "route.ts",
    `
    import { readFile } from "node:fs/promises";
    import { readdirSync } from "node:fs";
    import path from "node:path";
    export async function GET(request: Request) {
      const names = readdirSync(path.join(process.cwd(), "posts")); // !call
      const posts = await Promise.all(names.map((name) => readFile(name, "utf8")));
      return Response.json(posts);
    }
    export async function generateStaticParams() { return readdirSync("posts").map((slug) => ({ slug })); } // !call`,
  ),
  "AWS Lambda": `
    import { execFileSync } from "node:child_process";
    import { writeFileSync, readFileSync } from "node:fs";
    export const handler = async (event) => {
      writeFileSync("/tmp/in.pdf", Buffer.from(event.body, "base64")); // !call
      execFileSync("convert", ["/tmp/in.pdf", "/tmp/out.png"]); // !call
      return { body: readFileSync("/tmp/out.png").toString("base64") }; // !call
    };`,
  "GraphQL resolvers": `
    import { readFileSync } from "fs";
    const typeDefs = readFileSync("schema.graphql", "utf8");
    export const resolvers = {
      Query: {
        user: async (_, { id }, { db }) => db.users.find(id),
        terms: async () => readFileSync("terms.md", "utf8"), // !call
      },
    };`,
  "a repository over better-sqlite3": typescript(`
    import Database from "better-sqlite3";
    export class Users {
      private readonly db: Database.Database;
      private readonly byName;
      constructor(file: string) {
        this.db = new Database(file);
        this.byName = this.db.prepare("SELECT * FROM users WHERE name = ?");
      }
      async find(name: string) { return this.byName.get(name); } // !call
      async all() { return this.db.prepare("SELECT * FROM users").all(); } // !call
      count(): number { return (this.db.prepare("SELECT count(*) n FROM users").get() as { n: number }).n; }
    }`),
  "better-sqlite3's transaction": `
    import Database from "better-sqlite3";
    const db = new Database("app.db");
    const insert = db.prepare("INSERT INTO t VALUES (?)");
    const insertMany = db.transaction((rows) => { for (const row of rows) insert.run(row); });
    export async function save(rows) { insertMany(rows); } // !call`,
  "a database handed on by a factory": withFiles(
    `
    import { open } from "./db.js";
    const db = open();
    export async function find(id) { return db.prepare("SELECT 1").get(id); } // !call`,
    {
      "db.js": `import Database from "better-sqlite3";\nexport const open = () => new Database("app.db");`,
    },
  ),
  "a database exported by another file": withFiles(
    `
    import { db } from "./db.js";
    export async function find(id) { return db.prepare("SELECT 1").get(id); } // !call`,
    {
      "db.js": `import Database from "better-sqlite3";\nexport const db = new Database("app.db");`,
    },
  ),
  "a logger that writes at once": `
    import { appendFileSync } from "fs";
    const log = (line) => appendFileSync("app.log", line + "\\n");
    export async function handle(request) {
      log(request.url); // !chain
      return new Response("ok");
    }`,
  "a cache with a fallback to the disk": `
    import fs from "fs";
    const cache = new Map();
    function template(name) {
      let text = cache.get(name);
      if (text === undefined) {
        text = fs.readFileSync(name, "utf8");
        cache.set(name, text);
      }
      return text;
    }
    export async function render(name, data) { return template(name).replace("x", data); } // !chain`,
  "a command line that is all async": named(
    "cli.js",
    `#!/usr/bin/env node
    import fs from "fs";
    async function main() {
      const config = JSON.parse(fs.readFileSync("config.json", "utf8")); // !call
      await run(config);
    }
    main().catch((error) => { console.error(error); process.exit(1); });`,
  ),
  "a watcher's sync build": `
    import chokidar from "chokidar";
    import { execSync } from "child_process";
    chokidar.watch("src").on("change", () => execSync("make"));`,
  "a job queue's processor": `
    import { Worker } from "bullmq";
    import { execSync } from "child_process";
    new Worker("builds", async (job) => { execSync("make " + job.data.target); }); // !call`,
  "a cluster's primary and workers": commonjs(`
    const cluster = require("cluster");
    const fs = require("fs");
    const http = require("http");
    if (cluster.isPrimary) { cluster.fork(); }
    else { http.createServer(async (req, res) => { res.end(fs.readFileSync("a")); }).listen(80); } // !call`),
  "http's createServer with an async listener": `
    import http from "node:http";
    import { gzipSync } from "node:zlib";
    http.createServer(async (request, response) => {
      const body = await render(request.url);
      response.end(gzipSync(body)); // !call
    }).listen(80);`,
  "a WebSocket's async listener": `
    import { WebSocketServer } from "ws";
    import { writeFileSync } from "fs";
    new WebSocketServer({ port: 8080 }).on("connection", (socket) => {
      socket.on("message", async (data) => { writeFileSync("last", data); }); // !call
    });`,
  "a Vite plugin's async hook": `
    import { readFileSync } from "node:fs";
    export default function plugin() {
      return {
        name: "x",
        configResolved(config) { readFileSync(config.configFile); },
        async transform(code, id) { return code + readFileSync(id + ".banner", "utf8"); }, // !call
      };
    }`,
  "a webpack loader by callback": commonjs(`
    const fs = require("fs");
    module.exports = function loader(source) {
      const done = this.async();
      fs.readFile("banner", (error, banner) => done(error, banner + source));
    };`),
  "a gulp task": commonjs(`
    const fs = require("fs");
    exports.clean = function clean(done) { fs.rmSync("dist", { recursive: true }); done(); };
    exports.build = async function build() { fs.cpSync("src", "dist", { recursive: true }); }; // !call`),
  "mocha's tests and hooks": named(
    "store.test.js",
    `
    import fs from "fs";
    describe("store", () => {
      before(() => { fs.mkdirSync("tmp"); });
      after(async () => { fs.rmSync("tmp", { recursive: true }); }); // !call
      it("reads", () => { fs.readFileSync("a"); });
    });`,
  ),
  "Electron's main process": `
    import { app, ipcMain, dialog } from "electron";
    import fs from "fs";
    ipcMain.handle("open", async (event, file) => fs.readFileSync(file, "utf8")); // !call
    app.whenReady().then(() => { fs.mkdirSync("data"); }); // !call`,
  "a VS Code extension": `
    import * as vscode from "vscode";
    import { execSync } from "child_process";
    export function activate(context) {
      context.subscriptions.push(vscode.commands.registerCommand("x", async () => execSync("git status"))); // !call
    }`,
  "a retry with a busy pause": `
    export async function retry(run, times) {
      for (let i = 0; i < times; i++) {
        try { return await run(); } catch {
          const until = Date.now() + 1000 * i;
          while (Date.now() < until); // !spin
        }
      }
    }`,
  "a rate limiter that sleeps on Atomics": `
    const cell = new Int32Array(new SharedArrayBuffer(4));
    function pause(ms) { Atomics.wait(cell, 0, 0, ms); }
    export async function* pages(urls) {
      for (const url of urls) { pause(250); yield await fetch(url); } // !chain
    }`,
  "a process' exit code and output": `
    import { spawnSync } from "child_process";
    const git = (...args) => spawnSync("git", args, { encoding: "utf8" }).stdout.trim();
    export async function version() { return { commit: git("rev-parse", "HEAD"), branch: git("branch") }; } // !chain !chain`,
  "a lazily created client with sync set-up at first use": `
    import fs from "fs";
    let client;
    function getClient() { return (client ??= connect({ ca: fs.readFileSync("ca.pem") })); }
    export async function query(sql) { return getClient().query(sql); } // !chain`,
  "a class that reads its configuration in the constructor of a base": withFiles(
    `
    import { Base } from "./base.js";
    class Service extends Base { constructor(name) { super(name); } }
    export async function start() { return new Service("a"); } // !chain`,
    {
      "base.js": `import fs from "fs";\nexport class Base { constructor(name) { this.config = fs.readFileSync(name); } }`,
    },
  ),
  "configuration through a proxy of getters": withFiles(
    `
    import { config } from "./config.js";
    export async function f() { return config.secret; } // !chain`,
    {
      "config.js": `import fs from "fs";\nexport const config = { get secret() { return fs.readFileSync("secret", "utf8"); } };`,
    },
  ),
};
