/** Renders docs/accuracy.md from the record. */
import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { defaultMachineCosts } from "../../simulator/src/runtime/machine-costs.js";
import { describeCosts } from "./costs.js";
import { groups } from "./groups.js";
import type { Group } from "./groups.js";
import { manifest } from "./manifest.js";
import type { Entry } from "./manifest-entry.js";
import { readRecord } from "./record.js";
import type { Machine, Recorded, RecordedFigure, ScenarioRecord } from "./record.js";
import type { Spread } from "./figures.js";

export const accuracyPage = new URL("../../docs/accuracy.md", import.meta.url);

/** Writes the page, where anything has been recorded. */
export async function writeAccuracyPage(): Promise<void> {
  const text = await renderAccuracyPage();
  if (text !== null) writeFileSync(accuracyPage, text);
}

/** The page as Markdown; null where nothing has been recorded yet. */
export async function renderAccuracyPage(): Promise<string | null> {
  const record = readRecord();
  if (record === null) return null;
  const sections = Object.entries(groups).map(([name, group]) =>
    section(
      group,
      manifest.filter((entry) => entry.group === name),
      record,
    ),
  );
  const text = [introduction(record), ...sections, misses(record)].join("\n\n");
  return format(text, { parser: "markdown", printWidth: 100 });
}

function introduction({ machine, scenarios }: Recorded): string {
  const all = [...scenarios.values()].flatMap((scenario) => scenario.figures);
  const met = all.filter((figure) => figure.ok).length;
  const disturbance = Math.max(...[...scenarios.values()].map((scenario) => scenario.disturbance));
  return `# How true the simulator is

<!-- Rendered from test/reality/record by \`npm run update\`; do not edit. -->

The same ${scenarios.size} scenario files (\`test/reality/scenarios\`) run on the real Tokio, rayon and Node.js and in the
simulator. **${met} of ${all.length} figures meet their target.**

${machineLine(machine)} Each scenario ran in a fresh runtime, 30 ms after its start, with nothing else on the machine (others
used at most ${(100 * disturbance).toFixed(1)} % of its processors); one run was dropped, and of the next nine the median counts. The simulator ran with ${seedsOf(scenarios)} seeds;
its median counts. A range in brackets is that of all runs, or of all seeds. Times are milliseconds. \`npm run
test:reality -- --record\` measures it all again.

Starts within microseconds are an order of magnitude, not a promise. Maxima are not compared: the maximum of a quiet run is the
machine's noise.`;
}

function seedsOf(scenarios: Recorded["scenarios"]): string {
  const all = [...scenarios.values()].map(({ seeds }) => seeds);
  const [fewest, most] = [Math.min(...all), Math.max(...all)];
  return fewest === most ? `${most}` : `${fewest} to ${most}`;
}

function machineLine({ costs, date, processor, processors, system, versions }: Machine): string {
  const measured =
    costs === undefined
      ? ""
      : ` Costs that differ between machines were measured there, apart from the scenarios: ${describeCosts(costs)} ` +
        `(elsewhere the simulator takes ${describeCosts(defaultMachineCosts)}). A scenario that missed at these was ` +
        "measured up to twice more, and what its runtime costs beside it, since the machine's processors change their speed.";
  return (
    `Measured on ${date}: ${processors} processors (${processor}), ${system}; Tokio ${versions.tokio}, ` +
    `rayon ${versions.rayon}, Node.js ${versions.node}, rustc ${versions.rustc}.${measured}`
  );
}

function section(group: Group, entries: readonly Entry[], { scenarios }: Recorded): string {
  const rows = entries.flatMap((entry) => {
    const record = scenarios.get(entry.name);
    return record === undefined ? [] : rowsOf(entry, record, group);
  });
  return `## ${group.title}

Target: ${group.target}.

| scenario | figure | reality | simulator | ${group.race ? "shares" : "error"} | |
| --- | --- | --: | --: | --: | --- |
${rows.join("\n")}`;
}

function rowsOf(entry: Entry, record: ScenarioRecord, group: Group): string[] {
  return record.figures.map((figure, index) => {
    const scenario = index === 0 ? `**${entry.name}**: ${entry.about}` : "";
    const cells = [
      scenario,
      figure.figure,
      cell(figure.reality),
      cell(figure.simulator),
      group.race ? sharesOf(figure) : errorOf(figure),
      figure.ok ? "" : "**misses**",
    ];
    return `| ${cells.join(" | ")} |`;
  });
}

function cell({ high, low, median }: Spread): string {
  return `${number(median)} (${number(low)} to ${number(high)})`;
}

function errorOf({ reality, simulator }: RecordedFigure): string {
  const error = simulator.median - reality.median;
  const sign = error < 0 ? "−" : "+";
  const size = `${sign}${number(Math.abs(error))}`;
  if (reality.median < 1) return size;
  return `${size} (${sign}${Math.abs((100 * error) / reality.median).toFixed(1)} %)`;
}

/** How often each side ended above the middle between the two outcomes: of reality's runs, and of the seeds. */
function sharesOf({ outcomes, reality, simulator }: RecordedFigure): string {
  if (outcomes === undefined) return "";
  const middle =
    (Math.min(reality.low, simulator.low) + Math.max(reality.high, simulator.high)) / 2;
  const share = (values: readonly number[]) => {
    const above = values.filter((value) => value > middle).length;
    return `${Math.round((100 * above) / values.length)} %`;
  };
  return `above ${number(middle)}: ${share(outcomes.reality)} / ${share(outcomes.simulator)}`;
}

function misses({ scenarios }: Recorded): string {
  const missed = manifest.filter((entry) =>
    scenarios.get(entry.name)?.figures.some((figure) => !figure.ok),
  );
  if (missed.length === 0) return "";
  const lines = missed.map(
    ({ missedBecause, name }) =>
      `- **${name}**: ${missedBecause ?? "the reason is not known yet."}`,
  );
  return `## Where it misses, and why\n\n${lines.join("\n")}`;
}

function number(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) < 100 ? value.toFixed(2) : value.toFixed(1);
}
