/** The performance page's section about the rules, from what `npm run bench:lint -- --record` wrote. */

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface LintRecord {
  readonly machine: {
    readonly date: string;
    readonly processor: string;
    readonly processors: number;
    readonly system: string;
    readonly node: string;
  };
  readonly rounds: number;
  /** Ratios are to `n/no-sync` in the same round. */
  readonly results: readonly {
    readonly variant: "none" | "no-sync" | "direct" | "recommended";
    readonly files: number;
    readonly findings: number;
    readonly wallMs: Spread;
    readonly processorMs: Spread;
    readonly peakMb: Spread;
    readonly time: Spread;
    readonly processor: Spread;
    readonly memory: Spread;
  }[];
  readonly growth: readonly {
    readonly files: number;
    readonly noSyncMsPerFile: number;
    readonly recommendedMsPerFile: number;
  }[];
  readonly edit: {
    readonly lines: number;
    readonly noSyncMs: number;
    readonly recommendedMs: number;
  };
  readonly profile: readonly { readonly subject: string; readonly share: number }[];
}

type Result = LintRecord["results"][number];

function resultOf({ results }: LintRecord, variant: Result["variant"]): Result {
  const found = results.find((result) => result.variant === variant);
  if (found === undefined) throw new Error(`the record has no ${variant}`);
  return found;
}

/** What the rules are held to: figures of a record, with their upper limits. */
export const lintTargets: readonly {
  readonly title: string;
  readonly limit: number;
  figure(record: LintRecord): number;
}[] = [
  {
    title: "time with chains / `n/no-sync`",
    limit: 1.15,
    figure: (record) => resultOf(record, "recommended").time.median,
  },
  {
    title: "time of the direct rules / `n/no-sync`",
    limit: 1.03,
    figure: (record) => resultOf(record, "direct").time.median,
  },
  {
    title: "memory at the peak / `n/no-sync`",
    limit: 1.2,
    figure: (record) => resultOf(record, "recommended").memory.median,
  },
  {
    title: "time per file, most files / fewest",
    limit: 1.1,
    figure: ({ growth }) =>
      (growth.at(-1)?.recommendedMsPerFile ?? NaN) / (growth[0]?.recommendedMsPerFile ?? NaN),
  },
];

const titles: Readonly<Record<Result["variant"], string>> = {
  none: "no rule at all",
  "no-sync": "`n/no-sync`",
  direct: "`no-blocking-call`, `no-busy-wait`",
  recommended: "`recommended`, with chains",
};

/** Renders the section. */
export function lintSection(record: LintRecord): string {
  const { machine, rounds, results, growth, edit, profile } = record;
  return `## The rules

Measured on ${machine.date}: ${machine.processors} processors (${machine.processor}), ${machine.system}, Node.js ${machine.node}, while other
programs ran. Compare the ratios, not the figures, with another machine. \`npm run bench:lint\` measures them on yours.

ESLint's whole time on the packages of [the corpus](corpus.md), ${results[0]?.files ?? 0} files as published, from the start of the process to its
end: each run a process of its own, ${rounds} rounds in turns; medians, in brackets the range. Ratios are to \`n/no-sync\` alone, in the same round.

| | time | ratio | processor time | memory at the peak | ratio |
| --- | --: | --: | --: | --: | --: |
${results.map(row).join("\n")}

| | here | target |
| --- | --: | --: |
${lintTargets.map(({ title, limit, figure }) => target(title, limit, figure(record))).join("\n")}

More files of the same kind, copies of one package:

| files | \`recommended\`, a file | \`n/no-sync\`, a file | ratio |
| --: | --: | --: | --: |
${growth
  .map(
    ({ files, noSyncMsPerFile, recommendedMsPerFile }) =>
      `| ${files} | ${recommendedMsPerFile.toFixed(2)} ms | ${noSyncMsPerFile.toFixed(2)} ms | ${(recommendedMsPerFile / noSyncMsPerFile).toFixed(2)} |`,
  )
  .join("\n")}

One file of ${edit.lines} lines, linted again after an edit, as an editor does: ${edit.recommendedMs.toFixed(1)} ms with \`recommended\`, ${edit.noSyncMs.toFixed(1)} ms with
\`n/no-sync\`; ratio ${(edit.recommendedMs / edit.noSyncMs).toFixed(2)}.

Where the time of a run with \`recommended\` goes, by a sampling profile:

| | share |
| --- | --: |
${profile.map(({ subject, share }) => `| ${subject} | ${(100 * share).toFixed(1)} % |`).join("\n")}

The limit is parsing: ESLint parses each file that it lints and hands the rules nothing of the others. A file that imports
another has that parsed for its own sake, unless its text says that it can't matter: without positions and tokens, since to
keep what ESLint has parsed takes more memory than it saves time. Once a file is linted again, as in an editor, what was
linted is taken as it is. What is kept is bounded, so that a large project does not fill the memory.`;
}

function row({ variant, time, wallMs, processor, peakMb, memory }: Result): string {
  const cells = [
    `${(wallMs.median / 1000).toFixed(1)} s`,
    `${time.median.toFixed(2)} (${time.least.toFixed(2)} to ${time.most.toFixed(2)})`,
    processor.median.toFixed(2),
    `${peakMb.median.toFixed(0)} MB`,
    memory.median.toFixed(2),
  ];
  return `| ${[titles[variant], ...cells].join(" | ")} |`;
}

function target(title: string, limit: number, value: number): string {
  return `| ${title} | ${value.toFixed(2)}${value <= limit ? "" : ", missed"} | ${limit} |`;
}
