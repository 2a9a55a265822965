/** With type information: what syntax does not tell, types do. */
import assert from "node:assert/strict";
import path from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "../../../../eslint-plugin/src/index.js";

const folder = path.resolve(import.meta.dirname, "../../../fixtures/typed");

function lint(code: string): readonly string[] {
  const config: Linter.Config = {
    files: ["**/*.ts"],
    plugins: { unblock: plugin },
    rules: { ...plugin.configs.recommended.rules },
    languageOptions: {
      parser: typescriptParser,
      parserOptions: { projectService: { allowDefaultProject: ["*.ts"] }, tsconfigRootDir: folder },
    },
  };
  const messages = new Linter({ cwd: folder }).verify(code, config, {
    filename: path.join(folder, "snippet.ts"),
  });
  return messages.map((one) => `${String(one.line)} ${one.ruleId ?? one.message}`);
}

describe("with type information", function () {
  // TypeScript reads its library and @types/node first.
  this.timeout(120_000);

  it("finds methods of typed objects that come from anywhere, and tells classes apart that share a name", () => {
    const found = lint(`
      import type { Services } from "./services.js";
      async function f(services: Services, all: Services[]) {
        services.inner.directory.readSync();
        all[0]?.inner.fs.readFileSync("a");
        all.forEach((one) => one.inner.directory.readSync());
        services.harmless.exec("a");
        all.map((one) => one.harmless.readSync());
        const { directory } = services.inner;
        directory.closeSync();
      }`);
    assert.deepEqual(found, [
      "4 unblock/no-blocking-call",
      "5 unblock/no-blocking-call",
      "6 unblock/no-blocking-call",
      "10 unblock/no-blocking-call",
    ]);
  });

  it("asks for what destructuring, keys and results of calls give, and for globals that a project declares", () => {
    const found = lint(`
      import type { Services } from "./services.js";
      import type fs from "node:fs";
      declare global { var appFiles: typeof fs; interface Window { files: typeof fs } }
      async function f<K extends "store">(many: Promise<Services>[], services: Services, key: K, window: Window) {
        const [first] = await Promise.all(many);
        first?.store.load();
        services[key].load();
        globalThis.appFiles.existsSync("a");
        window.files.existsSync("b");
        globalThis.console.log(window.name);
      }
      export {};`);
    assert.deepEqual(found, [
      "7 unblock/no-blocking-chain",
      "8 unblock/no-blocking-chain",
      "9 unblock/no-blocking-call",
      "10 unblock/no-blocking-call",
    ]);
  });

  it("follows methods of the project's own classes", () => {
    const found = lint(`
      import type { Services } from "./services.js";
      async function f(all: Map<string, Services>) {
        for (const one of all.values()) one.store.load();
      }`);
    assert.deepEqual(found, ["4 unblock/no-blocking-chain"]);
  });
});
