import type { SnippetSet } from "../snippet.js";

/** What only types tell. Linted with typescript-eslint's parser and its project service. */
export const typed: SnippetSet = {
  "a parameter typed as the module": `
    import type * as fs from "node:fs";
    export async function f(disk: typeof fs, p: string) { return disk.readFileSync(p); } // !call`,
  "a parameter typed as an imported module": `
    import fs from "node:fs";
    export async function f(disk: typeof fs, p: string) { return disk.statSync(p); } // !call`,
  "a parameter typed by import()": `
    export async function f(disk: typeof import("node:fs"), p: string) { return disk.statSync(p); } // !call`,
  "a parameter that is a function of the module": `
    import type { readFileSync } from "node:fs";
    export async function f(read: typeof readFileSync, p: string) { return read(p); } // !call`,
  "an injected property": `
    import type * as fs from "node:fs";
    export class Store {
      constructor(private readonly disk: typeof fs) {}
      async load(p: string) { return this.disk.readFileSync(p); } // !call
    }`,
  "a property of an interface": `
    import type * as fs from "node:fs";
    interface Services { disk: typeof fs; name: string }
    export async function f(services: Services, p: string) { return services.disk.readFileSync(p); } // !call`,
  "a part of the module by Pick": `
    import type * as fs from "node:fs";
    type Disk = Pick<typeof fs, "readFileSync" | "existsSync">;
    export async function f({ existsSync }: Disk, p: string) { return existsSync(p); } // !call`,
  "an element of an array of modules": `
    import type * as fs from "node:fs";
    export async function f(disks: (typeof fs)[], p: string) { return disks.map((disk) => disk.readFileSync(p)); } // !call`,
  "what a generic function gives back": `
    import * as fs from "node:fs";
    function wrap<T>(value: T): T { return structuredClone(value); }
    export async function f(p: string) { return wrap(fs).readFileSync(p); } // !call`,
  "Dir.readSync": `
    import type { Dir } from "node:fs";
    export async function f(dir: Dir) { const one = dir.readSync(); dir.closeSync(); return one; } // !call !call`,
  "Dir.readSync of something handed through a promise": `
    import { opendir, type Dir } from "node:fs";
    import { promisify } from "node:util";
    const open: (p: string) => Promise<Dir> = promisify(opendir);
    export async function f(p: string) { return (await open(p)).readSync(); } // !call`,
  "Dir.read is asynchronous": `
    import type { Dir } from "node:fs";
    export async function f(dir: Dir) { return dir.read(); }`,
  "a database that is injected": `
    import type { DatabaseSync, StatementSync } from "node:sqlite";
    export class Users {
      constructor(private db: DatabaseSync, private byName: StatementSync) {}
      async find(name: string) { return this.byName.get(name); } // !call
      async wipe() { this.db.exec("DELETE FROM users"); } // !call
    }`,
  "two classes that share a method's name": `
    import { readFileSync } from "node:fs";
    class Disk { read(p: string) { return readFileSync(p, "utf8"); } }
    class Memory { private all = new Map<string, string>(); read(p: string) { return this.all.get(p) ?? ""; } }
    export async function f(disk: Disk, memory: Memory) {
      memory.read("a");
      return disk.read("a"); // !chain
    }`,
  "a class of the user's with the names of a database": `
    class Bus { exec(event: string) { return event; } prepare() { return { get: (id: number) => id }; } }
    export async function f(bus: Bus) { bus.exec("a"); return bus.prepare().get(1); }`,
  "an interface of the user's own with readFileSync": `
    interface Disk { readFileSync(p: string): string }
    export async function f(disk: Disk) { return disk.readFileSync("a"); }`,
  "a method of a class that comes out of a map": `
    import { execSync } from "node:child_process";
    class Job { run() { execSync("make"); } }
    export async function f(jobs: Map<string, Job>) { jobs.get("a")?.run(); } // !chain`,
  "a method of what an async function gives": `
    import { execSync } from "node:child_process";
    class Job { run() { execSync("make"); } }
    declare function next(): Promise<Job>;
    export async function f() { const job = await next(); job.run(); } // !chain`,
  "an optional method of a typed option": `
    import type { execSync } from "node:child_process";
    export async function f(options: { run?: typeof execSync }) { return options.run?.("make"); } // !call`,
  "a union of the module and its promises": `
    import type * as fs from "node:fs";
    export async function f(disk: typeof fs.promises, p: string) { return disk.readFile(p); }`,
  "any and unknown say nothing": `
    export async function f(a: any, b: { readFileSync(p: string): unknown }) { a.readFileSync("x"); return b.readFileSync("x"); }`,
  "a function that returns a promise by inference": `
    import { statSync } from "node:fs";
    declare const api: { load(p: string): Promise<string> };
    export function f(p: string) { statSync(p); return api.load(p); } // !call`,
  "a function that returns no promise by inference": `
    import { statSync } from "node:fs";
    declare const api: { load(p: string): string };
    export function f(p: string) { statSync(p); return api.load(p); }`,
  "a getter's type": `
    import type * as fs from "node:fs";
    declare class Host { get fs(): typeof fs }
    export async function f(host: Host) { return host.fs.existsSync("a"); } // !call`,
  "destructured from a typed parameter": `
    import type * as fs from "node:fs";
    export async function f({ disk: { readFileSync } }: { disk: typeof fs }) { return readFileSync("a"); } // !call`,
  "a blocking function as a typed callback is the caller's matter": `
    export async function f(read: (p: string) => string) { return read("a"); }`,
  "a child of a class whose method is overridden": `
    import { readFileSync } from "node:fs";
    class Disk { read(p: string): string { return readFileSync(p, "utf8"); } }
    class Memory extends Disk { override read(p: string): string { return p; } }
    export async function f(memory: Memory) { return memory.read("a"); }`,
  "an instance by a type parameter's bound": `
    import type * as fs from "node:fs";
    export async function f<T extends { fs: typeof fs }>(host: T) { return host.fs.statSync("a"); } // !call`,
};
