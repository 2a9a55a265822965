/** Everyday projects and modules, a second time round: what is found in them. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const everydayProjects: SnippetSet = {
  "server-side rendering with a manifest in production": withFiles(
    `
import { isProduction } from "./environment.js";
import { manifest } from "./manifest.js";
export async function render(url) {
  const assets = isProduction ? manifest() : []; // !chain
  const { render } = await import("./entry.js");
  return render(url, assets);
}`,
    {
      "environment.js": `export const isProduction = process.env.NODE_ENV === "production";`,
      "manifest.js": `
import fs from "node:fs";
import { fileURLToPath } from "node:url";
export const manifest = () => JSON.parse(fs.readFileSync(fileURLToPath(new URL("./manifest.json", import.meta.url)), "utf8"));`,
      "entry.js": `export const render = (url) => url;`,
    },
  ),
  "a module graph with a cycle": withFiles(
    `
import { parse } from "./parser.js";
export async function main(file) {
  return parse(file); // !chain
}`,
    {
      "parser.js": `
import { resolve } from "./resolver.js";
export function parse(file) { return resolve(file).map((one) => one); }`,
      "resolver.js": `
import { parse } from "./parser.js";
import { existsSync } from "node:fs";
export const resolve = (file) => (existsSync(file) ? [file] : parse(file + ".js"));`,
    },
  ),
  "a package of the workspace with conditions in its exports": {
    code: `
import { load } from "@acme/config";
import { load as lib } from "@acme/config/lib";
export async function main() {
  load(); // !chain
  lib();
}`,
    files: {
      "package.json": `{ "private": true, "workspaces": ["packages/*"] }`,
      "packages/config/package.json": `{ "name": "@acme/config", "exports": { ".": { "import": "./esm.js", "require": "./cjs.cjs" }, "./lib": "./lib.js" } }`,
      "packages/config/esm.js": `import { readFileSync } from "node:fs";\nexport const load = () => readFileSync("a");`,
      "packages/config/cjs.cjs": `exports.load = () => {};`,
      "packages/config/lib.js": `export const load = () => "quiet";`,
    },
    links: { "node_modules/@acme/config": "packages/config" },
  },
  "tsconfig's paths": typescript(
    `
import { readFlags } from "@/flags";
import { log } from "@shared/log";
export async function isOn(name: string): Promise<boolean> {
  log(name);
  return readFlags()[name] === true; // !chain
}`,
    {
      "tsconfig.json": `{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"], "@shared/*": ["../shared/*", "shared/*"] } } }`,
      "src/flags.ts": `import fs from "fs";\nexport const readFlags = (): Record<string, boolean> => JSON.parse(fs.readFileSync("flags.json", "utf8"));`,
      "shared/log.ts": `export const log = (text: string): void => { console.log(text); };`,
    },
  ),
  "promise chains in the old style": commonjs(`
var fs = require("fs");
var Promise = require("bluebird");
var readFile = Promise.promisify(fs.readFile);
exports.load = function (name) {
  return readFile(name).then(function (text) {
    return fs.statSync(name).size + text.length; // !call
  }).tap(function () {}).catch(function (error) {
    return fs.readFileSync("fallback"); // !call
  });
};
exports.all = function (names) {
  return Promise.map(names, function (name) { return readFile(name); });
};
exports.plain = function (name, done) { done(null, fs.readFileSync(name)); };`),
  "a debounced save": `
import { debounce, throttle, once } from "lodash-es";
import { writeFileSync, readFileSync } from "node:fs";
const save = debounce((state) => writeFileSync("state.json", JSON.stringify(state)), 100);
const load = once(() => readFileSync("state.json", "utf8"));
export async function update(state) {
  save(state);
  return load(); // !chain
}`,
  "asynchronous iteration with a synchronous inside": `
import { createInterface } from "node:readline/promises";
import { appendFileSync, createReadStream, openSync, writeSync } from "node:fs";
export async function filter(name, keep) {
  const out = openSync(name + ".out", "w"); // !call
  for await (const line of createInterface({ input: createReadStream(name) })) {
    if (keep(line)) writeSync(out, line); // !call
    else appendFileSync("dropped", line); // !call
  }
}`,
  "a build's cleanup in every ending": `
import { rmSync, mkdtempSync } from "node:fs";
import os from "node:os";
class TemporaryFolder {
  path = mkdtempSync(os.tmpdir() + "/x");
  async [Symbol.asyncDispose]() { rmSync(this.path, { recursive: true }); } // !call
}
export async function withFolder(run) {
  const folder = new TemporaryFolder(); // !chain
  try { return await run(folder.path); } finally { await folder[Symbol.asyncDispose](); }
}
process.on("exit", () => rmSync("tmp", { recursive: true }));`,
  "flags of every kind that a loop waits for": typescript(`
let connected = false;
const status = { done: 0 };
declare const socket: { on(name: string, f: () => void): void; readyState: number };
socket.on("open", () => { connected = true; status.done = 1; });
export function waitOpen(): void {
  while (!connected) { /* spin */ } // !spin
  while (status.done !== 1); // !spin
  for (;;) { if (socket.readyState === 1) break; } // !spin
}
export async function waitWell(): Promise<void> {
  while (!connected) await new Promise((resolve) => setTimeout(resolve, 5));
}
export async function waitBadly(): Promise<void> {
  while (!connected) await Promise.resolve(status); // !spin
}`),
  "gates and rate limits by the clock": `
export function limiter(perSecond) {
  let next = 0;
  return function take() {
    while (Date.now() < next) {} // !spin
    next = Date.now() + 1000 / perSecond;
  };
}
const take = limiter(5);
export async function call(url) {
  take(); // !chain
  return fetch(url);
}`,
  "JSX of a server component": named(
    "page.tsx",
    `
import { readFileSync } from "node:fs";
import { Markdown } from "./markdown";
export default async function Page({ params }: { params: { slug: string } }) {
  const text = readFileSync("posts/" + params.slug, "utf8"); // !call
  return <Markdown text={text} related={["a"].map((name) => readFileSync(name, "utf8"))} />; // !call
}
export function Layout({ children }: { children: unknown }) {
  const css = readFileSync("style.css", "utf8");
  return <html><style>{css}</style>{children}</html>;
}`,
  ),
};
