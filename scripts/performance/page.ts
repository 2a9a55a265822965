/** The performance page: one section for each record of a benchmark. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { activationSection, type ActivationRecord } from "./activation.js";
import { editorSection, type EditorRecord } from "./editor.js";
import { lintSection, type LintRecord } from "./lint.js";
import { panelSection } from "./panel.js";
import type { PanelRecord } from "./panel.js";
import { poolSection } from "./pool.js";
import type { PoolRecord } from "./pool.js";
import { simulatorSection } from "./simulator.js";
import type { SimulatorRecord } from "./simulator.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const performancePageFile = path.join(root, "docs", "performance.md");

const introduction = `# Performance

What each benchmark wrote when it was last recorded (\`test/bench/record\`); \`npm run update\` renders this page.`;

/** The page's text, as prettier would have it. */
export async function performancePage(): Promise<string> {
  const sections = [
    section("lint", (record) => lintSection(record as LintRecord)),
    section("simulator", (record) => simulatorSection(record as SimulatorRecord)),
    section("pool", (record) => poolSection(record as PoolRecord)),
    section("editor", (record) => editorSection(record as EditorRecord)),
    section("activation", (record) => activationSection(record as ActivationRecord)),
    section("panel", (record) => panelSection(record as PanelRecord)),
  ].filter((text) => text !== null);
  const options = await resolveConfig(performancePageFile);
  return format([introduction, ...sections].join("\n\n"), { ...options, parser: "markdown" });
}

/** Null where nothing is recorded yet. */
function section(name: string, render: (record: unknown) => string): string | null {
  const file = path.join(root, "test", "bench", "record", `${name}.json`);
  return existsSync(file) ? render(JSON.parse(readFileSync(file, "utf8"))) : null;
}
