/** Snippets that need types: what contracts between parts of a program say of the objects that cross them. */
import { typescript, type SnippetSet } from "../snippet.js";

export const typedContracts: SnippetSet = {
  "a dependency bag with a default": typescript(`
import type * as nodeFs from "node:fs";
interface Deps { fs: typeof nodeFs; log(text: string): void }
export async function install({ fs, log }: Deps, name: string): Promise<void> {
  log(name);
  fs.mkdirSync(name); // !call
  await fs.promises.mkdir(name);
}`),
  "a service of NestJS by its constructor": typescript(`
import { Store, type Harmless } from "./services.js";
export class Controller {
  constructor(private readonly store: Store, private readonly harmless: Harmless) {}
  async get(): Promise<string> {
    this.harmless.readSync();
    return this.store.load(); // !chain
  }
}`),
  "a field with a definite type": typescript(`
import type { Services } from "./services.js";
export class Job {
  private services!: Services;
  async run(): Promise<void> {
    this.services.inner.fs.rmSync("a"); // !call
    this.services.inner.directory.readSync(); // !call
    this.services.harmless.exec("a");
    this.services.store.load(); // !chain
  }
}`),
  "a union that is narrowed": typescript(`
import { Store, type Harmless } from "./services.js";
export async function use(one: Store | Harmless): Promise<void> {
  if (one instanceof Store) one.load(); // !chain
  else one.readSync();
}`),
  "a discriminated union": typescript(`
import type { Dir } from "node:fs";
interface Memory { readSync(): string }
type Backend = { kind: "files"; source: Dir } | { kind: "memory"; source: Memory };
export async function migrate(backend: Backend): Promise<void> {
  switch (backend.kind) {
    case "files":
      backend.source.readSync(); // !call
      break;
    case "memory":
      backend.source.readSync();
  }
}`),
  "a generic bounded by the class": typescript(`
import { Store } from "./services.js";
export async function first<T extends Store>(stores: T[]): Promise<string> {
  for (const store of stores) store.load(); // !chain
  return stores[0].load(); // !chain
}`),
  "a generic repository that is no file": typescript(`
interface Repository<T> { load(id: string): T; readFileSync(id: string): T }
export async function first<T>(repository: Repository<T>): Promise<T> {
  repository.readFileSync("a");
  return repository.load("a");
}`),
  "arrays, records, tuples and sets": typescript(`
import type { Dir } from "node:fs";
import type fs from "node:fs";
export async function all(
  list: Dir[],
  table: Record<string, Dir>,
  pair: [typeof fs, string],
  set: ReadonlySet<Dir>,
): Promise<void> {
  list.map((one) => one.readSync()); // !call
  table["a"].readSync(); // !call
  pair[0].statSync(pair[1]); // !call
  for (const one of set) one.readSync(); // !call
  list.at(-1)?.readSync(); // !call
}`),
  "what a function returns": typescript(`
import type fs from "node:fs";
declare function getFs(): typeof fs;
declare function later(): Promise<typeof fs>;
export async function go(): Promise<void> {
  getFs().readFileSync("a"); // !call
  (await later()).readFileSync("a"); // !call
  await later().then((io) => io.readFileSync("b")); // !call
}`),
  "a type guard": typescript(`
import type fs from "node:fs";
declare function isNode(value: unknown): value is typeof fs;
export async function go(value: unknown): Promise<void> {
  if (isNode(value)) value.existsSync("a"); // !call
}`),
  "an assertion function": typescript(`
import { Store } from "./services.js";
function assertStore(value: unknown): asserts value is Store {
  if (!(value instanceof Store)) throw new TypeError("no store");
}
export async function go(value: unknown): Promise<string> {
  assertStore(value);
  return value.load(); // !chain
}`),
  "a subclass that overrides, and one that does not": typescript(`
import { Store } from "./services.js";
class Quiet extends Store {
  override load(): string { return "quiet"; }
}
class Loud extends Store {}
export async function go(quiet: Quiet, loud: Loud): Promise<string> {
  quiet.load();
  return loud.load(); // !chain
}`),
  "a worker that is typed": typescript(`
import type { ChildProcess, SpawnSyncReturns } from "node:child_process";
import type cp from "node:child_process";
export async function go(io: typeof cp, child: ChildProcess): Promise<SpawnSyncReturns<Buffer>> {
  child.kill();
  io.spawn("ls");
  return io.spawnSync("ls"); // !call
}`),
  "a member by its name's type": typescript(`
import type fs from "node:fs";
type Read = (typeof fs)["readFileSync"];
export async function go(read: Read, other: (name: string) => string): Promise<void> {
  read("a"); // !call
  other("a");
}`),
  "a mapped type": typescript(`
import type fs from "node:fs";
type Optional<T> = { [K in keyof T]?: T[K] };
export async function go(io: Optional<typeof fs>): Promise<void> {
  io.rmSync?.("a"); // !call
  io.promises?.rm("a");
}`),
  "an intersection": typescript(`
import type fs from "node:fs";
type Extended = typeof fs & { readTree(name: string): string[] };
export async function go(io: Extended): Promise<void> {
  io.readTree("a");
  io.readdirSync("a"); // !call
}`),
  "a context with a database": typescript(`
import type { DatabaseSync } from "node:sqlite";
interface Context { state: { db?: DatabaseSync }; request: { get(name: string): string } }
export const find = async (ctx: Context) => {
  ctx.request.get("a");
  return ctx.state.db?.prepare("select 1").get(); // !call
};`),
  "a callback's parameter": typescript(`
import type { Dir } from "node:fs";
declare function withFolder<T>(work: (folder: Dir) => Promise<T>): Promise<T>;
export const run = () =>
  withFolder(async (folder) => {
    folder.closeSync(); // !call
    return folder.path;
  });`),
  "a map of stores": typescript(`
import { Store } from "./services.js";
const stores = new Map<string, Store>();
export async function load(name: string): Promise<string> {
  const store = stores.get(name) ?? new Store();
  stores.set(name, store);
  return store.load(); // !chain
}`),
  "a getter that hands out the module": typescript(`
import type fs from "node:fs";
abstract class Host {
  protected abstract get io(): typeof fs;
  async size(name: string): Promise<number> {
    return this.io.statSync(name).size; // !call
  }
}
export { Host };`),
  "a builder of statements": typescript(`
import type { StatementSync } from "node:sqlite";
interface Query { where(text: string): Query; all(): unknown[] }
export async function go(query: Query, statement: StatementSync): Promise<unknown[]> {
  return [...query.where("a").all(), ...statement.all()]; // !call
}`),
  "an overload": typescript(`
import type { readFileSync } from "node:fs";
export async function go(read: Pick<{ read: typeof readFileSync }, "read">): Promise<string> {
  return read.read("a", "utf8"); // !call
}`),
  "an enum's key": typescript(`
import type fs from "node:fs";
enum Method { Read = "readFileSync", Later = "readFile" }
export async function go(io: typeof fs): Promise<void> {
  io[Method.Read]("a"); // !call
  io[Method.Later]("a", () => {});
}`),
  "a script of the engine": typescript(`
import type { Script, Context } from "node:vm";
export async function go(script: Script, context: Context, other: { runInContext(c: Context): void }): Promise<void> {
  other.runInContext(context);
  script.runInContext(context); // !call
}`),
  "a request that is typed": typescript(`
interface Request { open(method: string, url: string, async: boolean): void; send(): void }
export async function go(request: Request): Promise<void> {
  request.open("GET", "/a", false);
  request.send();
}`),
  "handlers that others call with a store": typescript(`
import type { Store } from "./services.js";
type Handler = (store: Store, id: string) => Promise<string>;
export const handlers: Record<string, Handler> = {
  load: async (store) => store.load(), // !chain
  id: async (_store, id) => id,
};`),
  "a tuple that is spread": typescript(`
import type fs from "node:fs";
export async function go(...[io, name]: [typeof fs, string]): Promise<void> {
  io.writeFileSync(name, ""); // !call
}`),
  "a promise of a class": typescript(`
import { Store } from "./services.js";
declare const ready: Promise<Store>;
export async function go(): Promise<string> {
  const store = await ready;
  return store.load(); // !chain
}`),
  "an any says nothing": typescript(`
declare const io: any;
export async function go(value: unknown): Promise<void> {
  io.readFileSync("a");
  (value as { execSync(text: string): void }).execSync("ls");
}`),
  "a class of one's own that is called Store": typescript(`
class Store { load(): string { return "memory"; } }
export async function go(store: Store): Promise<string> {
  return store.load();
}`),
};
