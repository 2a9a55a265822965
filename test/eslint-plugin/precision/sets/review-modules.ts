/** Code as it comes up in reviews: imports, helpers and fakes. */
import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const reviewModules: SnippetSet = {
  "imports with attributes and namespaces mixed": `
import fs, * as all from "node:fs";
import { default as other, "readFileSync" as read } from "fs";
export async function load(name) {
  fs.readFileSync(name); // !call
  all.readFileSync(name); // !call
  all.default.readFileSync(name); // !call
  other.readFileSync(name); // !call
  return read(name); // !call
}
`,
  "imports under aliases of subpaths": `
import fsPromises from "fs/promises";
import posix from "node:path/posix";
import { sync } from "cross-spawn";
import { sync as glob } from "fast-glob";
export async function all(name) {
  await fsPromises.readFile(posix.join(name));
  sync("ls"); // !call
  return glob(name); // !call
}
`,
  "globals of CommonJS and of process": commonjs(`
exports.load = async (name) => {
  const fs = process.mainModule.require("fs");
  const cp = module.require("child_process");
  cp.execSync("ls"); // !call
  return fs.readFileSync(name); // !call
};
`),
  "a generic helper with an async callback": typescript(`
import * as fs from "node:fs";
async function withFile<T>(name: string, use: (fd: number) => Promise<T>): Promise<T> {
  const fd = fs.openSync(name, "r"); // !call
  try { return await use(fd); } finally { fs.closeSync(fd); } // !call
}
export const size = (name: string) => withFile(name, async (fd) => fs.fstatSync(fd).size); // !call
`),
  "a decorator that runs while the class is defined": typescript(`
import { readFileSync } from "node:fs";
const fromFile = (name: string) => (_: unknown, context: ClassFieldDecoratorContext) => {
  const text = readFileSync(name, "utf8");
  return () => text;
};
export class Page {
  @fromFile("title.txt") title = "";
  async render() { return this.title; }
}
`),
  "a re-export of the platform with one's own replaced": withFiles(
    `
import { readFileSync, statSync } from "./files.js";
export const load = async (name) => [readFileSync(name), statSync(name)]; // !call
`,
    {
      "files.js": `
export * from "node:fs";
export const readFileSync = (name) => name;`,
    },
  ),
  "a fake of the platform's module for tests": withFiles(
    `
import fs from "./fake-fs.js";
export const load = async (name) => fs.readFileSync(name);
`,
    { "fake-fs.js": `const files = {};\nexport default { readFileSync: (name) => files[name] };` },
  ),
  "one helper used by scripts and by the server": withFiles(
    `
import { slug, load } from "./util.js";
export const page = async (title) => slug(title);
export const all = async () => [slug("a"), load("b")]; // !chain
load("eager");
`,
    {
      "util.js": `import { readFileSync } from "fs";\nexport const slug = (t) => t.toLowerCase();\nexport const load = (n) => readFileSync(n);`,
    },
  ),
};
