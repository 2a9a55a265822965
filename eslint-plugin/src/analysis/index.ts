/** What code does, as data: the part of the plugin that other tools build on. */
export { createProject, defaultContexts, type Project, type ProjectOptions } from "./project.js";
export type { EslintParser, ParseError } from "./parsing.js";
export type * from "./types.js";
export type {
  AsyncForm,
  BlockingApi,
  BlockingKind,
  CallCondition,
  CatalogModule,
  CostFactor,
  CostFormula,
  CostLimit,
  CostRange,
} from "../catalog/types.js";
