/** The whole catalog, in the order in which documentation lists it. */
import { atomics } from "./atomics.js";
import { nodeChildProcess } from "./node-child-process.js";
import { nodeCrypto } from "./node-crypto.js";
import { nodeFs } from "./node-fs.js";
import { nodeZlib } from "./node-zlib.js";
import type { CatalogModule } from "./types.js";

export const catalog: readonly CatalogModule[] = [
  nodeFs,
  nodeChildProcess,
  nodeCrypto,
  nodeZlib,
  atomics,
];
