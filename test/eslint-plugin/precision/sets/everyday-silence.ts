/** Everyday code of servers, tools and libraries, a second time round: nothing is found in it. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const everydaySilence: SnippetSet = {
  "a settings module that is read while it loads": withFiles(
    `
import { settings, reload } from "./settings.js";
export async function handler() { return settings.port; }
export const onSignal = () => process.on("SIGHUP", () => reload());`,
    {
      "settings.js": `
import { readFileSync } from "node:fs";
export let settings = JSON.parse(readFileSync("settings.json", "utf8"));
export function reload() { settings = JSON.parse(readFileSync("settings.json", "utf8")); }`,
    },
  ),
  "a mock file system that is handed over": typescript(`
import { Project, InMemoryFileSystemHost } from "ts-morph";
const host = new InMemoryFileSystemHost();
export async function generate(): Promise<string> {
  const project = new Project({ fileSystem: host });
  host.writeFileSync("a.ts", "export {}");
  project.saveSync();
  project.createSourceFile("b.ts").saveSync();
  return host.readFileSync("a.ts");
}`),
  "a database's synchronous names over a network": typescript(`
import { Connection } from "rethinkdb-ts";
import { sync } from "./sync";
export class Replica {
  constructor(private readonly connection: Connection) {}
  async syncAll() { await this.connection.sync(); await sync(this); }
  isSync() { return true; }
  async run() { return this.isSync() ? this.waitSync() : undefined; }
  private async waitSync() {}
}`),
  "methods whose names are those of blocking packages": `
import { exec, find } from "./shell.js";
import $ from "jquery";
export async function menu(editor, regexp) {
  exec("bold");
  find(".x");
  editor.execSync?.("italic");
  $(".menu").find("li").sort().test?.("x");
  regexp.exec("a");
  return editor.cat, editor.touch();
}`,
  "handlers and hooks that stay synchronous": typescript(`
import fs from "fs";
import { app, ipcMain } from "electron";
import { Component, OnInit } from "@angular/core";
@Component({ selector: "x", template: "" })
export class Settings implements OnInit {
  ngOnInit() { fs.readFileSync("settings"); }
  get text() { return fs.readFileSync("text"); }
}
app.on("ready", () => { fs.mkdirSync("data", { recursive: true }); });
ipcMain.on("save", (event, text) => { fs.writeFileSync("text", text); event.returnValue = true; });`),
  "a generator of code as text": `
import { writeFile } from "node:fs/promises";
const template = (name) => \`
import { readFileSync } from "node:fs";
export const \${name} = async () => readFileSync("\${name}");
while (Date.now() < 1) {}
\`;
export async function generate(names) {
  await Promise.all(names.map((name) => writeFile(name, template(name))));
  return new Function("fs", "return fs.readFileSync('a')");
}`,
  "a worker pool's file, and the pool": commonjs(`
const workerpool = require("workerpool");
const fs = require("fs");
async function count(name) { return fs.readFileSync(name, "utf8").split("\\n").length; }
function hash(name) { return require("crypto").scryptSync(name, "salt", 64); }
workerpool.worker({ count, hash });`),
  "event handlers of the browser": typescript(`
export class Editor extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", () => { if (confirm("leave?")) this.remove(); });
    window.onbeforeunload = () => alert("bye");
  }
  async save() {
    const dialog = this.querySelector("dialog")!;
    dialog.showModal();
    const { confirm } = await import("./confirm");
    if (await confirm("save?")) await fetch("/save", { method: "POST" });
  }
}
customElements.define("x-editor", Editor);`),
  "loops that end by their own work": `
export function tokenise(text) {
  const tokens = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    while (/\\w/.test(text[at] ?? "")) at++;
    if (at === start) at++;
    tokens.push(text.slice(start, at));
  }
  return tokens;
}
export function heapify(heap, i) {
  for (;;) {
    const left = 2 * i + 1;
    if (left >= heap.length) return;
    const least = left + 1 < heap.length && heap[left + 1] < heap[left] ? left + 1 : left;
    if (heap[i] <= heap[least]) return;
    [heap[i], heap[least]] = [heap[least], heap[i]];
    i = least;
  }
}
export function pick(random, taken) {
  let value;
  do { value = random(); } while (taken.has(value));
  return value;
}
export function drain(queue) { while (queue.length) queue.pop()(); }`,
  "loops that wait for answers": `
import { once } from "node:events";
export async function consume(reader, queue, signal) {
  while (true) {
    const { done, value } = await reader.read();
    if (done) break;
    queue.push(value);
  }
  while (!signal.aborted) {
    const job = await queue.next();
    if (!job) { await once(queue, "job"); continue; }
    await job.run();
  }
  let attempts = 0;
  while (attempts++ < 5) { try { return await fetch("/x"); } catch { await new Promise(requestAnimationFrame); } }
}`,
  "reading what is there already": `
import { Readable } from "node:stream";
import { readFile } from "node:fs/promises";
import zlib from "node:zlib";
export async function* chunks(stream) {
  for (let chunk; (chunk = stream.read()) !== null; ) yield chunk;
  yield* Readable.from([await readFile("a")]).pipe(zlib.createGunzip());
}`,
  "tests with doubles of timers and files": typescript(`
import { vi, test, expect, beforeEach } from "vitest";
import { vol } from "memfs";
import * as fs from "node:fs";
vi.mock("node:fs");
beforeEach(() => { vol.reset(); fs.mkdirSync("/tmp", { recursive: true }); });
test("saves", async () => {
  vi.useFakeTimers();
  vi.mocked(fs.existsSync).mockReturnValue(true);
  const spy = vi.spyOn(fs, "writeFileSync");
  await vi.advanceTimersByTimeAsync(100);
  expect(spy).toHaveBeenCalledWith("a");
  expect(vol.readFileSync("/a", "utf8")).toBe("b");
});`),
  "a value of the same name in a smaller scope": `
import { existsSync, statSync as stat } from "node:fs";
export async function check(names) {
  const existsSync = new Set(names).has.bind(new Set(names));
  const result = names.filter((name) => existsSync(name));
  for (const stat of result) { if (typeof stat === "function") stat(); }
  {
    class existsSync2 { static stat() { return 1; } }
    existsSync2.stat();
  }
  return result;
}
export const now = existsSync("a") && stat("a");`,
  "promisified and wrapped asynchronous functions": commonjs(`
const { promisify, callbackify } = require("util");
const cp = require("child_process");
const zlib = require("zlib");
const pify = require("pify");
const fs = pify(require("fs"));
const exec = promisify(cp.exec);
const gzip = promisify(zlib.gzip);
exports.pack = async (name) => {
  const { stdout } = await exec("ls");
  const data = await fs.readFile(name);
  callbackify(gzip)(data, () => {});
  return [stdout, await gzip(data)];
};`),
  "a decorated class that only declares": typescript(`
import { Injectable, Optional } from "@nestjs/common";
import type { DatabaseSync } from "node:sqlite";
import type { Stats } from "fs";
export abstract class Storage {
  abstract readSync(name: string): Buffer;
  abstract get stats(): Stats;
  declare db: DatabaseSync;
}
@Injectable()
export class Files {
  constructor(@Optional() private readonly storage?: Storage) {}
  async read(name: string) { return this.storage?.readSync(name); }
}`),
  "a command that nobody awaits": named(
    "tool.cjs",
    `
#!/usr/bin/env node
"use strict";
const fs = require("fs");
const { program } = require("commander");
const { execSync } = require("child_process");
program.command("pack").action(() => {
  fs.rmSync("dist", { recursive: true, force: true });
  execSync("tsc", { stdio: "inherit" });
  fs.readdirSync("dist").forEach((name) => fs.copyFileSync("dist/" + name, "out/" + name));
});
program.parse(process.argv);
`.trimStart(),
  ),
};
