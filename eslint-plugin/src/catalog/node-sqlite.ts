import { cost } from "./cost.js";
import type { BlockingApi, CatalogModule } from "./types.js";

const basis =
  "a query on an indexed column of a small local database; upper end: a scan or a busy lock";

const query: BlockingApi = { kind: "database", cost: cost(0.01, 0.1, 1000, basis) };
const write: BlockingApi = {
  kind: "database",
  cost: cost(
    0.05,
    3,
    1000,
    "a transaction flushed to the disk: 2.7 ms on Node 20, 2-core VM; upper end: a busy lock",
  ),
};
const open: BlockingApi = {
  kind: "database",
  cost: cost(0.1, 0.5, 100, "opens the file; estimated from an open and a read of node:fs"),
};

/** Node's SQLite has no asynchronous form but `backup`: what is left is a worker thread. */
export const nodeSqlite: CatalogModule = {
  module: "node:sqlite",
  aliases: [],
  apis: {
    DatabaseSync: { ...open, construct: true },
    "DatabaseSync.prototype.open": open,
    "DatabaseSync.prototype.exec": write,
    "DatabaseSync.prototype.applyChangeset": write,
    "DatabaseSync.prototype.loadExtension": open,
    "DatabaseSync.prototype.serialize": query,
    "DatabaseSync.prototype.deserialize": query,
    "StatementSync.prototype.all": query,
    "StatementSync.prototype.get": query,
    "StatementSync.prototype.iterate": query,
    "StatementSync.prototype.run": write,
  },
  instances: { "DatabaseSync.prototype.prepare": "StatementSync" },
  harmless: {
    "DatabaseSync.prototype.prepare":
      "compiles the statement in microseconds; running it is what is reported",
    "DatabaseSync.prototype.close": "closes the file",
    StatementSync: "is not constructed by hand",
  },
};
