import { snippets } from "./snippets.js";

const fs = 'import fs from "node:fs";';

snippets("what maps, sets and proxies hold", {
  "a map's value under a key": `${fs}
    const commands = new Map([
      ["read", (file) => fs.readFileSync(file)],
      ["wait", async () => {}],
    ]);
    commands.set("write", (file) => fs.writeFileSync(file, ""));
    async function f(name) {
      commands.get("read")("a"); // !chain
      commands.get("write")("a"); // !chain
      commands.get("wait")();
      commands.get(name)?.("a"); // !chain
    }`,
  "every value of a map": `${fs}
    const hooks = new Map([["save", () => fs.writeFileSync("a", "")]]);
    async function f() {
      for (const hook of hooks.values()) hook(); // !chain
      hooks.forEach((hook) => hook()); // !chain
    }`,
  "every value of a set": `${fs}
    const hooks = new Set([() => {}]);
    hooks.add(() => fs.writeFileSync("a", ""));
    async function f() {
      for (const hook of hooks) hook(); // !chain
      hooks.forEach((hook) => hook()); // !chain
    }`,
  "nothing of an object that has the methods of a map": `${fs}
    const hooks = makeHooks();
    hooks.set("save", () => fs.writeFileSync("a", ""));
    async function f(name) {
      hooks.get("save")();
      hooks.get(name)();
    }`,
  "nothing of a class of the file's own that is called like one": `${fs}
    class Map { set() {} get() { return () => 1; } }
    const hooks = new Map();
    hooks.set("save", () => fs.writeFileSync("a", ""));
    async function f() {
      hooks.get("save")();
    }`,
  "what a proxy passes on": `${fs}
    const traced = new Proxy(fs, { get: (target, name) => target[name] });
    const reflected = new Proxy(fs, { get(...given) { return Reflect.get(...given); } });
    const guarded = new Proxy(fs, { set: () => false });
    async function f() {
      traced.readFileSync("a"); // !call
      reflected.readFileSync("a"); // !call
      guarded.readFileSync("a"); // !call
    }`,
  "nothing of a proxy that answers itself": `${fs}
    const virtual = new Proxy(fs, { get: (target, name) => () => memory[name] });
    async function f() {
      virtual.readFileSync("a");
    }`,
});

snippets("names that a module puts among the globals", {
  "by zx/globals": `
    import "zx/globals";
    async function f() {
      fs.readFileSync("a"); // !call
      $.sync\`ls\`; // !call
      await $\`ls\`;
    }`,
  "nothing where the module is not imported": `
    async function f() {
      fs.readFileSync("a");
      $.sync\`ls\`;
    }`,
});

snippets("what lists and tables hold", {
  "a list's elements in each of its methods that runs a callback": `${fs}
    const exists = (file) => fs.existsSync(file);
    const checks = [exists];
    async function f(file) {
      checks.every((check) => check(file)); // !chain
      checks.find((check) => check(file)); // !chain
      checks.reduce((all, check) => all && check(file), true); // !chain
      checks.reduce((check) => check(file), exists);
      checks.filter(Boolean).some((check) => check(file)); // !chain
    }`,
  "one element taken out of a list": `${fs}
    const queue = [(file) => fs.existsSync(file)];
    async function f(file) {
      queue.at(-1)(file); // !chain
      queue.shift()?.(file); // !chain
    }`,
  "what is added to a list": `${fs}
    const steps = [];
    steps.push(() => 1, () => fs.rmSync("a"));
    async function f() {
      for (const step of steps) step(); // !chain
    }`,
  "each member of a table": `${fs}
    const checks = { exists: (file) => fs.existsSync(file) };
    async function f(file) {
      for (const check of Object.values(checks)) check(file); // !chain
      for (const [name, check] of Object.entries(checks)) console.log(name, check(file)); // !chain
      for (const name of Object.keys(checks)) console.log(name);
    }`,
  "each entry of a map": `${fs}
    const checks = new Map([["exists", (file) => fs.existsSync(file)]]);
    async function f(file) {
      for (const [name, check] of checks) console.log(name, check(file)); // !chain
      for (const [name, check] of checks.entries()) console.log(name, check(file)); // !chain
    }`,
  "nothing of a table whose member is picked at run time: what it is, is not certain": `${fs}
    const commands = { read: (file) => fs.readFileSync(file), wait: async () => {} };
    async function f(name) {
      commands[name]("a");
    }`,
  "nothing of lists whose functions wait": `${fs}
    const steps = [async () => {}];
    async function f() {
      await Promise.all(steps.map((step) => step()));
      for (const step of steps) await step();
    }`,
});
