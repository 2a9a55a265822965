import { snippets } from "./snippets.js";

snippets("which API a call reaches, in modules", {
  "a named import": `
    import { readFileSync } from "node:fs";
    async function f() { readFileSync("a"); } // !call`,
  "a renamed import without the prefix": `
    import { readFileSync as read } from "fs";
    async function f() { read("a"); } // !call`,
  "a default import": `
    import fs from "node:fs";
    async function f() { fs.readFileSync("a"); } // !call`,
  "a default import under its name": `
    import { default as fs } from "node:fs";
    async function f() { fs.readFileSync("a"); } // !call`,
  "a namespace import": `
    import * as fs from "node:fs";
    async function f() { fs.readFileSync("a"); } // !call`,
  "the default of a namespace": `
    import * as fs from "node:fs";
    async function f() { fs.default.readFileSync("a"); } // !call`,
  "a string as import name": `
    import { "readFileSync" as read } from "node:fs";
    async function f() { read("a"); } // !call`,
  "a nested member": `
    import fs, { realpathSync } from "node:fs";
    async function f() {
      fs.realpathSync.native("a"); // !call
      realpathSync.native("a"); // !call
    }`,
  "a computed constant key": `
    import fs from "node:fs";
    const name = "readFileSync";
    async function f() {
      fs["readFileSync"]("a"); // !call
      fs[\`readFileSync\`]("a"); // !call
      fs[name]("a"); // !call
      fs["readFile" + "Sync"]("a"); // !call
    }`,
  "a computed key that is not known": `
    import fs from "node:fs";
    async function f(name) { fs[name]("a"); fs[name + "Sync"]("a"); }`,
  "aliases of aliases": `
    import fs from "node:fs";
    const a = fs;
    const { readFileSync: b } = a;
    const c = b;
    async function f() { c("a"); } // !call`,
  "an alias inside the function": `
    import fs from "node:fs";
    async function f() {
      const { readFileSync, ...rest } = fs;
      readFileSync("a"); // !call
      rest.statSync("a"); // !call
      rest.readFileSync("a");
    }`,
  "an alias that is chosen": `
    import fs, { readFileSync } from "node:fs";
    import gracefulFs from "graceful-fs";
    const chosen = process.env.GRACEFUL ? gracefulFs : fs;
    const read = process.env.X ? readFileSync : undefined;
    async function f(given) {
      chosen.readFileSync("a"); // !call
      read("a"); // !call
      (given || readFileSync)("a"); // !call
      (given ?? fs).statSync("a"); // !call
    }`,
  "an alias given later": `
    import { readFileSync } from "node:fs";
    let read;
    read = readFileSync;
    async function f() { read("a"); } // !call`,
  "destructuring with a default": `
    import { readFileSync } from "node:fs";
    async function f({ read = readFileSync } = {}) { read("a"); } // !call
    async function g(read = readFileSync) { read("a"); } // !call`,
  "array destructuring": `
    import { readFileSync, statSync } from "node:fs";
    const [read, stat] = [readFileSync, statSync];
    async function f() {
      read("a"); // !call
      stat("a"); // !call
      [readFileSync][0]("a"); // !call
    }`,
  "call, apply, bind and Reflect.apply": `
    import fs, { readFileSync } from "node:fs";
    const bound = fs.readFileSync.bind(fs);
    const partial = readFileSync.bind(undefined, "a");
    async function f() {
      readFileSync.call(fs, "a"); // !call
      fs.readFileSync.apply(fs, ["a"]); // !call
      bound("a"); // !call
      partial(); // !call
      readFileSync.bind(fs)("a"); // !call
      Reflect.apply(readFileSync, fs, ["a"]); // !call
    }`,
  "optional calls, parentheses and sequences": `
    import fs from "node:fs";
    async function f() {
      fs?.readFileSync("a"); // !call
      fs.readFileSync?.("a"); // !call
      fs?.["readFileSync"]?.("a"); // !call
      (fs.readFileSync)("a"); // !call
      (0, fs.readFileSync)("a"); // !call
      (fs).readFileSync("a"); // !call
    }`,
  "a function passed by reference to something that calls it": `
    import { readFileSync, existsSync } from "node:fs";
    async function f(files) {
      files.map(readFileSync); // !call
      files.filter(existsSync).length; // !call
      Array.from(files, readFileSync); // !call
      new Set(files).forEach(readFileSync); // !call
    }`,
  "a function passed by reference to something unknown": `
    import { readFileSync } from "node:fs";
    async function f(register) { register(readFileSync); const o = { readFileSync }; return o; }`,
  "dynamic import": `
    async function f() {
      const fs = await import("node:fs");
      fs.readFileSync("a"); // !call
      fs.default.readFileSync("a"); // !call
      const { readFileSync } = await import("fs");
      readFileSync("a"); // !call
      (await import("node:fs")).statSync("a"); // !call
      const { default: g } = await import("node:fs");
      g.statSync("a"); // !call
    }`,
  "a reaction to a dynamic import": `
    import("node:fs").then((fs) => fs.readFileSync("a")); // !call
    import("node:fs").then(({ readFileSync }) => { readFileSync("a"); }); // !call
    import("node:fs").then(function ({ default: fs }) { fs.readFileSync("a"); }); // !call`,
  "several dynamic imports at once": `
    async function f() {
      const [fs, { execSync }] = await Promise.all([import("fs"), import("child_process")]);
      fs.readFileSync("a"); // !call
      execSync("ls"); // !call
    }`,
  "process.getBuiltinModule": `
    import process from "node:process";
    const fs = process.getBuiltinModule("node:fs");
    async function f() {
      fs.readFileSync("a"); // !call
      globalThis.process.getBuiltinModule("fs").statSync("a"); // !call
    }`,
  "module.createRequire": `
    import { createRequire } from "node:module";
    const require = createRequire(import.meta.url);
    const { readFileSync } = require("node:fs");
    async function f() {
      readFileSync("a"); // !call
      require("fs").statSync("a"); // !call
    }`,
  "members of objects and classes that hold it": `
    import fs, { readFileSync } from "node:fs";
    const io = { read: readFileSync, fs, nested: { stat: fs.statSync } };
    class Store {
      #read = readFileSync;
      fs = fs;
      static io = fs;
      constructor() { this.stat = fs.statSync; }
      async load() {
        this.#read("a"); // !call
        this.fs.readFileSync("a"); // !call
        this.stat("a"); // !call
        Store.io.readFileSync("a"); // !call
      }
    }
    async function f() {
      io.read("a"); // !call
      io.fs.readFileSync("a"); // !call
      io.nested.stat("a"); // !call
      new Store().fs.statSync("a"); // !call
    }`,
  "an object that gets its members later": `
    import fs from "node:fs";
    const io = {};
    io.read = fs.readFileSync;
    async function f() { io.read("a"); } // !call`,
  "spread and frozen objects": `
    import fs from "node:fs";
    const io = { ...fs, extra: 1 };
    const frozen = Object.freeze({ read: fs.readFileSync });
    async function f() {
      io.readFileSync("a"); // !call
      frozen.read("a"); // !call
    }`,
  "a spread that is written over": `
    import fs from "node:fs";
    const io = { ...fs, async readFileSync() {} };
    async function f() { io.readFileSync("a"); }`,
  "a function that gives the module": `
    import fs from "node:fs";
    const getFs = () => fs;
    async function f() { getFs().readFileSync("a"); } // !call`,
  "a function called where it stands": `
    import fs from "node:fs";
    (async function (io) { io.readFileSync("a"); })(fs); // !call
    (async (io) => { io.readFileSync("a"); })(fs); // !call`,
  "a loop over blocking functions": `
    import { readFileSync, statSync } from "node:fs";
    async function f() {
      for (const look of [readFileSync, statSync]) look("a"); // !call
    }`,
  "globals, also through the global object": `
    async function f(memory) {
      Atomics.wait(memory, 0, 0); // !call
      globalThis.Atomics.wait(memory, 0, 0); // !call
      const { wait } = Atomics;
      wait(memory, 0, 0, 10); // !call
    }`,
  "every built-in module of the first slice": `
    import { spawnSync } from "child_process";
    import crypto from "crypto";
    import zlib from "zlib";
    async function f(data) {
      spawnSync("ls"); // !call
      crypto.pbkdf2Sync("a", "b", 1000, 32, "sha256"); // !call
      crypto.scryptSync("a", "b", 32); // !call
      zlib.gzipSync(data); // !call
      zlib.brotliCompressSync(data); // !call
    }`,
  "what is evaluated in nested calls and arguments": `
    import { readFileSync, writeFileSync } from "node:fs";
    async function f(parse) {
      return parse(JSON.parse(readFileSync("a", "utf8"))); // !call
    }
    async function g() { writeFileSync("b", readFileSync("a")); } // !call !call`,
  "a tagged template": `
    import { $, execaSync } from "execa";
    async function f() { execaSync\`ls\`; } // !call`,
  "a directory that is held open": `
    import fs, { opendirSync } from "node:fs";
    import { opendir } from "node:fs/promises";
    async function f() {
      const directory = opendirSync("a"); // !call
      directory.readSync(); // !call
      const other = await opendir("b");
      other.closeSync(); // !call
      const third = await fs.promises.opendir("c");
      third.readSync(); // !call
    }`,
  "synchronous requests and dialogs of the browser": `
    async function f() {
      const request = new XMLHttpRequest();
      request.open("GET", "/", false); // !call
      const other = new XMLHttpRequest();
      other.open("GET", "/");
      other.open("GET", "/", true);
      alert("done"); // !call
      window.confirm("sure?"); // !call
    }`,
});

snippets(
  "which API a call reaches, by what TypeScript's syntax says",
  {
    "unions that a property tells apart": `
      import type { Dir } from "node:fs";
      interface Memory { readSync(): string }
      type Source = { kind: "files"; from: Dir } | { kind: "memory"; from: Memory };
      async function f(source: Source): Promise<void> {
        if (source.kind === "files") source.from.readSync(); // !call
        else source.from.readSync();
        switch (source.kind) {
          case "files":
            source.from.readSync(); // !call
            break;
          case "memory":
            source.from.readSync();
        }
        switch (source.kind) {
          case "memory":
            source.from.readSync();
          default:
            source.from.readSync(); // !call
        }
        switch (source.kind) {
          case "files":
            break;
          default:
            source.from.readSync();
        }
        if ("memory" !== source.kind && source.from.readSync()) return; // !call
        if (source.kind !== "files") return;
        source.from.readSync(); // !call
      }`,
    "import with equals": `
      import fs = require("fs");
      import read = fs.readFileSync;
      async function f() {
        fs.readFileSync("a"); // !call
        read("a"); // !call
      }`,
    "casts and assertions": `
      import fs from "node:fs";
      async function f() {
        (fs as any).readFileSync("a"); // !call
        fs!.readFileSync("a"); // !call
        (<typeof fs>fs).readFileSync("a"); // !call
        (fs satisfies object).readFileSync("a"); // !call
      }`,
    "a parameter typed by the module": `
      import type fs from "node:fs";
      import type { Dir } from "node:fs";
      async function f(io: typeof fs, other: typeof import("node:fs"), dir: Dir) {
        io.readFileSync("a"); // !call
        other.statSync("a"); // !call
        dir.readSync(); // !call
      }
      async function g({ io }: { io: typeof fs }) { io.readFileSync("a"); } // !call`,
    "injected properties": `
      import * as fs from "node:fs";
      interface Deps { fs: typeof fs; other?: { io: typeof fs } }
      type Io = Pick<typeof fs, "readFileSync">;
      class Service {
        private readonly io: Io;
        constructor(private readonly files: typeof fs, io: Io, protected deps: Deps) { this.io = io; }
        async load() {
          this.files.readFileSync("a"); // !call
          this.io.readFileSync("a"); // !call
          this.deps.fs.statSync("a"); // !call
        }
      }`,
    "a parameter property with a default": `
      import * as nodeFs from "node:fs";
      interface Files { existsSync(path: string): boolean; close(): void }
      class Finder {
        constructor(private readonly files: Files = nodeFs) {}
        async find(name: string) {
          this.files.close();
          return this.files.existsSync(name); // !call
        }
      }`,
    "instances by their class": `
      import { DatabaseSync } from "node:sqlite";
      import type { DatabaseSync as Database } from "node:sqlite";
      class Users {
        constructor(private db: DatabaseSync) {}
        async all() { return this.db.prepare("SELECT 1").all(); } // !call
      }
      async function f(db: Database | undefined) { db?.exec("VACUUM"); } // !call`,
    "types that share a method's name are told apart": `
      import { DatabaseSync } from "node:sqlite";
      interface Regex { exec(text: string): string[] }
      class Runner { exec(command: string) { return command; } }
      async function f(a: DatabaseSync, b: Regex, c: Runner) {
        a.exec("VACUUM"); // !call
        b.exec("x");
        c.exec("x");
        /x/.exec("x");
      }`,
    "type-only names are not values": `
      import type { readFileSync } from "node:fs";
      export type Read = typeof readFileSync;
      declare function read(path: string): void;
      async function f(x: Read) { read("a"); }`,
    "overloads and enums": `
      import { readFileSync } from "node:fs";
      enum Kind { A = 1 }
      function load(a: string): string;
      function load(a: number): string;
      function load(a: unknown): string { return readFileSync(String(a), "utf8"); }
      async function f() { load(Kind.A); } // !chain`,
  },
  "typescript",
);
