/** Writes docs/catalog.md from the catalog. A test fails when they differ. */
import { writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { format } from "prettier";
import { catalog } from "../eslint-plugin/src/catalog/index.js";
import type {
  BlockingApi,
  BlockingKind,
  CallCondition,
  CatalogModule,
  CostFactor,
} from "../eslint-plugin/src/catalog/types.js";

const page = fileURLToPath(new URL("../docs/catalog.md", import.meta.url));

const kinds: Readonly<Record<BlockingKind, string>> = {
  io: "files",
  process: "process",
  cpu: "computing",
  wait: "waiting",
  dialog: "dialog",
  database: "database",
};

/** "0.14 ms", "2.5 s", "10 min": two digits are more than any of these figures is worth. */
function duration(ms: number): string {
  const [value, unit] =
    ms < 1000 ? [ms, "ms"] : ms < 120_000 ? [ms / 1000, "s"] : [ms / 60_000, "min"];
  return `${Number(value.toPrecision(2)).toLocaleString("en")} ${unit}`;
}

function factor({ argument, properties, fallback, growth, values, per }: CostFactor): string {
  if (values !== undefined) return `what argument ${argument + 1} names`;
  if (per !== undefined) return `blocks of argument ${argument + 1}`;
  const place =
    properties === undefined ? `argument ${argument + 1}` : `\`${properties[0] ?? ""}\``;
  const value = fallback === undefined ? place : `${place} (or ${fallback.toLocaleString("en")})`;
  return growth === "exponential" ? `2 to the power of ${value}` : value;
}

function costOf({ cost, formula, limit }: BlockingApi): string {
  const range = `${duration(cost.typicalMs)} (${duration(cost.lowMs)} to ${duration(cost.highMs)})`;
  const parts = [`${range}: ${cost.basis}.`];
  if (formula !== undefined) {
    const each = formula.perUnitMs === 1 ? "" : `${formula.perUnitMs} ms × `;
    parts.push(
      `Computed: ${each}${[...formula.factors, ...(formula.weights ?? [])].map(factor).join(" × ")}; ${formula.basis}.`,
    );
  }
  if (limit !== undefined) {
    const place =
      limit.property === undefined ? `argument ${limit.argument + 1}` : `\`${limit.property}\``;
    parts.push(`At most ${place}.`);
  }
  return parts.join(" ");
}

function conditionText(condition: CallCondition): string {
  if (condition.is === "no-callback") return "without a callback";
  const argument = `argument ${condition.argument + 1}`;
  if (condition.is === "number") return `where ${argument} is a number`;
  if (condition.is === "not-object") return `where ${argument} is no object`;
  const place = condition.property === undefined ? argument : `\`${condition.property}\``;
  const is = condition.is === "equals" ? "is" : "is not";
  return `where ${place} ${is} \`${String(condition.value)}\``;
}

function nameOf(module: string, path: string, { construct, when }: BlockingApi): string {
  const bare = path === "default" ? `default export of ${module}` : path;
  const name = construct === true ? `new ${bare}` : bare;
  const conditions = (when ?? []).map(conditionText).join(" and ");
  return `\`${name}\`${conditions === "" ? "" : ` ${conditions}`}`;
}

function insteadOf({ asyncForm }: BlockingApi): string {
  if (asyncForm === undefined) return "a worker thread";
  const module = asyncForm.module === "global" ? "" : ` of ${asyncForm.module}`;
  const how = asyncForm.style === "callback" ? ", promisified" : "";
  const caveat = asyncForm.caveat === undefined ? "" : `: ${asyncForm.caveat}`;
  return `\`${asyncForm.name}\`${module}${how}${caveat}`;
}

function section(title: string, entries: readonly CatalogModule[]): string {
  const rows = entries.flatMap(({ module, apis }) =>
    Object.entries(apis).map(([path, api]) => {
      const likely = api.confidence === undefined ? "" : ` (${api.confidence})`;
      return `| ${nameOf(module, path, api)}${likely} | ${kinds[api.kind]} | ${costOf(api)} | ${insteadOf(api)} |`;
    }),
  );
  const table =
    rows.length === 0
      ? []
      : ["| blocks | kind | time | instead |", "| --- | --- | --- | --- |", ...rows, ""];
  const harmless = entries.flatMap((entry) => Object.entries(entry.harmless ?? {}));
  const left =
    harmless.length === 0
      ? []
      : ["Not reported:", "", ...harmless.map(([path, why]) => `- \`${path}\` ${why}.`), ""];
  return [`## ${title}`, "", ...table, ...left].join("\n");
}

/** The text of docs/catalog.md. */
export async function catalogPage(): Promise<string> {
  const modules = new Map<string, CatalogModule[]>();
  for (const entry of catalog) {
    modules.set(entry.module, [...(modules.get(entry.module) ?? []), entry]);
  }
  const count = catalog.reduce((sum, { apis }) => sum + Object.keys(apis).length, 0);
  const sections = [...modules].map(([module, entries]) =>
    section(module === "global" ? "Without an import" : module, entries),
  );
  const text = `# What blocks

<!-- Rendered from eslint-plugin/src/catalog by npm run update; do not edit. -->

The ${count} functions that Unblock knows to block the thread that calls them, with how long that typically takes, from
what it takes at the least to what it takes at worst, and where those figures come from. A call whose arguments are
constants gets a time of its own, where the table says how it is computed. "(probable)" and "(possible)" stand behind
those that are reported only where the option \`confidence\` asks for them.

${sections.join("\n")}`;
  return format(text, { parser: "markdown", printWidth: 100, proseWrap: "preserve" });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(page, await catalogPage());
}
