import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Linter } from "eslint";
import plugin from "../../../eslint-plugin/src/index.js";

function lint(code: string, options: object, filename = "src/file.js"): readonly string[] {
  const entry = ["error", options] as Linter.RuleEntry;
  const rules = Object.keys(plugin.rules).filter((name) => name.startsWith("no-"));
  const config: Linter.Config = {
    plugins: { unblock: plugin },
    rules: Object.fromEntries(rules.map((name) => [`unblock/${name}`, entry])),
  };
  return new Linter().verify(code, config, { filename }).map((one) => one.message);
}

const mixed = `
  import { existsSync, readFileSync } from "node:fs";
  import { pbkdf2Sync } from "node:crypto";
  async function f() {
    existsSync("a");
    readFileSync("a");
    pbkdf2Sync("a", "b", 600_000, 32, "sha256");
  }`;

function apis(messages: readonly string[]): readonly string[] {
  return messages.map((message) => message.split(" ")[0] ?? "");
}

describe("options of the rules", () => {
  it("select by kind", () => {
    assert.deepEqual(apis(lint(mixed, { kinds: ["cpu"] })), ["node:crypto.pbkdf2Sync"]);
  });

  it("select by the least time", () => {
    assert.deepEqual(apis(lint(mixed, { minimumMs: 100 })), ["node:crypto.pbkdf2Sync"]);
  });

  it("allow APIs by origin: a module or a member, with or without the prefix", () => {
    assert.deepEqual(apis(lint(mixed, { allow: ["node:fs.existsSync"] })), [
      "node:fs.readFileSync",
      "node:crypto.pbkdf2Sync",
    ]);
    assert.deepEqual(apis(lint(mixed, { allow: ["fs", "crypto.pbkdf2"] })), [
      "node:crypto.pbkdf2Sync",
    ]);
  });

  it("allow files by glob", () => {
    assert.deepEqual(lint(mixed, { allowIn: ["**/*.test.js"] }, "src/deep/a.test.js"), []);
    assert.deepEqual(lint(mixed, { allowIn: ["src/**"] }), []);
    assert.deepEqual(lint(mixed, { allowIn: ["*.{cjs,js}"] }), []);
    assert.equal(lint(mixed, { allowIn: ["scripts/**", "**/*.test.js"] }).length, 3);
  });

  it("compute a password hash from its iterations, its digest and the length of its key", () => {
    const hash = (rest: string): string =>
      lint(
        `import { pbkdf2Sync } from "crypto"; async function f() { pbkdf2Sync("p", "s", ${rest}); }`,
        {},
      )[0] ?? "";
    assert.match(hash('600_000, 64, "sha512"'), /about 600 ms \(computed: 600,000 iterations;/u);
    assert.match(hash('600_000, 32, "SHA256"'), /about 300 ms \(computed: 600,000 iterations;/u);
    // A key of two blocks takes all iterations twice.
    assert.match(hash('600_000, 64, "sha256"'), /about 600 ms/u);
    assert.match(hash("600_000, 64, digest"), /about 600 ms/u);
  });

  it("take what was measured on this machine in place of typical durations, from the file that they name", () => {
    const file = path.join(
      mkdtempSync(path.join(tmpdir(), "unblock-options-")),
      "calibration.json",
    );
    const call = { api: "node:fs.existsSync", basis: "page cache", lowMs: 0.1, highMs: 0.3 };
    const calls = [
      { ...call, typicalMs: 0.2 },
      { ...call, typicalMs: 9 },
    ];
    writeFileSync(file, JSON.stringify({ version: 1, calls }));
    const [exists, read, hash] = lint(mixed, { calibration: file });
    assert.match(exists ?? "", /about 0\.2 ms \(measured: page cache\)/u);
    assert.match(read ?? "", /\(typical: /u);
    assert.match(hash ?? "", /\(computed: /u);
    rmSync(path.dirname(file), { recursive: true });
  });

  it("say what is wrong with a calibration that can't be used", () => {
    assert.throws(
      () => lint(mixed, { calibration: "no/such.json" }),
      /no[\\/]such\.json.*can't be read/u,
    );
  });

  it("add callbacks in Node.js' style", () => {
    const code = `import fs from "fs";
      fs.readFile("a", (error, text) => { fs.writeFileSync("b", text); });
      walk("a", (path) => { fs.statSync(path); });`;
    assert.deepEqual(lint(code, {}), []);
    assert.deepEqual(apis(lint(code, { contexts: ["callback"] })), ["node:fs.writeFileSync"]);
  });

  it("widen what counts as the event loop", () => {
    const code = 'import fs from "fs"; setTimeout(() => fs.readFileSync("a"), 1);';
    assert.deepEqual(lint(code, {}), []);
    assert.deepEqual(apis(lint(code, { contexts: ["timer"] })), ["node:fs.readFileSync"]);
  });

  it("set how certain a finding must be", () => {
    const code = "async function f() { for (let i = 0; i < 1e9; i++) {} }";
    assert.deepEqual(lint(code, {}), []);
    assert.equal(lint(code, { confidence: "probable" }).length, 1);
    assert.equal(lint(code, { confidence: "possible" }).length, 1);
  });

  it("add APIs with their cost, which the message says is set by the user", () => {
    const code = `
      import { querySync } from "legacy-db";
      import Client from "legacy-db/client";
      async function f() { querySync("a"); new Client().fetchSync(); }`;
    const options = {
      apis: [
        { module: "legacy-db", name: "querySync", kind: "database", typicalMs: 20 },
        { module: "legacy-db/client", name: "default.prototype.fetchSync" },
      ],
    };
    assert.deepEqual(lint(code, {}), []);
    assert.deepEqual(lint(code, options), [
      "legacy-db.querySync blocks the event loop for about 20 ms (set: your settings).",
      "legacy-db/client.prototype.fetchSync blocks the event loop for about 10 ms (typical: an assumption).",
    ]);
  });

  it("compute a duration from constant arguments", () => {
    const code = `
      const limits = { rounds: 600_000 };
      const ms = 2 * 1000;
      async function f(memory) {
        crypto.pbkdf2Sync("a", "b", limits.rounds, 32, "sha256");
        Atomics.wait(memory, 0, 0, ms);
      }
      import crypto from "node:crypto";`;
    const [hash, wait] = lint(code, {});
    assert.match(hash ?? "", /for about \d+ ms \(computed: 600,000 iterations/u);
    assert.match(
      wait ?? "",
      /^Atomics\.wait blocks the event loop for about 2000 ms \(computed: 2,000 ms/u,
    );
  });

  it("are refused where they are misspelt", () => {
    assert.throws(() => lint(mixed, { minimumMS: 1 }), /minimumMS/u);
    assert.throws(
      () => lint(mixed, { confidence: "certain" }),
      /"certain" should be equal to one of the allowed values/u,
    );
  });
});

describe("the plugin", () => {
  it("has the name and version of its package, and its namespace", () => {
    const file = new URL("../../../eslint-plugin/package.json", import.meta.url);
    const { name, version } = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
    assert.deepEqual(plugin.meta, { name, version, namespace: "unblock" });
  });

  it("has three flat configurations that name every rule", () => {
    const names = Object.keys(plugin.rules).map((name) => `unblock/${name}`);
    for (const config of [plugin.configs.recommended, plugin.configs.strict, plugin.configs.off]) {
      assert.deepEqual(Object.keys(config.rules ?? {}), names);
      assert.equal(config.plugins?.unblock, plugin);
    }
    assert.deepEqual(new Set(Object.values(plugin.configs.off.rules ?? {})), new Set(["off"]));
  });

  it("reports in the strict configuration what needs an option elsewhere", () => {
    const code = 'import fs from "fs"; setTimeout(() => fs.readFileSync("a"), 1);';
    const found = new Linter().verify(code, plugin.configs.strict);
    assert.deepEqual(
      found.map((one) => one.ruleId),
      ["unblock/no-blocking-call"],
    );
  });
});
