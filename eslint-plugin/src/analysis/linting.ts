/** What rules and fixes need beyond the plain data of `index.ts`: findings with their syntax. */
export { AnalysisProject } from "./project/project.js";
export { defaultContexts, type EslintParser } from "./project/project-types.js";
export { measuredCosts } from "./calibration.js";
export { SourceFile } from "./syntax/source-file.js";
export { closureProblems, type ClosureProblem } from "./threads/worker-closure.js";
export { valueProblems, type ValueProblem } from "./threads/worker-values.js";
export { moduleCalls, spawnCalls, type SpawnCall, type ValuesOf } from "./threads/spawn-call.js";
export { toFinding, type LocatedFinding } from "./findings.js";
export type { BlockingSite } from "./facts.js";
export type { ApiCall } from "./values/blocking-api.js";
export type { Spin, SpinReason } from "./loops/spin.js";
export type { BlockingKind, CatalogModule, AsyncForm } from "../catalog/types.js";
export type * from "./types.js";
export { specifierOfListed } from "./project/listed-modules.js";
