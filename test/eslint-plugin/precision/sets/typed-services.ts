/** Verdicts that need types, as services have them: injected, generic, narrowed, or of another library. */
import { typescript, type SnippetSet } from "../snippet.js";

export const typedServices: SnippetSet = {
  "a parameter typed as the module": typescript(`
import type * as nodeFs from "node:fs";
export async function load(fs: typeof nodeFs, name: string) {
  return fs.readFileSync(name); // !call
}
`),
  "an option with the module among others": typescript(`
import type fs from "node:fs";
interface Options { fs: typeof fs; root: string }
export async function load({ fs, root }: Options) {
  return fs.readFileSync(root); // !call
}
`),
  "a part of the module": typescript(`
import type * as fs from "node:fs";
type Files = Pick<typeof fs, "readFileSync" | "promises">;
export async function load(files: Files, name: string) {
  await files.promises.stat(name);
  return files.readFileSync(name); // !call
}
`),
  "an injected property": typescript(`
import type * as fs from "node:fs";
export class Service {
  private readonly deps: { files: typeof fs };
  constructor(deps: { files: typeof fs }) { this.deps = deps; }
  async load(name: string) {
    return this.deps.files.statSync(name); // !call
  }
}
`),
  "a directory's handle": typescript(`
import type { Dir } from "node:fs";
export async function first(folder: Dir) {
  const entry = await folder.read();
  return entry ?? folder.readSync(); // !call
}
`),
  "a function's type": typescript(`
import type { readFileSync } from "node:fs";
export async function load(read: typeof readFileSync, name: string) {
  return read(name); // !call
}
`),
  "an interface of one's own with the same names": typescript(`
interface Files { readFileSync(name: string): string; readSync(): void }
export async function load(files: Files, name: string) {
  files.readSync();
  return files.readFileSync(name);
}
`),
  "two classes with one method name, in parameters": typescript(`
import { readFileSync } from "node:fs";
export class Disk { get(name: string) { return readFileSync(name, "utf8"); } }
export class Memory { private all = new Map<string, string>(); get(name: string) { return this.all.get(name); } }
export async function a(store: Disk, name: string) { return store.get(name); } // !chain
export async function b(store: Memory, name: string) { return store.get(name); }
`),
  "one of two classes": typescript(`
import { readFileSync } from "node:fs";
class Disk { get(name: string) { return readFileSync(name, "utf8"); } }
class Memory { get(name: string) { return name; } }
declare const stores: { disk: Disk; memory: Memory };
export const a = async () => stores.disk.get("x"); // !chain
export const b = async () => stores.memory.get("x");
`),
  "an element of a typed array": typescript(`
import { readFileSync } from "node:fs";
class Page { get text() { return "x"; } render() { return readFileSync("x", "utf8"); } }
export async function all(pages: Page[]) {
  const found: string[] = [];
  for (const page of pages) found.push(page.render()); // !chain
  return found;
}
`),
  "a callback's parameter": typescript(`
import { readFileSync } from "node:fs";
class Page { render() { return readFileSync("x", "utf8"); } }
export async function all(pages: Page[]) {
  return pages.map((page) => page.render()); // !chain
}
`),
  "a value of a typed map": typescript(`
import { readFileSync } from "node:fs";
class Page { render() { return readFileSync("x", "utf8"); } }
const pages = new Map<string, Page>();
export async function one(name: string) {
  return pages.get(name)?.render(); // !chain
}
`),
  "what an awaited function gives": typescript(`
import { readFileSync } from "node:fs";
class Page { render() { return readFileSync("x", "utf8"); } }
declare function find(name: string): Promise<Page | undefined>;
export async function one(name: string) {
  const page = await find(name);
  return page?.render(); // !chain
}
`),
  "a generic function's result": typescript(`
import { readFileSync } from "node:fs";
class Page { render() { return readFileSync("x", "utf8"); } }
declare function inject<T>(token: new () => T): T;
export async function one() {
  const page = inject(Page);
  return page.render(); // !chain
}
`),
  "narrowed by instanceof": typescript(`
import { readFileSync } from "node:fs";
class Page { render() { return readFileSync("x", "utf8"); } }
export async function one(value: unknown) {
  if (value instanceof Page) return value.render(); // !chain
  return undefined;
}
`),
  "an abstract method is anybody's, even with types": typescript(`
abstract class Store { abstract get(name: string): string }
export async function one(store: Store) { return store.get("x"); }
`),
  "a function that returns a promise by its type alone": typescript(`
import { readFileSync } from "node:fs";
declare const client: { send(body: Uint8Array): Promise<void> };
export function upload(name: string) {
  return client.send(readFileSync(name)); // !call
}
export function size(name: string) {
  return readFileSync(name).length;
}
`),
  "a promise's reaction on something else's then": typescript(`
import { rmSync } from "node:fs";
declare const job: Promise<string>;
export function run() {
  void job.then((name) => rmSync(name)); // !call
}
`),
  "child processes typed": typescript(`
import type * as cp from "node:child_process";
export const make = (tools: { spawn: typeof cp.spawn; spawnSync: typeof cp.spawnSync }) => async () => {
  tools.spawn("ls");
  return tools.spawnSync("ls"); // !call
};
`),
  "a subclass that keeps and one that replaces": typescript(`
import { readFileSync } from "node:fs";
class Base { read() { return readFileSync("x", "utf8"); } }
class Keeps extends Base {}
class Replaces extends Base { override read() { return "x"; } }
export async function a(one: Keeps) { return one.read(); } // !chain
export async function b(one: Replaces) { return one.read(); }
`),
  "any and unknown say nothing": typescript(`
export async function load(fs: any, db: unknown) {
  (db as { execSync(): void }).execSync();
  return fs.readFileSync("x");
}
`),
};
