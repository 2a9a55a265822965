/** The counts that are kept in the repository, and the findings that a person has read. */
import { readFileSync } from "node:fs";
import type { CorpusPackage } from "./packages.js";
import type { CorpusResult } from "./lint.js";

export interface PackageRecord extends CorpusPackage {
  readonly files: number;
  readonly unparsable: number;
  readonly findingsByRule: Readonly<Record<string, number>>;
  readonly suggestions: number;
  readonly noSync: number;
  /** Lines that only we report, that only `n/no-sync` reports, that both report. */
  readonly lines: { readonly ours: number; readonly theirs: number; readonly both: number };
}

/** A finding that a person has read, with the verdict. */
export interface ReviewedFinding {
  readonly package: string;
  readonly file: string;
  readonly line: number;
  readonly ruleId: string;
  /** The reported line of code, shortened. */
  readonly code: string;
  /** Whether the call really blocks the event loop there while other work may be waiting. */
  readonly verdict: "blocks" | "harmless" | "wrong";
  readonly note: string;
}

/** The verdicts on the findings that were read in a package the rules were not tuned on. */
export interface PackageReading extends CorpusPackage {
  readonly blocks: number;
  readonly harmless: number;
  /** Wrong when read. */
  readonly wrong: number;
  /** Of those, still reported. */
  readonly stillWrong: number;
}

/** A repository as it is developed: counts outside of its tests. */
export interface RepositoryReading {
  readonly name: string;
  readonly commit: string;
  readonly files: number;
  readonly findings: number;
  /** How many of the findings were read in their source. */
  readonly read: number;
  /** Wrong when first read, and no longer among the findings. */
  readonly wrong: number;
}

export function recordOf(corpusPackage: CorpusPackage, result: CorpusResult): PackageRecord {
  const findingsByRule: Record<string, number> = {};
  for (const { ruleId } of result.findings) {
    findingsByRule[ruleId] = (findingsByRule[ruleId] ?? 0) + 1;
  }
  const ourLines = new Set(result.findings.map(({ file, line }) => `${file}:${line}`));
  const both = [...ourLines].filter((line) => result.noSyncLines.has(line)).length;
  return {
    ...corpusPackage,
    files: result.files,
    unparsable: result.unparsable.length,
    findingsByRule: Object.fromEntries(
      Object.entries(findingsByRule).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    suggestions: result.suggestions,
    noSync: result.noSyncLines.size,
    lines: { ours: ourLines.size - both, theirs: result.noSyncLines.size - both, both },
  };
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
}

export const recordFile = new URL("record.json", import.meta.url);

export function readRecord(): readonly PackageRecord[] {
  return readJson("record.json") as readonly PackageRecord[];
}

export function readReviewed(): readonly ReviewedFinding[] {
  return readJson("reviewed.json") as readonly ReviewedFinding[];
}

export function readRepositories(): readonly RepositoryReading[] {
  return readJson("repositories.json") as readonly RepositoryReading[];
}

export function readReading(): readonly PackageReading[] {
  return readJson("reading.json") as readonly PackageReading[];
}
