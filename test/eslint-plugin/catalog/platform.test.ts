import assert from "node:assert/strict";
import { catalog } from "../../../eslint-plugin/src/catalog/index.js";
import { atPath, blockingByName, platformModules } from "./platform.js";

/** Modules and exports that not every supported version has: the first that does. */
const since: Readonly<Record<string, number>> = {
  "node:crypto.argon2Sync": 24,
  "node:crypto.hash": 20,
  "node:fs.globSync": 22,
  "node:fs.mkdtempDisposableSync": 24,
  "node:fs.openAsBlobSync": 26,
  "node:fs.Utf8Stream.prototype.flushSync": 24,
  "node:dgram.Socket.prototype.bindSync": 24,
  "node:dgram.Socket.prototype.connectSync": 24,
  "node:module.findPackageJSON": 22,
  "node:module.stripTypeScriptTypes": 22,
  "node:sqlite": 22,
  "node:sqlite.DatabaseSync.prototype.deserialize": 24,
  "node:sqlite.DatabaseSync.prototype.serialize": 24,
  "node:zlib.crc32": 20,
  "node:zlib.createZipArchiveSync": 26,
  "node:zlib.zstdCompressSync": 22,
  "node:zlib.zstdDecompressSync": 22,
};
/** Exports of other platforms than this one. */
const elsewhere: Readonly<Record<string, NodeJS.Platform>> = { "node:fs.lchmodSync": "darwin" };

const major = Number(process.versions.node.split(".")[0]);
const modules = platformModules();
const builtIn = catalog.filter((entry) => entry.module.startsWith("node:"));

function isHere(name: string): boolean {
  const platform = elsewhere[name] ?? process.platform;
  const tooNew = Object.entries(since).some(
    ([prefix, first]) => first > major && (name === prefix || name.startsWith(`${prefix}.`)),
  );
  return !tooNew && platform === process.platform;
}

describe("the catalog beside this Node's own modules", () => {
  it("knows every export whose name ends in Sync", () => {
    const unknown = [...modules].flatMap(([module, namespace]) => {
      const entry = catalog.find((candidate) => candidate.module === module);
      return blockingByName(namespace)
        .filter((path) => entry?.apis[path] === undefined && entry?.harmless?.[path] === undefined)
        .map((path) => `${module}.${path}`);
    });
    assert.deepEqual(unknown, []);
  });

  it("names only functions that exist", () => {
    const missing = builtIn.flatMap(({ module, apis, harmless }) =>
      [...Object.keys(apis), ...Object.keys(harmless ?? {})]
        .filter((path) => isHere(`${module}.${path}`))
        .filter((path) => typeof atPath(modules.get(module) ?? {}, path) !== "function")
        .map((path) => `${module}.${path}`),
    );
    assert.deepEqual(missing, []);
  });

  it("says of functions that a supported version or system lacks that they may be missing", () => {
    const lacking = [
      ...Object.keys(since).filter((name) => (since[name] ?? 0) > 20),
      ...Object.keys(elsewhere),
    ];
    const silent = builtIn.flatMap(({ module, apis }) =>
      Object.entries(apis)
        .filter(([path]) => lacking.includes(`${module}.${path}`) && !path.includes(".prototype."))
        .filter(([, api]) => api.missingIn === undefined)
        .map(([path]) => `${module}.${path}`),
    );
    assert.deepEqual(silent, []);
  });

  it("names only asynchronous forms that exist", () => {
    const missing = builtIn.flatMap(({ module, apis }) =>
      Object.entries(apis).flatMap(([path, { asyncForm }]) => {
        if (asyncForm === undefined || !isHere(`${module}.${path}`)) return [];
        const holder = asyncForm.module === "global" ? globalThis : modules.get(asyncForm.module);
        const found = typeof atPath(holder ?? {}, asyncForm.name) === "function";
        return found ? [] : [`${module}.${path}: ${asyncForm.module}.${asyncForm.name}`];
      }),
    );
    assert.deepEqual(missing, []);
  });
});
