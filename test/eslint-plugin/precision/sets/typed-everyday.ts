/** Snippets that need types: everyday code, a second time round. */
import { typescript, type SnippetSet } from "../snippet.js";

export const typedEveryday: SnippetSet = {
  "a tool's dependencies in one object": typescript(`
import type * as nodeFs from "node:fs";
import type { execSync } from "node:child_process";
export interface Dependencies { fs: Pick<typeof nodeFs, "existsSync" | "writeFileSync">; exec: typeof execSync; cwd: string }
export class Generator {
  constructor(private readonly deps: Dependencies) {}
  async run(name: string): Promise<void> {
    const { fs, exec } = this.deps;
    if (fs.existsSync(name)) return; // !call
    this.deps.fs.writeFileSync(name, this.deps.cwd); // !call
    exec("git add ."); // !call
  }
}`),
  "a data source with a transaction": typescript(`
import { DatabaseSync } from "node:sqlite";
export class DataSource {
  constructor(readonly db: DatabaseSync) {}
  async transaction<T>(run: (db: DatabaseSync) => T): Promise<T> {
    this.db.exec("begin"); // !call
    const result = run(this.db);
    this.db.exec("commit"); // !call
    return result;
  }
}
export async function count(source: DataSource): Promise<unknown> {
  return source.transaction((db) => db.prepare("select count(*)").get()); // !call
}`),
  "a lookup in a typed registry": typescript(`
import { Store } from "./services.js";
const registry = new Map<string, { store: Store; weight: number }>();
export async function use(name: string): Promise<string | undefined> {
  const entry = registry.get(name);
  if (entry && entry.weight > 1) return entry.store.load(); // !chain
  return [...registry.values()].find((one) => one.weight === 0)?.store.load(); // !chain
}`),
  "handles with a Sync and without": typescript(`
import type { Dir, ReadStream, WriteStream } from "node:fs";
export async function close(dir: Dir, input: ReadStream, output: WriteStream): Promise<void> {
  input.close();
  output.end();
  await dir.close();
  dir.closeSync(); // !call
}`),
  "what optional and defaulted parameters are": typescript(`
import nodeFs from "node:fs";
import { Store } from "./services.js";
export async function load(store: Store = new Store(), fs: typeof nodeFs = nodeFs, other?: Store): Promise<void> {
  store.load(); // !chain
  fs.statSync("a"); // !call
  other?.load(); // !chain
}`),
  "interfaces extended and intersected": typescript(`
import type fs from "node:fs";
import type { Store } from "./services.js";
interface Base { readonly fs: typeof fs }
interface Extended extends Base { readonly store: Store }
export async function use(one: Extended, both: Base & { name: string }): Promise<void> {
  one.fs.rmSync("a"); // !call
  one.store.load(); // !chain
  both.fs.rmSync(both.name); // !call
}`),
  "typed look-alikes": typescript(`
interface Files { readFileSync(name: string): Promise<string>; execSync(): void }
class Statement { get(): number { return 1; } all(): number[] { return []; } run(): void {} }
export async function use(files: Files, statement: Statement, list: Statement[]): Promise<void> {
  await files.readFileSync("a");
  files.execSync();
  statement.get();
  list.forEach((one) => one.run());
  list.flatMap((one) => one.all());
}`),
  "a callback's parameter by its context": typescript(`
import type { Dir } from "node:fs";
declare function inFolder<T>(run: (dir: Dir) => Promise<T>): Promise<T>;
declare function later(run: (dir: Dir) => void): void;
export const first = (): Promise<unknown> => inFolder(async (dir) => dir.readSync()?.name); // !call
later((dir) => dir.closeSync());
export async function all(): Promise<void> {
  await inFolder(async ({ readSync }) => { void readSync; });
  later((dir) => { dir.readSync(); });
}`),
  "a class that extends an emitter and has typed fields": typescript(`
import { EventEmitter } from "node:events";
import { Store } from "./services.js";
export class Hub extends EventEmitter {
  protected stores: readonly Store[] = [];
  private current?: Store;
  async flush(): Promise<void> {
    this.stores.forEach((store) => store.load()); // !chain
    this.current?.load(); // !chain
    this.emit("flushed", this.stores.length);
  }
}`),
  "results of generic containers": typescript(`
import { Store } from "./services.js";
class Lazy<T> { constructor(private readonly make: () => T) {} get value(): T { return this.make(); } }
class Box<T> { constructor(readonly content: T) {} map<U>(f: (content: T) => U): Box<U> { return new Box(f(this.content)); } }
const lazy = new Lazy(() => new Store());
export async function use(box: Box<Store>): Promise<void> {
  lazy.value.load(); // !chain
  box.content.load(); // !chain
  box.map((store) => store.load()); // !chain
  new Box(1).map((n) => n + 1);
}`),
};
