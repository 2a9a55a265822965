import { snippets } from "./snippets.js";

const fs = 'import { appendFileSync, readFileSync } from "node:fs";';

snippets("functions that block or not by a constant that they are given", {
  "in a branch": `${fs}
    function log(text, toFile) { if (toFile) { appendFileSync("log", text); } else console.log(text); }
    const read = (name, mode) => (mode === "sync" ? readFileSync(name) : open(name));
    function load(name, cached) { if (!cached) { return readFileSync(name); } return kept; }
    const SYNC = "sync";
    async function f(name, toFile) {
      log("a", true); // !chain
      log("a", false);
      log("a", toFile); // !chain
      log("a");
      read("a", SYNC); // !chain
      read("a", "async");
      load("a", false); // !chain
      load("a", true);
      log(...[name, false]); // !chain
    }`,
  "where it is left out": `${fs}
    function log(text, toFile = false) { if (toFile) appendFileSync("log", text); }
    function save(text, quietly = true) { if (quietly || text === "") appendFileSync("log", text); }
    const audit = save.bind(undefined, "a");
    const only = function (text, toFile) { if (toFile) appendFileSync("log", text); }.bind(undefined, "a", true);
    async function f() {
      log("a");
      log("a", undefined);
      log("a", true); // !chain
      save("a"); // !chain
      save(globalThis.text, false); // !chain
      audit(false); // !chain
      only(); // !chain
    }`,
  "in options": `${fs}
    function load(name, { sync = false, ...others } = {}) { if (sync) return readFileSync(name); return others; }
    function read(name, options) { if (options?.cached && name) return kept; return readFileSync(name); }
    function change(name, options) { options.sync = true; if (options.sync) return readFileSync(name); }
    function hand(name, options) { fill(options); if (options.sync) return readFileSync(name); }
    async function f(name, given) {
      load(name);
      load(name, {});
      load(name, { sync: false });
      load(name, { sync: true }); // !chain
      load(name, { ...given }); // !chain
      load(name, given); // !chain
      read(name, { cached: true }); // !chain
      read(name, { cached: false }); // !chain
      read(name); // !chain
      change(name, { sync: false }); // !chain
      hand(name, { sync: false }); // !chain
    }`,
  "after an early return": `${fs}
    function load(name, quick) { if (quick === true) return undefined; return readFileSync(name); }
    async function f() {
      load("a", true);
      load("a", false); // !chain
    }`,
  "in a switch": `${fs}
    function work(kind) {
      switch (kind) {
        case "read":
        case "load":
          return readFileSync("a");
        case "wait":
          return undefined;
        default:
          return appendFileSync("a", kind);
      }
    }
    function through(kind) {
      switch (kind) {
        case "first": start();
        case "second": readFileSync("a");
      }
    }
    async function f() {
      work("read"); // !chain
      work("load"); // !chain
      work("wait");
      work("other"); // !chain
      through("first"); // !chain
    }`,
  "which the function changes, or hands on": `${fs}
    function changed(name, toFile) { toFile ||= env.toFile; if (toFile) readFileSync(name); }
    function inner(name, toFile) { if (toFile) readFileSync(name); }
    function outer(name, toFile) { return inner(name, toFile); }
    function loose(name, count) { if (count == 0) readFileSync(name); }
    async function f() {
      changed("a", false); // !chain
      outer("a", false); // !chain
      loose("a", 1); // !chain
    }`,
  "which asks a function that otherwise returns a promise to answer at once": `${fs}
    import { promises } from "node:fs";
    function read(name, { sync = false } = {}) {
      if (sync) return readFileSync(name);
      return promises.readFile(name);
    }
    const now = (name) => readFileSync(name);
    const load = (name, mode) => (mode === "sync" ? now(name) : promises.readFile(name));
    async function f(given) {
      read("a");
      read("a", given);
      read("a", { sync: false });
      read("a", { sync: true }); // !chain
      load("a", "later");
      load("a", "sync"); // !chain
    }`,
});
