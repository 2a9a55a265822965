import { snippets } from "./snippets.js";

const fs = 'import { appendFileSync } from "node:fs";';
const events = 'import { EventEmitter } from "node:events";';

snippets("listeners that run while their event is emitted", {
  "of one emitter and one event": `${fs}${events}
    const bus = new EventEmitter();
    const other = new EventEmitter();
    const SAVED = "saved";
    const write = (name) => appendFileSync("log", name);
    bus.on(SAVED, write);
    bus.on("read", () => {});
    bus.on("later", async (name) => appendFileSync("log", name)); // !call
    bus.once("written", function (name) { appendFileSync("log", name); });
    async function f(name, event) {
      bus.emit("saved", name); // !chain
      bus.emit("written", name); // !chain
      bus.emit("read", name);
      bus.emit("later", name);
      bus.emit(event, name);
      other.emit("saved", name);
    }
    function g(name) {
      bus.emit("saved", name);
    }`,
  "of an event target": `${fs}
    const target = new EventTarget();
    target.addEventListener("save", () => appendFileSync("log", ""));
    const opened = new Event("open");
    class Page extends EventTarget {
      constructor() {
        super();
        this.addEventListener("print", () => appendFileSync("log", ""));
      }
      async print() {
        this.dispatchEvent(new CustomEvent("print", { detail: 1 })); // !chain
      }
    }
    async function f(unknown) {
      target.dispatchEvent(new Event("save")); // !chain
      target.dispatchEvent(opened);
      target.dispatchEvent(unknown);
    }`,
  "of a class that is one, and of one that has one": `${fs}${events}
    class Store extends EventEmitter {
      constructor() {
        super();
        this.on("change", () => this.save());
      }
      save() { appendFileSync("store", ""); }
      async set() {
        this.emit("change"); // !chain
        this.emit("set");
      }
    }
    class Cache {
      #events = new EventEmitter();
      start() { this.#events.addListener("drop", () => appendFileSync("cache", "")); }
      async drop() { this.#events.emit("drop"); } // !chain
    }`,
  "of an object whose class listens to itself, and of a class whose objects are listened to": `${fs}${events}
    class Log extends EventEmitter {
      constructor() {
        super();
        this.on("line", (text) => appendFileSync("log", text));
      }
      async end() { this.emit("end"); } // !chain
    }
    class Quiet extends EventEmitter {}
    const log = new Log();
    log.on("end", () => appendFileSync("log", "end"));
    const quiet = new Quiet();
    async function f() {
      log.emit("line", "a"); // !chain
      quiet.emit("line", "a");
    }`,
  "not where they are handed over": `${fs}${events}
    const bus = new EventEmitter();
    function write() { appendFileSync("log", ""); }
    function start() {
      const stop = () => write();
      bus.on("stop", stop);
      bus.on("end", write);
      bus.on("close", () => write());
    }
    async function f() {
      start();
    }`,
  "not of what only has such methods": `${fs}
    import { io } from "socket.io-client";
    import { EventEmitter } from "node:events";
    const socket = io();
    socket.on("saved", () => appendFileSync("log", ""));
    class Later extends EventEmitter {
      emit(name, ...args) { setImmediate(() => super.emit(name, ...args)); }
      start() { this.on("saved", () => appendFileSync("log", "")); }
      async save() { this.emit("saved"); }
    }
    async function f() {
      socket.emit("saved");
    }`,
});
