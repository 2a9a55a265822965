import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Uses everything that has a type, so that a type that is missing or wrong does not compile. */
const USE = `
  import { JoinError, Pool, parallelMap, spawnBlocking, yieldNow } from "spawn-blocking";
  import type { Figures, JoinHandle, PoolOptions } from "spawn-blocking";
  const handle: JoinHandle<number> = spawnBlocking((a, b) => a.length + b, ["x", 1], { kind: "wait" });
  const stopped: boolean = handle.abort();
  const text: Promise<string> = spawnBlocking(async () => "text");
  const buffer: Promise<Buffer> = spawnBlocking((key: Buffer) => key, [Buffer.from("x")]);
  const work = spawnBlocking<(a: string) => Date>(new URL("file:///x.js"), "name", ["a"]);
  const date: Promise<Date> = work;
  const mapped: Promise<string[]> = parallelMap([1, 2], (item, index, s) => s + item + index, { args: ["s"] });
  const options: PoolOptions = { maxThreads: 2 };
  const figures: Figures = new Pool(options).figures();
  class Own extends Pool {}
  const own: Pool = new Own(options);
  const reason = (error: unknown): string => (error instanceof JoinError ? error.reason : "");
  // @ts-expect-error: the argument is missing
  const missing = spawnBlocking((a: string) => a, []);
  // @ts-expect-error: the wrong type
  const wrong = spawnBlocking((a: string) => a, [1]);
  void [stopped, text, buffer, date, mapped, figures, own, reason, missing, wrong, yieldNow()];
`;

describe("the package", () => {
  let folder = "";
  let tarball = 0;

  before(function () {
    this.timeout(60_000);
    folder = mkdtempSync(path.join(tmpdir(), "spawn-blocking-package-"));
    const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], {
      cwd: path.join(root, "spawn-blocking"),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [{ filename, size }] = JSON.parse(packed.slice(packed.indexOf("[\n"))) as [
      { filename: string; size: number },
    ];
    tarball = size;
    const modules = path.join(folder, "node_modules");
    mkdirSync(modules);
    execFileSync("tar", ["xzf", path.join(folder, filename), "-C", modules]);
    execFileSync("mv", [path.join(modules, "package"), path.join(modules, "spawn-blocking")]);
    const { resolve } = createRequire(path.join(root, "spawn-blocking/package.json"));
    symlinkSync(path.join(path.dirname(resolve("piscina")), ".."), path.join(modules, "piscina"));
    symlinkSync(path.join(root, "node_modules/@types"), path.join(modules, "@types"));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function run(name: string, text: string): string {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return execFileSync(process.execPath, [file], {
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "" },
    }).trim();
  }

  it("is smaller than 15 kB", () => {
    assert.ok(tarball > 0 && tarball < 15_000, `${tarball} bytes`);
  });

  it("works when imported", () => {
    const text = `import { spawnBlocking } from "spawn-blocking"; console.log(await spawnBlocking((a) => a + 1, [1]));`;
    assert.equal(run("import.mjs", text), "2");
  });

  it("works when required", () => {
    const text = `const { spawnBlocking } = require("spawn-blocking"); spawnBlocking((a) => a + 1, [2]).then(console.log);`;
    assert.equal(run("require.cjs", text), "3");
  });

  for (const [name, what] of [
    ["use.mts", "an ES module"],
    ["use.cts", "a CommonJS module"],
  ] as const) {
    it(`has types for ${what}`, function () {
      this.timeout(60_000);
      const file = path.join(folder, name);
      writeFileSync(file, USE);
      const program = ts.createProgram([file], {
        module: ts.ModuleKind.Node16,
        target: ts.ScriptTarget.ES2022,
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: ["node"],
        typeRoots: [path.join(root, "node_modules/@types")],
      });
      const messages = ts
        .getPreEmitDiagnostics(program)
        .filter((diagnostic) => !diagnostic.file?.fileName.includes("@types"))
        .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
      assert.deepEqual(messages, []);
    });
  }
});
