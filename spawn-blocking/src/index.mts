/**
 * The entry point for `import`. It requires the implementation, rather than importing it: where Node imports a CommonJS
 * module, it also takes longer over all that this requires, which the start of a program would feel.
 */
import { createRequire } from "node:module";
import type * as implementation from "./index.js";

const required = createRequire(import.meta.url)("./index.js") as typeof implementation;

export const { JoinError, Pool, SpawnError, defaultPool, parallelMap, spawnBlocking, yieldNow } =
  required;
export type JoinError = implementation.JoinError;
export type Pool = implementation.Pool;
export type SpawnError = implementation.SpawnError;
export type * from "./index.js";
