import assert from "node:assert/strict";
import { catalog } from "../../../eslint-plugin/src/catalog/index.js";
import { atPath, blockingByName, platformModules } from "./platform.js";

/** Exports of other versions than this one: the first that has them. */
const since: Readonly<Record<string, number>> = {
  "node:crypto.argon2Sync": 24,
  "node:crypto.hash": 20,
  "node:fs.globSync": 22,
  "node:fs.mkdtempDisposableSync": 24,
  "node:fs.openAsBlobSync": 26,
  "node:fs.Utf8Stream.prototype.flushSync": 24,
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
  const platform = elsewhere[name];
  return (since[name] ?? 0) <= major && (platform === undefined || platform === process.platform);
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
