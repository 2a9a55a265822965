import { snippets } from "./snippets.js";

snippets(
  "what a function gives, by its written type alone",
  {
    "a parameter that is a function": `
      import type { Dir } from "node:fs";
      export async function f(open: () => Dir) {
        open().readSync(); // !call
      }`,
    "a method of an interface": `
      import type { Dir } from "node:fs";
      interface Folders { open(): Dir; openLater(): Promise<Dir> }
      export async function f(folders: Folders) {
        folders.open().readSync(); // !call
        (await folders.openLater()).readSync(); // !call
      }`,
    "an abstract method": `
      import type { Dir } from "node:fs";
      export abstract class Folders {
        protected abstract open(): Dir;
        async first() {
          return this.open().readSync(); // !call
        }
      }`,
    "a function that is declared, or whose body does not tell": `
      import type { Dir } from "node:fs";
      declare function open(): Dir;
      const made = new Map<string, Dir>();
      function current(): Dir { return made.get("a")!; }
      export async function f() {
        open().readSync(); // !call
        current().readSync(); // !call
      }`,
    "nothing of a type of the file's own": `
      interface Dir { readSync(): string }
      export async function f(open: () => Dir) {
        open().readSync();
      }`,
  },
  "typescript",
);

snippets(
  "what lists, maps and records hold, by their written type alone",
  {
    "a list, a set, a tuple": `
      import type { Dir } from "node:fs";
      export async function f(list: readonly Dir[], set: Set<Dir>, [first, name]: [Dir, string]) {
        for (const dir of list) dir.closeSync(); // !call
        set.forEach((dir) => { dir.closeSync(); }); // !call
        list[0].closeSync(); // !call
        for (const dir of set.values()) dir.closeSync(); // !call
        list.find((dir) => dir.path === name)?.closeSync(); // !call
        first.closeSync(); // !call
      }`,
    "a list that begins empty": `
      import type { Dir } from "node:fs";
      const open: Dir[] = [];
      export async function f() {
        open.pop()?.closeSync(); // !call
      }`,
    "a map, also by the type arguments that it is made with": `
      import type { Dir } from "node:fs";
      const cache = new Map<string, Dir>();
      export class Folders {
        #open: Map<string, Dir> = new Map();
        async f(dirs: ReadonlyMap<string, Dir>) {
          dirs.get("a")?.closeSync(); // !call
          cache.get("a")?.closeSync(); // !call
          this.#open.get("a")?.closeSync(); // !call
          for (const dir of dirs.values()) dir.closeSync(); // !call
          for (const [name, dir] of dirs) console.log(name, dir.closeSync()); // !call
          for (const name of dirs.keys()) name.closeSync();
          dirs.clear();
        }
      }`,
    "a record, an index signature": `
      import type { Dir } from "node:fs";
      interface Open { readonly [name: string]: Dir }
      export async function f(record: Record<string, Dir>, open: Open, name: string) {
        record[name].closeSync(); // !call
        record.home.closeSync(); // !call
        open[name].closeSync(); // !call
        for (const dir of Object.values(record)) dir.closeSync(); // !call
      }`,
    "nothing of lists of a type of the file's own": `
      interface Dir { closeSync(): void }
      export async function f(list: Dir[], map: Map<string, Dir>) {
        for (const dir of list) dir.closeSync();
        map.get("a")?.closeSync();
      }`,
  },
  "typescript",
);

snippets(
  "what a cast says",
  {
    "of a value of which nothing else is known": `
      import type * as fs from "node:fs";
      export async function f(input: unknown) {
        (input as typeof fs).readFileSync("a"); // !call
        (input as unknown as typeof fs)!.statSync("a"); // !call
      }`,
    "nothing against what is known of it": `
      import type * as fs from "node:fs";
      const own = { readFileSync: () => "" };
      export async function f() {
        (own as unknown as typeof fs).readFileSync("a");
      }`,
  },
  "typescript",
);
