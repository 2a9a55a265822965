/** What rules and fixes need beyond the plain data of `index.ts`: findings with their syntax. */
export { AnalysisProject } from "./project.js";
export { defaultContexts, type EslintParser } from "./project-types.js";
export { measuredCosts } from "./calibration.js";
export { SourceFile } from "./source-file.js";
export { closureProblems, type ClosureProblem } from "./worker-closure.js";
export { valueProblems, type ValueProblem } from "./worker-values.js";
export { moduleCalls, spawnCalls, type SpawnCall, type ValuesOf } from "./spawn-call.js";
export { toFinding, type LocatedFinding } from "./findings.js";
export type { BlockingSite } from "./facts.js";
export type { ApiCall } from "./blocking-api.js";
export type { Spin, SpinReason } from "./spin.js";
export type { BlockingKind, CatalogModule, AsyncForm } from "../catalog/types.js";
export type * from "./types.js";
export { specifierOfListed } from "./listed-modules.js";
