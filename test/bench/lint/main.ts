/**
 * How much time our rules add to ESLint's: `npm run bench:lint`. The packages of the corpus, linted without any rule, with
 * `n/no-sync` alone, with our rules without chains, and with all that we recommend; each run a process of its own, in
 * turns. Then the same with more and more files, and one file after an edit. Compare the ratios, not the figures,
 * between machines.
 *
 * `-- --record` writes record/lint.json, from which the performance page is made; `-- --rounds 7` makes it steadier.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { lintTargets, type LintRecord, type Spread } from "../../../scripts/performance/lint.js";
import { corpusPackages, unpackedFolder } from "../../corpus/packages.js";
import { variants } from "./variants.mjs";

const { values: options } = parseArgs({
  options: {
    record: { type: "boolean", default: false },
    rounds: { type: "string", default: "5" },
  },
});
const rounds = Number(options.rounds);

type Variant = (typeof variants)[number];

interface Run {
  readonly files: number;
  readonly findings: number;
  readonly wallMs: number;
  readonly processorMs: number;
  readonly peakMb: number;
}

function node(script: string, ...args: readonly string[]): unknown {
  const file = fileURLToPath(new URL(script, import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [file, ...args], { encoding: "utf8" }));
}

function spread(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  return {
    median: sorted[sorted.length >> 1] ?? NaN,
    least: sorted[0] ?? NaN,
    most: sorted.at(-1) ?? NaN,
  };
}

/** Each variant once a round; the order turns, so that nobody always comes first. */
function measure(
  names: readonly Variant[],
  times: number,
  folder: string,
  modules: readonly string[],
): Map<Variant, Run[]> {
  const runs = new Map<Variant, Run[]>(names.map((name) => [name, []]));
  for (let round = 0; round < times; round += 1) {
    for (let place = 0; place < names.length; place += 1) {
      const name = names[(place + round) % names.length] ?? "none";
      runs.get(name)?.push(node("run.mjs", name, folder, ...modules) as Run);
    }
  }
  return runs;
}

/** Round by round against another variant. */
function ratios(
  runs: ReadonlyMap<Variant, readonly Run[]>,
  variant: Variant,
  base: Variant,
  figure: (run: Run) => number,
): Spread {
  const others = runs.get(base) ?? [];
  return spread(
    (runs.get(variant) ?? []).flatMap((run, round) => {
      const other = others[round];
      return other === undefined ? [] : [figure(run) / figure(other)];
    }),
  );
}

function copied(target: string, folder: string): string[] {
  cpSync(folder, target, { recursive: true });
  const manifest = JSON.parse(
    readFileSync(path.join(target, "package", "package.json"), "utf8"),
  ) as {
    type?: string;
  };
  return manifest.type === "module" ? [`**/${path.basename(target)}/**/*.js`] : [];
}

const workplace = mkdtempSync(path.join(os.tmpdir(), "unblock-bench-"));
process.on("exit", () => {
  rmSync(workplace, { recursive: true, force: true });
});
const whole = path.join(workplace, "corpus");
const modules = corpusPackages.flatMap((one) => {
  const folder = unpackedFolder(one);
  return copied(path.join(whole, path.basename(folder)), folder);
});

const runs = measure(variants, rounds, whole, modules);
const results = variants.map((variant) => {
  const own = runs.get(variant) ?? [];
  return {
    variant,
    files: own[0]?.files ?? 0,
    findings: own[0]?.findings ?? 0,
    wallMs: spread(own.map(({ wallMs }) => wallMs)),
    processorMs: spread(own.map(({ processorMs }) => processorMs)),
    peakMb: spread(own.map(({ peakMb }) => peakMb)),
    time: ratios(runs, variant, "no-sync", ({ wallMs }) => wallMs),
    processor: ratios(runs, variant, "no-sync", ({ processorMs }) => processorMs),
    memory: ratios(runs, variant, "no-sync", ({ peakMb }) => peakMb),
  };
});
for (const { variant, wallMs, peakMb, time, processor, memory } of results) {
  console.log(
    `${variant.padEnd(12)} ${wallMs.median.toFixed(0).padStart(6)} ms, ${time.median.toFixed(2)} of n/no-sync ` +
      `(${time.least.toFixed(2)} to ${time.most.toFixed(2)}), processor ${processor.median.toFixed(2)}, ` +
      `memory ${peakMb.median.toFixed(0)} MB, ${memory.median.toFixed(2)}`,
  );
}

// More files of the same kind: copies of one package, side by side.
const grown = corpusPackages.find(({ name }) => name === "netlify-cli");
if (grown === undefined) throw new Error("the corpus has no netlify-cli");
const growth = [1, 2, 4].map((copies) => {
  const folder = path.join(workplace, `copies-${String(copies)}`);
  const esm = Array.from({ length: copies }, (_, index) =>
    copied(path.join(folder, `copy-${String(index)}`), unpackedFolder(grown)),
  ).flat();
  const both = measure(["no-sync", "recommended"], Math.min(3, rounds), folder, esm);
  const files = both.get("recommended")?.[0]?.files ?? NaN;
  const perFile = (variant: Variant): number =>
    spread((both.get(variant) ?? []).map(({ wallMs }) => wallMs)).median / files;
  return {
    files,
    noSyncMsPerFile: perFile("no-sync"),
    recommendedMsPerFile: perFile("recommended"),
  };
});
for (const { files, noSyncMsPerFile, recommendedMsPerFile } of growth) {
  console.log(
    `${String(files).padStart(6)} files: ${recommendedMsPerFile.toFixed(2)} ms a file, n/no-sync ${noSyncMsPerFile.toFixed(2)}`,
  );
}

const edited = path.join(
  whole,
  "firebase-tools@15.34.2/package/lib/deploy/functions/release/fabricator.js",
);
const edit = node("edit.mjs", edited, "60") as LintRecord["edit"];
console.log(
  `a file of ${String(edit.lines)} lines after an edit: ${edit.recommendedMs.toFixed(1)} ms, n/no-sync ${edit.noSyncMs.toFixed(1)} ms`,
);

const profile = node("profile.mjs", whole, ...modules) as LintRecord["profile"];
for (const { subject, share } of profile) {
  console.log(`  ${(100 * share).toFixed(1).padStart(5)} %  ${subject}`);
}

const record: LintRecord = {
  machine: {
    date: new Date().toISOString().slice(0, 10),
    processor: os.cpus()[0]?.model ?? "unknown",
    processors: os.availableParallelism(),
    system: `${os.type()} ${os.release()}`,
    node: process.version,
  },
  rounds,
  results,
  growth,
  edit,
  profile,
};
for (const { title, limit, figure } of lintTargets) {
  const value = figure(record);
  console.log(
    `${value <= limit ? "met   " : "missed"} ${title}: ${value.toFixed(2)}, target ${String(limit)}`,
  );
}
if (options.record) {
  const file = new URL("../record/lint.json", import.meta.url);
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}
