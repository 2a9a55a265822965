import { snippets } from "./snippets.js";

const fs = 'import { readFileSync } from "node:fs";';

snippets("inherited methods, on objects of classes that override what they call", {
  "a method that its parent leaves to it": `${fs}
    class Step { run() { return this.perform(); } perform() { throw new Error("abstract"); } }
    class Read extends Step { perform() { return readFileSync("a"); } }
    class Say extends Step { perform() { return "a"; } }
    class Deep extends Read { name = "deep"; }
    async function f() {
      new Read().run(); // !chain
      new Deep().run(); // !chain
      new Say().run();
      new Step().run();
    }`,
  "methods that a constructor mixes into the object": `${fs}
    const reading = { read() { return readFileSync("a"); }, say() { return "a"; } };
    const writing = { async write() { return readFileSync("b"); } }; // !call
    class Package {
      constructor() { Object.assign(this, reading, writing); }
      async run() {
        this.say();
        await this.write();
        return this.read(); // !chain
      }
      static async start() { return this.read(); }
    }
    class Other { async run() { return this.read(); } }
    async function f() { new Package().read(); } // !chain`,
  "a method that its child takes back": `${fs}
    class Store { load() { return this.read(); } read() { return readFileSync("a"); } }
    class Memory extends Store { read() { return "a"; } }
    class Both extends Store { read() { return super.read() + "b"; } }
    async function f() {
      new Store().load(); // !chain
      new Memory().load();
      new Both().load(); // !chain
    }`,
  "a constructor of a parent": `${fs}
    class Base { constructor() { this.init(); } init() {} }
    class Reads extends Base { init() { this.text = readFileSync("a"); } }
    class Own extends Base { constructor() { super(); } init() { readFileSync("b"); } }
    class Not extends Base { init() { this.text = ""; } }
    async function f() {
      new Reads(); // !chain
      new Own(); // !chain
      new Not();
      new Base();
    }`,
  "on this, in an inherited method of one's own": `${fs}
    class Base { run() { [1].forEach((one) => this.each(one)); } each() {} stop() { this.run(); } }
    class Child extends Base {
      each(one) { readFileSync(String(one)); }
      async start() {
        this.run(); // !chain
        super.stop(); // !chain
      }
    }
    async function f(base = new Base()) {
      base.stop();
    }`,
  "one of several objects": `${fs}
    class Local { load() { this.read(); } read() { readFileSync("a"); } }
    class Remote { load() { this.read(); } read() {} }
    const pick = (mode) => { if (mode === "local") return new Local(); return new Remote(); };
    async function f(mode) {
      pick(mode).load(); // !chain
    }`,
  "methods that call each other end": `${fs}
    class Base { a() { this.b(); } b() { this.a(); } }
    class Child extends Base { b() { super.b(); } }
    async function f() {
      new Child().a();
    }`,
});
