/**
 * Typed code that calls what blocks, each result with the type that it has. It is only compiled, as written and as
 * mended, and never run.
 */
import fs from "node:fs";
import crypto from "node:crypto";
import zlib from "node:zlib";
import cp from "node:child_process";
export async function a(p: string, files: string[], m: Map<string, string>): Promise<unknown> {
  const text: string = fs.readFileSync(p, "utf8").trim();
  const bytes: Buffer = fs.readFileSync(p);
  const size: number = fs.statSync(p).size + Number(fs.statSync(p, { bigint: true }).size);
  const names: string[] = fs.readdirSync(p);
  const entries: fs.Dirent[] = fs.readdirSync(p, { withFileTypes: true });
  fs.writeFileSync(p, text);
  fs.mkdirSync(p, { recursive: true });
  fs.rmSync(p, { force: true });
  fs.copyFileSync(p, p);
  fs.accessSync(p);
  fs.appendFileSync(p, "x");
  fs.cpSync(p, p);
  fs.symlinkSync(p, p);
  fs.utimesSync(p, 1, 1);
  fs.chmodSync(p, 1);
  const made: string | undefined = fs.mkdirSync(p, { recursive: true });
  const real: string = fs.realpathSync(p);
  const link: string = fs.readlinkSync(p);
  const tmp: string = fs.mkdtempSync(p);
  const there: boolean = fs.existsSync(p);
  const fd: number = fs.openSync(p, "r");
  const st: fs.Stats = fs.fstatSync(fd);
  fs.fsyncSync(fd);
  fs.ftruncateSync(fd, 1);
  fs.closeSync(fd);
  fs.fchmodSync(fd, 1);
  fs.futimesSync(fd, 1, 2);

  const all: string[] = files.map((file) => fs.readFileSync(file, "utf8"));
  files.forEach((file, index) => {
    fs.unlinkSync(file + index);
  });
  m.forEach((file: string) => {
    fs.unlinkSync(file);
  });
  const first: string | undefined = fs.readdirSync(p)[0];
  return [text, bytes, size, names, entries, made, real, link, tmp, there, st, all, first];
}
export async function b(p: string, salt: Buffer) {
  const k: Buffer = crypto.pbkdf2Sync(p, salt, 1000, 64, "sha512");
  const s: Buffer = crypto.scryptSync(p, salt, 64);
  const s2: Buffer = crypto.scryptSync(p, salt, 64, { N: 1024 });
  const h: ArrayBuffer = crypto.hkdfSync("sha512", p, salt, "", 64);
  const { publicKey, privateKey } = crypto.generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem: string = crypto.generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).publicKey;
  const q: crypto.KeyObject = crypto.generateKeySync("hmac", { length: 64 });
  const pr: ArrayBuffer = crypto.generatePrimeSync(64);
  const big: bigint = crypto.generatePrimeSync(64, { bigint: true });
  const ok: boolean = crypto.checkPrimeSync(7n);
  return [k, s, s2, h, publicKey.type, privateKey, pem, q, pr, big, ok];
}
export async function c(p: string, salt: Buffer) {
  const z: Buffer = zlib.gzipSync(p);
  const y: Buffer = zlib.gunzipSync(salt);
  const x: Buffer = zlib.brotliCompressSync(p, { params: {} });
  const w = zlib.deflateSync(p, { level: 1 }).length;
  return [z, y, x, w];
}
export async function d(p: string) {
  const o: string = cp.execSync(p, { encoding: "utf8" });
  const u: Buffer = cp.execSync(p);
  const v: Buffer = cp.execFileSync("git", [p]);
  const w: string = cp.execFileSync("git", [p], { encoding: "utf8", cwd: p }).trim();
  cp.execSync(p);
  return [o, u, v, w];
}
export async function e(view: Int32Array, ms: number): Promise<string> {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  const end = Date.now() + ms;
  while (Date.now() < end);
  return Atomics.wait(view, 0, 0, ms);
}
export async function g(p: string) {
  const r = cp.spawnSync("git", [p], { encoding: "utf8" });
  const t: string = r.stdout;
  return [t, r.status];
}
export async function h(p: string, files: string[], bytes: Buffer) {
  const there: string[] = files.filter((file) => fs.existsSync(file));
  const lists: string[] = files.flatMap((file) => fs.readdirSync(file));
  const any: boolean = files.some((file) => fs.statSync(file).isFile());
  const all: boolean = files.every((file, index) => fs.statSync(file).size > index);
  const first = files.find((file) => fs.existsSync(file));
  const index: number = files.findIndex((file) => fs.existsSync(file));
  const total = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  const texts = files.reduce<Record<string, string>>((map, file) => {
    map[file] = fs.readFileSync(file, "utf8");
    return map;
  }, {});
  const stats: fs.Stats | undefined = fs.statSync(p, { throwIfNoEntry: false });
  const big = fs.lstatSync(p, { bigint: true, throwIfNoEntry: false })?.size;
  const fd = fs.openSync(p, "r+");
  const counts: number[] = [fs.readSync(fd, bytes, 0, 8, null), fs.writeSync(fd, bytes)];
  const more: number = fs.writeSync(fd, "text", 0) + fs.readvSync(fd, [bytes]);
  const found: string[] = files.filter(fs.existsSync);
  files.forEach(fs.unlinkSync);
  if (files.some(fs.existsSync)) return first?.length;
  return [there, lists, any, all, first, index, total, texts, stats, big, counts, more, found];
}
function load(p: string): { port: number } {
  return JSON.parse(fs.readFileSync(p, "utf8")) as { port: number };
}
const port = (p: string): number => load(p).port;
class Store {
  private size(p: string): number {
    return fs.statSync(p).size;
  }
  both(p: string): Promise<number> {
    return Promise.resolve(fs.statSync(p).size);
  }
  async total(files: string[]): Promise<number> {
    let sum = 0;
    for (const file of files) sum += this.size(file) + port(file);
    return sum;
  }
}
export const store = new Store();
