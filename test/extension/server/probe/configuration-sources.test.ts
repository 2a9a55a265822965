import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { configurationSources } from "../../../../extension/server/probe/configuration-sources.js";

describe("what an ESLint configuration is made of", () => {
  let folder: string;
  const write = (name: string, text = "") => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const filesOf = (name: string) =>
    configurationSources(path.join(folder, name))
      .files.map((file) => path.relative(folder, file))
      .sort();

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), "unblock-sources-")));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("is the file itself and the modules that it imports, and those that they import", () => {
    write(
      "eslint.config.mjs",
      `import base from "./config/base.mjs";
       export { rules } from './config/rules.js';
       const extra = await import("./config/extra");
       import settings from "./settings.json" with { type: "json" };`,
    );
    write("config/base.mjs", 'import "../config/deep.mjs"; import "./base.mjs";');
    write("config/deep.mjs");
    write("config/rules.js", 'const more = require("./more");');
    write("config/more/index.cjs");
    write("config/extra.js");
    write("settings.json", "{}");
    write("other.mjs");
    assert.deepEqual(filesOf("eslint.config.mjs"), [
      "config/base.mjs",
      "config/deep.mjs",
      "config/extra.js",
      "config/more/index.cjs",
      "config/rules.js",
      "eslint.config.mjs",
      "settings.json",
    ]);
  });

  it("is found in TypeScript, whose modules are imported by the names of what they compile to", () => {
    write("eslint.config.ts", 'import { base } from "./base.js"; import more from "./more.mjs";');
    write("base.ts");
    write("more.mts");
    assert.deepEqual(filesOf("eslint.config.ts"), ["base.ts", "eslint.config.ts", "more.mts"]);
  });

  it("has the folders of the workspace's own packages, not those of installed ones", () => {
    write("eslint.config.mjs", 'import a from "@w/config/strict"; import b from "installed";');
    write("packages/config/index.js");
    write("node_modules/installed/index.js");
    mkdirSync(path.join(folder, "node_modules/@w"));
    symlinkSync(path.join(folder, "packages/config"), path.join(folder, "node_modules/@w/config"));
    const { files, folders } = configurationSources(path.join(folder, "eslint.config.mjs"));
    assert.deepEqual(folders, [path.join(folder, "packages/config")]);
    assert.deepEqual(files, [path.join(folder, "eslint.config.mjs")]);
  });

  it("has what package.json's imports name, in whatever condition, and what that imports", () => {
    const imports = {
      "#base": "./config/base.js",
      "#rules/*": { import: "./config/rules/*.js", default: "./none.js" },
    };
    write("package.json", JSON.stringify({ type: "module", imports }));
    write(
      "eslint.config.js",
      'import base from "#base"; import own from "#rules/own"; import "#no";',
    );
    write("config/base.js", 'import "./deep.js";');
    write("config/deep.js");
    write("config/rules/own.js");
    assert.deepEqual(filesOf("eslint.config.js"), [
      "config/base.js",
      "config/deep.js",
      "config/rules/own.js",
      "eslint.config.js",
    ]);
  });

  it("has what it imports by the package's own name, and by aliases of tsconfig.json", () => {
    write(
      "package.json",
      JSON.stringify({ name: "app", exports: { "./lint": "./lint/index.js" } }),
    );
    write(
      "tsconfig.json",
      JSON.stringify({ compilerOptions: { paths: { "@lint/*": ["./lint/*"] } } }),
    );
    write("eslint.config.ts", 'import base from "app/lint"; import own from "@lint/own";');
    write("lint/index.js");
    write("lint/own.ts");
    assert.deepEqual(filesOf("eslint.config.ts"), [
      "eslint.config.ts",
      "lint/index.js",
      "lint/own.ts",
    ]);
  });

  it("is what can be read of it: imports that lead nowhere are left out", () => {
    write(
      "eslint.config.js",
      'import "./gone.js"; import "node:fs"; import "missing"; import ".";',
    );
    assert.deepEqual(filesOf("eslint.config.js"), ["eslint.config.js"]);
  });
});
