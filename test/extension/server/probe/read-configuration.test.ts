import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readConfiguration } from "../../../../extension/server/probe/read-configuration.js";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../../..");

/** A plugin as a workspace would install it: what counts is its `meta`. */
const plugin = `{ meta: { name: "eslint-plugin-unblock" }, rules: {
  "no-blocking-call": { meta: { schema: [{}] }, create: () => ({}) },
  "no-busy-wait": { create: () => ({}) } } }`;

describe("the workspace's own ESLint configuration", () => {
  let folder: string;
  const write = (name: string, text: string) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-probe-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const installEslint = () => {
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(
      path.join(repository, "node_modules/eslint"),
      path.join(folder, "node_modules/eslint"),
    );
  };

  it("gives our rules with severity and options, under whatever namespace it chose", async () => {
    installEslint();
    write(
      "eslint.config.mjs",
      `export default [{ plugins: { loop: ${plugin} },
        rules: { "loop/no-blocking-call": ["error", { threshold: 5 }], "no-debugger": "warn" } }];`,
    );
    const outcome = await readConfiguration(path.join(folder, "src/a.js"), folder);
    assert.deepEqual(outcome, {
      found: true,
      configuration: { namespace: "loop", rules: { "no-blocking-call": [2, { threshold: 5 }] } },
    });
  });

  it("is the nearest one, where packages of a monorepo have their own", async () => {
    installEslint();
    write("eslint.config.mjs", "export default [];");
    write(
      "packages/a/eslint.config.mjs",
      `export default [{ plugins: { u: ${plugin} }, rules: { "u/no-busy-wait": 1 } }];`,
    );
    const outcome = await readConfiguration(path.join(folder, "packages/a/x.js"), folder);
    assert.deepEqual(outcome, {
      found: true,
      configuration: { namespace: "u", rules: { "no-busy-wait": [1] } },
    });
  });

  it("is none without a configuration file", async () => {
    const outcome = await readConfiguration(path.join(folder, "a.js"), folder);
    assert.deepEqual(outcome, {
      found: false,
      failed: false,
      why: "The workspace has no ESLint configuration file.",
    });
  });

  it("is none where ESLint is configured as before version 9, or is older, and says so", async () => {
    const why = async () => {
      const outcome = await readConfiguration(path.join(folder, "src/a.js"), folder);
      return outcome.found || outcome.failed ? "" : outcome.why;
    };
    write(".eslintrc.json", "{}");
    assert.equal(
      await why(),
      "The workspace configures ESLint by .eslintrc, where Unblock's rules cannot run.",
    );
    write("eslint.config.mjs", "export default [];");
    write("node_modules/eslint/package.json", '{ "name": "eslint", "version": "8.57.1" }');
    assert.equal(
      await why(),
      "The workspace's ESLint is older than version 9, which Unblock's rules need.",
    );
  });

  it("is read from TypeScript, or says what ESLint needs for that", async () => {
    installEslint();
    write("eslint.config.ts", "const rules: object = {};\nexport default [{ rules }];\n");
    const outcome = await readConfiguration(path.join(folder, "a.js"), folder);
    assert.match(
      outcome.found ? "" : outcome.why,
      /does not have Unblock's rules\.$|cannot be read: .*jiti/u,
    );
  });

  it("is none where ESLint is not installed", async () => {
    write("eslint.config.mjs", "export default [];");
    const outcome = await readConfiguration(path.join(folder, "a.js"), folder);
    assert.deepEqual(outcome, {
      found: false,
      failed: false,
      why: "ESLint is not installed in the workspace.",
    });
  });

  it("is none where it does not have the plugin, or ignores the file", async () => {
    installEslint();
    write("eslint.config.mjs", `export default [{ ignores: ["generated/"] }]; // no unblock`);
    const plain = await readConfiguration(path.join(folder, "a.js"), folder);
    assert.equal(
      plain.found ? "" : plain.why,
      "The workspace's ESLint configuration does not have Unblock's rules.",
    );
    const ignored = await readConfiguration(path.join(folder, "generated/a.js"), folder);
    assert.equal(ignored.found ? "" : ignored.why, "ESLint ignores this file.");
  });

  it("is not loaded where it cannot have the plugin", async () => {
    installEslint();
    write("eslint.config.mjs", "globalThis.loaded = true; export default [];");
    const outcome = await readConfiguration(path.join(folder, "a.js"), folder);
    assert.equal(
      outcome.found ? "" : outcome.why,
      "The workspace's ESLint configuration does not have Unblock's rules.",
    );
    assert.ok(!("loaded" in globalThis));
  });

  it("says in one line what is wrong with it when it cannot be read", async () => {
    installEslint();
    write("eslint.config.mjs", 'import "eslint-plugin-unblock";');
    write("node_modules/eslint-plugin-unblock/index.js", "throw new Error('no such preset');");
    const outcome = await readConfiguration(path.join(folder, "a.js"), folder);
    assert.deepEqual(outcome, {
      found: false,
      failed: true,
      why: "The workspace's ESLint configuration cannot be read: no such preset",
    });
  });
});
