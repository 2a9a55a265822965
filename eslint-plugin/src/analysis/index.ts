/** What code does, as data: the part of the plugin that other tools build on. */
export { createModuleFinder, type ModuleFinder } from "./project/create-module-finder.js";
export { createProject } from "./project/create-project.js";
export {
  defaultContexts,
  type EslintParser,
  type ParseError,
  type Project,
  type ProjectOptions,
} from "./project/project-types.js";
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
