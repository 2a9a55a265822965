/** Servers, queues and services as whole files: what blocks stands beside what only looks like it. */
import { commonjs, named, typescript, type SnippetSet } from "../snippet.js";

export const backends: SnippetSet = {
  "an Express application": commonjs(`
const express = require("express");
const fs = require("fs");
const path = require("path");
const { execSync, exec } = require("child_process");
const marked = require("marked");

const app = express();
const layout = fs.readFileSync(path.join(__dirname, "layout.html"), "utf8");
const commit = execSync("git rev-parse --short HEAD").toString().trim();

app.use(express.json());
app.use((req, res, next) => {
  res.locals.commit = commit;
  next();
});
app.get("/posts", async (req, res, next) => {
  try {
    const names = fs.readdirSync("posts"); // !call
    const posts = await Promise.all(names.map((name) => fs.promises.readFile("posts/" + name, "utf8")));
    res.send(layout.replace("{{posts}}", () => posts.join("")));
  } catch (error) {
    next(error);
  }
});
app.get("/posts/:slug", async (req, res) => {
  const file = path.join("posts", req.params.slug + ".md");
  if (!fs.existsSync(file)) return res.status(404).end(); // !call
  const { size, mtime } = fs.statSync(file); // !call
  res.set("last-modified", mtime.toUTCString());
  const html = marked.parse(await fs.promises.readFile(file, "utf8"));
  res.send(layout.replace("{{content}}", html) + size);
});
app.post("/deploy", (req, res) => {
  exec("git pull", (error) => res.status(error ? 500 : 200).end());
});
app.delete("/posts/:slug", async (req, res) => {
  await fs.promises.rm(path.join("posts", req.params.slug));
  fs.rm("cache", { recursive: true }, () => res.end());
});
const server = app.listen(3000, () => fs.writeFileSync("server.pid", String(process.pid)));
process.once("SIGTERM", () => {
  fs.unlinkSync("server.pid");
  server.close();
});`),
  "a Nest module with a gateway": typescript(`
import { Injectable, Logger, OnModuleInit, OnApplicationShutdown } from "@nestjs/common";
import { createHash, pbkdf2Sync, pbkdf2, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import * as fs from "node:fs";

const derive = promisify(pbkdf2);

@Injectable()
export class AuthService implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(AuthService.name);
  private readonly secret = fs.readFileSync("secret");
  private sessions = new Map<string, string>();

  onModuleInit(): void {
    this.logger.log("secret of " + this.secret.length);
  }

  async hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    const key = await derive(password, salt, 600_000, 32, "sha256");
    return salt.toString("hex") + key.toString("hex");
  }

  async verify(password: string, stored: string): Promise<boolean> {
    const salt = Buffer.from(stored.slice(0, 32), "hex");
    const key = pbkdf2Sync(password, salt, 600_000, 32, "sha256"); // !call
    return key.equals(Buffer.from(stored.slice(32), "hex"));
  }

  fingerprint(token: string): string {
    return createHash("sha256").update(token).digest("hex");
  }

  private persist(): void {
    fs.writeFileSync("sessions.json", JSON.stringify([...this.sessions]));
  }

  async login(user: string, token: string): Promise<void> {
    this.sessions.set(this.fingerprint(token), user);
    this.persist(); // !chain
  }

  async onApplicationShutdown(): Promise<void> {
    this.persist(); // !chain
  }

  forget(user: string): void {
    for (const [token, owner] of this.sessions) if (owner === user) this.sessions.delete(token);
    this.persist();
  }
}`),
  "a queue's consumer": `
import amqp from "amqplib";
import fs from "node:fs/promises";
import { readFileSync, createWriteStream } from "node:fs";
import zlib from "node:zlib";
import { pipeline } from "node:stream/promises";

export async function consume(url, queue) {
  const connection = await amqp.connect(url);
  const channel = await connection.createChannel();
  const schema = JSON.parse(readFileSync("schema.json", "utf8")); // !call
  channel.prefetch(10);
  await channel.consume(queue, async (message) => {
    if (message === null) return;
    const body = JSON.parse(zlib.gunzipSync(message.content)); // !call
    if (!schema[body.type]) return channel.nack(message, false, false);
    await fs.writeFile("out/" + body.id, zlib.deflateSync(body.text)); // !call
    channel.ack(message);
  });
  channel.on("close", () => console.error("closed"));
}
export async function archive(source, target) {
  await pipeline(source, zlib.createGzip(), createWriteStream(target));
}`,
  "a Next.js page, its data and its route": named(
    "route.ts",
    `
import { NextResponse } from "next/server";
import path from "node:path";
import fs from "node:fs";
import matter from "gray-matter";
import { cache } from "react";

const folder = path.join(process.cwd(), "content");

export const getPost = cache(async (slug: string) => {
  const source = fs.readFileSync(path.join(folder, slug + ".md"), "utf8"); // !call
  return matter(source);
});
export const slugs = (): string[] => fs.readdirSync(folder).map((name) => name.replace(/\\.md$/, ""));
export async function generateStaticParams(): Promise<{ slug: string }[]> {
  return slugs().map((slug) => ({ slug })); // !chain
}
export async function GET(request: Request): Promise<Response> {
  const slug = new URL(request.url).searchParams.get("slug") ?? "";
  if (!slugs().includes(slug)) return NextResponse.json({}, { status: 404 }); // !chain
  return NextResponse.json(await getPost(slug));
}`,
  ),
  "a repository over better-sqlite3 and one over a driver that waits": typescript(`
import Database from "better-sqlite3";
import { Pool } from "pg";

export class SqliteUsers {
  private readonly db = new Database("users.db");
  private readonly byId = this.db.prepare("select * from users where id = ?");
  async find(id: number): Promise<unknown> {
    return this.byId.get(id); // !call
  }
  async rename(id: number, name: string): Promise<void> {
    this.db.prepare("update users set name = ? where id = ?").run(name, id); // !call
    this.db.exec("analyze"); // !call
  }
}
export class PostgresUsers {
  constructor(private readonly db = new Pool()) {}
  async find(id: number): Promise<unknown> {
    const { rows } = await this.db.query("select * from users where id = $1", [id]);
    return rows[0];
  }
}`),
  "a logger with transports": `
import fs from "node:fs";
import os from "node:os";
const stream = fs.createWriteStream("app.log", { flags: "a" });
class FileTransport {
  constructor(name) {
    this.fd = fs.openSync(name, "a");
  }
  write(line) {
    fs.writeSync(this.fd, line + os.EOL);
  }
}
class StreamTransport {
  write(line) {
    stream.write(line + os.EOL);
  }
}
const file = new FileTransport("audit.log");
const out = new StreamTransport();
export async function audit(event) {
  out.write(event);
  file.write(event); // !chain
}
export async function open(name) {
  return new FileTransport(name); // !chain
}`,
  "a cache with several layers": `
import { readFileSync, writeFileSync, promises as fsp } from "node:fs";
import { LRUCache } from "lru-cache";
const memory = new LRUCache({ max: 100 });
const disk = {
  get: (key) => JSON.parse(readFileSync("cache/" + key, "utf8")),
  set: (key, value) => writeFileSync("cache/" + key, JSON.stringify(value)),
  has: async (key) => fsp.access("cache/" + key).then(() => true, () => false),
};
export async function cached(key, make) {
  if (memory.has(key)) return memory.get(key);
  if (await disk.has(key)) return disk.get(key); // !chain
  const value = await make();
  memory.set(key, value);
  disk.set(key, value); // !chain
  return value;
}
for (const layer of [memory, disk]) layer.get("warm");`,
  "an upload with a temporary file": `
import tmp from "tmp";
import sharp from "sharp";
import multer from "multer";
import fs from "node:fs";
const upload = multer({ dest: "uploads/" });
export const middleware = upload.single("image");
export async function resize(request, response) {
  const target = tmp.fileSync({ postfix: ".png" }); // !call
  await sharp(request.file.path).resize(200).toFile(target.name);
  const data = fs.readFileSync(target.name); // !call
  target.removeCallback();
  fs.unlink(request.file.path, () => {});
  response.end(data);
}`,
  "GraphQL, by resolvers that are async and some that are not": `
import { readFileSync, existsSync } from "node:fs";
import { createSchema, createYoga } from "graphql-yoga";
export const yoga = createYoga({
  schema: createSchema({
    typeDefs: readFileSync("schema.graphql", "utf8"),
    resolvers: {
      Query: {
        version: () => "1",
        page: async (_, { name }) => readFileSync(name, "utf8"), // !call
        pages: (_, { names }) => Promise.all(names.map(async (name) => existsSync(name) && name)), // !call
      },
      Page: { title: (page) => page.split("\\n")[0] },
    },
  }),
});`,
  "a lambda with a cold start": `
import { readFileSync } from "node:fs";
import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";
import { gunzipSync } from "node:zlib";
const template = readFileSync(new URL("./template.html", import.meta.url), "utf8");
const client = new S3Client({});
let settings;
function loadSettings() {
  settings ??= JSON.parse(readFileSync("/opt/settings.json", "utf8"));
  return settings;
}
export const handler = async (event) => {
  const { bucket } = loadSettings(); // !chain
  const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key: event.key }));
  const bytes = await object.Body.transformToByteArray();
  return { statusCode: 200, body: template + gunzipSync(bytes) }; // !call
};`,
  "a client of one's own with methods of such names": typescript(`
class Client {
  execSync(text: string): string { return text; }
  readFileSync(name: string): string { return name; }
  waitSync(): void {}
}
class Emulator {
  FS = { readFileSync: (name: string) => name, existsSync: (name: string) => name.length > 0 };
}
export async function run(client: Client, emulator = new Emulator()): Promise<string> {
  client.waitSync();
  if (!emulator.FS.existsSync("a")) return "";
  return client.execSync("a") + client.readFileSync("b") + new Client().execSync("c");
}`),
  "state machines and stores with sync in their names": `
import { flushSync } from "react-dom";
import { traverseSync } from "@acme/tree";
import { parseSync, transformSync } from "oxc-like";
import { z } from "zod";
import { sync } from "vuex-router-sync";
import { syncBuiltinESMExports } from "node:module";
export async function update(store, router, value) {
  sync(store, router);
  flushSync(() => store.set(value));
  syncBuiltinESMExports();
  await store.sync();
  store.db.sync({ force: true });
  return z.string().parse(value) + parseSync(value) + traverseSync(value).code + transformSync(value);
}`,
};
