export {
  JoinError,
  Pool,
  SpawnError,
  defaultPool,
  parallelMap,
  spawnBlocking,
  yieldNow,
} from "./index.js";
export type * from "./index.js";
