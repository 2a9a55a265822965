/**
 * Runs pairs of modules in plain Node, as written and as mended, and prints what came of each as JSON.
 *
 * Usage: node run-pairs.mjs <folder>, where pairs.json lists `{ name, before, after }`. Each module exports
 * `run(folder)`, which is given a folder with a few files, new for each run and always at the same path.
 */
import fs from "node:fs";
import path from "node:path";
import { clearInterval, setInterval } from "node:timers";
import { inspect } from "node:util";
import { pathToFileURL } from "node:url";

const root = process.argv[2];
const workspace = path.join(root, "workspace");

function prepare() {
  fs.rmSync(workspace, { recursive: true, force: true });
  fs.mkdirSync(path.join(workspace, "sub", "deep"), { recursive: true });
  fs.writeFileSync(path.join(workspace, "a.txt"), "hello\n");
  fs.writeFileSync(path.join(workspace, "data.json"), '{ "a": [1, 2] }');
  fs.writeFileSync(path.join(workspace, "sub", "b.txt"), "b");
  fs.writeFileSync(path.join(workspace, "sub", "deep", "c.txt"), "c");
  fs.symlinkSync("a.txt", path.join(workspace, "link"));
}

/** What the run left behind. */
function snapshot(folder = workspace) {
  return fs.readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return { [entry.name]: snapshot(file) };
    if (entry.isSymbolicLink()) return { [entry.name]: `-> ${fs.readlinkSync(file)}` };
    const { mode, nlink } = fs.statSync(file);
    return { [entry.name]: fs.readFileSync(file, "latin1"), mode: mode & 0o777, nlink };
  });
}

/**
 * Fields of errors that need not be the same: the number of a process, the error itself again, and why a thread's job
 * failed, which spawn-blocking adds.
 */
const left = new Set(["pid", "error", "reason"]);

/** An error's name, message and all other own fields, such as code, errno, status, stdout. */
function describeError(error) {
  const fields = Object.entries(error).filter(([name]) => !left.has(name));
  return {
    name: error.name,
    message: error.message,
    fields: inspect(Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)))),
  };
}

async function outcome(module) {
  prepare();
  const { run } = await import(pathToFileURL(module));
  let result;
  try {
    result = { value: inspect(await run(workspace), { depth: 8, maxStringLength: 500 }) };
  } catch (error) {
    result = { error: describeError(error) };
  }
  return { ...result, files: snapshot() };
}

// A promise of Atomics.waitAsync alone does not keep the process alive.
const alive = setInterval(() => undefined, 1000);
const outcomes = [];
for (const { name, before, after } of JSON.parse(
  fs.readFileSync(path.join(root, "pairs.json"), "utf8"),
)) {
  outcomes.push({ name, before: await outcome(before), after: await outcome(after) });
}
clearInterval(alive);
process.stdout.write(JSON.stringify(outcomes));
