/** Handlers, resolvers, controllers and hooks, as frameworks have them. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const frameworks: SnippetSet = {
  "an async Express handler reads a template": `
import express from "express";
import fs from "fs";
const app = express();
app.get("/", async (req, res) => {
  const html = fs.readFileSync("views/index.html", "utf8"); // !call
  res.send(html);
});
app.listen(3000);
`,
  "a plain Express handler is reported by option alone": `
import express from "express";
import fs from "fs";
const app = express();
app.get("/", (req, res) => {
  res.send(fs.readFileSync("views/index.html", "utf8"));
});
`,
  "an Express application configured from files before it listens": `
import express from "express";
import { readFileSync, existsSync } from "node:fs";
import https from "node:https";
const app = express();
if (existsSync(".env")) for (const line of readFileSync(".env", "utf8").split("\\n")) {
  const [key, value] = line.split("=");
  process.env[key] = value;
}
https.createServer({ key: readFileSync("key.pem"), cert: readFileSync("cert.pem") }, app).listen(443);
`,
  "Express middleware made by a factory": `
const fs = require("node:fs");
module.exports = function serveJson(folder) {
  return async function (req, res, next) {
    try {
      res.json(JSON.parse(fs.readFileSync(folder + req.path, "utf8"))); // !call
    } catch (error) {
      next(error);
    }
  };
};
`,
  "the factory itself reads, once, where it is called at start": `
const fs = require("node:fs");
module.exports = function serveJson(file) {
  const body = JSON.parse(fs.readFileSync(file, "utf8"));
  return async function (req, res) {
    res.json(body);
  };
};
`,
  "a Koa middleware with await next()": `
import Koa from "koa";
import { appendFileSync } from "node:fs";
const app = new Koa();
app.use(async (ctx, next) => {
  const start = Date.now();
  await next();
  appendFileSync("access.log", ctx.url + " " + (Date.now() - start) + "\\n"); // !call
});
`,
  "a Koa middleware that times requests by the clock": `
import Koa from "koa";
const app = new Koa();
app.use(async (ctx, next) => {
  const start = performance.now();
  await next();
  ctx.set("x-response-time", String(performance.now() - start));
});
`,
  "a Fastify plugin with hooks": `
import { createHash, scryptSync } from "node:crypto";
export default async function plugin(fastify, options) {
  fastify.decorate("digest", (text) => createHash("sha1").update(text).digest("hex"));
  fastify.addHook("preHandler", async (request) => {
    request.user = scryptSync(request.headers.authorization, options.salt, 64).toString("hex"); // !call
  });
}
`,
  "a Fastify plugin is async itself: what it reads, it reads on the loop": `
import { readFileSync } from "node:fs";
export default async function plugin(fastify) {
  const schema = JSON.parse(readFileSync("schema.json", "utf8")); // !call
  fastify.post("/", { schema }, async (request) => ({ ok: true }));
}
`,
  "a Hono route": `
import { Hono } from "hono";
import { statSync } from "node:fs";
const app = new Hono();
app.get("/size/:name", async (c) => c.json({ size: statSync(c.req.param("name")).size })); // !call
export default app;
`,
  "a Nest service": {
    language: "typescript",
    code: `
import { Injectable, OnModuleInit } from "@nestjs/common";
import * as bcrypt from "bcrypt";
import * as fs from "fs";
@Injectable()
export class UsersService implements OnModuleInit {
  private names: string[] = [];
  constructor(private readonly repository: Repository) {
    this.names = fs.readFileSync("names.txt", "utf8").split("\\n");
  }
  async onModuleInit(): Promise<void> {
    fs.mkdirSync("uploads", { recursive: true }); // !call
  }
  async create(dto: CreateUserDto): Promise<User> {
    const hash = bcrypt.hashSync(dto.password, 12); // !call
    return this.repository.save({ ...dto, hash });
  }
  find(name: string) {
    return this.names.includes(name);
  }
}
`,
  },
  "a Nest controller that asks its own private helper": typescript(`
import { Controller, Get, Param } from "@nestjs/common";
import { readFileSync } from "node:fs";
@Controller("pages")
export class PagesController {
  @Get(":id")
  async page(@Param("id") id: string): Promise<string> {
    return this.render(id); // !chain
  }
  private render(id: string): string {
    return readFileSync("pages/" + id + ".html", "utf8");
  }
}
`),
  "a Nest service that awaits its promised counterpart": typescript(`
import { Injectable } from "@nestjs/common";
import * as bcrypt from "bcrypt";
import { promises as fs } from "fs";
@Injectable()
export class UsersService {
  async create(password: string): Promise<string> {
    await fs.mkdir("uploads", { recursive: true });
    return bcrypt.hash(password, 12);
  }
}
`),
  "resolvers in an object": `
import jwt from "jsonwebtoken";
import { readFileSync } from "node:fs";
const typeDefs = readFileSync("schema.graphql", "utf8");
export const resolvers = {
  Query: {
    async me(_, args, { token }) {
      return jwt.decode(token);
    },
    version: async () => readFileSync("VERSION", "utf8").trim(), // !call
    ping: () => "pong",
  },
};
`,
  "a Lambda's handler": commonjs(`
const { execSync } = require("child_process");
const cold = execSync("uname -a").toString();
exports.handler = async (event) => {
  const out = execSync("convert in.png out.jpg"); // !call
  return { statusCode: 200, body: out.toString() + cold };
};
`),
  "a Lambda's handler with a callback": commonjs(`
const { execSync } = require("child_process");
exports.handler = (event, context, callback) => {
  callback(null, execSync("uname -a").toString());
};
`),
  "Next.js' data functions": {
    filename: "page.tsx",
    language: "typescript",
    code: `
import fs from "fs";
import path from "path";
export async function getStaticProps({ params }: { params: { slug: string } }) {
  const file = path.join(process.cwd(), "posts", params.slug + ".md");
  const text = fs.readFileSync(file, "utf8"); // !call
  return { props: { text } };
}
export async function getStaticPaths() {
  const names = fs.readdirSync("posts"); // !call
  return { paths: names.map((name) => ({ params: { slug: name.replace(/\\.md$/, "") } })), fallback: false };
}
export default function Page({ text }: { text: string }) {
  return <article>{text}</article>;
}
`,
  },
  "a React component asks before it removes": {
    filename: "page.tsx",
    language: "typescript",
    code: `
export function Remove({ id }: { id: string }) {
  const onClick = async () => {
    if (!window.confirm("Sure?")) return; // !call
    await fetch("/items/" + id, { method: "DELETE" });
  };
  return <button onClick={onClick}>Remove</button>;
}
`,
  },
  "a dialog component of one's own named confirm": `
import { confirm } from "./dialogs.js";
export async function remove(id) {
  if (!(await confirm("Sure?"))) return;
  await fetch("/items/" + id, { method: "DELETE" });
}
`,
  "a socket's async listener": `
import { WebSocketServer } from "ws";
import { gzipSync } from "node:zlib";
const server = new WebSocketServer({ port: 8080 });
server.on("connection", (socket) => {
  socket.on("message", async (data) => {
    socket.send(gzipSync(await process_(data))); // !call
  });
});
`,
  "a socket's plain listener is reported by option alone": `
import { WebSocketServer } from "ws";
import { gzipSync } from "node:zlib";
new WebSocketServer({ port: 8080 }).on("connection", (socket) => {
  socket.on("message", (data) => socket.send(gzipSync(data)));
});
`,
  "a router in a class, with its handlers bound": `
import { Router } from "express";
import Database from "better-sqlite3";
export class Users {
  constructor() {
    this.db = new Database("app.db");
    this.router = Router();
    this.router.get("/", this.list.bind(this));
  }
  async list(req, res) {
    res.json(this.db.prepare("select * from users").all()); // !call
  }
}
`,
  "a job queue's processor": `
import { Worker as BullWorker } from "bullmq";
import sharp from "sharp";
import { unlinkSync } from "node:fs";
new BullWorker("thumbnails", async (job) => {
  await sharp(job.data.path).resize(200).toFile(job.data.path + ".thumb");
  unlinkSync(job.data.path); // !call
});
`,
  "tRPC procedures": typescript(`
import { initTRPC } from "@trpc/server";
import { randomBytes, generateKeyPairSync } from "node:crypto";
const t = initTRPC.create();
export const router = t.router({
  token: t.procedure.mutation(async () => randomBytes(16).toString("hex")),
  keys: t.procedure.mutation(async () => {
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 4096 }); // !call
    return publicKey;
  }),
});
`),
  "a handler asks a module for its configuration": withFiles(
    `
import { config } from "./config.js";
export async function GET() {
  return Response.json(config().public); // !chain
}
`,
    {
      "config.js": `
import { readFileSync } from "node:fs";
export const config = () => JSON.parse(readFileSync("config.json", "utf8"));
`,
    },
  ),
  "a handler asks a module that read while it was loaded": withFiles(
    `
import { config } from "./config.js";
export async function GET() {
  return Response.json(config().public);
}
`,
    {
      "config.js": `
import { readFileSync } from "node:fs";
const read = JSON.parse(readFileSync("config.json", "utf8"));
export const config = () => read;
`,
    },
  ),
  "an Electron main process handles a request": `
import { ipcMain, dialog } from "electron";
import { writeFileSync } from "node:fs";
ipcMain.handle("save", async (event, text) => {
  const { filePath } = await dialog.showSaveDialog({});
  if (filePath) writeFileSync(filePath, text); // !call
});
`,
  "an extension of VS Code reads a file in a command": typescript(`
import * as vscode from "vscode";
import * as fs from "fs";
export function activate(context: vscode.ExtensionContext) {
  context.subscriptions.push(
    vscode.commands.registerCommand("x.open", async () => {
      const uri = await vscode.window.showOpenDialog();
      const text = fs.readFileSync(uri![0].fsPath, "utf8"); // !call
      vscode.window.showInformationMessage(text);
    }),
  );
}
`),
  "container of dependencies: what is injected is not known": `
export function createHandler({ fs, store }) {
  return async (request) => {
    const cached = store.getSync(request.url);
    return cached ?? fs.loadSync(request.url);
  };
}
`,
  "injected with a default that is known": `
import nodeFs from "node:fs";
export function createHandler({ fs = nodeFs } = {}) {
  return async (request) => fs.readFileSync(request.url); // !call
}
`,
};
