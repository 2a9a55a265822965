import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { mayHavePlugin } from "../../../../extension/server/probe/may-have-plugin.js";

describe("whether an ESLint configuration can have the plugin", () => {
  let folder: string;
  let configuration: string;
  const write = (name: string, text = "") => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const may = (files: readonly string[] = [configuration], folders: readonly string[] = []) =>
    mayHavePlugin(configuration, { files, folders });

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "probe-"));
    configuration = write("packages/a/eslint.config.js", "export default [];");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("is denied where nothing leads to it", () => {
    write("node_modules/eslint/package.json", "{}");
    write("node_modules/.pnpm/eslint@10.0.0/x");
    assert.equal(may(), false);
  });

  it("is not denied where it is installed, be that above, by pnpm, or who knows where", () => {
    const pluginAt = (name: string) => {
      const file = write(name);
      const answer = may();
      rmSync(file);
      rmSync(path.dirname(file), { recursive: true });
      return answer;
    };
    assert.equal(pluginAt("node_modules/eslint-plugin-unblock/package.json"), true);
    assert.equal(pluginAt("packages/a/node_modules/eslint-plugin-unblock/package.json"), true);
    assert.equal(pluginAt("node_modules/.pnpm/eslint-plugin-unblock@0.1.0/x"), true);
    assert.equal(may(), false);
    write(".pnp.cjs");
    assert.equal(may(), true);
  });

  it("is not denied where a file of the configuration names it, or cannot be read", () => {
    const base = write("base.js", 'import u from "../tools/unblock/index.js";');
    assert.equal(may([configuration, base]), true);
    assert.equal(may([configuration, path.join(folder, "gone.js")]), true);
  });

  it("is not denied where a package of the workspace is part of the configuration", () => {
    assert.equal(may([configuration], [path.join(folder, "packages/config")]), true);
  });
});
