/** Libraries and applications whose words are those of calls that block, and that do not. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const harmlessLibraries: SnippetSet = {
  "sync in the sense of the same": `
import { syncHistoryWithStore } from "react-router-redux";
import Automerge from "@automerge/automerge";
import { LowSync, MemorySync } from "lowdb";
export async function synchronise(db, doc, peer, store, history) {
  await db.sync({ alter: true });
  const [next, message] = Automerge.generateSyncMessage(doc, peer);
  syncHistoryWithStore(history, store);
  peer.sendSync(message);
  const low = new LowSync(new MemorySync(), {});
  low.update((data) => { data.x = 1; });
  return next.lastSync ?? store.isSync();
}`,
  "validators and parsers with a Sync of their own": `
import Joi from "joi";
import * as yup from "yup";
import { parse as parseCsv } from "csv-parse/sync";
import { parseSync } from "./parser.js";
import { validateSync } from "class-validator";
import { useSyncExternalStore } from "react";
export async function check(value, text) {
  yup.string().validateSync(value);
  validateSync(value);
  Joi.attempt(value, Joi.string());
  parseSync(text);
  return parseCsv(text);
}`,
  "libraries that wait on their own": `
import { test, expect } from "@playwright/test";
import puppeteer from "puppeteer";
import { confirm, input } from "@inquirer/prompts";
import prompts from "prompts";
test("page", async ({ page }) => {
  await page.evaluate(() => confirm("in the page"));
  await page.waitForFunction(() => { const end = Date.now() + 1; return Date.now() > end; });
  const browser = await puppeteer.launch();
  await (await browser.newPage()).exec?.("x");
  if (await confirm({ message: "ok" })) await input({ message: "name" });
  await prompts({ type: "text", name: "x", message: "y" });
  expect(page.prompt).toBeUndefined();
});`,
  "a guard that is never true on the loop": `
import fs from "node:fs";
const DEBUG = false;
export async function log(line) {
  if (DEBUG) fs.appendFileSync("debug.log", line);
  if (false) fs.writeFileSync("x", line);
  DEBUG && fs.appendFileSync("debug.log", line);
  while (false) fs.readFileSync("y");
  return line;
}`,
  "marked as harmless by hand": typescript(`
import { readFileSync, existsSync } from "node:fs";
/**
 * Reads a file of some bytes, which is in the page cache.
 * @nonblocking
 */
function bootId(): string { return readFileSync("/proc/sys/kernel/random/boot_id", "utf8"); }
/** @nonblocking looks at a RAM disk */
const present = (name: string): boolean => existsSync("/dev/shm/" + name);
export async function identify(): Promise<string> {
  return present("id") ? bootId() : "";
}`),
  "promise-like names without a promise": `
import { readFileSync } from "node:fs";
class Deferred { then(f) { this.f = f; return this; } }
export function load(name, done) {
  const data = readFileSync(name);
  done(null, data);
}
export const loadAll = (names) => names.map((name) => readFileSync(name));
export function* lines(name) { yield* readFileSync(name, "utf8").split("\\n"); }
export function chain(name) { return new Deferred().value ?? readFileSync(name); }`,
  "React components and hooks": named(
    "view.tsx",
    `
import { useCallback, useEffect, useState } from "react";
import { flushSync, unstable_batchedUpdates } from "react-dom";
export function View({ store, onSync }: Props) {
  const [open, setOpen] = useState(false);
  const save = useCallback(async () => {
    flushSync(() => setOpen(true));
    await store.syncAll();
    onSync();
  }, [store]);
  useEffect(() => { const id = setInterval(() => store.readSync(), 1000); return () => clearInterval(id); }, []);
  return <button onClick={() => { if (window.confirm("ok?")) void save(); }}>{open ? "a" : "b"}</button>;
}`,
  ),
  "Angular, Vue and stores": typescript(`
import { Injectable, signal } from "@angular/core";
import { defineStore } from "pinia";
import { MatDialog } from "@angular/material/dialog";
@Injectable()
export class Files {
  private readonly names = signal<string[]>([]);
  constructor(private readonly dialog: MatDialog, private readonly fs: FileSystemAccess) {}
  async load() {
    this.names.set(await this.fs.readdir("/"));
    this.dialog.open(Object).afterClosed();
    this.fs.existsSync("/");
  }
  confirm() { return this.dialog.open(Object); }
  async remove() { if (this.confirm()) this.prompt(); }
  prompt() {}
}
interface FileSystemAccess { readdir(name: string): Promise<string[]>; existsSync(name: string): boolean }
export const useStore = defineStore("x", { actions: { async sync() { await this.load(); }, load() {} } });`),
  "a database client's own run, get and all": `
import sqlite3 from "sqlite3";
import { open } from "sqlite";
import knex from "knex";
import postgres from "postgres";
import { Redis } from "ioredis";
const sql = postgres();
export async function query(id) {
  const raw = new sqlite3.Database("a.db");
  raw.run("x"); raw.exec("y"); raw.all("z", () => {});
  const statement = raw.prepare("select ?");
  statement.run(id); statement.get(id, () => {});
  const db = await open({ filename: "a.db", driver: sqlite3.Database });
  await db.exec("x"); await db.get("y");
  await new Redis().pipeline().get("a").exec();
  await knex({}).raw("a");
  return sql\`select \${id}\`;
}`,
  "crypto that is fast or asynchronous": `
import crypto, { createHash, randomUUID, webcrypto } from "node:crypto";
import { promisify } from "node:util";
import argon2 from "argon2";
import { hash, verify } from "@node-rs/argon2";
const scrypt = promisify(crypto.scrypt);
export async function protect(password) {
  const salt = crypto.randomBytes(16);
  const key = await scrypt(password, salt, 64);
  crypto.pbkdf2(password, salt, 1e5, 64, "sha512", () => {});
  crypto.generateKeyPair("rsa", { modulusLength: 2048 }, () => {});
  await webcrypto.subtle.digest("SHA-256", key);
  await argon2.hash(password);
  return [createHash("md5").update(key).digest("hex"), randomUUID(), await hash(password), await verify("", password), crypto.timingSafeEqual(key, key)];
}`,
  "a chain that ends in an asynchronous function": withFiles(
    `
import { load, save, touch } from "./io.js";
export async function update(name) {
  const value = await load(name);
  save(name, value);
  return touch(name);
}`,
    {
      "io.js": `
import { readFileSync, writeFileSync, utimes } from "node:fs";
export async function load(name) { return readFileSync(name); }
export const save = (name, value) => new Promise((resolve) => { writeFileSync(name, value); resolve(); });
export const touch = (name) => utimes(name, 0, 0, () => { readFileSync(name); });`,
    },
  ),
  "what is imported but only used for its types or constants": typescript(`
import fs, { constants, type Stats, Dirent } from "node:fs";
import { type ExecSyncOptions, ChildProcess } from "node:child_process";
import zlib from "node:zlib";
import os from "node:os";
export async function open(stats: Stats, options: ExecSyncOptions, entry: unknown) {
  const mode = constants.O_RDONLY | fs.constants.O_EXCL;
  const level = zlib.constants.Z_BEST_SPEED;
  if (entry instanceof Dirent || entry instanceof ChildProcess) return stats.isFile();
  fs.createReadStream("a", { mode }).pipe(zlib.createGzip({ level }));
  fs.watch("b", () => {});
  return [os.cpus().length, os.tmpdir(), options.cwd, fs.Stats];
}`),
  "handlers that are not asynchronous": commonjs(`
const http = require("http");
const fs = require("fs");
const express = require("express");
const app = express();
app.get("/", (req, res) => { res.send(fs.readFileSync("index.html", "utf8")); });
app.use(function (err, req, res, next) { fs.appendFileSync("err.log", err.stack); next(err); });
http.createServer((req, res) => { res.end(fs.readFileSync("a")); }).listen(80);
fs.watch(".", (event, name) => { fs.readFileSync(name); });
process.on("uncaughtException", (error) => { fs.writeFileSync("crash", error.stack); process.exit(1); });
fs.readdir(".", (error, names) => { names.forEach((name) => fs.statSync(name)); });`),
  "generators and iterators that nobody drains here": `
import { readdirSync } from "node:fs";
function* walk(dir) { for (const name of readdirSync(dir)) yield name; }
const lazy = { *[Symbol.iterator]() { yield* readdirSync("."); } };
export async function make() {
  const names = walk(".");
  return { names, lazy, more: () => [...lazy] };
}`,
  "a double by dependency injection": typescript(`
export interface FileSystem { readFileSync(name: string): string; existsSync(name: string): boolean }
export class Loader {
  constructor(private readonly fs: FileSystem, private readonly execSync: (c: string) => void = () => {}) {}
  async load(name: string) {
    this.execSync("x");
    return this.fs.existsSync(name) ? this.fs.readFileSync(name) : "";
  }
}
export const loader = new Loader({ readFileSync: () => "", existsSync: () => true });`),
  "console, process and Buffer do not count": `
import { setFlagsFromString } from "node:v8";
import path from "node:path";
import util from "node:util";
export async function info() {
  console.log(util.inspect(process.memoryUsage()), process.cwd(), process.hrtime());
  process.stdout.write("x");
  Buffer.alloc(1e6).fill(1).toString("base64");
  JSON.parse(JSON.stringify({}));
  structuredClone({});
  setFlagsFromString("--expose-gc");
  return path.resolve("a");
}`,
  "counting that is short": `
export async function sum(list) {
  let total = 0;
  for (let i = 0; i < list.length; i++) total += list[i];
  for (let i = 0; i < 1e4; i++) total ^= i;
  let n = 100;
  while (n--) total++;
  while (total > 1) total /= 2;
  return total;
}`,
};
