import { snippets } from "./snippets.js";

const fs = 'import { existsSync, readFileSync } from "node:fs";';

snippets("functions that others keep and call", {
  "by a function that composes all that it is given": `${fs}
    const pipe = (...steps) => (value) => steps.reduce((result, step) => step(result), value);
    function series(first, ...rest) {
      return () => { first(); for (const one of rest) one(); };
    }
    const pick = (...choices) => () => choices[1]();
    const names = (...steps) => () => steps.map((step) => step.name);
    const read = () => readFileSync("a");
    const parse = () => {};
    const all = pipe(parse, read);
    const both = series(parse, parse, () => readFileSync("b"));
    const harmless = series(parse, parse);
    async function f() {
      all(); // !chain
      both(); // !chain
      harmless();
      pick(parse, read)(); // !chain
      names(read)();
    }`,
  "by a function that lends them something": `
    import Database from "better-sqlite3";
    import { DatabaseSync } from "node:sqlite";
    import * as files from "node:fs";
    async function withDatabase(name, run) {
      const db = new Database(name); // !call
      try { return await run(db, name); } finally { db.close(); }
    }
    class Pool {
      use(run) { return run({ name: "pool" }, this.take()); }
      take() { return new DatabaseSync(":memory:"); }
    }
    const pool = new Pool();
    const apply = (value, run) => run(value);
    const list = (run) => run(["a"]);
    export const users = () => withDatabase("a", async (db, name) => db.prepare(name).all()); // !call
    export async function f() {
      await pool.use(async (own, db) => { own.exec("x"); db.exec("y"); }); // !call !chain
      apply(files, (fs) => fs.statSync("a")); // !call
      list((names) => names.statSync("a"));
    }`,
  "by an object that was given one where it was made": `${fs}
    class Lazy {
      #make;
      constructor(make) { this.#make = make; }
      get value() { return this.#make(); }
      get known() { return this.#make !== undefined; }
      ask(again) { return again ? this.#make() : undefined; }
      twice() { this.ask(true); return this.value; }
      async later() { return this.#make(); }
    }
    const text = new Lazy(() => readFileSync("a"));
    const number = new Lazy(() => 1);
    async function f() {
      text.value; // !chain
      const { value } = text; // !chain
      text.ask(true); // !chain
      text.twice(); // !chain
      text.known;
      await text.later();
      number.value;
      number.ask(true);
      new Lazy(() => existsSync("b")).value; // !chain
    }
    function g() { return text.value; }`,
  "by an object whose parent keeps it": `${fs}
    class Base { constructor(name, load = () => {}) { this.load = load; } read() { return this.load(); } }
    class Sub extends Base { open() { return this.read(); } }
    const sub = new Sub("a", () => readFileSync("a"));
    const quiet = new Sub("b");
    async function f() {
      sub.open(); // !chain
      sub.read(); // !chain
      quiet.open();
    }`,
});
