/** Puts the runs of a job together, piece by piece, into what the panel shows. */
import {
  defaultSeeds,
  loadTaskNames,
  variantOutcome,
  type LatencyOverSeeds,
  type Result,
} from "unblock-simulator";
import { remediesOverSeeds } from "../model/remedies.js";
import type { Outcome, VariantName, VariantOutcome } from "../model/outcome.js";
import type { Finding, Job, SeedRuns } from "./job.js";

/** The outcome so far; undefined before the first seed, whose trace is shown. */
export function collect(job: Job, findings: readonly Finding[]): Outcome | undefined {
  // The last of a seed counts: a job that starts again after its worker died repeats some.
  const bySeed = new Map(
    findings.flatMap((finding) => (finding.kind === "seed" ? [[finding.seed, finding]] : [])),
  );
  const seeds = [...bySeed.values()];
  const causes = findings.findLast((finding) => finding.kind === "causes")?.causes ?? [];
  const asWritten = variant(job, seeds, "asWritten");
  const fixed = variant(job, seeds, "fixed");
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
  seeds: readonly SeedRuns[],
  name: VariantName,
): VariantOutcome | undefined {
  const runs = seeds.map((seed) => seed[name]);
  const first = runs[0];
  if (first === undefined || first.trace === null) return undefined;
  const results: readonly Result[] = runs.map(({ result }) => result);
  const bystander: LatencyOverSeeds = variantOutcome(job.model.name, results).bystander;
  return {
    figures: bystander.latencyMs,
    growing: bystander.growing,
    samplesMs: joined(runs.map(({ latenciesMs }) => latenciesMs)),
    trace: first.trace,
  };
}

function joined(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((length, list) => length + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
