/** Everyday code of servers, tools and libraries, a second time round: what is found in it. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const everydayCode: SnippetSet = {
  "an upload handler with checks on the way": typescript(`
import { Router } from "express";
import * as fs from "fs";
import * as path from "path";
import { execFile, execFileSync } from "child_process";
import { promisify } from "util";
const run = promisify(execFile);
export const uploads = Router();
const ensure = (dir: string): void => {
  if (!fs.existsSync(dir)) fs.mkdirSync(dir, { recursive: true });
};
uploads.post("/", async (req, res) => {
  const dir = path.join("data", req.params.id);
  ensure(dir); // !chain
  await run("clamscan", [dir]);
  const type = execFileSync("file", ["-b", dir]).toString(); // !call
  const files = fs.readdirSync(dir).map((name) => ({ name, size: fs.statSync(path.join(dir, name)).size })); // !call !call
  res.json({ type, files });
});`),
  "a chat bot's commands and events": commonjs(`
const { Client, Events, Collection } = require("discord.js");
const fs = require("node:fs");
const client = new Client({ intents: [] });
client.commands = new Collection();
for (const file of fs.readdirSync("./commands")) client.commands.set(file, require("./commands/" + file));
const settings = { save() { fs.writeFileSync("settings.json", JSON.stringify(this)); } };
client.on(Events.InteractionCreate, async (interaction) => {
  settings.last = interaction.user.id;
  settings.save(); // !chain
  await interaction.reply({ files: fs.readdirSync("./images") }); // !call
});
client.on(Events.MessageCreate, (message) => { fs.appendFileSync("log", message.content); });
client.login(fs.readFileSync("token", "utf8")).then(() => fs.writeFileSync("online", "1")); // !call`),
  "static site generation with plugins in a pipeline": `
import { readFileSync, writeFileSync, mkdirSync, globSync } from "node:fs";
import { marked } from "marked";
const plugins = [];
export const use = (plugin) => plugins.push(plugin);
use((page) => ({ ...page, html: marked(page.text) }));
const read = (file) => ({ file, text: readFileSync(file, "utf8") });
const write = ({ file, html }) => writeFileSync(file + ".html", html);
export async function build(pattern) {
  mkdirSync("out", { recursive: true }); // !call
  const pages = globSync(pattern).map(read); // !call !chain
  for (const page of pages) {
    const done = await plugins.reduce(async (previous, plugin) => plugin(await previous), page);
    write(done); // !chain
  }
}`,
  "a repository pattern over two stores": withFiles(
    `
import { FileRepository } from "./file-repository.js";
import { MemoryRepository } from "./memory-repository.js";
const files = new FileRepository("data");
const memory = new MemoryRepository();
export async function get(id) {
  const cached = memory.find(id);
  if (cached) return cached;
  const found = files.find(id); // !chain
  memory.save(found);
  await files.touch(id);
  return found;
}
export const all = async () => [...files]; // !chain`,
    {
      "repository.js": `export class Repository { find(id) { return this.load(id); } load() { throw new Error("abstract"); } }`,
      "file-repository.js": `
import { Repository } from "./repository.js";
import fs from "node:fs";
export class FileRepository extends Repository {
  constructor(dir) { super(); this.dir = dir; }
  load(id) { return JSON.parse(fs.readFileSync(this.dir + "/" + id, "utf8")); }
  *[Symbol.iterator]() { for (const id of fs.readdirSync(this.dir)) yield this.load(id); }
  async touch(id) { await fs.promises.utimes(id, 1, 1); }
}`,
      "memory-repository.js": `
import { Repository } from "./repository.js";
export class MemoryRepository extends Repository {
  map = new Map();
  load(id) { return this.map.get(id); }
  save(value) { this.map.set(value.id, value); }
}`,
    },
  ),
  "a CLI's spinner around synchronous steps": `
import ora from "ora";
import { execSync } from "node:child_process";
import fs from "fs-extra";
async function step(text, run) {
  const spinner = ora(text).start();
  const result = await run();
  spinner.succeed();
  return result;
}
export async function main() {
  await step("install", async () => execSync("npm ci")); // !call
  await step("copy", () => fs.copySync("a", "b")); // !call
  await step("clean", () => fs.remove("c"));
}`,
  "an Express server in TypeScript with classes and routes bound in the constructor": typescript(`
import express, { type Application, type Request, type Response } from "express";
import { readFileSync } from "node:fs";
class Server {
  private readonly app: Application = express();
  private readonly banner = readFileSync("banner.txt", "utf8");
  constructor() {
    this.app.get("/", this.home.bind(this));
    this.app.get("/raw", this.raw);
  }
  private async home(_: Request, res: Response): Promise<void> {
    res.send(this.banner + this.footer()); // !chain
  }
  private raw = async (_: Request, res: Response) => {
    res.send(readFileSync("raw")); // !call
  };
  private footer() { return readFileSync("footer.html", "utf8"); }
  async listen(port: number) { await new Promise<void>((resolve) => this.app.listen(port, resolve)); }
}
new Server().listen(3000);`),
  "configuration by environment, loaded late": `
import { config } from "dotenv";
import process from "node:process";
export async function start() {
  process.loadEnvFile(".env"); // !call
  config();
  const { default: pg } = await import("pg");
  return new pg.Pool();
}`,
  "an event sourced store with snapshots": typescript(`
import { appendFileSync, existsSync, readFileSync } from "node:fs";
type Event = { type: string };
export class EventStore {
  #listeners: ((event: Event) => void)[] = [];
  constructor(private readonly file: string) {
    this.#listeners.push((event) => appendFileSync(this.file, JSON.stringify(event) + "\\n"));
  }
  replay(): Event[] {
    return existsSync(this.file) ? readFileSync(this.file, "utf8").trim().split("\\n").map((line) => JSON.parse(line)) : [];
  }
  async load(): Promise<number> { return this.replay().length; } // !chain
  static async open(file: string) {
    const store = new EventStore(file);
    if (!store.replay().length) await store.load(); // !chain
    return store;
  }
}`),
  "hashing passwords in three libraries": commonjs(`
const bcrypt = require("bcrypt");
const bcryptjs = require("bcryptjs");
const { scryptSync, randomBytes, pbkdf2 } = require("crypto");
const argon2 = require("@node-rs/argon2");
const rounds = 12;
exports.hash = async (password) => {
  const a = bcrypt.hashSync(password, bcrypt.genSaltSync(rounds)); // !call !call
  const b = bcryptjs.compareSync(password, a); // !call
  const c = argon2.hashSync(password); // !call
  const salt = randomBytes(16);
  const d = scryptSync(password, salt, 64); // !call
  pbkdf2(password, salt, 1, 1, "sha1", () => {});
  return [a, b, c, d, await bcrypt.hash(password, rounds)];
};`),
  "a script that runs things through zx and execa": named(
    "deploy.mjs",
    `
import { $, fs, globby, sleep } from "zx";
import { execa, execaSync, execaCommandSync } from "execa";
import spawn from "cross-spawn";
async function deploy() {
  await $\`npm run build\`;
  const version = fs.readJsonSync("package.json").version; // !call
  for (const file of await globby("dist/**")) await $\`scp \${file} host:\`;
  execaSync("git", ["tag", version]); // !call
  execaCommandSync("git push"); // !call
  spawn.sync("npm", ["publish"]); // !call
  $.sync\`date\`; // !call
  await execa("ls");
  await sleep(10);
}
await deploy();`,
  ),
  "worker results waited for on the main thread": `
import { Worker, MessageChannel, receiveMessageOnPort } from "node:worker_threads";
const signal = new Int32Array(new SharedArrayBuffer(4));
export function runSync(task) {
  const { port1, port2 } = new MessageChannel();
  new Worker("./worker.js", { workerData: { port: port2, signal }, transferList: [port2] }).postMessage(task);
  Atomics.wait(signal, 0, 0);
  return receiveMessageOnPort(port1)?.message;
}
export async function handle(request) {
  return new Response(runSync(await request.json())); // !chain
}
export function spin(port) {
  let reply;
  do reply = receiveMessageOnPort(port); while (!reply); // !spin
  return reply.message;
}`,
  "a cache with an expiry and a loader of its own": `
import { statSync, readFileSync } from "node:fs";
class Cache {
  #entries = new Map();
  constructor(load, maxAge = 1000) { this.load = load; this.maxAge = maxAge; }
  get(key) {
    const entry = this.#entries.get(key);
    if (entry && Date.now() - entry.at < this.maxAge) return entry.value;
    const value = this.load(key);
    this.#entries.set(key, { at: Date.now(), value });
    return value;
  }
}
const templates = new Cache((name) => readFileSync("views/" + name, "utf8"));
const doubled = new Cache((n) => n * 2);
export async function render(name) {
  doubled.get(2);
  return templates.get(name) + statSync("x").size; // !chain !call
}`,
  "an abstract job and its queue": typescript(`
import { rmSync, writeFileSync } from "node:fs";
abstract class Job<Input> {
  abstract readonly name: string;
  abstract perform(input: Input): Promise<void>;
  async run(input: Input): Promise<void> {
    try { await this.perform(input); } finally { this.cleanUp(); } // !chain
  }
  protected cleanUp(): void { rmSync("/tmp/" + this.name, { recursive: true, force: true }); }
}
export class ExportJob extends Job<{ rows: string[] }> {
  readonly name = "export";
  async perform({ rows }: { rows: string[] }) {
    rows.forEach((row, index) => writeFileSync("/tmp/export/" + index, row)); // !call
  }
}`),
  "a retry helper that is handed a synchronous step": `
import { renameSync, linkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
export async function retry(run, times = 3) {
  for (let i = 0; ; i++) {
    try { return run(); } catch (error) { if (i >= times) throw error; }
    await sleep(10 * 2 ** i);
  }
}
const attempt = (run) => { try { return [null, run()]; } catch (error) { return [error]; } };
export async function publish(from, to) {
  const [error] = attempt(() => renameSync(from, to)); // !call
  if (error) attempt(linkSync.bind(null, from, to)); // !call
}`,
};
