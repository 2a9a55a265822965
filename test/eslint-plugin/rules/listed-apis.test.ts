/** APIs that users list themselves by the option `apis`: what is reported of them, and what is suggested. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Linter } from "eslint";
import plugin from "../../../eslint-plugin/src/index.js";

const apis = [
  {
    module: "legacy-db",
    name: "querySync",
    async: { module: "legacy-db/promises", name: "query" },
  },
  {
    module: "legacy-db",
    name: "lookupSync",
    async: { module: "legacy-db", name: "lookup", style: "callback" },
  },
  {
    module: "legacy-db",
    name: "Client.prototype.fetchSync",
    async: { module: "legacy-db", name: "Client.prototype.fetch" },
  },
  { module: "legacy-db", name: "pingSync" },
  {
    module: "global",
    name: "host.readSync",
    async: { module: "global", name: "host.read" },
  },
  {
    module: "./src/store.js",
    name: "load",
    async: { module: "./src/store.js", name: "loadLater" },
  },
  {
    module: "./src/store.js",
    name: "saveSync",
    async: { module: "./src/later/store.js", name: "save" },
  },
];

const files: Readonly<Record<string, string>> = {
  "src/store.js": `
import { readFileSync } from "node:fs";
export function load(name) { return native.load(name); }
export function saveSync(name) { return native.save(name); }
export async function loadLater(name) { return native.loadLater(name); }
export const read = (name) => readFileSync(name);`,
  "src/index.js": `export { load as restore } from "./store.js";`,
};

interface Found {
  readonly message: string;
  readonly output: string | undefined;
}

describe("APIs that users list", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "unblock-listed-"));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function config(fix: boolean): Linter.Config {
    const options = { apis, fix };
    return {
      files: ["**/*.{js,cjs}"],
      plugins: { unblock: plugin },
      rules: {
        "unblock/no-blocking-call": ["error", options],
        "unblock/no-blocking-chain": ["error", { apis }],
      },
    };
  }

  /** What is found in a file of the project, with what the first suggestion makes of its code. */
  function lint(code: string, name = "src/routes/file.js"): readonly Found[] {
    const filename = path.join(folder, name);
    return new Linter({ cwd: folder })
      .verify(code, config(false), { filename })
      .map(({ message, suggestions }) => {
        const edit = suggestions?.[0]?.fix;
        return {
          message,
          output:
            edit === undefined
              ? undefined
              : code.slice(0, edit.range[0]) + edit.text + code.slice(edit.range[1]),
        };
      });
  }

  const outputs = (code: string, name?: string): readonly (string | undefined)[] =>
    lint(code, name).map(({ output }) => output);

  it("have their asynchronous form suggested, from the module that it comes from", () => {
    const code = `import { querySync } from "legacy-db";
export const rows = async (text) => querySync(text).rows;`;
    assert.deepEqual(outputs(code), [
      `import { querySync } from "legacy-db";
import { query } from "legacy-db/promises";
export const rows = async (text) => (await query(text)).rows;`,
    ]);
  });

  it("have a form with a callback promisified", () => {
    const code = `const { lookupSync } = require("legacy-db");
exports.find = async (name) => lookupSync(name);`;
    assert.deepEqual(outputs(code, "src/file.cjs"), [
      `const { lookup } = require("legacy-db");
const { promisify } = require("node:util");
exports.find = async (name) => await promisify(lookup)(name);`,
    ]);
  });

  it("may be methods of what is constructed, and members of globals", () => {
    const code = `import { Client } from "legacy-db";
export async function both(name) {
  return [new Client(name).fetchSync(), host.readSync(name)];
}`;
    assert.deepEqual(outputs(code), [
      code.replace("new Client(name).fetchSync()", "await new Client(name).fetch()"),
      code.replace("host.readSync(name)", "await host.read(name)"),
    ]);
  });

  it("have no suggestion where no asynchronous form is listed", () => {
    const code = `import { pingSync } from "legacy-db";
export const ping = async () => pingSync();`;
    assert.deepEqual(lint(code), [
      {
        message:
          "legacy-db.pingSync blocks the event loop for about 10 ms (typical: an assumption).",
        output: undefined,
      },
    ]);
  });

  it("may be functions of the project's files, by their path from the working directory", () => {
    const code = `import { load } from "../store.js";
export const restore = async (name) => load(name);`;
    assert.deepEqual(lint(code), [
      {
        message:
          "./src/store.js.load blocks the event loop for about 10 ms (typical: an assumption).",
        output: `import { loadLater } from "../store.js";
export const restore = async (name) => await loadLater(name);`,
      },
    ]);
  });

  it("have the form of another file of the project imported from where the code stands", () => {
    const code = `import { saveSync } from "../store.js";
export const save = async (name) => saveSync(name);`;
    assert.deepEqual(outputs(code), [
      `import { saveSync } from "../store.js";
import { save as saveAsync } from "../later/store.js";
export const save = async (name) => await saveAsync(name);`,
    ]);
  });

  it("are known through what the project's files export on", () => {
    const code = `import { restore } from "./index.js";
export const start = async () => restore("a");`;
    assert.deepEqual(
      lint(code, "src/main.js").map(({ message }) => message),
      ["./src/store.js.load blocks the event loop for about 10 ms (typical: an assumption)."],
    );
  });

  it("leave the other functions of their file to be followed", () => {
    const code = `import { read, loadLater } from "../store.js";
export const start = async () => [read("a"), await loadLater("b")];`;
    const [found, ...others] = lint(code);
    assert.deepEqual(others, []);
    assert.match(found?.message ?? "", /^read ends in node:fs\.readFileSync/u);
  });

  it("are mended by --fix where the option says so", () => {
    const code = `import { load } from "../store.js";
export const restore = async (name) => load(name);`;
    const filename = path.join(folder, "src/routes/file.js");
    const { output, messages } = new Linter({ cwd: folder }).verifyAndFix(code, config(true), {
      filename,
    });
    assert.deepEqual(messages, []);
    assert.match(output, /await loadLater\(name\)/u);
  });
});
