import type { Project, ProjectOptions } from "./project-types.js";
import { AnalysisProject } from "./project.js";

/** A set of files that are analysed together. Reads what it is asked about, and what that imports. */
export function createProject(options: ProjectOptions): Project {
  return new AnalysisProject(options);
}
