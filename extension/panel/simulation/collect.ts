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
import {
  variantNames,
  type Outcome,
  type VariantName,
  type VariantOutcome,
} from "../model/outcome.js";
import { remedySeeds, type Finding, type Job, type SeedRun, type VariantRun } from "./job.js";

/**
 * The outcome so far: of the preview before the first seed, whose trace is shown from then on; undefined as long as not
 * both variants have been run once.
 */
export function collect(job: Job, findings: readonly Finding[]): Outcome | undefined {
  const seeds = bothVariants(findings, "seed");
  const causes = findings.findLast((finding) => finding.kind === "causes")?.causes;
  const tried = findings.filter((finding) => finding.kind === "remedies");
  const ended = findings.flatMap((finding) => (finding.kind === "ended" ? finding.variants : []));
  const runs = seeds.length > 0 ? seeds : bothVariants(findings, "preview");
  const asWritten = variant(job, runs, "asWritten");
  const fixed = variant(job, runs, "fixed");
  if (asWritten === undefined || fixed === undefined) return undefined;
  return {
    asWritten,
    fixed,
    reasons:
      causes === undefined || tried.length === 0
        ? undefined
        : {
            causes,
            remedies: remediesOverSeeds(tried),
            seedsDone: new Set(tried.map(({ seed }) => seed)).size,
            seedsWanted: remedySeeds.length,
          },
    names: loadTaskNames(job.model.name),
    model: job.model,
    load: job.load,
    axisEndNs: Math.max(
      asWritten.trace.endNs,
      fixed.trace.endNs,
      seeds.length === 0 ? (job.preview?.axisEndNs ?? 1) : 1,
    ),
    seedsDone: seeds.length,
    seedsWanted: defaultSeeds.length,
    done: variantNames.every((name) => ended.includes(name)),
  };
}

type BothVariants = Readonly<Record<VariantName, SeedRun>>;

/**
 * The seeds of which both variants have been run, in the order of the seeds. The last run of a variant counts: a job
 * that starts again after its worker died repeats some.
 */
function bothVariants(
  findings: readonly Finding[],
  kind: VariantRun["kind"],
): readonly BothVariants[] {
  const bySeed = new Map<number, Partial<BothVariants>>(defaultSeeds.map((seed) => [seed, {}]));
  for (const finding of findings) {
    if (finding.kind !== kind) continue;
    bySeed.set(finding.seed, { ...bySeed.get(finding.seed), [finding.variant]: finding.run });
  }
  return [...bySeed.values()].flatMap(({ asWritten, fixed }) =>
    asWritten === undefined || fixed === undefined ? [] : [{ asWritten, fixed }],
  );
}

function variant(
  job: Job,
  all: readonly BothVariants[],
  name: VariantName,
): VariantOutcome | undefined {
  const runs = all.map((each) => each[name]);
  const first = runs[0];
  if (first === undefined || first.layout === null) return undefined;
  const results: readonly Result[] = runs.map(({ result }) => result);
  const bystander: LatencyOverSeeds = variantOutcome(job.model.name, results).bystander;
  return {
    figures: bystander.latencyMs,
    growing: bystander.growing,
    bins: mergeBins(runs.map(({ bins }) => bins)),
    trace: first.layout.index.trace,
    layout: first.layout,
  };
}
