import assert from "node:assert/strict";
import { nodeChildProcess } from "../../../eslint-plugin/src/catalog/node-child-process.js";
import { nodeCrypto } from "../../../eslint-plugin/src/catalog/node-crypto.js";
import { nodeFs } from "../../../eslint-plugin/src/catalog/node-fs.js";
import { nodeZlib } from "../../../eslint-plugin/src/catalog/node-zlib.js";
import { fixAll, type Where } from "./apply.js";
import { runPairs, type Outcomes, type Pair } from "./running.js";

/** Bodies of `run(dir)` by the API that they are about; the same name with "!" is a call that fails. */
type Bodies = Readonly<Record<string, string>>;

const a = "dir + '/a.txt'";
const none = "dir + '/none'";

const fsBodies: Bodies = {
  accessSync: `return fs.accessSync(${a});`,
  "accessSync!": `fs.accessSync(${none});`,
  appendFileSync: `fs.appendFileSync(${a}, "more", "utf8");`,
  "appendFileSync!": `fs.appendFileSync(dir, "more");`,
  chmodSync: `fs.chmodSync(${a}, 0o600);`,
  "chmodSync!": `fs.chmodSync(${none}, 0o600);`,
  chownSync: `fs.chownSync(${a}, process.getuid(), process.getgid());`,
  "chownSync!": `fs.chownSync(${none}, 0, 0);`,
  closeSync: `const fd = fs.openSync(${a}, "r"); fs.closeSync(fd); return typeof fd;`,
  "closeSync!": `fs.closeSync(9999);`,
  copyFileSync: `fs.copyFileSync(${a}, dir + "/copy", fs.constants.COPYFILE_EXCL);`,
  "copyFileSync!": `fs.copyFileSync(${a}, ${a}, fs.constants.COPYFILE_EXCL);`,
  cpSync: `fs.cpSync(dir + "/sub", dir + "/copy", { recursive: true });`,
  existsSync: `return [fs.existsSync(${a}), fs.existsSync(${none}), !fs.existsSync(undefined)];`,
  fchmodSync: `const fd = fs.openSync(${a}, "r+"); fs.fchmodSync(fd, 0o600); fs.closeSync(fd);`,
  fchownSync: `const fd = fs.openSync(${a}, "r+"); fs.fchownSync(fd, process.getuid(), process.getgid()); fs.closeSync(fd);`,
  fdatasyncSync: `const fd = fs.openSync(${a}, "r+"); fs.fdatasyncSync(fd); fs.closeSync(fd);`,
  fstatSync: `const fd = fs.openSync(${a}, "r"); const { size } = fs.fstatSync(fd, { bigint: true }); fs.closeSync(fd); return size;`,
  "fstatSync!": `fs.fstatSync(9999);`,
  fsyncSync: `const fd = fs.openSync(${a}, "r+"); fs.fsyncSync(fd); fs.closeSync(fd);`,
  ftruncateSync: `const fd = fs.openSync(${a}, "r+"); fs.ftruncateSync(fd, 2); fs.closeSync(fd);`,
  futimesSync: `const fd = fs.openSync(${a}, "r+"); fs.futimesSync(fd, 1, 2); const { mtimeMs } = fs.fstatSync(fd); fs.closeSync(fd); return mtimeMs;`,
  lchownSync: `fs.lchownSync(dir + "/link", process.getuid(), process.getgid());`,
  linkSync: `fs.linkSync(${a}, dir + "/hard");`,
  "linkSync!": `fs.linkSync(${a}, ${a});`,
  lstatSync: `return fs.lstatSync(dir + "/link").isSymbolicLink();`,
  "lstatSync!": `fs.lstatSync(${none});`,
  lutimesSync: `fs.lutimesSync(dir + "/link", 1, 2); return fs.lstatSync(dir + "/link").mtimeMs;`,
  mkdirSync: `return fs.mkdirSync(dir + "/x/y", { recursive: true });`,
  "mkdirSync!": `fs.mkdirSync(dir);`,
  // Its names are random, in errors too.
  mkdtempSync: `const made = fs.mkdtempSync(dir + "/t-"); fs.rmdirSync(made); try { fs.mkdtempSync(dir + "/none/t-"); } catch ({ code, syscall }) { return [made.length - dir.length, code, syscall]; }`,
  openSync: `const fd = fs.openSync(${a}); fs.closeSync(fd); return typeof fd;`,
  "openSync!": `fs.openSync(${none}, "r");`,
  opendirSync: `const opened = fs.opendirSync(dir + "/sub"); const { path } = opened; await opened.close(); return path;`,
  // Only the asynchronous form's error names the path.
  "opendirSync, caught": `try { fs.opendirSync(${none}); } catch ({ code, syscall }) { return [code, syscall]; }`,
  readFileSync: `return [fs.readFileSync(${a}), fs.readFileSync(${a}, "utf8").trim(), JSON.parse(fs.readFileSync(dir + "/data.json", { encoding: "utf8", flag: "r" })).a];`,
  "readFileSync!": `fs.readFileSync(${none});`,
  readdirSync: `return [fs.readdirSync(dir), fs.readdirSync(dir, { recursive: true }).sort(), fs.readdirSync(dir, { withFileTypes: true }).map((entry) => entry.isFile())];`,
  "readdirSync!": `fs.readdirSync(${a});`,
  readlinkSync: `return fs.readlinkSync(dir + "/link");`,
  "readlinkSync!": `fs.readlinkSync(${a});`,
  realpathSync: `return fs.realpathSync(dir + "/link");`,
  // The error's syscall is realpath instead of lstat.
  "realpathSync, caught": `try { fs.realpathSync(${none}); } catch ({ code, path }) { return [code, path]; }`,
  "realpathSync.native": `return fs.realpathSync.native(dir + "/link");`,
  renameSync: `fs.renameSync(${a}, dir + "/renamed");`,
  "renameSync!": `fs.renameSync(${none}, dir + "/renamed");`,
  rmSync: `fs.rmSync(dir + "/sub", { recursive: true, force: true });`,
  "rmSync!": `fs.rmSync(${none});`,
  rmdirSync: `fs.rmSync(dir + "/sub/deep/c.txt"); fs.rmdirSync(dir + "/sub/deep", {});`,
  "rmdirSync!": `fs.rmdirSync(dir + "/sub");`,
  statSync: `return [fs.statSync(${a}).size, fs.statSync(${a}, { bigint: true }).size];`,
  "statSync!": `fs.statSync(${none});`,
  statfsSync: `return fs.statfsSync(dir).bsize;`,
  symlinkSync: `fs.symlinkSync("a.txt", dir + "/new", "file");`,
  "symlinkSync!": `fs.symlinkSync("a.txt", ${a});`,
  truncateSync: `fs.truncateSync(${a}, 3);`,
  "truncateSync!": `fs.truncateSync(${none});`,
  unlinkSync: `fs.unlinkSync(${a});`,
  "unlinkSync!": `fs.unlinkSync(${none});`,
  utimesSync: `fs.utimesSync(${a}, 1, 2); return fs.statSync(${a}).mtimeMs;`,
  "utimesSync!": `fs.utimesSync(${none}, 1, 2);`,
  writeFileSync: `return fs.writeFileSync(dir + "/new", Buffer.from("x"), { mode: 0o600 });`,
  "writeFileSync!": `fs.writeFileSync(dir, "x");`,
};

/** Not on this Node or platform, or without a twin of the same result. */
const fsLeftOut = new Set([
  "globSync",
  "lchmodSync",
  "mkdtempDisposableSync",
  "openAsBlobSync",
  "readSync",
  "readvSync",
  "writeSync",
  "writevSync",
  "Dir.prototype.readSync",
  "Dir.prototype.closeSync",
  "Utf8Stream.prototype.flushSync",
]);

const cryptoBodies: Bodies = {
  checkPrimeSync: `return [crypto.checkPrimeSync(7n), crypto.checkPrimeSync(8n, { checks: 4 })];`,
  generateKeyPairSync: `const { publicKey, privateKey } = crypto.generateKeyPairSync("ec", { namedCurve: "P-256", publicKeyEncoding: { type: "spki", format: "pem" }, privateKeyEncoding: { type: "pkcs8", format: "der" } }); return [publicKey.split("\\n")[0], privateKey.constructor.name, privateKey.length];`,
  "generateKeyPairSync!": `crypto.generateKeyPairSync("ec", { namedCurve: "none" });`,
  generateKeySync: `return crypto.generateKeySync("hmac", { length: 64 }).export().length;`,
  generatePrimeSync: `return crypto.generatePrimeSync(16, { bigint: true }) > 2n;`,
  hkdfSync: `return crypto.hkdfSync("sha512", "key", "salt", "info", 64);`,
  "hkdfSync!": `crypto.hkdfSync("none", "key", "salt", "info", 64);`,
  pbkdf2Sync: `const salt = Buffer.from("salt"); return [crypto.pbkdf2Sync("password", salt, 1000, 64, "sha512"), crypto.pbkdf2Sync("password", salt, 1, 8, "sha1").toString("hex")];`,
  "pbkdf2Sync!": `crypto.pbkdf2Sync("password", "salt", 1, 64, "none");`,
  randomFillSync: `const bytes = Buffer.alloc(8); return crypto.randomFillSync(bytes) === bytes && bytes.some((byte) => byte !== 0);`,
  scryptSync: `const cost = 1024; return [crypto.scryptSync("password", "salt", 32), crypto.scryptSync("password", "salt", 32, { N: cost })];`,
  "scryptSync!": `crypto.scryptSync("password", "salt", 64, { N: 3 });`,
};

const zlibBodies: Bodies = Object.fromEntries(
  [
    ["gzipSync", "gunzipSync"],
    ["deflateSync", "inflateSync"],
    ["deflateRawSync", "inflateRawSync"],
    ["brotliCompressSync", "brotliDecompressSync"],
    ["gzipSync", "unzipSync"],
  ].flatMap(([pack = "", unpack = ""]) => [
    [pack, `return zlib.${pack}("text ".repeat(100));`],
    [
      unpack,
      `const packed = zlib.${pack}(Buffer.from("text")); return zlib.${unpack}(packed).toString();`,
    ],
    [`${unpack}!`, `zlib.${unpack}(Buffer.from("not packed"));`],
  ]),
);

const childProcessBodies: Bodies = {
  execSync: `cp.execSync("touch touched", { cwd: dir }); return [cp.execSync("echo out"), cp.execSync("cat a.txt", { cwd: dir, encoding: "utf8" }).trim()];`,
  "execSync with stdio": `return [cp.execSync("echo out; echo err >&2", { stdio: ["ignore", "pipe", "ignore"] }), cp.execSync("echo out", { encoding: "utf8", stdio: "pipe", timeout: 5000, env: { ...process.env, A: "1" } })];`,
  execFileSync: `return [cp.execFileSync("echo", ["out"]), cp.execFileSync("cat", ["a.txt"], { cwd: dir, encoding: "utf8" }), cp.execFileSync("echo").length];`,
};

const threadBodies: Bodies = {
  ...childProcessBodies,
  "execSync!": `cp.execSync("exit 3", { stdio: "pipe" });`,
  "execSync with streams of its own": `const out = fs.openSync(dir + "/out", "w"); try { return [cp.execSync("echo out; cat", { stdio: ["pipe", out, "ignore"], input: "in" }), cp.execSync("cat", { input: "in" }).toString()]; } finally { fs.closeSync(out); }`,
  "execSync that takes too long fails": `cp.execSync("sleep 5", { timeout: 30, killSignal: "SIGKILL" });`,
  "execSync with too much output fails": `cp.execSync("echo 0123456789; exec sleep 5", { maxBuffer: 5 });`,
  "execFileSync of a shell": `return cp.execFileSync("echo $A", { shell: true, env: { ...process.env, A: "a b" } }).toString();`,
  "spawnSync that is killed": `const { status, signal, output } = cp.spawnSync("sh", ["-c", "kill -9 $$"]); return [status, signal, output.length];`,
  "spawnSync with input": `return cp.spawnSync("cat", { input: Buffer.from("in"), encoding: "utf8" }).stdout;`,
  "execFileSync!": `cp.execFileSync("none-such-program", ["x"]);`,
  spawnSync: `const { status, signal, stdout, stderr } = cp.spawnSync("sh", ["-c", "echo out; echo err >&2; exit 3"], { cwd: dir }); return { status, signal, stdout, stderr };`,
  "spawnSync of no program": `const { status, error } = cp.spawnSync("none-such-program", []); return [status, error.message];`,
};

/** Node.js 20 throws here; later versions take it for a file that does not exist. */
const isLater = Number(process.versions.node.split(".")[0]) >= 22;
const statBelowFile = isLater ? `fs.statSync(${a} + "/x", { throwIfNoEntry: false })` : "1";

const others: Bodies = {
  "the items of an array": `return Object.keys({ "a.txt": 1, link: 1 }).map((file) => fs.readFileSync(dir + "/" + file, "utf8")).join("");`,
  "the items of an array, of which one fails": `return ["a.txt", "none"].map((file) => fs.readFileSync(dir + "/" + file, "utf8"));`,
  "items that pass": `return fs.readdirSync(dir).filter((name) => fs.statSync(dir + "/" + name).isFile()).concat(["x", "a.txt"].filter((name) => { if (name === "x") return false; return fs.existsSync(dir + "/" + name); }));`,
  "items that give lists": `return ["/sub", "/sub/deep"].flatMap((name) => fs.readdirSync(dir + name));`,
  "a search that finds": `const names = ["none", "a.txt", dir + "\\0"]; const hit = names.find((name) => fs.statSync(dir + "/" + name, { throwIfNoEntry: false })); const some = names.some((name) => fs.existsSync(dir + "/" + name)); return [hit, some, names.findIndex((name) => fs.existsSync(dir + "/" + name))];`,
  "a search that finds nothing": `const names = ["/none", "/x"]; if (names.some((name) => fs.existsSync(dir + name))) return 1; const every = names.every((name) => !fs.existsSync(dir + name)); return [every, names.find((name) => fs.existsSync(dir + name))];`,
  "a search whose test fails": `return ["/none", "/a.txt"].some((name) => fs.statSync(dir + name).isFile());`,
  "a sum": `const sizes = ["/a.txt", "/data.json"].reduce((all, name) => { all[name] = fs.statSync(dir + name).size; return all; }, {}); return Object.keys(sizes).reduce((total, name) => total + fs.readFileSync(dir + name).length, 0) + sizes["/a.txt"];`,
  "a loop that skips items": `["none", "a.txt"].forEach((name) => { if (name === "none") return; fs.unlinkSync(dir + "/" + name); });`,
  "functions that are handed over": `const names = [dir + "/none", ${a}]; const found = names.filter(fs.existsSync); names.slice(1).forEach(fs.unlinkSync); return [found, names.some(fs.existsSync), await Promise.resolve(dir + "/data.json").then(fs.readFileSync)];`,
  "no entry": `return [fs.statSync(${none}, { throwIfNoEntry: false }), fs.lstatSync(dir + "/link", { throwIfNoEntry: false, bigint: true }).size];`,
  "no entry below a file": `return [fs.lstatSync(dir + "/none/x", { throwIfNoEntry: false }), ${statBelowFile}];`,
  "a link below a file fails": `return fs.lstatSync(${a} + "/x", { throwIfNoEntry: false });`,
  "optional calls of what is there": `return [fs?.statSync?.(${a})?.size, fs.statSync?.(${a}).isFile()];`,
  "a function bound to its object": `const readFileSync = fs.readFileSync.bind(fs); return readFileSync(${a}, "utf8");`,
  "no entry because of something that fails": `return fs.statSync(dir + "\\0", { throwIfNoEntry: false });`,
  "a descriptor": `const fd = fs.openSync(${a}, "r+"); const bytes = Buffer.alloc(8); const counts = [fs.readSync(fd, bytes, 0, 3, 1), fs.writeSync(fd, "more", 0), fs.readvSync(fd, [bytes], 0), fs.writevSync(fd, [bytes])]; fs.closeSync(fd); return [counts, bytes.toString("latin1")];`,
  "a loop over an array": `const seen = []; ["a.txt", "data.json"].forEach((file, index) => { seen.push(index, fs.statSync(dir + "/" + file).size); fs.unlinkSync(dir + "/" + file); }); return seen;`,
  "a loop over a map": `const seen = []; new Map([["k", "a.txt"]]).forEach((file, key) => { seen.push(key, fs.statSync(dir + "/" + file).size); }); return seen;`,
  "a promise's callback": `return Promise.resolve(${a}).then((file) => fs.readFileSync(file, "utf8"));`,
  "an error that is caught": `try { return fs.readFileSync(${none}); } catch (error) { return error.code; } finally { fs.rmSync(${a}); }`,
  precedence: `return [!fs.statSync(${a}).isFile(), 2 ** fs.statSync(${a}).size, typeof fs.readFileSync(${a}), fs.readFileSync(${a})?.[0], -fs.statSync(${a}).size];`,
};

/** What `run` calls: functions that become async, with those who call them. */
const functionBodies: Bodies = {
  "a function in between": `function load(p) { return JSON.parse(fs.readFileSync(p, "utf8")); } const sizes = (p) => load(p).a.length; return [load(dir + "/data.json"), sizes(dir + "/data.json")];`,
  "a function that walks a tree": `function walk(folder) { const found = []; for (const entry of fs.readdirSync(folder, { withFileTypes: true })) { if (entry.isDirectory()) found.push(...walk(folder + "/" + entry.name)); else found.push(entry.name); } return found; } return walk(dir);`,
  "a function that fails": `const load = (p) => fs.readFileSync(p); try { return load(${a}).length; } finally { load(${none}); }`,
  "a private method": `class Store { #size(p) { return fs.statSync(p).size; } async both() { return this.#size(${a}) + this.#size(dir + "/link"); } } return new Store().both();`,
  "a function that gives a promise": `function load(p) { if (p === undefined) return Promise.reject(new Error("none")); return Promise.resolve(fs.readFileSync(p, "utf8")); } return Promise.allSettled([load(${a}), load()]).then((all) => all.map(({ status }) => status));`,
  "functions handed to map and to then": `const size = (p) => fs.statSync(p).size; return Promise.resolve([${a}]).then((all) => all[0]).then(size).then(async (one) => [one, [${a}, dir + "/link"].map(size)]);`,
};

/** Functions of packages, as they are installed here. */
const packageBodies: Bodies = {
  "a descriptor of graceful-fs": `const fd = fs.openSync(${a}, "r+"); const bytes = Buffer.alloc(8); const counts = [fs.readSync(fd, bytes, 0, 3, 1), fs.writeSync(fd, bytes, 0, 2), fs.readvSync(fd, [bytes], 0), fs.writevSync(fd, [bytes])]; fs.closeSync(fd); return [counts, bytes.toString("latin1")];`,
  "files of graceful-fs": `fs.writeFileSync(dir + "/new", "x"); return [fs.readFileSync(${a}, "utf8"), fs.readdirSync(dir), fs.existsSync(${none}), fs.statSync(${a}).size, fs.realpathSync.native(dir + "/link")];`,
  "a missing file of graceful-fs fails": `return fs.readFileSync(${none});`,
};

/** The smallest module, of a magic number and a version. */
const wasm = "new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])";

const webAssemblyBodies: Bodies = {
  "a module and its instance": `const module = new WebAssembly.Module(${wasm}); const instance = new WebAssembly.Instance(module, {}); return [module, instance instanceof WebAssembly.Instance, new WebAssembly.Instance(module).exports];`,
};

const timerBodies: Bodies = {
  sleep: `const start = performance.now(); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30); return performance.now() - start > 28;`,
  "a loop that watches the clock": `const start = performance.now(); const end = Date.now() + 30; while (Date.now() < end) {} return performance.now() - start > 27;`,
  "memory that is shared": `const view = new Int32Array(new SharedArrayBuffer(8)); const results = [Atomics.wait(view, 0, 1, 5), Atomics.wait(view, 0, 0, 5)]; return results;`,
};

function pairsOf(about: string, importing: string, bodies: Bodies, where: Where = {}): Pair[] {
  return Object.entries(bodies).map(([name, body]) => {
    const before = `${importing}export async function run(dir) { ${body} }\n`;
    return { name: `${about}: ${name}`, before, after: fixAll(before, where), extension: "mjs" };
  });
}

/** The same bodies in CommonJS, for the imports' sake. */
function commonJs(bodies: Bodies): Pair[] {
  return Object.entries(bodies).map(([name, body]) => {
    const before = `"use strict";\nconst fs = require("fs");\nexports.run = async function (dir) { ${body} };\n`;
    const after = fixAll(before, { sourceType: "commonjs" });
    return { name: `CommonJS: ${name}`, before, after, extension: "cjs" };
  });
}

const importFs = `import fs from "node:fs";\n`;
const importCrypto = `import crypto from "node:crypto";\n`;
const importZlib = `import * as zlib from "zlib";\n`;
const importChildProcess = `import cp from "node:child_process";\nimport fs from "node:fs";\nexport { fs };\n`;

const pairs: readonly Pair[] = [
  ...pairsOf("node:fs", importFs, fsBodies),
  ...commonJs(fsBodies),
  ...pairsOf("promisified", importCrypto, cryptoBodies),
  ...pairsOf("promisified", importZlib, zlibBodies),
  ...pairsOf("promisified", importChildProcess, childProcessBodies),
  ...pairsOf("on a thread", importCrypto, without(cryptoBodies, "randomFillSync"), { choose: 1 }),
  ...pairsOf("on a thread", importZlib, zlibBodies, { choose: 1 }),
  ...pairsOf("on a thread", importChildProcess, threadBodies, { offered: /worker thread/ }),
  ...pairsOf("around", importFs, others),
  ...pairsOf("functions", importFs, functionBodies),
  ...pairsOf("timers", "", timerBodies),
  ...pairsOf("packages", `import fs from "graceful-fs";\n`, packageBodies, {
    module: "graceful-fs",
  }),
  ...pairsOf("WebAssembly", "", webAssemblyBodies),
];

function without(bodies: Bodies, name: string): Bodies {
  return Object.fromEntries(Object.entries(bodies).filter(([key]) => key !== name));
}

describe("code that was mended, when it runs", function () {
  this.timeout(120_000);
  let outcomes: readonly Outcomes[] = [];
  before(() => {
    outcomes = runPairs(pairs);
  });

  pairs.forEach(({ name, before: written, after: mended }, index) => {
    it(`gives the same result, the same error and the same files: ${name}`, () => {
      assert.notEqual(mended, written, "nothing was suggested");
      const { before: expected, after: actual } = outcomes[index] ?? {};
      assert.ok(expected !== undefined && actual !== undefined);
      assert.deepEqual(actual, expected, mended);
      assert.equal(
        expected.error !== undefined,
        name.endsWith("!") || name.endsWith("fails"),
        mended,
      );
    });
  });

  it("was every function of the catalog that has a twin", () => {
    const known = [
      ...Object.keys(nodeFs.apis).filter((path) => !fsLeftOut.has(path)),
      ...Object.keys(nodeCrypto.apis).filter(
        (path) => path !== "argon2Sync" && path !== "createDiffieHellman",
      ),
      ...Object.keys(nodeZlib.apis).filter((path) => !path.startsWith("zstd")),
      ...Object.keys(nodeChildProcess.apis),
    ];
    const run = new Set(
      [fsBodies, cryptoBodies, zlibBodies, threadBodies].flatMap((bodies) => Object.keys(bodies)),
    );
    assert.deepEqual(
      known.filter((path) => !run.has(path)),
      [],
    );
  });
});
