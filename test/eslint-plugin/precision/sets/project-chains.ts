/** Chains through whole projects: services, barrels, workspaces, configurations. */
import { named, typescript, withFiles, type Snippet, type SnippetSet } from "../snippet.js";

const nest: Readonly<Record<string, string>> = {
  "config/index.ts":
    'export * from "./config.service";\nexport { FeatureFlags as Flags } from "./flags";',
  "config/config.service.ts": `
import { Injectable } from "@nestjs/common";
import * as fs from "fs";
@Injectable()
export class ConfigService {
  private readonly values: Record<string, string>;
  constructor() {
    this.values = JSON.parse(fs.readFileSync("config.json", "utf8"));
  }
  get(key: string): string { return this.values[key]; }
  reload(): void { Object.assign(this.values, JSON.parse(fs.readFileSync("config.json", "utf8"))); }
}`,
  "config/flags.ts": `
import { existsSync } from "fs";
export class FeatureFlags {
  static isOn(name: string): boolean { return existsSync("flags/" + name); }
  static async isOnLater(name: string): Promise<boolean> { return existsSync("flags/" + name); }
}`,
};

const linked = (code: string, files: Readonly<Record<string, string>>): Snippet => ({
  code,
  filename: "apps/web/src/main.js",
  files,
  links: { "node_modules/@acme/files": "packages/files", "node_modules/@acme/log": "packages/log" },
});

export const projectChains: SnippetSet = {
  "a Nest service with another one injected": typescript(
    `
import { Injectable } from "@nestjs/common";
import { ConfigService, Flags } from "./config";
@Injectable()
export class MailService {
  constructor(private readonly config: ConfigService) {}
  async send(to: string): Promise<void> {
    if (Flags.isOn("mail")) await deliver(to, this.config.get("from")); // !chain
    this.config.reload(); // !chain
    await Flags.isOnLater("mail");
  }
  stop(): void {
    this.config.reload();
  }
}
declare function deliver(to: string, from: string): Promise<void>;`,
    nest,
  ),
  "a controller in which a service is made": typescript(
    `
import { ConfigService } from "./config/index";
export class Controller {
  async index(): Promise<string> {
    const config = new ConfigService(); // !chain
    return config.get("title");
  }
}`,
    nest,
  ),
  "a barrel that re-exports the platform beside one's own": withFiles(
    `
import { readFileSync, exists, posix, run } from "./platform/index.js";
export async function load(name) {
  exists(name); // !chain
  posix.join("a", name);
  run("ls");
  return readFileSync(name); // !call
}`,
    {
      "platform/index.js": `
export { readFileSync } from "node:fs";
export { posix } from "node:path";
export * from "./files.js";
export { exec as run } from "./shell.js";`,
      "platform/files.js":
        'import fs from "node:fs";\nexport const exists = (name) => fs.existsSync(name);',
      "platform/shell.js": 'export { exec } from "node:child_process";',
    },
  ),
  "a wrapper function behind a barrel": withFiles(
    `
import { timed, logged } from "./util/index.js";
import { statSync } from "node:fs";
const load = timed("load", (name) => statSync(name));
const later = logged((name) => statSync(name));
export async function size(name) {
  later(name);
  return load(name).size; // !chain
}`,
    {
      "util/index.js": 'export * from "./timed.js";\nexport * from "./logged.js";',
      "util/timed.js": `
export function timed(label, run) {
  return (...args) => {
    console.time(label);
    try { return run(...args); } finally { console.timeEnd(label); }
  };
}`,
      "util/logged.js":
        "export const logged = (run) => (...args) => void setImmediate(() => run(...args));",
    },
  ),
  "a function that calls what it is given, behind two barrels": withFiles(
    `
import { readFileSync } from "node:fs";
import { withRetry, schedule } from "./lib/index.js";
export async function load(name) {
  schedule(() => readFileSync(name));
  return withRetry(() => readFileSync(name)); // !call
}`,
    {
      "lib/index.js": 'export * from "./internal/index.js";',
      "lib/internal/index.js": 'export { withRetry, schedule } from "./retry.js";',
      "lib/internal/retry.js": `
export function withRetry(run, times = 3) {
  for (let i = 0; ; i++) {
    try { return run(); } catch (error) { if (i >= times) throw error; }
  }
}
export const schedule = (run) => { setTimeout(run, 10); };`,
    },
  ),
  "the paths of a tsconfig that extends another": namedAmong(
    "src/app/handler.ts",
    `
import { readTemplate } from "@lib/templates";
import { title } from "~/strings";
export async function handler(): Promise<string> {
  return title() + readTemplate("page"); // !chain
}`,
    {
      "tsconfig.json": '{ "extends": "./tsconfig.base.json", "include": ["src"] }',
      "tsconfig.base.json":
        '{ /* shared */ "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["src/lib/*"], "~/*": ["src/*"] } } }',
      "src/lib/templates.ts":
        'import { readFileSync } from "node:fs";\nexport const readTemplate = (name: string): string => readFileSync(name, "utf8");',
      "src/strings.ts": 'export const title = (): string => "Title";',
    },
  ),
  "workspaces by their exports": linked(
    `
import { loadSync, load } from "@acme/files";
import { parse } from "@acme/files/parse";
import { log, buffered } from "@acme/log";
export async function handler(request, response) {
  await load("a");
  buffered("asked");
  log("asked"); // !chain
  response.end(parse(loadSync("a"))); // !chain
}`,
    {
      "package.json": '{ "name": "acme", "private": true, "workspaces": ["packages/*", "apps/*"] }',
      "packages/files/package.json":
        '{ "name": "@acme/files", "type": "module", "exports": { ".": { "types": "./x.d.ts", "import": "./src/index.js" }, "./*": "./src/*.js" } }',
      "packages/files/src/index.js":
        'export { loadSync } from "./sync.js";\nexport { load } from "./later.js";',
      "packages/files/src/sync.js":
        'import { readFileSync } from "node:fs";\nexport function loadSync(name) { return readFileSync(name, "utf8"); }',
      "packages/files/src/later.js":
        'import { readFile } from "node:fs/promises";\nexport const load = (name) => readFile(name, "utf8");',
      "packages/files/src/parse.js": "export const parse = (text) => text.trim();",
      "packages/log/package.json": '{ "name": "@acme/log", "main": "index.cjs" }',
      "packages/log/index.cjs": `
const fs = require("fs");
const lines = [];
exports.log = (text) => fs.appendFileSync("log", text);
exports.buffered = (text) => { lines.push(text); };`,
    },
  ),
  "a command with a table of actions": withFiles(
    `
import * as commands from "./commands/index.js";
export async function run(name, args) {
  if (name === "clean") return commands.clean(args); // !chain
  if (name === "list") return commands.list(args);
  await commands.build(args);
}`,
    {
      "commands/index.js":
        'export { default as clean } from "./clean.js";\nexport { default as list } from "./list.js";\nexport { build } from "./build.js";',
      "commands/clean.js":
        'import { rmSync } from "node:fs";\nexport default function (args) { for (const name of args) rmSync(name); }',
      "commands/list.js": "export default (args) => args.join();",
      "commands/build.js":
        'import { execSync } from "node:child_process";\nexport async function build() { execSync("make"); }',
    },
  ),
  "recursion through files ends and is found": withFiles(
    `
import { walk } from "./walk.js";
export const visit = (name, depth) => (depth > 0 ? walk(name, depth - 1) : []);
export async function tree(name) {
  return visit(name, 3); // !chain
}`,
    {
      "walk.js": `
import { readdirSync } from "node:fs";
import { visit } from "./file.js";
export function walk(name, depth) {
  return readdirSync(name).flatMap((child) => visit(child, depth));
}`,
    },
  ),
  "a helper that answers once": withFiles(
    `
import { version, once } from "./version.js";
export async function banner() {
  console.log(version());  // !chain
  return once(); // !chain
}`,
    {
      "version.js": `
import { execSync } from "node:child_process";
let known;
export function version() {
  if (!known) known = execSync("git describe", { encoding: "utf8" }).trim();
  return known;
}
export const once = (() => {
  let text;
  return () => (text ??= execSync("git log", { encoding: "utf8" }));
})();`,
    },
  ),
  "a helper that promises, reported inside itself": withFiles(
    `
import { save } from "./save.js";
export async function handler(request) {
  await save("a", request.body);
  return save("b", request.body).then(() => "done");
}`,
    {
      "save.js": `
import { writeFileSync } from "node:fs";
export function save(name, text) {
  writeFileSync(name, text);
  return Promise.resolve(name);
}`,
    },
  ),
  "arguments that decide": withFiles(
    `
import { find, read } from "./find.js";
export async function both(name) {
  read(name, { cached: true });
  find(name, { sync: false }, () => {});
  return read(name) + find(name, { sync: true }); // !chain !chain
}`,
    {
      "find.js": `
import fs from "node:fs";
export function read(name, { cached = false } = {}) {
  if (cached) return "";
  return fs.readFileSync(name, "utf8");
}
export function find(name, options, done) {
  if (options.sync) return fs.existsSync(name);
  fs.access(name, done);
}`,
    },
  ),
  "missing, broken and cyclic files": withFiles(
    `
import { gone } from "./gone.js";
import { broken } from "./broken.js";
import { a } from "./a.js";
export async function all() {
  gone();
  broken();
  a(); // !chain
}`,
    {
      "broken.js": "export function broken( { readFileSync(",
      "a.js":
        'import { b } from "./b.js";\nexport const a = () => b();\nexport const leaf = () => {};',
      "b.js":
        'import { leaf } from "./a.js";\nimport { statSync } from "node:fs";\nexport const b = () => { leaf(); statSync("."); };',
    },
  ),
  "tags in comments": withFiles(
    `
import { legacyQuery, quickCheck } from "./legacy.js";
import native from "./native.js";
export async function handler(id) {
  quickCheck(id);
  native.peek(id);
  native.compute(id); // !chain
  return legacyQuery(id); // !chain
}`,
    {
      "legacy.js": `
import { existsSync } from "node:fs";
import { query } from "unknown-driver";
/** @blocking */
export function legacyQuery(id) { return query(id); }
/**
 * Only at start.
 * @nonblocking
 */
export const quickCheck = (id) => existsSync(id);`,
      "native.js": `
export default {
  /** @blocking */
  compute(id) { return globalThis.compute(id); },
  peek(id) { return id; },
};`,
    },
  ),
  "an installed package ends the chain": {
    code: `
import { loadConfig } from "some-config";
import { resolve } from "./resolve.js";
export async function start() {
  resolve("a"); // !chain
  return loadConfig();
}`,
    files: {
      "node_modules/some-config/package.json": '{ "name": "some-config", "main": "index.js" }',
      "node_modules/some-config/index.js":
        'const fs = require("fs");\nexports.loadConfig = () => fs.readFileSync("config");',
      "resolve.js":
        'import { realpathSync } from "node:fs";\nexport const resolve = (name) => realpathSync(name);',
    },
  },
};

function namedAmong(
  filename: string,
  code: string,
  files: Readonly<Record<string, string>>,
): Snippet {
  return { ...named(filename, code), files };
}
