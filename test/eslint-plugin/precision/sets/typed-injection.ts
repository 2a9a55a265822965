/** Snippets that need types: what is injected, narrowed, kept in collections. */
import { typescript, type SnippetSet } from "../snippet.js";

export const typedInjection: SnippetSet = {
  "a parameter that is the module": typescript(`
import type fs from "node:fs";
export async function load(files: typeof fs, name: string): Promise<string> {
  return files.readFileSync(name, "utf8"); // !call
}`),
  "part of the module": typescript(`
import type * as fs from "node:fs";
type Files = Pick<typeof fs, "readFileSync" | "promises">;
export const load = async (files: Files, name: string) =>
  files.promises ? files.promises.readFile(name) : files.readFileSync(name); // !call`),
  "an option's property": typescript(`
interface Options {
  readonly fs?: typeof import("node:fs");
}
export async function exists(name: string, options: Options = {}): Promise<boolean> {
  return options.fs?.existsSync(name) ?? false; // !call
}`),
  "an interface of one's own with the same method": typescript(`
interface Files {
  readFileSync(name: string): string;
  existsSync(name: string): boolean;
}
export async function load(files: Files, name: string): Promise<string> {
  return files.existsSync(name) ? files.readFileSync(name) : "";
}`),
  "a class's property, set by its constructor": typescript(`
import type { Context, Script } from "node:vm";
export class Sandbox {
  private readonly first: Script;
  constructor(
    private readonly scripts: readonly Script[],
    private readonly context: Context,
  ) {
    this.first = scripts[0];
  }
  async run(index: number): Promise<unknown> {
    this.scripts[index].runInContext(this.context); // !call
    this.first.createCachedData();
    return this.first.runInThisContext(); // !call
  }
}`),
  "a collection of what blocks": typescript(`
import type { Script } from "node:vm";
const scripts = new Map<string, Script>();
export async function runAll(name: string): Promise<void> {
  scripts.get(name)?.runInThisContext(); // !call
  for (const [, script] of scripts) script.runInNewContext({}); // !call
  [...scripts.values()].forEach((script) => script.runInThisContext()); // !call
  scripts.delete(name);
}`),
  "an open folder that was handed in": typescript(`
import type { Dir } from "node:fs";
export async function first(dir: Dir): Promise<string | undefined> {
  for await (const entry of dir) return entry.name;
  return dir.readSync()?.name; // !call
}`),
  "a service and its double": typescript(`
import { readFileSync } from "node:fs";
class FileTemplates {
  get(name: string): string {
    return readFileSync(name, "utf8");
  }
}
class MemoryTemplates {
  get(name: string): string {
    return name;
  }
}
export class Renderer {
  constructor(
    private readonly files: FileTemplates,
    private readonly memory: MemoryTemplates,
  ) {}
  async render(name: string): Promise<string> {
    return this.memory.get(name) + this.files.get(name); // !chain
  }
}`),
  "an abstract method says nothing of what it does": typescript(`
abstract class Source {
  abstract read(name: string): string;
  async load(name: string): Promise<string> {
    return this.read(name);
  }
}
export async function use(source: Source): Promise<string> {
  return source.read("a");
}`),
  "what a factory returns": typescript(`
import { readFileSync } from "node:fs";
const createReader = (root: string) => ({
  read: (name: string): string => readFileSync(root + name, "utf8"),
  root,
});
type Reader = ReturnType<typeof createReader>;
export async function load(reader: Reader): Promise<string> {
  return reader.root + reader.read("a"); // !chain
}`),
  "narrowed by instanceof": typescript(`
import { execSync } from "node:child_process";
class Shell {
  run(command: string): string {
    return execSync(command).toString();
  }
}
class Remote {
  async run(command: string): Promise<string> {
    return command;
  }
}
export async function run(target: Shell | Remote, command: string): Promise<string> {
  if (target instanceof Shell) return target.run(command); // !chain
  return target.run(command);
}`),
  "a function's type is the API's": typescript(`
import type { execFileSync } from "node:child_process";
import type { readFile } from "node:fs/promises";
interface Tools {
  run: typeof execFileSync;
  read: typeof readFile;
}
export async function version(tools: Tools): Promise<string> {
  await tools.read("a");
  return tools.run("node", ["-v"]).toString(); // !call
}`),
  "a generic parameter": typescript(`
import type fs from "node:fs";
export async function list<T extends { io: typeof fs }>(host: T, folder: string): Promise<string[]> {
  const { io } = host;
  return io.readdirSync(folder); // !call
}`),
  "a promise's function, told by its type": typescript(`
import { statSync } from "node:fs";
interface Client {
  put(size: number): Promise<void>;
  log(size: number): void;
}
export function upload(client: Client, file: string) {
  const { size } = statSync(file); // !call
  return client.put(size);
}
export function note(client: Client, file: string) {
  client.log(statSync(file).size);
}`),
};
