/** Command lines, builds, tests, desktop programs and editor extensions, with what they have of their own. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const developerTools: SnippetSet = {
  "yargs' commands as modules": commonjs(`
const fs = require("fs");
const path = require("path");
exports.command = "init [dir]";
exports.describe = "makes a project";
exports.builder = (yargs) => yargs.option("force", { type: "boolean", default: fs.existsSync(".force") });
exports.handler = async function (argv) {
  const dir = path.resolve(argv.dir ?? ".");
  if (fs.existsSync(dir) && !argv.force) return; // !call
  fs.mkdirSync(dir, { recursive: true }); // !call
  await copyTemplate(dir);
};
async function copyTemplate(dir) {
  const templates = path.join(__dirname, "templates");
  fs.readdirSync(templates).forEach((name) => { // !call
    fs.copyFileSync(path.join(templates, name), path.join(dir, name)); // !call
  });
}`),
  "oclif's command class": typescript(`
import { Command, Flags } from "@oclif/core";
import * as fs from "fs-extra";
import { execaSync } from "execa";
export default class Deploy extends Command {
  static flags = { dir: Flags.string({ default: async () => (fs.pathExistsSync("dist") ? "dist" : "build") }) }; // !call
  async run(): Promise<void> {
    const { flags } = await this.parse(Deploy);
    fs.emptyDirSync(flags.dir); // !call
    const { stdout } = execaSync("git", ["status"]); // !call
    this.log(stdout);
    this.publish(flags.dir); // !chain
  }
  private publish(dir: string): void {
    execaSync("rsync", ["-a", dir, "host:"]);
  }
}`),
  "a script that is one function called at the end": named(
    "scripts/release.mjs",
    `
#!/usr/bin/env node
import { execSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
const run = (command) => execSync(command, { stdio: "inherit" });
const pkg = JSON.parse(readFileSync("package.json", "utf8"));
const [major, minor, patch] = pkg.version.split(".").map(Number);
pkg.version = [major, minor, patch + 1].join(".");
writeFileSync("package.json", JSON.stringify(pkg, null, 2) + "\\n");
run("npm test");
run("git commit -am v" + pkg.version);
`.trimStart(),
  ),
  "a Vite plugin with resolve, load and a server": typescript(`
import type { Plugin, ResolvedConfig } from "vite";
import fs from "node:fs";
import path from "node:path";
export default function icons(): Plugin {
  let config: ResolvedConfig;
  const cache = new Map<string, string>();
  const read = (id: string) => {
    if (!cache.has(id)) cache.set(id, fs.readFileSync(id, "utf8"));
    return cache.get(id)!;
  };
  return {
    name: "icons",
    configResolved(resolved) { config = resolved; },
    resolveId(id) { return fs.existsSync(id) ? path.resolve(id) : null; },
    async load(id) {
      if (!id.endsWith(".svg")) return null;
      return "export default " + JSON.stringify(read(id)); // !chain
    },
    transform: {
      order: "pre",
      async handler(code, id) {
        return { code: code + fs.statSync(id).mtimeMs, map: null }; // !call
      },
    },
    configureServer(server) {
      server.middlewares.use(async (req, res, next) => {
        if (req.url === "/icons.json") res.end(JSON.stringify(fs.readdirSync(config.root))); // !call
        else next();
      });
    },
    buildStart() { fs.mkdirSync("icons", { recursive: true }); },
  };
}`),
  "a rollup plugin in the object's short form": `
import { createFilter } from "@rollup/pluginutils";
import { transformSync } from "@babel/core";
import { minify } from "terser";
import { gzipSync, constants } from "zlib";
import { writeFileSync } from "fs";
export default (options = {}) => ({
  name: "size",
  transform(code, id) { return transformSync(code, { filename: id }); },
  async renderChunk(code) {
    const { code: small } = await minify(code);
    this.warn("gzip " + gzipSync(small, { level: constants.Z_BEST_COMPRESSION }).length); // !call
    return small;
  },
  generateBundle: async (_, bundle) => {
    for (const [name, chunk] of Object.entries(bundle)) writeFileSync(name + ".size", String(chunk.code.length)); // !call
  },
  writeBundle: () => { writeFileSync("done", ""); },
});`,
  "a webpack plugin's taps": commonjs(`
const fs = require("fs");
class ManifestPlugin {
  constructor(options) { this.options = options; }
  apply(compiler) {
    compiler.hooks.emit.tap("ManifestPlugin", (compilation) => {
      fs.writeFileSync("manifest.json", JSON.stringify(Object.keys(compilation.assets)));
    });
    compiler.hooks.afterEmit.tapPromise("ManifestPlugin", async (compilation) => {
      if (!fs.existsSync(this.options.dir)) await fs.promises.mkdir(this.options.dir); // !call
      this.copy(compilation); // !chain
    });
    compiler.hooks.done.tapAsync("ManifestPlugin", (stats, callback) => {
      fs.rmSync(this.options.dir, { recursive: true });
      callback();
    });
  }
  copy(compilation) {
    for (const name of Object.keys(compilation.assets)) fs.copyFileSync(name, this.options.dir + "/" + name);
  }
}
module.exports = ManifestPlugin;`),
  "PostCSS, Babel and ESLint plugins are synchronous by contract": commonjs(`
const fs = require("fs");
module.exports = (opts = {}) => ({
  postcssPlugin: "inline",
  Once(root) { root.walkAtRules("inline", (rule) => rule.replaceWith(fs.readFileSync(rule.params, "utf8"))); },
});
module.exports.postcss = true;
module.exports.rule = { create: (context) => ({ Program() { fs.existsSync(context.filename); } }) };
module.exports.babel = ({ types: t }) => ({ visitor: { ImportDeclaration(path) { fs.statSync(path.node.source.value); } } });`),
  "Jest's global set-up and a suite": named(
    "test/app.spec.ts",
    `
import { mkdtempSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../src/build";
let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), "x-")); });
afterEach(() => rmSync(dir, { recursive: true }));
describe("build", () => {
  it("writes", async () => {
    writeFileSync(join(dir, "a"), "1"); // !call
    await build(dir);
    expect(existsSync(join(dir, "out"))).toBe(true); // !call
  });
  test.each(["a", "b"])("%s", async (name) => {
    expect(existsSync(join(dir, name))).toBe(false); // !call
  });
  it("is sync", () => { expect(existsSync(dir)).toBe(true); });
});
export default async function globalSetup() { writeFileSync("ready", ""); } // !call`,
  ),
  "Playwright's fixtures": typescript(`
import { test as base, expect } from "@playwright/test";
import fs from "fs";
import { execSync } from "child_process";
export const test = base.extend<{ account: { name: string } }>({
  account: async ({ browser }, use) => {
    const account = JSON.parse(fs.readFileSync("account.json", "utf-8")); // !call
    await use(account);
    execSync("./reset-account.sh " + account.name); // !call
  },
});
test.beforeAll(() => { execSync("npm run seed"); });
test("prints", async ({ page, account }) => {
  page.on("dialog", (dialog) => dialog.accept());
  await page.evaluate(() => { alert("x"); });
  await page.screenshot({ path: account.name });
  expect(fs.statSync(account.name).size).toBeGreaterThan(0); // !call
});`),
  "Electron's main process": `
import { app, BrowserWindow, dialog, ipcMain } from "electron";
import fs from "node:fs";
import path from "node:path";
const settings = path.join(app.getPath("userData"), "settings.json");
app.whenReady().then(() => {
  const { bounds } = JSON.parse(fs.readFileSync(settings, "utf8")); // !call
  const window = new BrowserWindow(bounds);
  window.on("close", () => fs.writeFileSync(settings, JSON.stringify({ bounds: window.getBounds() })));
});
ipcMain.handle("open", async () => {
  const { filePaths } = await dialog.showOpenDialog({});
  return filePaths.map((file) => fs.readFileSync(file, "utf8")); // !call
});
ipcMain.on("settings", (event) => { event.returnValue = fs.readFileSync(settings, "utf8"); });`,
  "a VS Code extension": typescript(`
import * as vscode from "vscode";
import * as cp from "child_process";
import { existsSync } from "fs";
function version(): string { return cp.execSync("git --version").toString(); }
export async function activate(context: vscode.ExtensionContext) {
  context.subscriptions.push(
    vscode.commands.registerCommand("x.version", () => vscode.window.showInformationMessage(version())),
    vscode.commands.registerCommand("x.open", async (uri: vscode.Uri) => {
      if (existsSync(uri.fsPath)) await vscode.window.showTextDocument(uri); // !call
    }),
  );
  context.globalState.update("version", version()); // !chain
}
export function deactivate() {}`),
  "a language server's handlers": typescript(`
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
const connection = createConnection(ProposedFeatures.all);
const texts = new Map<string, string>();
function textOf(uri: string): string {
  return texts.get(uri) ?? readFileSync(fileURLToPath(uri), "utf8");
}
connection.onHover(async ({ textDocument }) => ({ contents: textOf(textDocument.uri).slice(0, 10) })); // !chain
connection.onDefinition(({ textDocument }) => { textOf(textDocument.uri); return null; });
connection.onNotification("reset", () => texts.clear());
connection.listen();`),
  "a downloader with progress": `
import { createWriteStream, existsSync, renameSync, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
export async function download(url, target) {
  const part = target + ".part";
  const from = existsSync(part) ? statSync(part).size : 0; // !call !call
  const response = await fetch(url, { headers: { range: "bytes=" + from + "-" } });
  await pipeline(Readable.fromWeb(response.body), createWriteStream(part, { flags: "a" }));
  renameSync(part, target); // !call
}`,
  "a dependency walker with a queue": commonjs(`
const { readFileSync, existsSync } = require("fs");
const { dirname, resolve } = require("path");
const importsOf = (file) => [...readFileSync(file, "utf8").matchAll(/require\\("(.+?)"\\)/g)].map((m) => resolve(dirname(file), m[1]));
module.exports = async function walk(entry, onFile) {
  const seen = new Set([entry]);
  for (const file of seen) {
    if (!existsSync(file)) continue; // !call
    for (const next of importsOf(file)) seen.add(next); // !chain
    await onFile(file);
  }
  return seen;
};
module.exports.importsOf = importsOf;`),
  "a configuration loader of many forms": withFiles(
    `
import { cosmiconfig, cosmiconfigSync } from "cosmiconfig";
import { loadConfig } from "./load-config.js";
export async function resolveConfig(cwd) {
  const found = await cosmiconfig("tool").search(cwd);
  return found?.config ?? loadConfig(cwd); // !chain
}
export const resolveConfigSync = (cwd) => cosmiconfigSync("tool").search(cwd)?.config ?? loadConfig(cwd);`,
    {
      "load-config.js": `
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const loaders = {
  ".json": (file) => JSON.parse(readFileSync(file, "utf8")),
  ".cjs": (file) => require(file),
};
export function loadConfig(cwd) {
  for (const [ending, load] of Object.entries(loaders)) {
    const file = cwd + "/tool.config" + ending;
    if (existsSync(file)) return load(file);
  }
}`,
    },
  ),
  "shelljs in a build's async steps": commonjs(`
require("shelljs/global");
const shell = require("shelljs");
const { series } = require("gulp");
async function clean() {
  shell.rm("-rf", "dist"); // !call
  shell.mkdir("-p", "dist"); // !call
}
async function compile() {
  const { code, stdout } = shell.exec("tsc -p .", { silent: true }); // !call
  if (code !== 0) throw new Error(stdout);
}
function watch(done) {
  shell.exec("tsc -w", { async: true }, done);
  shell.cp("-r", "public", "dist");
}
exports.default = series(clean, compile, watch);`),
  "a monorepo's task runner": {
    code: `
import { packages } from "@tools/workspace";
import { hashOf } from "@tools/workspace/hash";
export async function affected(base) {
  const all = packages(); // !chain
  return Promise.all(all.map(async (one) => ({ ...one, hash: hashOf(one.dir) }))); // !chain
}`,
    files: {
      "package.json": `{ "workspaces": ["tools/*"], "type": "module" }`,
      "tools/workspace/package.json": `{ "name": "@tools/workspace", "type": "module", "exports": { ".": "./src/index.js", "./hash": "./src/hash.js" } }`,
      "tools/workspace/src/index.js": `
import glob from "fast-glob";
import { readFileSync } from "node:fs";
export function packages() {
  return glob.sync("packages/*/package.json").map((file) => JSON.parse(readFileSync(file, "utf8")));
}`,
      "tools/workspace/src/hash.js": `
import { execFileSync } from "node:child_process";
export const hashOf = (dir) => execFileSync("git", ["rev-parse", "HEAD:" + dir]).toString().trim();`,
    },
    links: { "node_modules/@tools/workspace": "tools/workspace" },
  },
  "prompts on the terminal": `
import readline from "readline";
import readlineSync from "readline-sync";
import promptSync from "prompt-sync";
import prompts from "prompts";
const ask = promptSync({ sigint: true });
export async function wizard() {
  const name = readlineSync.question("name? "); // !call
  const age = ask("age? "); // !call
  const { ok } = await prompts({ type: "confirm", name: "ok" });
  const rl = readline.createInterface({ input: process.stdin });
  rl.question("really?", () => rl.close());
  return { name, age, ok };
}`,
  "tests of a process' output": commonjs(`
const { spawnSync, spawn } = require("child_process");
const assert = require("assert");
const { test } = require("node:test");
function cli(...args) {
  return spawnSync(process.execPath, ["cli.js", ...args], { encoding: "utf8" });
}
test("prints its version", () => { assert.match(cli("--version").stdout, /1/); });
test("fails", async (t) => {
  const { status } = cli("--bad"); // !chain
  assert.equal(status, 1);
  await t.test("inside", async () => { assert.equal(cli("--worse").status, 2); }); // !chain
  t.after(() => cli("--clean"));
  const child = spawn("ls");
  await new Promise((resolve) => child.on("exit", resolve));
});`),
  "a Storybook's and a Docusaurus' configuration": typescript(`
import type { StorybookConfig } from "@storybook/react-vite";
import { readFileSync, existsSync } from "fs";
const config: StorybookConfig = {
  stories: ["../src/**/*.stories.tsx"],
  managerHead: (head) => head + readFileSync("head.html", "utf8"),
  env: (env) => ({ ...env, HAS: String(existsSync("x")) }),
  async viteFinal(base, { configType }) {
    if (configType === "PRODUCTION" && existsSync("prod.html")) base.base = "/prod/"; // !call
    const { mergeConfig } = await import("vite");
    return mergeConfig(base, { define: { VERSION: readFileSync("VERSION", "utf8") } }); // !call
  },
};
export default config;`),
};
