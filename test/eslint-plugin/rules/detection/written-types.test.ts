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
