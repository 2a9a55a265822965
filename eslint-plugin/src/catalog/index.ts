/** The whole catalog, in the order in which documentation lists it. */
import { atomics } from "./atomics.js";
import { bun, bunSqlite } from "./bun.js";
import { deno } from "./deno.js";
import { browser, processGlobal, webAssembly } from "./globals.js";
import { nodeChildProcess } from "./node-child-process.js";
import { nodeCrypto } from "./node-crypto.js";
import { nodeFs } from "./node-fs.js";
import {
  nodeDgram,
  nodeInspector,
  nodeModule,
  nodeProcess,
  nodeV8,
  nodeVm,
  nodeWorkerThreads,
} from "./node-runtime.js";
import { nodeSqlite } from "./node-sqlite.js";
import { nodeZlib } from "./node-zlib.js";
import { cryptoPackages } from "./packages-crypto.js";
import { databasePackages } from "./packages-database.js";
import { filePackages } from "./packages-files.js";
import { processPackages } from "./packages-process.js";
import { toolPackages } from "./packages-tools.js";
import type { CatalogModule } from "./types.js";

/** Several entries may tell about the same module ("global"): their paths do not overlap. */
export const catalog: readonly CatalogModule[] = [
  nodeFs,
  nodeChildProcess,
  nodeCrypto,
  nodeZlib,
  nodeSqlite,
  nodeV8,
  nodeVm,
  nodeInspector,
  nodeModule,
  nodeProcess,
  nodeWorkerThreads,
  nodeDgram,
  atomics,
  webAssembly,
  processGlobal,
  browser,
  deno,
  bun,
  bunSqlite,
  ...filePackages,
  ...processPackages,
  ...databasePackages,
  ...cryptoPackages,
  ...toolPackages,
];
