/** Databases that are called synchronously. What each exports was read from its published version. */
import { cost } from "./cost.js";
import type { BlockingApi, CatalogModule } from "./types.js";

const query: BlockingApi = {
  kind: "database",
  cost: cost(
    0.01,
    0.1,
    1000,
    "a query on an indexed column of a small local database; upper end: a scan or a busy lock",
  ),
};
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
  cost: cost(0.1, 0.5, 100, "opens the file; from the figures of node:fs"),
  construct: true,
};

function methods(name: string): Record<string, BlockingApi> {
  const of = `${name}.prototype`;
  return {
    [`${of}.exec`]: write,
    [`${of}.loadExtension`]: query,
    [`${of}.pragma`]: query,
    [`${of}.serialize`]: query,
    [`${of}.transaction()`]: write,
    [`${of}.transaction().default`]: write,
    [`${of}.transaction().deferred`]: write,
    [`${of}.transaction().exclusive`]: write,
    [`${of}.transaction().immediate`]: write,
  };
}

/**
 * All of it is synchronous but `backup`. In its type declarations the class goes by a name, `Database.Database`; that of
 * statements is not exported.
 */
const betterSqlite3: CatalogModule = {
  module: "better-sqlite3",
  aliases: [],
  apis: {
    default: open,
    ...methods("default"),
    ...methods("Database"),
    "Statement.prototype.all": query,
    "Statement.prototype.get": query,
    "Statement.prototype.iterate": query,
    "Statement.prototype.run": write,
  },
  instances: {
    // `require("better-sqlite3")(path)` constructs one too.
    default: "default",
    "default.prototype.prepare": "Statement",
    "Database.prototype.prepare": "Statement",
    "Statement.prototype.bind": "Statement",
    "Statement.prototype.expand": "Statement",
    "Statement.prototype.pluck": "Statement",
    "Statement.prototype.raw": "Statement",
    "Statement.prototype.safeIntegers": "Statement",
  },
  harmless: {
    "default.prototype.prepare":
      "compiles the statement in microseconds; running it is what is reported",
    "default.prototype.close": "closes the file",
  },
};

export const databasePackages: readonly CatalogModule[] = [betterSqlite3];
