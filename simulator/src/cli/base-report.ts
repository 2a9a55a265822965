/** `report --base`: what the report is compared with, an earlier report's JSON or a revision in git. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import path from "node:path";
import { harmReportFormat } from "../report/harm-format.js";
import { harmReport, type HarmReport } from "../report/harm-report.js";
import { defaultLoadOptions, describeLoad, type LoadOptions } from "../scenario/default-load.js";
import { check } from "../scenario/format/check.js";
import { describeErrors } from "../scenario/validate.js";
import { compareAll, modelsOf, type KnownComparisons, type Refine } from "./blocking-functions.js";
import { BadInput, reason, type CommandIo } from "./command-io.js";
import { layOutRevision } from "./revision-files.js";
import { findSourceFiles } from "./source-files.js";

export interface BaseRequest {
  /** A file that `unblock report --format json` wrote, or a revision. */
  readonly base: string;
  /** As the command was given them. */
  readonly paths: readonly string[];
  readonly load: Partial<LoadOptions>;
  readonly refine: Refine;
  readonly known: KnownComparisons;
}

/** The report before the change. @throws BadInput that names what is wrong with the base. */
export async function baseReport(request: BaseRequest, io: CommandIo): Promise<HarmReport> {
  return isFile(request.base) ? storedReport(request) : reportAtRevision(request, io);
}

function isFile(name: string): boolean {
  return existsSync(name) && statSync(name).isFile();
}

function storedReport({ base, load }: BaseRequest): HarmReport {
  const report = parsed(base);
  const expected = { ...defaultLoadOptions, ...load };
  if (!isDeepStrictEqual(report.load, expected)) {
    throw new BadInput(
      `--base ${base} was made under another load (${describeLoad(report.load)}): its figures do not compare`,
    );
  }
  return report;
}

function parsed(file: string): HarmReport {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const problem = error instanceof SyntaxError ? "invalid JSON" : reason(error);
    throw new BadInput(`--base ${file}: ${problem}`);
  }
  const errors = check(harmReportFormat, document);
  if (errors.length > 0) {
    throw new BadInput(`--base ${file} is no report of unblock's: ${describeErrors(errors)}`);
  }
  return document as HarmReport;
}

async function reportAtRevision(request: BaseRequest, io: CommandIo): Promise<HarmReport> {
  const { base, load, known } = request;
  const { workingFolder, remove } = await layOutRevision(base);
  try {
    const files = filesThen(request.paths, workingFolder);
    // What was measured is known by where the code stands now.
    const refine: Refine = (model, file) =>
      request.refine(model, path.resolve(path.relative(workingFolder, file)));
    const { models, skipped } = modelsOf(files, refine, io, workingFolder);
    const compared = await compareAll(models, load, known, io);
    return harmReport(compared, files.length - skipped.length, skipped, load);
  } finally {
    await remove();
  }
}

/** The same paths, as far as they existed. */
function filesThen(paths: readonly string[], workingFolder: string): readonly string[] {
  const then = paths
    .map((each) => path.join(workingFolder, path.relative("", each)))
    .filter((each) => existsSync(each));
  return then.flatMap((each) => {
    const found = findSourceFiles([each]);
    return found.ok ? found.files : [];
  });
}
