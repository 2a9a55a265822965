import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  compiledModules,
  type CompiledModules,
} from "../../../extension/server/compiled-modules.js";

describe("the module system that TypeScript is compiled to", () => {
  let folder: string;
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const of = (name = "a.ts", packageType: "module" | "commonjs" = "commonjs"): CompiledModules =>
    compiledModules(path.join(folder, "src", name), packageType);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-compiled-"));
    mkdirSync(path.join(folder, "src"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const modules: readonly (readonly [module: string, compiled: CompiledModules])[] = [
    ["commonjs", "commonjs"],
    ["nodenext", "commonjs"],
    ["node16", "commonjs"],
    ["es2022", "esm"],
    ["preserve", "esm"],
    ["amd", undefined],
  ];
  for (const [module, compiled] of modules) {
    it(`is ${compiled ?? "unknown"} by "module": "${module}"`, () => {
      write("tsconfig.json", `{ "compilerOptions": { "module": "${module}" } }`);
      assert.equal(of(), compiled);
    });
  }

  it("is what package.json says where the compiler goes by that, or by nothing", () => {
    assert.equal(of("a.ts", "module"), "esm");
    assert.equal(of(), undefined);
    write("tsconfig.json", '{ "compilerOptions": { "module": "nodenext" } }');
    assert.equal(of("a.ts", "module"), "esm");
  });

  it("is what the file's ending says", () => {
    write("tsconfig.json", '{ "compilerOptions": { "module": "nodenext" } }');
    assert.equal(of("a.cts", "module"), "commonjs");
    assert.equal(of("a.mts"), "esm");
  });

  it("is read with comments, and through what the file extends", () => {
    write("base.json", '{ "compilerOptions": { "module": "commonjs" } }');
    write("tsconfig.json", '{ /* as everywhere */ "extends": "./base.json", }');
    assert.equal(of(), "commonjs");
  });

  it("counts as unknown where CommonJS may not be written as import and export", () => {
    write(
      "tsconfig.json",
      '{ "compilerOptions": { "module": "commonjs", "verbatimModuleSyntax": true } }',
    );
    assert.equal(of(), undefined);
  });

  it("is unknown where the configuration can't be read", () => {
    write("tsconfig.json", "{ module:");
    assert.equal(of(), undefined);
    write("tsconfig.json", '{ "extends": "./missing.json" }');
    assert.equal(of(), undefined);
  });
});
