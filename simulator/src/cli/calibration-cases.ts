/** What `unblock calibrate` measures: calls of the platform alone, on data of its own, and what other threads cost. */
import { execFileSync, execSync, spawnSync } from "node:child_process";
import * as crypto from "node:crypto";
import * as fs from "node:fs";
import path from "node:path";
import * as zlib from "node:zlib";
import { workerCases } from "./worker-cases.js";

export interface CalibrationCase {
  /** As the analysis names it. */
  readonly api: string;
  readonly basis: string;
  /** What it gives is awaited if it is a promise. */
  readonly run: () => unknown;
  /** Not measured: what takes away what one run, or the first, has made. */
  readonly afterEach?: () => Promise<void>;
  readonly afterAll?: () => Promise<void>;
}

const kilobyte = 1024;
const megabyte = 1024 * 1024;

/** Prepares files in `folder`, which must be empty, and returns the cases. The first of an API stands for it. */
export function calibrationCases(folder: string): CalibrationCase[] {
  const small = path.join(folder, "small.json");
  const large = path.join(folder, "large.json");
  const written = path.join(folder, "written");
  const text = JSON.stringify(
    Array.from({ length: 20_000 }, (_, id) => ({ id, name: `name ${id}` })),
  );
  fs.writeFileSync(small, text.slice(0, kilobyte));
  fs.writeFileSync(large, text.padEnd(megabyte).slice(0, megabyte));
  const smallText = text.slice(0, kilobyte);
  const block = Buffer.from(text.slice(0, 100 * kilobyte));
  const gzipped = zlib.gzipSync(block);
  const hashing = (iterations: number) => () =>
    crypto.pbkdf2Sync("password", "salt", iterations, 32, "sha256");
  return [
    ...fileCases(small, large, written, smallText),
    { api: "node:crypto.pbkdf2Sync", basis: "100,000 iterations", run: hashing(100_000) },
    {
      api: "node:crypto.scryptSync",
      basis: "Node's default cost",
      run: () => crypto.scryptSync("password", "salt", 64),
    },
    {
      api: "node:crypto.generateKeyPairSync",
      basis: "RSA, 2,048 bits",
      run: () => crypto.generateKeyPairSync("rsa", { modulusLength: 2048 }),
    },
    { api: "node:zlib.gzipSync", basis: "100 kB of JSON", run: () => zlib.gzipSync(block) },
    { api: "node:zlib.gunzipSync", basis: "100 kB of JSON", run: () => zlib.gunzipSync(gzipped) },
    { api: "node:zlib.deflateSync", basis: "100 kB of JSON", run: () => zlib.deflateSync(block) },
    {
      api: "node:zlib.brotliCompressSync",
      basis: "100 kB of JSON, Node's default quality",
      run: () => zlib.brotliCompressSync(block),
    },
    ...processCases(),
    ...jsonCases(text),
    ...workerCases(),
  ];
}

function jsonCases(text: string): CalibrationCase[] {
  const records = JSON.parse(text) as unknown;
  const basis = `20,000 records, ${(text.length / 1e6).toPrecision(2)} MB`;
  return [
    { api: "JSON.parse", basis, run: () => JSON.parse(text) as unknown },
    { api: "JSON.stringify", basis, run: () => JSON.stringify(records) },
  ];
}

function fileCases(
  small: string,
  large: string,
  written: string,
  smallText: string,
): CalibrationCase[] {
  const folder = path.dirname(small);
  const inFs = (name: string, basis: string, run: () => unknown) => ({
    api: `node:fs.${name}`,
    basis,
    run,
  });
  return [
    inFs("readFileSync", "1 kB file, page cache", () => fs.readFileSync(small, "utf8")),
    inFs("readFileSync", "1 MB file, page cache", () => fs.readFileSync(large, "utf8")),
    inFs("writeFileSync", "1 kB file", () => {
      fs.writeFileSync(written, smallText);
    }),
    inFs("appendFileSync", "1 kB", () => {
      fs.appendFileSync(written, smallText);
    }),
    inFs("statSync", "page cache", () => fs.statSync(small)),
    inFs("existsSync", "page cache", () => fs.existsSync(small)),
    inFs("readdirSync", "3 entries", () => fs.readdirSync(folder)),
    inFs("copyFileSync", "1 kB file", () => {
      fs.copyFileSync(small, written);
    }),
  ];
}

/** Starts the running Node itself: the one program that is sure to be there. */
function processCases(): CalibrationCase[] {
  const node = process.execPath;
  const quiet = { stdio: "ignore" } as const;
  return [
    {
      api: "node:child_process.execFileSync",
      basis: "node --version",
      run: () => execFileSync(node, ["--version"], quiet),
    },
    {
      api: "node:child_process.spawnSync",
      basis: "node --version",
      run: () => spawnSync(node, ["--version"], quiet),
    },
    {
      api: "node:child_process.execSync",
      basis: "a shell that does nothing",
      run: () => execSync("exit 0", quiet),
    },
  ];
}
