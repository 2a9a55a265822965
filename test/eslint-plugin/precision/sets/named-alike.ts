/** Code that has the words and does nothing of the kind. */
import { commonjs, typescript, type SnippetSet } from "../snippet.js";

export const namedAlike: SnippetSet = {
  "compilers of templates and schemas, and signers": `
import { compile } from "handlebars";
import { compile as compileSvelte } from "svelte/compiler";
import Ajv from "ajv";
import { sign } from "cookie-signature";
import crypto from "node:crypto";
const ajv = new Ajv();

export async function prepare(source, schema, secret, key) {
  const validate = ajv.compile(schema);
  return [compile(source), compileSvelte(source), validate, sign(source, secret), crypto.sign(null, source, key)];
}`,
  "dialogs of libraries": `
import { Modal } from "antd";
import alert from "./alert.js";
import inquirer from "inquirer";
const { prompt } = inquirer;

export async function ask(page, $) {
  Modal.confirm({ title: "Sure?" });
  alert("saved");
  page.on("dialog", (dialog) => dialog.accept());
  await prompt([{ name: "x" }]);
  $.alert("done");
  return page.confirm();
}`,
  "databases and clients whose methods answer with promises": typescript(`
import { drizzle } from "drizzle-orm/libsql";
import { createClient } from "@libsql/client";
import { PrismaClient } from "@prisma/client";
const client = createClient({ url: "file:app.db" });
const db = drizzle(client);
const prisma = new PrismaClient();

export async function query(env: { DB: D1Database }) {
  await client.execute("select 1");
  await env.DB.prepare("select 1").all();
  await env.DB.exec("vacuum");
  await db.run("select 1");
  return prisma.user.findMany();
}`),
  "streams, ciphers and the like": `
import { createGzip, crc32, createBrotliDecompress } from "node:zlib";
import { createCipheriv, createSecretKey, X509Certificate, timingSafeEqual } from "node:crypto";
import { createReadStream } from "node:fs";

export async function send(response, key, iv, pem) {
  createReadStream("a").pipe(createGzip()).pipe(createCipheriv("aes-256-cbc", key, iv)).pipe(response);
  response.setHeader("x-sum", crc32("a"));
  createBrotliDecompress().end(Buffer.alloc(1));
  return timingSafeEqual(createSecretKey(key).export(), key) && new X509Certificate(pem).subject;
}`,
  "questions to the system that it answers at once": `
import os from "node:os";
import v8 from "node:v8";
import path from "node:path";
import { Session, url } from "node:inspector";
import { threadId, receiveMessageOnPort } from "node:worker_threads";

export async function describe(port) {
  new Session().post("Profiler.enable");
  process.memoryUsage();
  v8.setFlagsFromString("--stack-size=2000");
  return [os.cpus(), os.networkInterfaces(), path.resolve("."), url(), threadId, receiveMessageOnPort(port)];
}`,
  "sync as a verb": `
import { models, sequelize } from "./models.js";
import { syncDatabase, syncEngine } from "./sync.js";
const rsync = { sync: (from, to) => fetch(from + to) };

export async function synchronize(repository, calendar) {
  await sequelize.sync({ force: true });
  await models.User.sync();
  calendar.sync();
  repository.readSync;
  await syncDatabase(rsync.sync("a", "b"));
  return syncEngine?.flushSync?.();
}`,
  "React's flushSync and stores": `
import { flushSync } from "react-dom";
import { useSyncExternalStore } from "react";

export async function scroll(list, store) {
  flushSync(() => store.add("item"));
  list.lastChild.scrollIntoView();
  return useSyncExternalStore(store.subscribe, store.read);
}`,
  "doubles in tests": typescript(`
import { vi, it, expect } from "vitest";
const fs = { readFileSync: vi.fn(() => "text"), existsSync: vi.fn() };
const child = { execSync: vi.fn() };

it("reads", async () => {
  expect(fs.readFileSync("a")).toBe("text");
  child.execSync("ls");
  await Promise.resolve();
  expect(fs.existsSync).not.toHaveBeenCalled();
});`),
  "other file systems": `
import { ufs } from "unionfs";
import { Volume } from "memfs";
import * as tauri from "@tauri-apps/plugin-fs";
import { BlobReader, ZipReader } from "@zip.js/zip.js";
import * as FileSystem from "expo-file-system";
import AdmZip from "adm-zip";
const zip = new AdmZip("a.zip");

export async function open(blob, volume = new Volume()) {
  volume.readFileSync("/a");
  await tauri.readTextFile("a");
  await new ZipReader(new BlobReader(blob)).getEntries();
  await FileSystem.readAsStringAsync("a");
  return [zip.getEntries(), ufs];
}`,
  shadows: `
import fs, { readFileSync } from "node:fs";
import { execSync } from "node:child_process";
export const start = [readFileSync("a"), execSync("b"), fs.statSync("c")];

export async function handle({ readFileSync, fs: { statSync } }, execSync) {
  const results = [readFileSync("a"), statSync("b"), execSync("c")];
  {
    const fs = { existsSync: () => true };
    results.push(fs.existsSync("d"));
  }
  for (const fs of results) fs.readdirSync?.();
  try {
    await results.at(-1);
  } catch (fs) {
    fs.accessSync?.();
  }
  return results;
}`,
  "strings, types and comments": typescript(`
import type { execSync } from "node:child_process";
type Read = typeof import("node:fs").readFileSync;
interface Files {
  readFileSync: Read;
}
declare function statSync(name: string): number;

/** Calls readFileSync and execSync of its argument. */
export async function describe(files: Partial<Files>, run?: typeof execSync): Promise<string> {
  // fs.readFileSync("a")
  return ["readFileSync", "execSync", typeof run, "fs.statSync('a')"].join() + ("readFileSync" in files) + statSync("a");
}`),
  "references that nobody calls here": commonjs(`
const fs = require("fs");
const child = require("child_process");

exports.patch = async function (registry, sandbox) {
  registry.set("read", fs.readFileSync);
  sandbox.stub(child, "execSync");
  const original = fs.statSync;
  fs.statSync = (...given) => registry.log(original, given);
  if (fs.readSync.length > 1 && typeof child.spawnSync === "function") registry.ready = true;
  return { original, lookup: fs.existsSync };
};`),
  "callbacks of Node's functions that only share a prefix": `
import fs from "node:fs";
import zlib from "node:zlib";
import crypto from "node:crypto";
import { exec } from "node:child_process";

export async function start(done) {
  fs.stat("a", done);
  zlib.gzip("a", done);
  crypto.pbkdf2("a", "b", 1, 32, "sha256", done);
  crypto.scrypt("a", "b", 32, (error, key) => done(error, key));
  crypto.generateKeyPair("ed25519", {}, done);
  exec("ls", { timeout: 10 }, done);
}`,
  "a generator's steps that somebody else takes": `
import { readFileSync } from "node:fs";

function* pages(names) {
  for (const name of names) yield readFileSync(name);
}
export async function respond(names) {
  return { body: pages(names), close: () => [...pages(names)] };
}`,
  "methods of builders": `
import { Command } from "commander";
import yargs from "yargs";
import { SQL } from "sql-template";
const program = new Command();

export async function main() {
  program.command("run").option("--sync").action(() => {});
  yargs().command("get", "gets").exec?.();
  const statement = SQL.prepare("select").where("a").get("b").all().run();
  return statement.iterate;
}`,
};
