/** Which findings a rule reports, by its options. */
import { defaultContexts, type Confidence, type LocatedFinding } from "../analysis/linting.js";
import { matchesGlob } from "./glob.js";
import type { RuleOptions } from "./options.js";

const byCertainty: readonly Confidence[] = ["definite", "probable", "possible"];

/** Whether a file is left out altogether. `cwd` is the working directory that globs are relative to. */
export function isAllowedFile(path: string, cwd: string, options: RuleOptions): boolean {
  const relative = relativePath(path, cwd);
  return (options.allowIn ?? []).some(
    (glob) => matchesGlob(relative, glob) || matchesGlob(relative, `**/${glob}`),
  );
}

export function isReported(finding: LocatedFinding, options: RuleOptions): boolean {
  const least = byCertainty.indexOf(options.confidence ?? "definite");
  const contexts: readonly string[] = options.contexts ?? defaultContexts;
  return (
    byCertainty.indexOf(finding.confidence) <= least &&
    (finding.context === "spin" || contexts.includes(finding.context)) &&
    (options.kinds?.includes(finding.kind) ?? true) &&
    finding.estimate.typicalMs >= (options.minimumMs ?? 0) &&
    !(options.allow ?? []).some((allowed) => isOrigin(finding.api, allowed))
  );
}

/** "node:fs" and "node:fs.promises" are origins of "node:fs.promises.x"; the `node:` may be left out. */
function isOrigin(api: string, allowed: string): boolean {
  return [allowed, `node:${allowed}`].some(
    (origin) => api === origin || api.startsWith(`${origin}.`),
  );
}

/** A path as messages print it: from the working directory, with forward slashes. */
export function relativePath(path: string, cwd: string): string {
  const normal = withSlashes(path);
  const base = `${withSlashes(cwd).replace(/\/$/u, "")}/`;
  return normal.startsWith(base) ? normal.slice(base.length) : normal;
}

/** Editors and terminals write a drive's letter large or small as they like. */
function withSlashes(path: string): string {
  return path.replaceAll("\\", "/").replace(/^[a-z]:\//u, (drive) => drive.toUpperCase());
}
