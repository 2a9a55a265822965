/** Holds the map of the house: which folder may import which. docs/contributing.md shows the same map to people. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

interface Room {
  /** Folders of this repository that files here may import, besides their own. */
  readonly rooms: readonly string[];
  /** Packages that they may import. */
  readonly packages: readonly string[];
  /** Whether Node's own modules are allowed: not where the code must run in a browser. */
  readonly node: boolean;
}

const house: Readonly<Record<string, Room>> = {
  "eslint-plugin/src": {
    rooms: ["eslint-plugin/src/rules", "eslint-plugin/src/fixes", "eslint-plugin/src/analysis"],
    packages: ["eslint"],
    node: true,
  },
  "eslint-plugin/src/rules": {
    rooms: ["eslint-plugin/src/fixes", "eslint-plugin/src/analysis"],
    packages: ["eslint", "@typescript-eslint/utils"],
    node: false,
  },
  "eslint-plugin/src/fixes": {
    rooms: ["eslint-plugin/src/analysis", "eslint-plugin/src/catalog"],
    packages: ["eslint", "@typescript-eslint/utils", "@eslint-community/eslint-utils"],
    node: false,
  },
  "eslint-plugin/src/analysis": {
    rooms: ["eslint-plugin/src/catalog"],
    packages: [
      "@eslint-community/eslint-utils",
      "@typescript-eslint/utils",
      "enhanced-resolve",
      "eslint-scope",
      "eslint-visitor-keys",
    ],
    node: true,
  },
  "eslint-plugin/src/catalog": { rooms: [], packages: [], node: false },
  "simulator/src": {
    rooms: [
      "simulator/src/report",
      "simulator/src/explain",
      "simulator/src/runtime",
      "simulator/src/scenario",
      "simulator/src/engine",
    ],
    packages: [],
    node: false,
  },
  "simulator/src/engine": { rooms: [], packages: [], node: false },
  "simulator/src/scenario": { rooms: [], packages: [], node: false },
  "simulator/src/runtime": {
    rooms: ["simulator/src/engine", "simulator/src/scenario"],
    packages: [],
    node: false,
  },
  "simulator/src/explain": {
    rooms: ["simulator/src/runtime", "simulator/src/scenario", "simulator/src/engine"],
    packages: [],
    node: false,
  },
  "simulator/src/report": {
    rooms: [
      "simulator/src/explain",
      "simulator/src/runtime",
      "simulator/src/scenario",
      "simulator/src/engine",
    ],
    packages: [],
    node: false,
  },
  "simulator/src/workload": {
    rooms: ["simulator/src/scenario"],
    packages: ["eslint-plugin-unblock/analysis", "@typescript-eslint/parser"],
    node: true,
  },
  "simulator/src/cli": {
    rooms: [
      "simulator/src",
      "simulator/src/report",
      "simulator/src/explain",
      "simulator/src/workload",
      "simulator/src/runtime",
      "simulator/src/scenario",
      "simulator/src/engine",
    ],
    packages: ["commander", "picocolors"],
    node: true,
  },
  "spawn-blocking/src": { rooms: [], packages: ["piscina"], node: true },
  extension: { rooms: [], packages: ["unblock-simulator"], node: false },
  "extension/client": {
    rooms: ["extension"],
    packages: ["vscode", "vscode-languageclient", "unblock-simulator"],
    node: true,
  },
  "extension/server": {
    rooms: ["extension"],
    packages: [
      "vscode-languageserver",
      "vscode-languageserver-textdocument",
      "eslint",
      "@typescript-eslint/parser",
      "typescript",
      "eslint-plugin-unblock/analysis",
      "eslint-plugin-unblock/editor",
      "unblock-simulator/workload",
    ],
    node: true,
  },
  "extension/panel": {
    rooms: ["extension"],
    packages: ["unblock-simulator", "preact"],
    node: false,
  },
};

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/u.test(name) && !name.includes("node_modules"))
    .map((name) => path.posix.join(folder, name.split(path.sep).join("/")));
}

/** The innermost folder of the map that holds the file. */
function roomOf(file: string): string | undefined {
  return Object.keys(house)
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8");
  return ts.preProcessFile(text, true, true).importedFiles.map((imported) => imported.fileName);
}

function matchesPackage(specifier: string, allowed: readonly string[]): boolean {
  return allowed.some((name) => {
    // Of our own packages each entry point is an arrow of its own; of libraries, any of theirs.
    const ours = name.startsWith("unblock-") || name.startsWith("eslint-plugin-unblock");
    return specifier === name || (!ours && specifier.startsWith(`${name}/`));
  });
}

function violation(file: string, specifier: string): string | undefined {
  const room = roomOf(file);
  const rules = room === undefined ? undefined : house[room];
  if (room === undefined || rules === undefined) return `${file} stands in no folder of the map`;
  if (specifier.startsWith(".")) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    const targetRoom = roomOf(target);
    const allowed =
      targetRoom === room || (targetRoom !== undefined && rules.rooms.includes(targetRoom));
    return allowed ? undefined : `${file} imports ${target}`;
  }
  if (isBuiltin(specifier)) {
    return rules.node ? undefined : `${file} imports Node's ${specifier}`;
  }
  return matchesPackage(specifier, rules.packages)
    ? undefined
    : `${file} imports the package ${specifier}`;
}

describe("the structure of the repository", () => {
  const files = ["eslint-plugin/src", "simulator/src", "spawn-blocking/src", "extension"].flatMap(
    sourceFiles,
  );

  it("has only the imports between folders that the map allows", () => {
    const violations = files.flatMap((file) =>
      importsOf(file).flatMap((specifier) => violation(file, specifier) ?? []),
    );
    assert.deepEqual(violations, []);
  });

  it("has no source file longer than 400 lines", () => {
    const long = files.filter(
      (file) => readFileSync(path.join(root, file), "utf8").split("\n").length > 401,
    );
    assert.deepEqual(long, []);
  });
});
