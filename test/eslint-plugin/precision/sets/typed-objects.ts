/** Snippets that need types: what objects are, as somebody asks who lets nothing else tell. */
import { typescript, type SnippetSet } from "../snippet.js";

export const typedObjects: SnippetSet = {
  "a parameter typed as the module": typescript(`
import type fs from "node:fs";
export async function load(io: typeof fs, file: string): Promise<Buffer> {
  return io.readFileSync(file); // !call
}`),
  "a parameter typed by import type": typescript(`
export async function load(io: typeof import("node:fs"), cp: typeof import("child_process")): Promise<void> {
  io.rmSync("a"); // !call
  cp.execSync("ls"); // !call
}`),
  "a parameter property": typescript(`
import type * as fs from "node:fs";
export class Service {
  constructor(private readonly io: typeof fs, public name: string) {}
  async load(): Promise<Buffer> {
    return this.io.readFileSync(this.name); // !call
  }
}`),
  "a destructured parameter": typescript(`
import type fs from "node:fs";
export async function load({ io, file }: { io: typeof fs; file: string }): Promise<void> {
  io.writeFileSync(file, ""); // !call
}`),
  "a function type of the module": typescript(`
import type { readFileSync, writeFileSync } from "node:fs";
export async function load(read: typeof readFileSync, write?: typeof writeFileSync): Promise<void> {
  read("a"); // !call
  write?.("b", ""); // !call
}`),
  "Pick and Omit and Readonly and Partial": typescript(`
import type fs from "node:fs";
type Io = Readonly<Pick<typeof fs, "readFileSync" | "existsSync">>;
type Rest = Partial<Omit<typeof fs, "promises">>;
export async function load(io: Io, rest: Rest): Promise<void> {
  io.existsSync("a"); // !call
  rest.statSync?.("b"); // !call
}`),
  "a generic bound by the module": typescript(`
import type fs from "node:fs";
export async function load<T extends Pick<typeof fs, "readFileSync">>(io: T): Promise<Buffer> {
  return io.readFileSync("a"); // !call
}`),
  "a union with one that does not block": typescript(`
import type fs from "node:fs";
interface Virtual { readFileSync(file: string): string }
export async function load(io: typeof fs | undefined, other: Virtual): Promise<void> {
  io?.readFileSync("a"); // !call
  other.readFileSync("a");
}`),
  "a class instance as a parameter": typescript(`
import { Store } from "./services.js";
export async function load(store: Store): Promise<string> {
  return store.load(); // !chain
}`),
  "an array of instances": typescript(`
import type { Store } from "./services.js";
export async function all(stores: readonly Store[]): Promise<string[]> {
  for (const store of stores) store.load(); // !chain
  return stores.map((store) => store.load()); // !chain
}`),
  "a promise of an instance": typescript(`
import type { Store } from "./services.js";
declare function open(): Promise<Store>;
export async function load(): Promise<string> {
  const store = await open();
  return store.load(); // !chain
}`),
  "an instance in a map": typescript(`
import { Store } from "./services.js";
const stores = new Map<string, Store>();
export async function load(name: string): Promise<string | undefined> {
  return stores.get(name)?.load(); // !chain
}`),
  "an instance by a tuple and a record": typescript(`
import type { Store } from "./services.js";
export async function load(pair: [Store, number], byName: Record<string, Store>): Promise<void> {
  pair[0].load(); // !chain
  const [first] = pair;
  first.load(); // !chain
  byName.main?.load(); // !chain
}`),
  "Dir and its sync methods": typescript(`
import { opendir } from "node:fs/promises";
export async function list(path: string): Promise<void> {
  const dir = await opendir(path);
  dir.readSync(); // !call
  dir.closeSync(); // !call
  for await (const entry of await opendir(path)) console.log(entry.name);
}`),
  "StatementSync as a field": typescript(`
import type { DatabaseSync, StatementSync } from "node:sqlite";
export class Users {
  private readonly byId: StatementSync;
  constructor(private readonly db: DatabaseSync) {
    this.byId = db.prepare("select 1");
  }
  async find(id: number): Promise<unknown> {
    return this.byId.get(id); // !call
  }
  async clear(): Promise<void> {
    this.db.exec("delete from users"); // !call
  }
}`),
  "vm.Script as a parameter": typescript(`
import type { Script, Context } from "node:vm";
export async function run(script: Script, context: Context): Promise<unknown> {
  return script.runInContext(context); // !call
}`),
  "a narrowed union of classes": typescript(`
import { Store } from "./services.js";
class Memory { load(): string { return "x"; } }
export async function load(one: Store | Memory): Promise<string> {
  if (one instanceof Store) return one.load(); // !chain
  return one.load();
}`),
  "a getter of a typed object": typescript(`
import fs from "node:fs";
class Settings { get theme(): string { return fs.readFileSync("theme", "utf8"); } }
export async function show(settings: Settings): Promise<string> {
  return settings.theme; // !chain
}`),
  "a module behind an interface's property": typescript(`
import type fs from "node:fs";
interface Context { readonly host: { readonly fs: typeof fs } }
export const load = async (context: Context): Promise<Buffer> => context.host.fs.readFileSync("a"); // !call`),
  "a function that returns the module": typescript(`
import type fs from "node:fs";
declare function getFs(): typeof fs;
export async function load(): Promise<Buffer> {
  return getFs().readFileSync("a"); // !call
}`),
  "look-alikes of the same shape": typescript(`
interface Fs { readFileSync(file: string): Buffer; existsSync(file: string): boolean }
type Exec = (command: string) => Buffer;
declare const host: { fs: Fs; execSync: Exec };
export async function load(fs: Fs, execSync: Exec): Promise<void> {
  fs.readFileSync("a");
  host.fs.existsSync("b");
  host.execSync("c");
  execSync("d");
}`),
  "promises of fs by type": typescript(`
import type { promises } from "node:fs";
import type { FileHandle } from "node:fs/promises";
export async function load(fs: typeof promises, handle: FileHandle): Promise<void> {
  await fs.readFile("a");
  await handle.sync();
  await handle.datasync();
  await handle.close();
}`),
  "a function typed to return a promise": typescript(`
import fs from "node:fs";
type Loader = (file: string) => Promise<string>;
declare function wrap(text: string): Promise<string>;
export const load: Loader = (file) => wrap(fs.readFileSync(file, "utf8")); // !call`),
  "a method whose implementation returns another's promise": typescript(`
import fs from "node:fs";
declare const client: { send(data: Buffer): Promise<void> };
export class Uploader {
  upload(file: string) {
    return client.send(fs.readFileSync(file)); // !call
  }
}`),
  "this typed as a parameter": typescript(`
import { Store } from "./services.js";
export async function load(this: Store): Promise<string> {
  return this.load(); // !chain
}`),
  "an alias of a type of a type": typescript(`
import type fs from "node:fs";
type A = typeof fs;
type B = { io: A };
type C = B["io"];
export async function load(io: C): Promise<void> {
  io.unlinkSync("a"); // !call
}`),
  "a callback typed by its function": typescript(`
import type { Store } from "./services.js";
declare function withStore<T>(run: (store: Store) => Promise<T>): Promise<T>;
export const load = (): Promise<string> => withStore(async (store) => store.load()); // !chain`),
  "an optional chain on nullable members": typescript(`
import type { Store } from "./services.js";
interface App { store?: Store | null }
export async function load(app: App | undefined): Promise<string | undefined> {
  return app?.store?.load(); // !chain
}`),
  "the return of a constructor signature": typescript(`
import { Store } from "./services.js";
export async function load(create: new () => Store): Promise<string> {
  return new create().load(); // !chain
}`),
  "an abstract class whose only implementation blocks": typescript(`
import fs from "node:fs";
abstract class Reader { abstract read(): string; async all(): Promise<string> { return this.read(); } }
export class FileReader2 extends Reader { read(): string { return fs.readFileSync("a", "utf8"); } }
export async function use(reader: FileReader2): Promise<string> {
  return reader.read(); // !chain
}`),
  "any and unknown tell nothing": typescript(`
export async function load(fs: any, other: unknown): Promise<void> {
  fs.readFileSync("a");
  (other as { execSync(command: string): void }).execSync("x");
}`),
};
