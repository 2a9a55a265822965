/** Puts the runs of a job together, piece by piece, into what the panel shows. */
import {
  defaultSeeds,
  loadTaskNames,
  variantOutcome,
  type LatencyOverSeeds,
  type Result,
} from "unblock-simulator";
import { mergeBins } from "../model/bins.js";
import { remediesOverSeeds } from "../model/remedies.js";
import type { Outcome, VariantName, VariantOutcome } from "../model/outcome.js";
import type { Finding, Job, SeedRuns } from "./job.js";

/** The outcome so far: of the preview before the first seed, whose trace is shown from then on; else undefined. */
export function collect(job: Job, findings: readonly Finding[]): Outcome | undefined {
  // The last of a seed counts: a job that starts again after its worker died repeats some.
  const bySeed = new Map(
    findings.flatMap((finding) => (finding.kind === "seed" ? [[finding.seed, finding]] : [])),
  );
  const seeds = [...bySeed.values()];
  const causes = findings.findLast((finding) => finding.kind === "causes")?.causes ?? [];
  const preview = findings.filter((finding) => finding.kind === "preview");
  const runs = seeds.length > 0 ? seeds : preview;
  const asWritten = variant(job, runs, "asWritten");
  const fixed = variant(job, runs, "fixed");
  if (asWritten === undefined || fixed === undefined) return undefined;
  return {
    asWritten,
    fixed,
    causes,
    remedies: remediesOverSeeds(findings.filter((finding) => finding.kind === "remedy")),
    names: loadTaskNames(job.model.name),
    model: job.model,
    load: job.load,
    seedsDone: seeds.length,
    seedsWanted: defaultSeeds.length,
  };
}

function variant(
  job: Job,
  all: readonly Pick<SeedRuns, VariantName>[],
  name: VariantName,
): VariantOutcome | undefined {
  const runs = all.map((each) => each[name]);
  const first = runs[0];
  if (first === undefined || first.trace === null) return undefined;
  const results: readonly Result[] = runs.map(({ result }) => result);
  const bystander: LatencyOverSeeds = variantOutcome(job.model.name, results).bystander;
  return {
    figures: bystander.latencyMs,
    growing: bystander.growing,
    bins: mergeBins(runs.map(({ bins }) => bins)),
    trace: first.trace,
  };
}
