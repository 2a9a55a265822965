import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Linter } from "eslint";
import plugin from "../../eslint-plugin/src/index.js";
import { fixOnce } from "../eslint-plugin/fixes/apply.js";

const here = path.dirname(fileURLToPath(import.meta.url));

/** Bodies of an async function, each with one call that a fix can move to a worker thread. */
const results: Readonly<Record<string, string>> = {
  hkdfSync: `return Buffer.from(crypto.hkdfSync("sha256", key, salt, "info", 64));`,
  "hkdfSync, as it is": `return crypto.hkdfSync("sha256", key, salt, "info", 64);`,
  scryptSync: `return crypto.scryptSync(key, salt, 32, { N: 1024 }).toString("hex");`,
  "pbkdf2Sync on a slice of a Buffer": `return crypto.pbkdf2Sync(page.subarray(10, 20), salt, 1000, 32, "sha256");`,
  checkPrimeSync: `return crypto.checkPrimeSync(Buffer.from([7]));`,
  gzipSync: `return zlib.gunzipSync(zlib.deflateSync(page).length > 0 ? zipped : page);`,
  deflateSync: `return zlib.deflateSync(page, { level: 9 }).toString("base64");`,
  brotliCompressSync: `return zlib.brotliCompressSync(page);`,
  "inflateSync of a Uint8Array": `return zlib.inflateSync(new Uint8Array(deflated)).toString().length;`,
  spawnSync: `const { pid, ...rest } = child.spawnSync("sh", ["-c", "echo out; echo err >&2; exit 3"]); return rest;`,
  "spawnSync of what does not exist": `const { status, error } = child.spawnSync("no-such-program", []); return [status, error.name, error.message, error.code, error.syscall, error.errno, error.path];`,
  "execFileSync with input": `return child.execFileSync("cat", { input: "from here" });`,
};

/** The same for calls that fail. */
const errors: Readonly<Record<string, string>> = {
  "scryptSync with parameters that no one can have": `return crypto.scryptSync(key, salt, 32, { N: 3 });`,
  "pbkdf2Sync with an unknown digest": `return crypto.pbkdf2Sync(key, salt, 1, 32, "none");`,
  "pbkdf2Sync with an argument of the wrong type": `return crypto.pbkdf2Sync(12, salt, 1, 32, "sha1");`,
  "inflateSync of garbage": `return zlib.inflateSync(page);`,
  "gunzipSync of too little": `return zlib.gunzipSync(zipped.subarray(0, 20));`,
  "execFileSync of a program that fails": `return child.execFileSync("sh", ["-c", "echo why >&2; exit 4"], { stdio: "pipe", input: "" });`,
  "execFileSync of what does not exist": `return child.execFileSync("no-such-program", { input: "" });`,
};

/** Calls that take long enough to be felt. */
const long: Readonly<Record<string, string>> = {
  "pbkdf2Sync with 600,000 iterations": `return crypto.pbkdf2Sync(key, salt, 600_000, 64, "sha512");`,
  "brotliCompressSync of 6 MB": `return zlib.brotliCompressSync(Buffer.alloc(6_000_000, page)).length;`,
  "spawnSync of a program that takes its time": `return child.spawnSync("sleep", ["0.5"]).status;`,
};

const header = `
import child from "node:child_process";
import crypto from "node:crypto";
import zlib from "node:zlib";

const key = "key";
const salt = Buffer.from("salt");
const page = Buffer.from("<p>Some text that repeats itself.</p>".repeat(200));
const zipped = Buffer.from("${"H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA=="}", "base64");
const deflated = Buffer.from("eJzLSM3JyQcABiwCFQ==", "base64");
export { child, zlib, crypto, zipped, deflated, page, salt, key };
`;

interface Outcome {
  readonly value?: string;
  readonly error?: string;
  readonly reason?: string;
  readonly worstDelayMs: number;
}

interface Pair {
  readonly name: string;
  readonly code: string;
  readonly fixed: string;
}

const isThread = /worker thread/;

function pairsOf(bodies: Readonly<Record<string, string>>): Pair[] {
  return Object.entries(bodies).map(([name, body]) => {
    const code = `${header}\nexport async function run() {\n  ${body}\n}\n`;
    const fixed = fixOnce(code, { offered: isThread });
    assert.ok(fixed !== undefined, `${name} has no fix that moves it to a thread`);
    assert.match(fixed, /await spawnBlocking\(/);
    return { name, code, fixed };
  });
}

function run(pairs: readonly Pair[]): Map<string, { before: Outcome; after: Outcome }> {
  const folder = mkdtempSync(path.join(tmpdir(), "spawn-blocking-fixes-"));
  try {
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(
      path.resolve(here, "../../spawn-blocking"),
      path.join(folder, "node_modules/spawn-blocking"),
    );
    const listed = pairs.map(({ name, code, fixed }, index) => {
      const files = { before: `${index}-before.mjs`, after: `${index}-after.mjs` };
      writeFileSync(path.join(folder, files.before), code);
      writeFileSync(path.join(folder, files.after), fixed);
      return { name, ...files };
    });
    writeFileSync(path.join(folder, "pairs.json"), JSON.stringify(listed));
    const output = execFileSync(process.execPath, [path.join(here, "fixes-program.mjs"), folder], {
      encoding: "utf8",
      // The tests themselves run under a loader.
      env: { ...process.env, NODE_OPTIONS: "" },
      maxBuffer: 2 ** 26,
    });
    const outcomes = JSON.parse(output) as { name: string; before: Outcome; after: Outcome }[];
    return new Map(outcomes.map(({ name, ...both }) => [name, both]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether the event loop is held for a small fraction of what the call as written holds it for. */
function isFree({ before, after }: { before: Outcome; after: Outcome }): boolean {
  return after.worstDelayMs < before.worstDelayMs / 3;
}

describe("a call that a fix has moved to a worker thread", () => {
  let outcomes: ReturnType<typeof run>;

  before(function () {
    this.timeout(120_000);
    outcomes = run([...pairsOf(results), ...pairsOf(errors), ...pairsOf(long)]);
  });

  function outcome(name: string): { before: Outcome; after: Outcome } {
    const found = outcomes.get(name);
    assert.ok(found !== undefined);
    return found;
  }

  for (const name of Object.keys(results)) {
    it(`gives the same result: ${name}`, () => {
      const { before: written, after: mended } = outcome(name);
      assert.equal(written.error, undefined);
      assert.equal(mended.value, written.value, mended.error);
    });
  }

  for (const name of Object.keys(errors)) {
    it(`throws the same error, with all its properties: ${name}`, () => {
      const { before: written, after: mended } = outcome(name);
      assert.ok(written.error !== undefined);
      assert.equal(mended.error, written.error);
      assert.equal(mended.reason, "threw");
    });
  }

  for (const [name, body] of Object.entries(long)) {
    it(`leaves the event loop free: ${name}`, function () {
      this.timeout(120_000);
      let measured = outcome(name);
      // Other programs may take the processors for a while: then it is measured again.
      for (let again = 0; again < 2 && !isFree(measured); again += 1) {
        measured = run(pairsOf({ [name]: body })).get(name) ?? measured;
      }
      const { before: written, after: mended } = measured;
      console.log(
        `      worst event-loop delay: ${written.worstDelayMs.toFixed(1)} ms as written, ` +
          `${mended.worstDelayMs.toFixed(1)} ms on the thread`,
      );
      assert.equal(mended.value, written.value);
      assert.ok(isFree(measured));
    });
  }

  for (const { name, fixed } of [results, errors, long].flatMap(pairsOf)) {
    it(`is valid to valid-spawn-blocking: ${name}`, () => {
      const messages = new Linter().verify(fixed, [
        {
          plugins: { unblock: plugin },
          rules: { "unblock/valid-spawn-blocking": "error" },
        },
      ]);
      assert.deepEqual(messages, []);
    });
  }
});
