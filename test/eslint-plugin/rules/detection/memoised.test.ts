import { ProjectFolder } from "./project-folder.js";
import { snippets } from "./snippets.js";

const fs = 'import { existsSync, readFileSync } from "node:fs";';

snippets("functions that keep what they found: the first call blocks, not those that follow it", {
  "getters and functions of each form": `${fs}
    let kept;
    const returnsIt = () => kept ?? (kept = readFileSync("a"));
    const fillsIt = () => (kept ??= readFileSync("a"));
    function tests() { if (!kept) { kept = readFileSync("a"); } return kept; }
    function compares() { if (kept === undefined) kept = readFileSync("a"); return kept; }
    class Project {
      #folders;
      get folders() {
        if (this.#folders) return this.#folders;
        this.#folders = readFileSync("a");
        return this.#folders;
      }
    }
    async function f(project = new Project()) {
      returnsIt(); // !chain
      returnsIt();
      fillsIt(); // !chain
      if (returnsIt()) fillsIt();
      tests(); // !chain
      for (const one of kept) tests();
      compares(); // !chain
      [1, 2].map(() => compares());
      const own = new Project();
      own.folders; // !chain
      own.folders.length;
      const other = new Project();
      other.folders; // !chain
    }`,
  "where the first call may not have come": `${fs}
    let kept;
    function load() { if (!kept) kept = readFileSync("a"); return kept; }
    async function f(wanted, list) {
      if (wanted) load(); // !chain
      for (const one of list) load(); // !chain
      wanted && load(); // !chain
      const later = () => load();
      load(); // !chain
      load();
    }
    async function other() { load(); } // !chain`,
  "where a function keeps nothing, or something else": `${fs}
    let kept, cache = {};
    function always() { if (kept) return kept; return readFileSync("a"); }
    function byName(name) { if (!cache[name]) cache[name] = readFileSync(name); return cache[name]; }
    function half() { if (!kept) kept = readFileSync("a"); return existsSync("a") && kept; }
    function local() { let kept; if (!kept) kept = readFileSync("a"); return kept; }
    async function f() {
      always(); // !chain
      always(); // !chain
      byName("a"); // !chain
      byName("b"); // !chain
      half(); // !chain
      half(); // !chain
      local(); // !chain
      local(); // !chain
    }`,
});

describe("functions of other files that keep what they found", () => {
  let folder: ProjectFolder;

  beforeEach(() => {
    folder = new ProjectFolder();
  });

  afterEach(() => {
    folder.remove();
  });

  it("tells once in a file what a function of another file finds once and keeps", () => {
    folder.holds({
      "settings.js": `
        import { readFileSync } from "node:fs";
        let settings, withDefaults;
        const read = () => JSON.parse(readFileSync("settings.json"));
        function load() { withDefaults = { port: 80, ...stored() }; }
        export function stored() {
          if (!settings) settings = read();
          return settings;
        }
        export function get() {
          if (!withDefaults) load();
          return withDefaults;
        }
        export const reload = () => (settings = read());
        export class Config {
          static instance;
          static of() {
            if (Config.instance == null) Config.instance = new Config();
            return Config.instance;
          }
          static own() {
            this.instance ??= new Config();
            return this.instance;
          }
          constructor() { this.text = readFileSync("config"); }
        }
        export class Plugins {
          static loaded = false;
          static all = [];
          static load() {
            if (this.loaded) return;
            for (const name of readFileSync("plugins").split("\\n")) this.all.push(name);
            this.loaded = true;
          }
          static list() { this.load(); return this.all; }
        }
        export class Cache {
          get text() { return (this.kept ??= readFileSync("a")); }
        }
        export class Locator {
          #found;
          find() {
            if (!this.#found) this.#found = readFileSync("a");
            return this.#found;
          }
        }
        export const locator = new Locator();
        async function own(wanted) {
          if (wanted) stored(); // !chain
          else stored(); // !chain
        }
        async function other() { stored(); } // !chain
      `,
      "main.js": `
        import { Cache, Config, get, locator, Plugins, reload, stored } from "./settings.js";
        class Device {
          get name() { return get().names[this.id]; }
          refresh() { reload(); return this.name; }
        }
        async function f(device = new Device()) {
          get().port; // !chain
          device.name;
          device.refresh(); // !chain
        }
        async function g() {
          get();
          stored(); // !chain
          reload(); // !chain
        }
        async function h() { return stored(); }
        async function k() { Config.of(); Config.own(); } // !chain !chain
        async function l() { Config.own(); return Config.of(); }
        async function m() { return Plugins.list(); } // !chain
        async function n() { Plugins.load(); return Plugins.list(); }
        async function i() { new Cache().text; } // !chain
        async function j() { new Cache().text; } // !chain
        async function o() { locator.find(); } // !chain
        async function p() { locator.find(); }
      `,
    });
  });
});
