/** Snippets that need types: ports and adapters, containers, utility types, factories, handles and databases. */
import { typescript, type SnippetSet } from "../snippet.js";

export const typedArchitecture: SnippetSet = {
  "picked, omitted, readonly and partial modules": typescript(`
import type fs from "node:fs";
import type * as crypto from "node:crypto";
type Host = Pick<typeof fs, "readFileSync" | "existsSync">;
type Rest = Omit<typeof fs, "readFileSync">;
export async function load(host: Host, rest: Rest, keys: Readonly<typeof crypto>): Promise<string> {
  if (!host.existsSync("a")) return ""; // !call
  rest.statSync("a"); // !call
  keys.scryptSync("a", "b", 32); // !call
  return host.readFileSync("a", "utf8"); // !call
}`),
  "a part of the module that may be missing": typescript(`
import type fs from "node:fs";
export async function load(host: Partial<typeof fs>, other: Required<Partial<typeof fs>>): Promise<void> {
  host.mkdirSync?.("a"); // !call
  host.promises?.mkdir("a");
  other.rmSync("a"); // !call
}`),
  "an interface that names the API's functions": typescript(`
import type { readFileSync, statSync } from "node:fs";
import type { execFileSync } from "node:child_process";
interface System {
  readFile: typeof readFileSync;
  readonly stat: typeof statSync;
  run?: typeof execFileSync;
  log(text: string): void;
}
export async function start(system: System): Promise<void> {
  system.log("start");
  system.readFile("a"); // !call
  system.stat("a"); // !call
  system.run?.("git", ["fetch"]); // !call
}`),
  "an interface with one class behind it": typescript(`
import { writeFileSync } from "node:fs";
interface Journal {
  append(text: string): void;
}
class FileJournal implements Journal {
  append(text: string): void {
    writeFileSync("journal", text, { flag: "a" });
  }
}
export const journal: Journal = new FileJournal();
export async function audit(text: string): Promise<void> {
  journal.append(text); // !chain
}`),
  "an interface with two classes behind it says nothing": typescript(`
import { writeFileSync } from "node:fs";
interface Sink {
  put(text: string): void;
}
class FileSink implements Sink {
  put(text: string): void { writeFileSync("sink", text); }
}
class MemorySink implements Sink {
  readonly lines: string[] = [];
  put(text: string): void { this.lines.push(text); }
}
export async function log(sink: Sink, memory: MemorySink, file: FileSink): Promise<void> {
  sink.put("a");
  memory.put("b");
  file.put("c"); // !chain
}`),
  "an injected service with a token": typescript(`
import { Inject, Injectable } from "@nestjs/common";
import { DatabaseSync, type StatementSync } from "node:sqlite";
@Injectable()
export class UserRepository {
  private readonly byId: StatementSync;
  @Inject("log") private readonly log!: { write(text: string): void };
  constructor(@Inject("DB") private readonly db: DatabaseSync) {
    this.byId = db.prepare("select * from users where id = ?");
  }
  async find(id: number): Promise<unknown> {
    this.log.write("find");
    return this.byId.get(id); // !call
  }
  async clear(): Promise<void> {
    this.db.exec("delete from users"); // !call
  }
  prepare(text: string): StatementSync {
    return this.db.prepare(text);
  }
  async custom(text: string): Promise<unknown[]> {
    return this.prepare(text).all(); // !call
  }
}`),
  "databases handed to functions": typescript(`
import type { DatabaseSync } from "node:sqlite";
export async function count({ db, table }: { db: DatabaseSync; table: string }): Promise<unknown> {
  const statement = db.prepare("select count(*) from " + table);
  return statement.get(); // !call
}
export const rows = async (db: DatabaseSync): Promise<unknown[]> => [
  ...db.prepare("select * from a").iterate(), // !call
];
export const transaction = (db: DatabaseSync, run: () => void): void => {
  db.exec("begin");
  run();
  db.exec("commit");
};`),
  "folders and handles": typescript(`
import type { Dir } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { opendir, open } from "node:fs/promises";
export async function walk(dir: Dir, handle: FileHandle): Promise<void> {
  dir.readSync(); // !call
  await dir.read();
  await handle.read();
  await handle.close();
  dir.closeSync(); // !call
}
export async function first(name: string): Promise<string | undefined> {
  const dir = await opendir(name);
  const file = await open(name);
  await file.sync();
  return dir.readSync()?.name; // !call
}`),
  "what a factory gives": typescript(`
import fs from "node:fs";
import { Store } from "./services.js";
function createHost() {
  return { fs, name: "host", store: new Store() };
}
const make = (): ReturnType<typeof createHost> => createHost();
type Host = ReturnType<typeof createHost>;
export async function load(host: Host): Promise<string> {
  make().fs.readdirSync("a"); // !call
  host.store.load(); // !chain
  return host.fs.readFileSync(host.name, "utf8"); // !call
}`),
  "what an async factory gives": typescript(`
import { Store } from "./services.js";
async function open() {
  await Promise.resolve();
  return new Store();
}
export async function use(store: Awaited<ReturnType<typeof open>>): Promise<string> {
  const own = await open();
  const [one] = await Promise.all([open()]);
  return store.load() + own.load() + one.load(); // !chain !chain !chain
}`),
  "an abstract class and what extends it": typescript(`
import { readFileSync } from "node:fs";
abstract class Loader {
  abstract read(name: string): string;
  load(name: string): string {
    return this.read(name).trim();
  }
  parse(name: string): unknown {
    return JSON.parse(readFileSync(name, "utf8"));
  }
}
class MemoryLoader extends Loader {
  read(name: string): string { return name; }
}
export async function run(loader: Loader, memory: MemoryLoader): Promise<unknown> {
  loader.load("a");
  memory.load("a");
  return [loader.parse("b"), memory.parse("b")]; // !chain !chain
}`),
  "a union of classes": typescript(`
import { Store } from "./services.js";
class MemoryStore {
  load(): string { return ""; }
}
export async function read(store: Store | MemoryStore, maybe: Store | undefined): Promise<string> {
  if (store instanceof MemoryStore) return store.load();
  return store.load() + (maybe?.load() ?? ""); // !chain !chain
}`),
  "a discriminated union": typescript(`
import { Store } from "./services.js";
type Source = { kind: "disk"; store: Store } | { kind: "memory"; store: Map<string, string> };
export async function read(source: Source): Promise<string | undefined> {
  switch (source.kind) {
    case "disk":
      return source.store.load(); // !chain
    case "memory":
      return source.store.get("a");
  }
}`),
  "generic repositories": typescript(`
import { Store } from "./services.js";
class Registry<T> {
  private readonly items = new Map<string, T>();
  get(key: string): T {
    return this.items.get(key)!;
  }
  all(): T[] {
    return [...this.items.values()];
  }
}
const registry = new Registry<Store>();
const names = new Registry<{ load(): string }>();
export async function read(): Promise<string> {
  for (const store of registry.all()) store.load(); // !chain
  return names.get("a").load() + registry.get("a").load(); // !chain
}`),
  "a bound on a type parameter": typescript(`
import type fs from "node:fs";
import { Store } from "./services.js";
export async function use<T extends Store, F extends typeof fs>(store: T, files: F): Promise<string> {
  files.rmSync("a"); // !call
  return store.load(); // !chain
}
export async function any<T extends { load(): string }>(store: T): Promise<string> {
  return store.load();
}`),
  "destructured from what is typed": typescript(`
import type fs from "node:fs";
import type { Services } from "./services.js";
interface Context {
  readonly fs: typeof fs;
  readonly services: Services;
}
export async function handler({ fs, services: { store, harmless } }: Context): Promise<string> {
  harmless.exec("a");
  fs.writeFileSync("a", ""); // !call
  return store.load(); // !chain
}
export async function later(context: Context): Promise<void> {
  const { fs: { unlinkSync, promises }, services } = context;
  await promises.unlink("a");
  unlinkSync("a"); // !call
  services.inner.directory.readSync(); // !call
}`),
  "lists, maps and iterators of what blocks": typescript(`
import { Store } from "./services.js";
export async function all(list: Store[], map: Map<string, Store>, set: ReadonlySet<Store>): Promise<string[]> {
  for (const [, store] of map) store.load(); // !chain
  for (const store of set) store.load(); // !chain
  map.forEach((store) => store.load()); // !chain
  list.at(-1)?.load(); // !chain
  return list.map((store) => store.load()); // !chain
}`),
  "a this that is typed": typescript(`
import type { Store } from "./services.js";
interface World {
  store: Store;
  title: string;
}
export async function step(this: World): Promise<string> {
  return this.title + this.store.load(); // !chain
}`),
  "functions of typed options": typescript(`
import type { readFileSync } from "node:fs";
interface Options {
  read?: typeof readFileSync;
  onDone?: (text: string) => void;
}
export async function run({ read, onDone }: Options = {}): Promise<void> {
  const text = read?.("a", "utf8") ?? ""; // !call
  onDone?.(text);
}`),
  "methods of packages' types": typescript(`
import type Database from "better-sqlite3";
export class Users {
  constructor(private readonly db: Database.Database) {}
  async all(): Promise<unknown[]> {
    return this.db.prepare("select * from users").all(); // !call
  }
  async find(statement: Database.Statement, id: number): Promise<unknown> {
    return statement.get(id); // !call
  }
}`),
  "a child and a script": typescript(`
import type { SpawnSyncReturns, spawnSync } from "node:child_process";
import type { Script, Context } from "node:vm";
export async function run(spawn: typeof spawnSync, script: Script, context: Context): Promise<SpawnSyncReturns<Buffer>> {
  script.runInContext(context); // !call
  return spawn("ls"); // !call
}`),
  "a function by its type's name alone": typescript(`
import fs from "node:fs";
type Read = typeof fs.readFileSync;
type Stat = (typeof fs)["statSync"];
type Loose = (name: string) => Buffer;
export async function run(read: Read, stat: Stat, loose: Loose, args: Parameters<Read>): Promise<void> {
  read(...args); // !call
  stat("a"); // !call
  loose("a");
}`),
  "mapped types": typescript(`
import type fs from "node:fs";
type Async<T> = { [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never };
type Same<T> = { readonly [K in keyof T]: T[K] };
export async function run(later: Async<Pick<typeof fs, "readFileSync">>, now: Same<typeof fs>): Promise<void> {
  await later.readFileSync("a");
  now.readFileSync("a"); // !call
}`),
  "a class's own accessors and optional members": typescript(`
import { Store } from "./services.js";
export class Service {
  private _store?: Store;
  get store(): Store {
    return (this._store ??= new Store());
  }
  static readonly shared = new Service();
  async read(other?: Service): Promise<string> {
    const shared = Service.shared.store.load(); // !chain
    return shared + this.store.load() + (other?._store?.load() ?? "") + this._store!.load(); // !chain !chain !chain
  }
}`),
  "what returns a promise by its type": typescript(`
import { readFileSync } from "node:fs";
interface Api {
  send(text: string): Promise<void>;
  post(text: string): void;
}
export function sendFile(api: Api, name: string) {
  return api.send(readFileSync(name, "utf8")); // !call
}
export function postFile(api: Api, name: string) {
  return api.post(readFileSync(name, "utf8"));
}`),
  "a handler typed by its variable": typescript(`
import { readFileSync } from "node:fs";
type Handler = (name: string) => Promise<string>;
type Plain = (name: string) => string;
export const load: Handler = (name) => readFileSync(name, "utf8") as unknown as Promise<string>; // !call
export const plain: Plain = (name) => readFileSync(name, "utf8");`),
  "unknown objects with such methods": typescript(`
interface Db {
  exec(text: string): Promise<void>;
  prepare(text: string): { run(): void; all(): string[] };
}
interface FileSystem {
  readFileSync(name: string): string;
  existsSync(name: string): boolean;
}
export async function run(db: Db, files: FileSystem, all: Record<string, any>): Promise<void> {
  await db.exec("a");
  db.prepare("b").run();
  if (files.existsSync("a")) files.readFileSync("a");
  all.fs.readFileSync("a");
}`),
};
