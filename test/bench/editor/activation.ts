/**
 * How long the packed extension takes to activate in a real VS Code, as its own view of running extensions says, beside
 * extensions that VS Code brings. Needs what the end-to-end tests need, and says so where that cannot be had.
 *
 *   tsx test/bench/editor/activation.ts [--record]
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import type { ActivationRecord } from "../../../scripts/performance/activation.js";
import { cacheFolder } from "../../cache.js";
import { startCodeServer } from "../../e2e/code-server.js";
import { openEditorPage, openFile, runCommand } from "../../e2e/editor-page.js";
import { install, Missing, type Installed } from "../../e2e/install.js";

const { values: options } = parseArgs({ options: { record: { type: "boolean", default: false } } });
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

/** Each is a page of its own, and with it an extension host of its own. */
const rounds = 5;
const ours = "Unblock";
/** Those that VS Code brings and a file of TypeScript activates in any workspace with a package.json. */
const besides = ["JavaScript and TypeScript Language Features", "Emmet", "NPM support for VS Code"];

const files = {
  "a.ts":
    'import { readFileSync } from "node:fs";\nexport async function f() {\n  return readFileSync("a");\n}\n',
  "package.json": '{ "name": "sample", "private": true }\n',
};

/** What each extension's activation took, in milliseconds. */
async function activations(page: Page): Promise<ReadonlyMap<string, number>> {
  await openFile(page, "a.ts");
  await page.locator(".squiggly-warning").first().waitFor({ timeout: 60_000 });
  await runCommand(page, "Developer: Show Running Extensions");
  const rows = page.locator(".runtime-extensions-editor .monaco-list-row");
  await rows.filter({ hasText: ours }).first().waitFor();
  return new Map(
    (await rows.allInnerTexts()).flatMap((text) => {
      const ms = /Activation: (?<ms>\d+)ms/u.exec(text)?.groups?.["ms"];
      const name = text.split("\n")[0] ?? "";
      return ms === undefined ? [] : [[name, Number(ms)] as const];
    }),
  );
}

async function measure(installed: Installed): Promise<ActivationRecord["extensions"]> {
  const server = await startCodeServer(installed, path.join(root, "unblock.vsix"), files);
  const seen: ReadonlyMap<string, number>[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const editor = await openEditorPage(installed.chromium, server.url);
      seen.push(await activations(editor.page));
      await editor.close();
    }
  } finally {
    await server.stop();
  }
  return [ours, ...besides].flatMap((name) => {
    const sorted = seen.flatMap((each) => each.get(name) ?? []).sort((a, b) => a - b);
    const [median, slowest] = [sorted[sorted.length >> 1], sorted.at(-1)];
    return median === undefined || slowest === undefined ? [] : [{ name, median, slowest }];
  });
}

try {
  const installed = install(cacheFolder("e2e"));
  const packed = spawnSync("npm", ["run", "package", "--silent"], { cwd: root, encoding: "utf8" });
  if (packed.status !== 0) throw new Error(`The extension could not be packed:\n${packed.stderr}`);
  const extensions = await measure(installed);
  console.log("Activation in VS Code:");
  for (const { name, median, slowest } of extensions) {
    console.log(`  ${name.padEnd(44)} ${String(median)} ms, slowest ${String(slowest)} ms`);
  }
  if (options.record) {
    const record: ActivationRecord = {
      machine: {
        date: new Date().toISOString().slice(0, 10),
        processor: os.cpus()[0]?.model ?? "unknown",
        processors: os.availableParallelism(),
        load: Number((os.loadavg()[0] ?? 0).toFixed(1)),
      },
      rounds,
      extensions,
    };
    const file = new URL("../record/activation.json", import.meta.url);
    writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
  }
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.log(`Activation in VS Code is not measured here: ${error.message}`);
}
