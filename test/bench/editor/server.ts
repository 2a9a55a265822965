/**
 * How fast the language server is and how much memory it takes, beside the ESLint extension's own server (as the npm
 * package vscode-langservers-extracted has it) with the same rules and with n/no-sync, and beside ESLint's `Linter`.
 *
 *   tsx test/bench/editor/server.ts [--record]
 */
import { writeFileSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import unblock from "eslint-plugin-unblock";
import { serverFlags } from "../../../extension/client/server-flags.js";
import type { EditorRecord } from "../../../scripts/performance/editor.js";
import { tool } from "../../installs/project.js";
import { LanguageServer } from "./language-server.js";
import { createWorkspace, longFile, type Rules, type Workspace } from "./workspace.js";

const { values: options } = parseArgs({ options: { record: { type: "boolean", default: false } } });
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

const warmUps = 20;
const keystrokes = 100;
const fileCount = 2_000;
/** How many of the repository's files are open. */
const openCount = 40;

function startOurs({ folder }: Workspace): Promise<LanguageServer> {
  return LanguageServer.start({
    name: "unblock",
    script: path.join(root, "dist/server.cjs"),
    flags: serverFlags,
    folder,
    initializationOptions: { trusted: true, eslintExtension: false, messages: {} },
    // The workspace's ESLint has the rules for the peer's sake.
    settings: { diagnostics: { owner: "extension" } },
  });
}

function startPeer({ folder }: Workspace): Promise<LanguageServer> {
  const extension = tool("vscode-langservers-extracted", "4.10.0");
  return LanguageServer.start({
    name: "eslint",
    script: path.join(extension, "lib/eslint-language-server/eslintServer.js"),
    folder,
    settings: {
      validate: "on",
      run: "onType",
      quiet: false,
      format: false,
      onIgnoredFiles: "off",
      options: {},
      rulesCustomizations: [],
      problems: { shortenToSingleLine: false },
      nodePath: null,
      experimental: {},
      codeAction: {
        disableRuleComment: { enable: true, location: "separateLine" },
        showDocumentation: { enable: true },
      },
      codeActionOnSave: { enable: false, mode: "all" },
      workingDirectory: { mode: "location" },
      workspaceFolder: { uri: pathToFileURL(folder).href, name: "bench" },
    },
  });
}

/** The places where somebody types: a name in each function in turn, a letter more and a letter less. */
function keystrokeAt(text: string, index: number): { line: number; character: number } {
  const lines = text.split("\n");
  const places = lines.flatMap((line, number) => {
    const character = line.indexOf("matching =");
    return character < 0 ? [] : [{ line: number, character: character + "matching".length }];
  });
  const place = places[(index >> 1) % places.length];
  if (place === undefined) throw new Error("the file has no place to type at");
  return place;
}

interface Typed {
  readonly ms: number;
  readonly processorMs: number;
}

/** ESLint's core in this process, with the text as the servers have it. */
function startLinter(text: string, folder: string): (index: number) => Typed {
  const linter = new Linter({ cwd: folder, configType: "flat" });
  const config: Linter.Config = {
    ...unblock.configs.recommended,
    files: ["**/*.ts"],
    languageOptions: { parser },
  };
  const lines = text.split("\n");
  return (index) => {
    const { line, character } = keystrokeAt(text, index);
    const old = lines[line] ?? "";
    lines[line] =
      index % 2 === 0
        ? `${old.slice(0, character)}x${old.slice(character)}`
        : old.slice(0, character) + old.slice(character + 1);
    const began = performance.now();
    const used = process.cpuUsage();
    linter.verify(lines.join("\n"), config, path.join(folder, longFile));
    const { user, system } = process.cpuUsage(used);
    return { ms: performance.now() - began, processorMs: (user + system) / 1000 };
  };
}

const linterName = "ESLint's Linter, same rules, no protocol";

function spread(samples: readonly number[]) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) =>
    Number(
      (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(1),
    );
  return { median: at(0.5), p95: at(0.95), slowest: at(1) };
}

async function measureKeystrokes(): Promise<EditorRecord["keystrokes"]> {
  const workspaces = {
    unblock: createWorkspace("unblock", 0),
    "n/no-sync": createWorkspace("n/no-sync", 0),
  };
  const text = readFileSync(path.join(workspaces.unblock.folder, longFile), "utf8");
  const servers = [
    { name: "Unblock's server", server: await startOurs(workspaces.unblock) },
    {
      name: "the ESLint extension's server, same rules",
      server: await startPeer(workspaces.unblock),
    },
    {
      name: "the ESLint extension's server, n/no-sync",
      server: await startPeer(workspaces["n/no-sync"]),
    },
  ];
  const linter = startLinter(text, workspaces.unblock.folder);
  const samples = new Map<string, number[]>();
  const note = (name: string, ms: number) => samples.set(name, [...(samples.get(name) ?? []), ms]);
  try {
    const found = new Map<string, number>();
    const used = new Map<string, number>();
    for (const { name, server } of servers) found.set(name, await server.open(longFile));
    for (let index = 0; index < warmUps + keystrokes; index++) {
      const at = keystrokeAt(text, index);
      const [typed, replaced] = index % 2 === 0 ? (["x", 0] as const) : (["", 1] as const);
      for (const { name, server } of servers) {
        if (index === warmUps) used.set(name, -server.processorMs());
        const ms = await server.type(longFile, at, typed, replaced);
        if (index >= warmUps) note(name, ms);
      }
      const { ms, processorMs } = linter(index);
      if (index < warmUps) continue;
      note(linterName, ms);
      used.set(linterName, (used.get(linterName) ?? 0) + processorMs);
    }
    for (const { name, server } of servers) {
      used.set(name, (used.get(name) ?? NaN) + server.processorMs());
    }
    return [...samples].map(([name, all]) => ({
      name,
      ...spread(all),
      processorMs: Number(((used.get(name) ?? NaN) / keystrokes).toFixed(1)),
      findings: found.get(name) ?? null,
    }));
  } finally {
    for (const { server } of servers) await server.stop();
    for (const workspace of Object.values(workspaces)) workspace.remove();
  }
}

async function measureMemory(
  name: string,
  rules: Rules,
  start: (workspace: Workspace) => Promise<LanguageServer>,
): Promise<EditorRecord["memory"][number]> {
  const workspace = createWorkspace(rules, fileCount);
  const server = await start(workspace);
  try {
    const began = performance.now();
    // The last ones lead through all others.
    for (const file of workspace.files.slice(-openCount)) await server.open(file);
    return {
      name,
      residentMb: Math.round(server.residentMb() ?? NaN),
      startMs: Math.round(server.startMs),
      openedMs: Math.round(performance.now() - began),
    };
  } finally {
    await server.stop();
    workspace.remove();
  }
}

const measuredKeystrokes = await measureKeystrokes();
console.log("From a keystroke to its diagnostics, 1,000 lines:");
for (const { name, median, p95, slowest, processorMs, findings } of measuredKeystrokes) {
  const figures = `median ${median.toFixed(1)}, p95 ${p95.toFixed(1)}, slowest ${slowest.toFixed(1)} ms, processor ${processorMs.toFixed(1)} ms`;
  console.log(
    `  ${name.padEnd(44)} ${figures}${findings === null ? "" : `, ${String(findings)} findings`}`,
  );
}
const memory = [
  await measureMemory("Unblock's server", "unblock", startOurs),
  await measureMemory("the ESLint extension's server, same rules", "unblock", startPeer),
  await measureMemory("the ESLint extension's server, n/no-sync", "n/no-sync", startPeer),
];
console.log(`A repository of ${fileCount.toLocaleString("en")} files, ${String(openCount)} open:`);
for (const { name, residentMb, startMs, openedMs } of memory) {
  console.log(
    `  ${name.padEnd(44)} ${String(residentMb)} MB, answers ${String(startMs)} ms after its start, all opened in ${String(openedMs)} ms`,
  );
}

if (options.record) {
  const record: EditorRecord = {
    machine: {
      date: new Date().toISOString().slice(0, 10),
      processor: os.cpus()[0]?.model ?? "unknown",
      processors: os.availableParallelism(),
      system: `${os.type()} ${os.release()}, Node.js ${process.versions.node}`,
      load: Number((os.loadavg()[0] ?? 0).toFixed(1)),
    },
    keystrokes: measuredKeystrokes,
    memory,
  };
  const file = new URL("../record/editor.json", import.meta.url);
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}
