/** Snippets that need types: what services, tools and libraries are handed, and what their calls give. */
import { typescript, type SnippetSet } from "../snippet.js";

export const typedApplications: SnippetSet = {
  "a context object with services": typescript(`
import type fs from "node:fs";
import type { DatabaseSync } from "node:sqlite";
interface Context { readonly fs: typeof fs; readonly db: DatabaseSync; log(line: string): void }
export const resolvers = {
  Query: {
    file: async (_: unknown, { name }: { name: string }, context: Context) => context.fs.readFileSync(name, "utf8"), // !call
    user: async (_: unknown, { id }: { id: number }, { db, log }: Context) => {
      log("user");
      return db.prepare("select * from users where id = ?").get(id); // !call
    },
  },
};`),
  "a service that is injected by its constructor": typescript(`
import { readFileSync, existsSync } from "node:fs";
class ConfigService {
  private values?: Record<string, string>;
  get(key: string): string | undefined { return this.load()[key]; }
  has(key: string): boolean { return key in (this.values ?? {}); }
  private load(): Record<string, string> { return JSON.parse(readFileSync("config.json", "utf8")); }
  get present(): boolean { return existsSync("config.json"); }
}
export class UserController {
  constructor(private readonly config: ConfigService) {}
  async show(id: string): Promise<string | undefined> {
    if (!this.config.has(id)) return undefined;
    if (!this.config.present) return undefined; // !chain
    return this.config.get(id); // !chain
  }
}`),
  "generic repositories": typescript(`
import { readFileSync, writeFileSync } from "node:fs";
abstract class Repository<T extends { id: string }> {
  protected abstract readonly file: string;
  all(): T[] { return JSON.parse(readFileSync(this.file, "utf8")) as T[]; }
  find(id: string): T | undefined { return this.all().find((one) => one.id === id); }
  save(list: T[]): void { writeFileSync(this.file, JSON.stringify(list)); }
}
class Orders extends Repository<{ id: string; total: number }> {
  protected readonly file = "orders.json";
}
export async function total(orders: Orders, any: Repository<{ id: string }>, id: string): Promise<number> {
  any.save([]); // !chain
  return orders.find(id)?.total ?? 0; // !chain
}`),
  "maps, sets, arrays and records of services": typescript(`
import { Store } from "./services.js";
export async function each(list: Store[], map: Map<string, Store>, set: Set<Store>, record: Record<string, Store>): Promise<void> {
  for (const store of list) store.load(); // !chain
  for (const [, store] of map) store.load(); // !chain
  for (const store of set.values()) store.load(); // !chain
  map.get("a")?.load(); // !chain
  record.b.load(); // !chain
  list.at(-1)!.load(); // !chain
  list.forEach((store) => store.load()); // !chain
  Object.values(record).map((store) => store.load()); // !chain
}`),
  "unions narrowed by a tag and by instanceof": typescript(`
import { Store, type Harmless } from "./services.js";
type Source = { kind: "store"; value: Store } | { kind: "other"; value: Harmless };
export async function use(source: Source, either: Store | string | undefined, unknown: unknown): Promise<void> {
  if (source.kind === "store") source.value.load(); // !chain
  else source.value.exec("a");
  if (typeof either === "object") either.load(); // !chain
  if (unknown instanceof Store) unknown.load(); // !chain
}`),
  "functions typed after the API": typescript(`
import type { readFileSync, existsSync } from "node:fs";
import type cp from "node:child_process";
type Exec = typeof cp.execSync;
interface Deps { read: typeof readFileSync; exists?: typeof existsSync; exec: Exec }
export async function run({ read, exists, exec }: Deps, own: (name: string) => boolean): Promise<void> {
  read("a"); // !call
  exists?.("b"); // !call
  exec("c"); // !call
  own("d");
}`),
  "what functions and methods give": typescript(`
import fs from "node:fs";
import { Store } from "./services.js";
class Container {
  private readonly store = new Store();
  getStore(): Store { return this.store; }
  get files(): typeof fs { return fs; }
  async open(): Promise<Store> { return this.store; }
  resolve<T>(type: new () => T): T { return new type(); }
}
export async function use(container: Container): Promise<void> {
  container.getStore().load(); // !chain
  container.files.statSync("a"); // !call
  (await container.open()).load(); // !chain
  container.resolve(Store).load(); // !chain
}`),
  "asynchronous files and handles stay silent": typescript(`
import type { FileHandle } from "node:fs/promises";
import type fsp from "node:fs/promises";
import type { Worker } from "node:worker_threads";
import type { Server } from "node:http";
export async function use(handle: FileHandle, files: typeof fsp, worker: Worker, server: Server): Promise<void> {
  await handle.readFile();
  await handle.datasync();
  await files.rm("a");
  worker.postMessage("b");
  server.listen(80);
  await handle[Symbol.asyncDispose]();
}`),
  "two classes with one method name": typescript(`
import { readFileSync } from "node:fs";
class DiskCache { get(key: string): string { return readFileSync(key, "utf8"); } }
class MemoryCache { private readonly map = new Map<string, string>(); get(key: string): string { return this.map.get(key) ?? ""; } }
export async function lookup(memory: MemoryCache, disk: DiskCache, both: MemoryCache | DiskCache): Promise<string> {
  return memory.get("a") || disk.get("b"); // !chain
}
export async function silent(cache: MemoryCache): Promise<string> { return cache.get("x"); }`),
  "interfaces with a Sync that is somebody's own": typescript(`
interface Storage2 { readFileSync(name: string): string; existsSync(name: string): boolean }
declare class Engine { execSync(code: string): unknown; run(): void; get(): number; all(): number[]; prepare(text: string): Engine }
export async function use(storage: Storage2, engine: Engine): Promise<void> {
  storage.readFileSync("a");
  if (storage.existsSync("b")) engine.execSync("c");
  engine.prepare("d").run();
  engine.prepare("e").all();
}`),
  "a parameter of an optional module, and a default": typescript(`
import nodeFs from "node:fs";
type Options = { fs?: Pick<typeof nodeFs, "statSync" | "promises">; silent?: boolean };
export async function size(name: string, { fs = nodeFs }: Options = {}): Promise<number> {
  await fs.promises.access(name);
  return fs.statSync(name).size; // !call
}
export async function other(name: string, options?: Options): Promise<number | undefined> {
  return options?.fs?.statSync(name).size; // !call
}`),
  "this of a function and of an object": typescript(`
import type fs from "node:fs";
import { Store } from "./services.js";
export async function handler(this: { fs: typeof fs }, name: string): Promise<Buffer> {
  return this.fs.readFileSync(name); // !call
}
export const api = {
  store: new Store(),
  async load(): Promise<string> { return this.store.load(); }, // !chain
};`),
  "methods handed on by reference": typescript(`
import type fs from "node:fs";
import { Store } from "./services.js";
export async function all(names: string[], files: typeof fs, store: Store): Promise<unknown> {
  const load = store.load.bind(store);
  const { readFileSync } = files;
  load(); // !chain
  names.map((name) => readFileSync(name)); // !call
  names.filter(files.existsSync); // !call
  return files.statSync.call(files, "a"); // !call
}`),
  "a statement that is kept in a field of a type": typescript(`
import { DatabaseSync, type StatementSync } from "node:sqlite";
interface Statements { byId: StatementSync; insert: StatementSync }
export class Users {
  readonly #statements: Statements;
  constructor(private db: DatabaseSync) {
    this.#statements = { byId: db.prepare("a"), insert: db.prepare("b") };
  }
  async find(id: number): Promise<unknown> { return this.#statements.byId.get(id); } // !call
  async add(...names: string[]): Promise<void> {
    const { insert } = this.#statements;
    for (const name of names) insert.run(name); // !call
    this.db.exec("commit"); // !call
  }
}`),
  "a folder's handle that is awaited": typescript(`
import { opendir } from "node:fs/promises";
import type { Dir, Dirent } from "node:fs";
async function* entries(dir: Dir): AsyncGenerator<Dirent> {
  let entry: Dirent | null;
  while ((entry = dir.readSync()) !== null) yield entry; // !call
}
export async function list(name: string): Promise<string[]> {
  const names: string[] = [];
  const dir = await opendir(name);
  for await (const entry of entries(dir)) names.push(entry.name);
  dir.closeSync(); // !call
  return names;
}`),
  "conditional and mapped types over a module": typescript(`
import type fs from "node:fs";
type SyncOnly = { [K in keyof typeof fs as K extends \`\${string}Sync\` ? K : never]: (typeof fs)[K] };
type Awaited2<T> = T extends Promise<infer U> ? U : T;
export async function go(files: SyncOnly, later: Awaited2<Promise<typeof fs>>): Promise<void> {
  files.readdirSync("a"); // !call
  later.mkdirSync("b"); // !call
}`),
  "handlers typed by an interface of functions": typescript(`
import { Store } from "./services.js";
type Handler<C> = (context: C) => Promise<string> | string;
const handlers: Record<string, Handler<{ store: Store }>> = {
  a: async ({ store }) => store.load(), // !chain
  b: ({ store }) => store.load(),
  c: async (context) => context.store.load(), // !chain
};
export const register = (add: (name: string, handler: Handler<{ store: Store }>) => void): void => {
  add("d", async (context) => context.store.load()); // !chain
  add("e", (context) => context.store.load());
  for (const name of Object.keys(handlers)) add(name, handlers[name]!);
};`),
  "functions that return a promise by their type": typescript(`
import fs from "node:fs";
interface Task { run(): Promise<void> }
declare function later<T>(value: T): Promise<T>;
export function load(name: string): Promise<string> {
  const text = fs.readFileSync(name, "utf8"); // !call
  return later(text);
}
export const task: Task = {
  run() {
    fs.mkdirSync("a"); // !call
    return later(undefined);
  },
};
export const plain = (name: string): string => fs.readFileSync(name, "utf8");`),
  "static members, and a class handed over": typescript(`
import { existsSync } from "node:fs";
class Files { static exists(name: string): boolean { return existsSync(name); } static readonly tool = new Files(); check(): boolean { return existsSync("a"); } }
export async function go(type: typeof Files): Promise<boolean> {
  Files.tool.check(); // !chain
  type.tool.check(); // !chain
  return type.exists("a"); // !chain
}`),
  "a value from a tuple, a promise of many and a callback's argument": typescript(`
import { Store } from "./services.js";
declare function withStore<T>(run: (store: Store) => Promise<T>): Promise<T>;
export async function go(pair: readonly [Store, string], many: Promise<Store>[]): Promise<string> {
  pair[0].load(); // !chain
  const [first] = await Promise.all(many);
  first?.load(); // !chain
  const settled = await Promise.allSettled(many);
  for (const one of settled) if (one.status === "fulfilled") one.value.load(); // !chain
  return withStore(async (store) => store.load()); // !chain
}`),
  "an assertion and a user-defined guard": typescript(`
import type fs from "node:fs";
import { Store } from "./services.js";
const isStore = (value: unknown): value is Store => value instanceof Store;
function assertFs(value: unknown): asserts value is typeof fs {}
export async function go(value: unknown, other: unknown): Promise<void> {
  if (isStore(value)) value.load(); // !chain
  assertFs(other);
  other.unlinkSync("a"); // !call
}`),
  "a namespace of interfaces and a global": typescript(`
import type fs from "node:fs";
declare global { var appFs: typeof fs; interface Window { readonly files: typeof fs } }
namespace App { export interface Env { readonly fs: typeof fs } export const env = {} as Env; }
export async function go(window: Window): Promise<void> {
  globalThis.appFs.readFileSync("a"); // !call
  window.files.readFileSync("b"); // !call
  App.env.fs.readFileSync("c"); // !call
}`),
  "overridden methods of typed objects": typescript(`
import { readFileSync } from "node:fs";
class Base { load(): string { return "a"; } }
class Disk extends Base { override load(): string { return readFileSync("a", "utf8"); } }
class Deep extends Disk {}
export async function go(base: Base, disk: Disk, deep: Deep): Promise<string> {
  return disk.load() + deep.load(); // !chain !chain
}`),
  "a reaction's argument": typescript(`
import type { DatabaseSync } from "node:sqlite";
import { Store } from "./services.js";
export function go(opened: Promise<DatabaseSync>, stores: Promise<readonly Store[]>): Promise<unknown> {
  void stores.then((list) => list[0]?.load()); // !chain
  return opened.then((db) => db.prepare("a").all()); // !call
}`),
  "enumerations and constants do not hide the call": typescript(`
import type * as fs from "node:fs";
const enum Api { Read = "readFileSync", Stat = "statSync" }
const names = { remove: "rmSync" } as const;
export async function go(files: typeof fs): Promise<void> {
  files[Api.Read]("a"); // !call
  files[Api.Stat]("b"); // !call
  files[names.remove]("c"); // !call
}`),
  "builders that return this": typescript(`
import { writeFileSync } from "node:fs";
class Report {
  private readonly lines: string[] = [];
  add(line: string): this { this.lines.push(line); return this; }
  write(name: string): this { writeFileSync(name, this.lines.join("\\n")); return this; }
}
export async function go(report: Report): Promise<void> {
  report.add("a").add("b").write("c").add("d"); // !chain
}`),
  "promised services that are not awaited here": typescript(`
import type { Store } from "./services.js";
export async function go(store: Promise<Store>, make: () => Store): Promise<() => string> {
  const own = make();
  await store;
  return () => own.load();
}`),
  "a keyof access and a partial record": typescript(`
import { Store } from "./services.js";
interface Registry { main: Store; backup?: Store; name: string }
export async function go<K extends "main" | "backup">(registry: Registry, key: K, part: Partial<Record<"a" | "b", Store>>): Promise<void> {
  registry[key]?.load(); // !chain
  part.a?.load(); // !chain
  registry.name.trim();
}`),
  "iterators of typed collections": typescript(`
import { readFileSync } from "node:fs";
class Lines implements Iterable<string> {
  constructor(private readonly name: string) {}
  *[Symbol.iterator](): Generator<string> { yield* readFileSync(this.name, "utf8").split("\\n"); }
}
export async function count(lines: Lines, other: Iterable<string>): Promise<number> {
  let total = 0;
  for (const line of lines) total += line.length; // !chain
  for (const line of other) total += line.length;
  return total + [...lines].length; // !chain
}`),
  "events with typed listeners": typescript(`
import { EventEmitter } from "node:events";
import type fs from "node:fs";
export class Watcher extends EventEmitter<{ change: [name: string] }> {
  constructor(private readonly fs: typeof import("node:fs")) {
    super();
    this.on("change", (name) => { this.fs.statSync(name); });
    this.on("change", async (name) => { this.fs.readFileSync(name); }); // !call
  }
  async poke(name: string, files: typeof fs): Promise<void> {
    files.existsSync(name); // !call
  }
}`),
};
