/** Snippets that need types: generics, collections, guards, and interfaces that say nothing. */
import { typescript, type SnippetSet } from "../snippet.js";

export const typedShapes: SnippetSet = {
  "what a generic class holds": typescript(`
import fs from "node:fs";
class Box<T> {
  constructor(readonly value: T) {}
  map<U>(change: (value: T) => U): U {
    return change(this.value);
  }
}
export async function load(box: Box<typeof fs>, name: string): Promise<string> {
  return box.value.readFileSync(name, "utf8"); // !call
}`),
  "a promise of the module": typescript(`
export async function load(module: Promise<typeof import("node:fs")>, name: string): Promise<Buffer> {
  const files = await module;
  return files.readFileSync(name); // !call
}`),
  "a method that gives the module": typescript(`
import type fs from "node:fs";
abstract class Host {
  abstract files(): typeof fs;
  async size(name: string): Promise<number> {
    return this.files().statSync(name).size; // !call
  }
}
export default Host;`),
  "records, lists and tuples": typescript(`
import type { Dir } from "node:fs";
export async function first(byName: Record<string, Dir>, list: readonly Dir[], pair: [string, Dir]): Promise<void> {
  byName["a"]?.readSync(); // !call
  list.forEach((dir) => dir.closeSync()); // !call
  const [name, dir] = pair;
  console.log(name, dir.readSync()); // !call
  await list[0]?.close();
}`),
  "an interface of the project, however it is reached": typescript(`
import type { Services } from "./services.js";
export async function run(services: Partial<Services>, store: Services["store"]): Promise<string> {
  services.harmless?.exec("a");
  services.inner?.directory.readSync(); // !call
  return store.load() + (services.store?.load() ?? ""); // !chain !chain
}`),
  "a guard of one's own": typescript(`
import { Store } from "./services.js";
function isStore(value: unknown): value is Store {
  return value instanceof Store;
}
export async function read(value: { load(): string } | number | Store): Promise<string> {
  if (typeof value === "number") return "";
  return isStore(value) ? value.load() : ""; // !chain
}`),
  "a class that inherits what blocks": typescript(`
import { Store } from "./services.js";
class Cached extends Store {
  private text?: string;
  cached(): string {
    return this.text ?? "";
  }
}
export async function both(cached: Cached): Promise<string> {
  return cached.cached() + cached.load(); // !chain
}`),
  "dependencies by an intersection": typescript(`
import type { Store } from "./services.js";
type Log = { log(text: string): void };
type Dependencies = { readonly store: Store } & Log;
export const handler = (dependencies: Dependencies) => async (): Promise<void> => {
  dependencies.log(dependencies.store.load()); // !chain
};`),
  "any, unknown and interfaces with such names": typescript(`
interface Database {
  exec(text: string): void;
  prepare(text: string): { all(): unknown[]; get(id: number): unknown };
}
export async function query(db: Database, other: any, what: unknown): Promise<unknown> {
  db.exec("a");
  other.readFileSync("a");
  other.db.prepare("a").run();
  return what ?? db.prepare("b").all();
}`),
  "a map of functions": typescript(`
import type { readFileSync } from "node:fs";
const readers = new Map<string, typeof readFileSync>();
export async function load(kind: string, name: string): Promise<unknown> {
  const read = readers.get(kind);
  if (read === undefined) return undefined;
  return read(name); // !call
}`),
  "a parameter that is a function of the module": typescript(`
import type fs from "node:fs";
interface Writer {
  (name: string, text: string): void;
}
export async function save(write: typeof fs.writeFileSync, other: Writer): Promise<void> {
  other("a", "b");
  write("a", "b"); // !call
}`),
  "a function that gives one of several": typescript(`
import type { Dir } from "node:fs";
declare function open(name: string): Dir | null;
declare function openLater(name: string): Promise<Dir | null>;
export async function first(name: string): Promise<string | undefined> {
  const later = await openLater(name);
  return open(name)?.readSync()?.name ?? later?.readSync()?.name; // !call !call
}`),
  "children and scripts: the methods that block and those that do not": typescript(`
import type { ChildProcess } from "node:child_process";
import type { Script } from "node:vm";
import type { Worker } from "node:worker_threads";
export async function stop(child: ChildProcess, script: Script, worker: Worker): Promise<void> {
  child.kill();
  worker.postMessage("stop");
  script.createCachedData();
  script.runInThisContext(); // !call
  await worker.terminate();
}`),
  "an object that is constant": typescript(`
import { Store } from "./services.js";
const dependencies = { store: new Store(), names: ["a"] } as const;
export async function load(): Promise<string> {
  return dependencies.store.load() + dependencies.names[0]; // !chain
}`),
  "a promise that only its type tells": typescript(`
import { readFileSync } from "node:fs";
interface Client {
  send(text: string): PromiseLike<number>;
  readonly pending: Promise<void>;
  count(text: string): number;
}
export class Uploader {
  constructor(private readonly client: Client) {}
  upload(name: string) {
    return this.client.send(readFileSync(name, "utf8")); // !call
  }
  flush(name: string) {
    readFileSync(name); // !call
    return this.client.pending;
  }
  count(name: string) {
    return this.client.count(readFileSync(name, "utf8"));
  }
}`),
  "a constructor's parameters with modifiers": typescript(`
import type { Store } from "./services.js";
import type * as fs from "node:fs";
export class Service {
  constructor(
    protected readonly store: Store,
    private readonly io: Pick<typeof fs, "existsSync">,
  ) {}
  async run(name: string): Promise<boolean> {
    const { store, io } = this;
    return store.load() === name && io.existsSync(name); // !chain !call
  }
}`),
  "helpers by the type of their object": typescript(`
import { readFileSync } from "node:fs";
const helpers = {
  read: (name: string): string => readFileSync(name, "utf8"),
  trim: (text: string): string => text.trim(),
};
export async function load(tools: typeof helpers, name: string): Promise<string> {
  return tools.trim(tools.read(name)); // !chain
}`),
};
