/** Functions that are handed to promises, arrays and one's own code, and what runs where it stands. */
import { commonjs, type SnippetSet } from "../snippet.js";

export const callbacks: SnippetSet = {
  "named function references as reactions": `
import { readFileSync } from "node:fs";
const parse = (name) => JSON.parse(readFileSync(name, "utf8"));
export const load = (name) => Promise.resolve(name).then(parse); // !chain
`,
  "the API itself as a reaction": `
import { readFileSync } from "node:fs";
export const load = (name) => Promise.resolve(name).then(readFileSync); // !call
`,
  "a reaction that is a method's reference": `
import fs from "node:fs";
export const remove = (names) => Promise.all(names).then((all) => all.forEach(fs.unlinkSync)); // !call
`,
  "a map by reference in an async function": `
import { statSync } from "node:fs";
export async function sizes(names) {
  return names.map(statSync).map((stat) => stat.size); // !call
}
`,
  "a map by a named function in an async function": `
import { statSync } from "node:fs";
function size(name) {
  return statSync(name).size;
}
export async function sizes(names) {
  return names.map(size); // !chain
}
`,
  "handed to something unknown: not known to be called": `
import { statSync } from "node:fs";
import { register } from "./registry.js";
export async function sizes(names) {
  register(statSync);
  return names.length;
}
`,
  "a callback that a local function calls": `
import { readFileSync } from "node:fs";
function withRetry(fn) {
  for (let i = 0; i < 3; i++) try { return fn(); } catch {}
}
export const load = async (name) => withRetry(() => readFileSync(name)); // !call
`,
  "a callback that a local function keeps": `
import { readFileSync } from "node:fs";
const hooks = [];
function onExit(fn) { hooks.push(fn); }
export async function main(name) {
  onExit(() => readFileSync(name));
}
`,
  "sync functions promisified do not exist: util.promisify of an async form": `
import { promisify } from "node:util";
import { exec, execFile } from "node:child_process";
const run = promisify(exec);
export const status = async () => (await run("git status")).stdout + (await promisify(execFile)("git")).stdout;
`,
  "util.callbackify and once keep what they wrap harmless": `
import { once } from "node:events";
import { callbackify } from "node:util";
export const wrapped = callbackify(async (name) => name);
export const ready = async (emitter) => once(emitter, "ready");
`,
  "Promise.resolve().then(fn) anywhere": `
import { readFileSync } from "node:fs";
export function start(name, done) {
  Promise.resolve().then(() => done(readFileSync(name))); // !call
}
`,
  "catch, finally and the second argument of then": `
import { appendFileSync, rmSync } from "node:fs";
export function run(job) {
  return job()
    .then(() => 1, (error) => appendFileSync("log", String(error))) // !call
    .catch((error) => appendFileSync("log", String(error))) // !call
    .finally(() => rmSync("lock")); // !call
}
`,
  "then on something that is no promise": `
import { readFileSync } from "node:fs";
const chain = { then(fn) { this.fns = [fn]; return this; } };
export function build(name) {
  chain.then(() => readFileSync(name));
}
`,
  "a promise's executor": `
import { readFileSync, readFile } from "node:fs";
export const load = (name) =>
  new Promise((resolve) => {
    resolve(readFileSync(name)); // !call
  });
export const fine = (name) =>
  new Promise((resolve, reject) => {
    readFile(name, (error, data) => (error ? reject(error) : resolve(data)));
  });
`,
  "Promise.resolve around a call, Promise.all of calls": `
import { readFileSync, statSync } from "node:fs";
export function load(name) {
  return Promise.resolve(readFileSync(name)); // !call
}
export function all(a, b) {
  return Promise.all([readFileSync(a), statSync(b)]); // !call // !call
}
`,
  "Promise.try": `
import { readFileSync } from "node:fs";
export const load = (name) => Promise.try(() => readFileSync(name)); // !call
`,
  "withResolvers returns a promise": `
import { execSync } from "node:child_process";
export function run() {
  const { promise, resolve } = Promise.withResolvers();
  resolve(execSync("ls")); // !call
  return promise;
}
`,
  "Array.from, sort, reduce, replace": `
import { readFileSync, statSync } from "node:fs";
export async function all(names, text) {
  const a = Array.from(names, (name) => readFileSync(name)); // !call
  names.sort((x, y) => statSync(x).mtimeMs - y.mtimeMs); // !call
  const b = names.reduce((sum, name) => sum + statSync(name).size, 0); // !call
  const c = text.replace(/@(\\w+)/g, (_, name) => readFileSync(name, "utf8")); // !call
  const d = JSON.parse(text, (key, value) => (key === "file" ? readFileSync(value) : value)); // !call
  return [a, b, c, d];
}
`,
  "Map.groupBy, Object.groupBy, structured callbacks of built-ins": `
import { statSync } from "node:fs";
export async function bySize(names) {
  const groups = Object.groupBy(names, (name) => statSync(name).size); // !call
  new Set(names).forEach((name) => statSync(name)); // !call
  return groups;
}
`,
  "an IIFE in an async function": `
import { readFileSync } from "node:fs";
export async function load(name) {
  const text = (() => readFileSync(name, "utf8"))(); // !call
  return (function () { return text + readFileSync(name); })(); // !call
}
`,
  "a function defined in an async function and not called": `
import { readFileSync } from "node:fs";
export async function make() {
  function readSync(name) { return readFileSync(name); }
  const other = (name) => readFileSync(name);
  return { readSync, other, method(name) { return readFileSync(name); } };
}
`,
  "a function defined in an async function and called there": `
import { readFileSync } from "node:fs";
export async function make(name) {
  function readSync() { return readFileSync(name); }
  return readSync(); // !chain
}
`,
  "dead code": `
import { readFileSync } from "node:fs";
export async function load(name) {
  return fetch(name);
  readFileSync(name);
}
export async function never(name) {
  if (false) readFileSync(name);
  throw new Error("no");
}
`,
  "an async arrow called on the spot at the top": `
import { readFileSync } from "node:fs";
(async () => {
  const text = readFileSync("a"); // !call
  await fetch(text);
})();
`,
  "void and catch on an async call": commonjs(`
const fs = require("fs");
async function main() {
  fs.writeFileSync("out", await (await fetch("x")).text()); // !call
}
main().catch((error) => {
  console.error(error);
  process.exit(1);
});
`),
};
