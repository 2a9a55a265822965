/** Where code runs: at once on the event loop, later, elsewhere, or never. */
import { commonjs, typescript, type SnippetSet } from "../snippet.js";

export const inlineAndLater: SnippetSet = {
  "an async generator lists synchronously": `
import { readdirSync, statSync } from "node:fs";

export async function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) { // !call
    if (entry.isDirectory()) yield* walk(folder + "/" + entry.name);
    else yield entry.name;
  }
}
export const sizes = async (files) => {
  for await (const file of files) console.log(statSync(file).size); // !call
};`,
  "a generator runs where it is iterated": `
import { readdirSync } from "node:fs";

function* walk(folder) {
  yield* readdirSync(folder);
}
export async function all(folder) {
  return [...walk(folder)]; // !chain
}
export async function first(folder) {
  for (const name of walk(folder)) return name; // !chain
}`,
  "a generator that is only made does not run yet": `
import { readdirSync } from "node:fs";

function* walk(folder) {
  yield* readdirSync(folder);
}
export async function lister(folder) {
  const names = walk(folder);
  return { names };
}`,
  "a stage of a pipeline is an async generator": `
import { pipeline } from "node:stream/promises";
import { deflateSync } from "node:zlib";

export const send = (source, target) =>
  pipeline(
    source,
    async function* (chunks) {
      for await (const chunk of chunks) yield deflateSync(chunk); // !call
    },
    target,
  );`,
  "an async transform of a web stream": `
import { gzipSync } from "node:zlib";

export const compressor = () =>
  new TransformStream({
    async transform(chunk, controller) {
      controller.enqueue(gzipSync(chunk)); // !call
    },
  });`,
  "an executor that answers synchronously": `
import { execSync } from "node:child_process";

export function shell(command) {
  return new Promise((resolve, reject) => {
    try {
      resolve(execSync(command)); // !call
    } catch (error) {
      reject(error);
    }
  });
}`,
  "a promise made from a synchronous answer": `
import { readFileSync, statSync } from "node:fs";

export const size = (file) => Promise.resolve(statSync(file).size); // !call
export function load(file) {
  const { promise, resolve } = Promise.withResolvers();
  resolve(readFileSync(file)); // !call
  return promise;
}
export function attempt(file) {
  return Promise.try(() => readFileSync(file)); // !call
}`,
  "a function that hands on another's promise": `
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
const compress = promisify(gzip);

export function loadOrDefault(file) {
  if (!existsSync(file)) return Promise.resolve("{}"); // !call
  return readFile(file, "utf8");
}
export function archive(file, data) {
  return existsSync(file) ? null : compress(data); // !call
}`,
  "the annotation says that it returns a promise": typescript(`
import { readFileSync } from "node:fs";

interface Store {
  save(text: string): Promise<number>;
}
export function publish(store: Store, file: string): Promise<number> {
  const text = readFileSync(file, "utf8"); // !call
  return store.save(text);
}
export function preview(file: string): string {
  return readFileSync(file, "utf8").slice(0, 80);
}`),
  "a reaction of a chain, wherever it stands": `
import { writeFileSync, appendFileSync, rmSync } from "node:fs";

export function record(url, file) {
  fetch(url)
    .then((response) => response.text())
    .then(
      (text) => writeFileSync(file, text), // !call
      (error) => appendFileSync("errors.log", String(error)), // !call
    )
    .finally(() => {
      rmSync(file + ".lock", { force: true }); // !call
    });
}`,
  "a then that is no promise's": `
import { readFileSync } from "node:fs";

const pipeline = {
  stages: [],
  then(stage) {
    this.stages.push(stage);
    return this;
  },
};
export const configured = pipeline.then(() => readFileSync("a")).then(() => readFileSync("b"));`,
  "array methods, a reviver, a replacer, and groups": `
import { readFileSync, statSync, readlinkSync, existsSync } from "node:fs";

export async function describe(files, text) {
  const sorted = files.toSorted((a, b) => statSync(a).size - statSync(b).size); // !call !call
  const groups = Object.groupBy(sorted, (file) => existsSync(file)); // !call
  const parsed = JSON.parse(text, (key, value) => (key === "$ref" ? readFileSync(value, "utf8") : value)); // !call
  const filled = text.replaceAll(/@(\\w+)/g, (_, name) => readlinkSync(name)); // !call
  return { groups, parsed, filled };
}`,
  "an own function that calls what it is given at once": `
import { execSync } from "node:child_process";

function retried(action, attempts = 3) {
  for (;;) {
    try {
      return action();
    } catch (error) {
      if (--attempts === 0) throw error;
    }
  }
}
export async function install() {
  return retried(() => execSync("npm ci")); // !call
}`,
  "an own function that keeps what it is given": `
import { writeFileSync } from "node:fs";
const hooks = [];
const onShutdown = (hook) => {
  hooks.push(hook);
};
function later(action) {
  setTimeout(action, 10);
}
export async function start(file) {
  onShutdown(() => writeFileSync(file, "stopped"));
  later(() => writeFileSync(file, "started"));
}`,
  "what an async function returns for others to call": `
import { readFileSync } from "node:fs";

export async function createLoader(root) {
  return {
    root,
    get manifest() { return readFileSync(root + "/manifest.json", "utf8"); },
    load: (name) => readFileSync(root + name),
    read(name) { return readFileSync(root + name, "utf8"); },
  };
}`,
  "a class made inside an async function: what runs when it is defined, and what does not": `
import { readFileSync } from "node:fs";

export async function define(base) {
  return class Page extends base(readFileSync("base.html")) { // !call
    static template = readFileSync("page.html", "utf8"); // !call
    static {
      this.style = readFileSync("page.css", "utf8"); // !call
    }
    text = readFileSync("text.html");
    [readFileSync("method.txt", "utf8")]() {} // !call
    render() { return readFileSync("layout.html"); }
  };
}`,
  "defaults are evaluated on the way in": `
import { readFileSync } from "node:fs";

export async function serve(port, page = readFileSync("page.html")) { // !call
  const { key = readFileSync("key.pem"), cert } = await options(port); // !call
  return [port, page, key, cert];
}`,
  "an async iterator written by hand": `
import { readSync } from "node:fs";

export class Blocks {
  constructor(fd) {
    this.fd = fd;
  }
  [Symbol.asyncIterator]() {
    const block = Buffer.alloc(4096);
    return {
      next: async () => {
        const value = readSync(this.fd, block); // !call
        return { value, done: value === 0 };
      },
      return: () => Promise.resolve({ done: true, value: undefined }),
    };
  }
}`,
  "cleaning up in finally, and with using": typescript(`
import { rmSync, mkdtempSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

export async function inFolder<T>(action: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync("job-"); // !call
  try {
    using database = new DatabaseSync(":memory:"); // !call
    database.prepare("select 1");
    return await action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true }); // !call
  }
}`),
  "branches that cannot run": `
import { readFileSync } from "node:fs";

export async function load(file) {
  if (false) return readFileSync("debug.txt");
  return fetch(file);
  readFileSync(file);
}`,
  "an immediately called function and an arrow in a field": `
import { readFileSync, statSync } from "node:fs";

export class View {
  refresh = async () => statSync(this.file); // !call
  peek = () => statSync(this.file);
}
export const load = async (file) => {
  const text = (() => readFileSync(file, "utf8"))(); // !call
  const size = function () {
    return statSync(file).size; // !call
  }.call(null);
  return [text, size];
};`,
  "a command-line program's main function is async": commonjs(
    `
#!/usr/bin/env node
const fs = require("fs");
const { program } = require("commander");

program.command("build").action(async (options) => {
  const text = fs.readFileSync(options.config, "utf8"); // !call
  await build(text);
});
program.parseAsync();`.trimStart(),
  ),
};
