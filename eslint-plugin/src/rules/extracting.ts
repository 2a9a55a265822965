/** The extraction into a worker's module, for what a rule reported at a place. */
import {
  closureProblems,
  spawnCalls,
  valueProblems,
  type LocatedFinding,
} from "../analysis/linting.js";
import { isCall } from "../analysis/syntax/ast.js";
import {
  extract,
  type Extracted,
  type ExtractedCall,
  type Extraction,
  type ExtractionOptions,
} from "../fixes/extraction/index.js";
import type { SourceCode } from "../fixes/index.js";
import { detachedOf } from "./fixing.js";
import type { LintContext } from "./lint-context.js";
import type { LintedFile } from "./linting.js";
import { contexts } from "./options.js";
import type { ReportPlace } from "./report-place.js";

export function extractionAt(
  context: LintContext,
  linted: LintedFile,
  place: ReportPlace,
  options: ExtractionOptions,
): Extraction | undefined {
  const { file, project } = linted;
  const extracted =
    place.rule === "valid-spawn-blocking" ? closureAt(linted, place) : callAt(linted, place);
  if (extracted === undefined) return undefined;
  return extract(
    {
      ...options,
      sourceCode: context.sourceCode as unknown as SourceCode,
      filename: context.physicalFilename,
      file,
      judge: {
        closureProblems: (fn) => closureProblems(file, fn, (node) => project.valuesOf(file, node)),
        valueProblems: (call) => valueProblems(file, call, (node) => project.valuesOf(file, node)),
      },
    },
    extracted,
  );
}

function callAt(linted: LintedFile, { rule, line, column }: ReportPlace): Extracted | undefined {
  const finding = linted
    .findings(contexts)
    .find(
      (one: LocatedFinding) =>
        one.rule === rule && one.at.line === line && one.at.column === column,
    );
  if (finding === undefined || !isCall(finding.node)) return undefined;
  return { kind: "call", call: finding.node, ...detachedOf(finding), ...apiOf(finding) };
}

function apiOf({ chain, site: { cause } }: LocatedFinding): Pick<ExtractedCall, "api"> {
  if (chain.length > 0 || !("call" in cause) || cause.call.form !== "call") return {};
  return { api: { module: cause.call.module, path: cause.call.path.join(".") } };
}

/** The call that sends the function in which, or at which, something was reported. */
function closureAt(
  { file, project }: LintedFile,
  { line, column }: ReportPlace,
): Extracted | undefined {
  const call = spawnCalls(file, (node) => project.valuesOf(file, node)).find(({ argument }) => {
    const { start, end } = argument.loc;
    const isAfterStart = line > start.line || (line === start.line && column >= start.column);
    return isAfterStart && (line < end.line || (line === end.line && column < end.column));
  });
  return call === undefined ? undefined : { kind: "closure", call };
}
