import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { fixAll } from "./apply.js";

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(here, "../../..");

/** Functions of services, with what each needs; they work for a tenth of a second or more. */
const functions: Readonly<Record<string, string>> = {
  "hash a password": `return crypto.pbkdf2Sync("password", "salt", 400_000, 64, "sha512").toString("hex");`,
  "derive a key": `return crypto.scryptSync("password", "salt", 64, { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 28 });`,
  "prove a prime": `return crypto.checkPrimeSync(2n ** 2203n - 1n, { checks: 64 });`,
  "compress a file": `const file = Buffer.from(Array.from({ length: 40_000 }, (_, index) => (index * 7919) % 104_729).join()); return zlib.brotliCompressSync(file).length;`,
  "unpack a file": `const file = Buffer.from("H4sIAAAAAAAAAwMAAAAAAAAAAAA=", "base64"); return [zlib.gunzipSync(file), cp.execSync("sleep 0.3; echo done").toString()];`,
  "run a program": `return cp.execFileSync("sh", ["-c", "sleep 0.3; echo out"], { encoding: "utf8" });`,
  "run a program, and look at its status": `const { status, stdout } = cp.spawnSync("sh", ["-c", "sleep 0.3; echo out; exit 3"]); return [status, stdout];`,
  "a program that fails": `return cp.execSync("sleep 0.3; exit 3");`,
  "a program that takes too long": `return cp.execSync("exec sleep 5", { timeout: 300 });`,
  "a broken file": `cp.execSync("sleep 0.3"); return zlib.gunzipSync(Buffer.from("not packed"));`,
  "a wrong cost": `cp.execSync("sleep 0.3"); return crypto.scryptSync("password", "salt", 64, { N: 3 });`,
};

interface Watched {
  readonly outcome: unknown;
  /** The event loop's worst delay, in milliseconds. */
  readonly worst: number;
}

interface Outcome {
  readonly name: string;
  readonly before: Watched;
  readonly after: Watched;
}

function written(body: string): string {
  const modules = { crypto: "crypto", zlib: "zlib", cp: "child_process" };
  const imports = Object.entries(modules)
    .filter(([local]) => body.includes(`${local}.`))
    .map(([local, module]) => `import ${local} from "node:${module}";\n`);
  return `${imports.join("")}export async function run() {\n  ${body}\n}\n`;
}

function measured(): readonly Outcome[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), "unblock-delays-"));
  try {
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(
      path.join(repository, "spawn-blocking"),
      path.join(folder, "node_modules", "spawn-blocking"),
    );
    const pairs = Object.entries(functions).map(([name, body], index) => {
      const code = written(body);
      const moved = fixAll(code, { offered: /worker thread/ });
      assert.match(moved, /spawnBlocking\(/);
      const [before, after] = ["before", "after"].map((when) =>
        path.join(folder, `${String(index)}-${when}.mjs`),
      );
      writeFileSync(before ?? "", code);
      writeFileSync(after ?? "", moved);
      return { name, before, after };
    });
    writeFileSync(path.join(folder, "pairs.json"), JSON.stringify(pairs));
    const output = execFileSync(
      process.execPath,
      [path.join(here, "run-delays.mjs"), path.join(folder, "pairs.json")],
      { encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "--no-warnings" } },
    );
    return JSON.parse(output) as Outcome[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("functions that a fix moved to a worker thread", function () {
  this.timeout(120_000);
  let outcomes: readonly Outcome[] = [];
  before(() => {
    outcomes = measured();
    for (const { name, before: sync, after: moved } of outcomes) {
      console.log(
        `      ${name}: the event loop's worst delay is ${sync.worst.toFixed(0)} ms, and ${moved.worst.toFixed(1)} ms on a thread`,
      );
    }
  });

  for (const name of Object.keys(functions)) {
    it(`give the same, or fail with the same message, code and errno: ${name}`, () => {
      const one = outcomes.find((outcome) => outcome.name === name);
      assert.ok(one);
      assert.deepEqual(one.after.outcome, one.before.outcome);
    });

    it(`leave the event loop a small fraction of the delay: ${name}`, () => {
      const one = outcomes.find((outcome) => outcome.name === name);
      assert.ok(one);
      assert.ok(one.after.worst < one.before.worst / 2, JSON.stringify(one));
    });
  }
});
