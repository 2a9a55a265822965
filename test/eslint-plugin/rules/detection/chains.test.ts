import { snippets } from "./snippets.js";

const fs = 'import { readFileSync, writeFileSync } from "node:fs";';

snippets("chains within a file", {
  "a function that blocks": `${fs}
    function load() { return readFileSync("a"); }
    async function f() { return load(); } // !chain`,
  "functions of every form": `${fs}
    const arrow = () => readFileSync("a");
    const expression = function () { return readFileSync("a"); };
    const object = { method() { return readFileSync("a"); }, arrow: () => readFileSync("b") };
    async function f() {
      arrow(); // !chain
      expression(); // !chain
      object.method(); // !chain
      object.arrow(); // !chain
      later(); // !chain
      const local = () => readFileSync("c");
      local(); // !chain
      arrow.call(undefined); // !chain
      arrow.apply(undefined, []); // !chain
      arrow.bind(undefined)(); // !chain
      arrow?.(); // !chain
      (0, arrow)(); // !chain
    }
    function later() { return readFileSync("d"); }`,
  "the parent's constructor of a class that is an expression": `${fs}
    class Base { constructor() { this.text = readFileSync("a"); } }
    const Store = class extends Base {};
    async function f() { return new Store(); } // !chain`,
  methods: `${fs}
    class Base { load() { return readFileSync("a"); } static make() { return readFileSync("b"); } }
    class Store extends Base {
      #secret() { return readFileSync("c"); }
      async all() {
        this.load(); // !chain
        super.load(); // !chain
        this.#secret(); // !chain
        Store.make(); // !chain
        const { load } = this;
        load(); // !chain
      }
    }
    const store = new Store();
    async function f() {
      store.load(); // !chain
      new Store().load(); // !chain
      Store.prototype.load.call(store); // !chain
    }`,
  "constructors and field initialisers": `${fs}
    class Config { constructor() { this.text = readFileSync("a"); } }
    class Fields { text = readFileSync("a"); }
    class Child extends Config {}
    class Caller extends Config { constructor() { super(); } }
    class Static { static text = readFileSync("a"); }
    async function f() {
      new Config(); // !chain
      new Fields(); // !chain
      new Child(); // !chain
      new Caller(); // !chain
      new Static();
    }`,
  getters: `${fs}
    class Config { get text() { return readFileSync("a"); } static get all() { return readFileSync("b"); } }
    const object = { get text() { return readFileSync("a"); } };
    async function f(config = new Config()) {
      new Config().text; // !chain
      Config.all; // !chain
      return object.text; // !chain
    }`,
  "through several functions": `${fs}
    const a = () => b();
    const b = () => c();
    function c() { if (Math.random() > 0.5) return readFileSync("a"); }
    async function f() { a(); } // !chain`,
  "recursion ends": `${fs}
    function even(n) { return n === 0 ? readFileSync("a") : odd(n - 1); }
    function odd(n) { return n === 0 ? "" : even(n - 1); }
    function self(n) { return n > 0 ? self(n - 1) : writeFileSync("a", ""); }
    function never(n) { return never(n - 1); }
    async function f() {
      odd(5); // !chain
      even(5); // !chain
      self(5); // !chain
      never(5);
    }
    async function g() { await g(); }`,
  "an async callee is reported once, in itself": `${fs}
    async function load() { return readFileSync("a"); } // !call
    function promised() { readFileSync("a"); return Promise.resolve(1); } // !call
    async function f() { await load(); await promised(); }`,
  "functions handed to what calls them": `${fs}
    function load(name) { return readFileSync(name); }
    async function f(files) {
      files.map(load); // !chain
      files.forEach((file) => load(file)); // !chain
      new Promise(load); // !chain
      fetch("/").then(load); // !chain
    }
    fetch("/").then(load); // !chain`,
  "busy waits and shared memory further down": `
    function sleep(ms) { const end = Date.now() + ms; while (Date.now() < end) {} } // !spin
    function park(ms) { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms); }
    async function f() {
      sleep(10); // !chain
      park(10); // !chain
    }`,
  "synchronous generators run where they are iterated": `${fs}
    function* lines() { yield readFileSync("a"); }
    async function f() {
      for (const line of lines()) {} // !chain
      const all = [...lines()]; // !chain
      const made = lines();
    }`,
  "what does not block, or is not called": `${fs}
    function pure() { return 1; }
    function load() { return readFileSync("a"); }
    function register(action) { return { action }; }
    async function f(load2) {
      pure();
      load2();
      register(load);
      return load;
    }
    function g() { return load(); }
    const text = load();`,
  "a shadowed name": `${fs}
    function load() { return readFileSync("a"); }
    async function f(load) { load(); }
    async function g() { const load = async () => 1; await load(); }`,
  "work handed to a worker": `${fs}
    import { spawnBlocking } from "spawn-blocking";
    function load() { return readFileSync("a"); }
    async function f() { await spawnBlocking(load); await spawnBlocking(() => load()); }`,
  "tags in doc comments": `
    import native from "some-native";
    /** Reads a sensor. @blocking */
    export function sense() { return native.sense(); }
    /**
     * Fast enough.
     * @nonblocking
     */
    function quick() { return native.fs.readFileSync("a"); }
    async function f() {
      sense(); // !chain
      quick();
    }`,
});
