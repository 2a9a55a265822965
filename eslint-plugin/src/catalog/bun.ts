/** Bun's synchronous functions. */
import { cost } from "./cost.js";
import type { BlockingApi, CatalogModule, CostRange } from "./types.js";

const taken = "taken from Node's own on the same machine";
const compress = cost(0.4, 0.5, 50, `100 kB of text; ${taken}`);
const decompress = cost(0.07, 0.1, 10, `100 kB of text; ${taken}`);
const query: BlockingApi = {
  kind: "database",
  cost: cost(
    0.01,
    0.1,
    1000,
    "a query on an indexed column; upper end: a scan or a busy lock; an estimate",
  ),
};
const write: BlockingApi = {
  kind: "database",
  cost: cost(
    0.05,
    3,
    1000,
    "a transaction flushed to the disk; upper end: a busy lock; an estimate",
  ),
};

function cpu(range: CostRange): BlockingApi {
  return { kind: "cpu", cost: range };
}

function password(name: string): BlockingApi {
  return {
    kind: "cpu",
    cost: cost(40, 100, 1000, "argon2id with Bun's defaults; an estimate"),
    asyncForm: { module: "global", name, style: "promise", onThreadpool: true },
  };
}

export const bun: CatalogModule = {
  module: "global",
  aliases: [],
  apis: {
    "Bun.deflateSync": cpu(compress),
    "Bun.gunzipSync": cpu(decompress),
    "Bun.gzipSync": cpu(compress),
    "Bun.inflateSync": cpu(decompress),
    "Bun.zstdCompressSync": {
      ...cpu(compress),
      asyncForm: {
        module: "global",
        name: "Bun.zstdCompress",
        style: "promise",
        onThreadpool: true,
      },
    },
    "Bun.zstdDecompressSync": {
      ...cpu(decompress),
      asyncForm: {
        module: "global",
        name: "Bun.zstdDecompress",
        style: "promise",
        onThreadpool: true,
      },
    },
    "Bun.password.hashSync": password("Bun.password.hash"),
    "Bun.password.verifySync": password("Bun.password.verify"),
    "Bun.resolveSync": {
      kind: "io",
      cost: cost(0.05, 0.3, 20, "a few files' metadata; from the figures of node:fs"),
      asyncForm: { module: "global", name: "Bun.resolve", style: "promise", onThreadpool: false },
    },
    "Bun.sleepSync": {
      kind: "wait",
      cost: cost(1, 100, 60_000, "as long as its argument says; typical: an assumption"),
      formula: { factors: [{ argument: 0 }], perUnitMs: 1, unit: "ms", basis: "the argument" },
      asyncForm: { module: "global", name: "Bun.sleep", style: "promise", onThreadpool: false },
    },
    "Bun.spawnSync": {
      kind: "process",
      cost: cost(2, 5, 2000, "starts a program; taken from node:child_process on the same machine"),
      limit: { argument: 1, property: "timeout" },
    },
    "Bun.Glob.prototype.scanSync": {
      kind: "io",
      cost: cost(0.3, 5, 500, "a tree of some hundred files; an estimate"),
      asyncForm: {
        module: "global",
        name: "Bun.Glob.prototype.scan",
        style: "promise-object",
        onThreadpool: true,
        caveat: "gives an asynchronous iterable",
      },
    },
    "Bun.Transpiler.prototype.transformSync": {
      ...cpu(cost(0.1, 1, 100, "a file of a few kB; an estimate")),
      asyncForm: {
        module: "global",
        name: "Bun.Transpiler.prototype.transform",
        style: "promise",
        onThreadpool: true,
      },
    },
  },
};

export const bunSqlite: CatalogModule = {
  module: "bun:sqlite",
  aliases: [],
  apis: {
    Database: {
      kind: "database",
      cost: cost(0.1, 0.5, 100, "opens the file; an estimate"),
      construct: true,
    },
    "Database.prototype.exec": write,
    "Database.prototype.run": write,
    "Database.prototype.serialize": query,
    "Statement.prototype.all": query,
    "Statement.prototype.get": query,
    "Statement.prototype.iterate": query,
    "Statement.prototype.run": write,
    "Statement.prototype.values": query,
  },
  instances: { "Database.prototype.prepare": "Statement", "Database.prototype.query": "Statement" },
};
