/** Lints calls of the whole catalog in many shapes, and gives what each suggestion makes of them. */
import { createRequire } from "node:module";
import { Linter } from "eslint";
import unblock from "../../../../eslint-plugin/src/index.js";
import { waysToCall, type Called, type Entry, type System } from "./calls.js";
import { positionsIn, surroundingsIn, typed } from "./shapes.js";

const parser = createRequire(import.meta.url)("@typescript-eslint/parser") as Linter.Parser;

export interface Case {
  /** "node:fs: readFileSync, esm, returned in async function". */
  readonly name: string;
  readonly entry: Entry;
  readonly system: System;
  /** The shape in which every entry that can be mended has a suggestion. */
  readonly isPlain: boolean;
  readonly code: string;
}

const systems: readonly System[] = ["esm", "commonjs", "typescript"];

/** How many arguments are given: what the types of Node's functions want, and else two. */
function argumentsFor({ module, path, construct }: Entry, system: System): string {
  // Of any, TypeScript takes the first signature of instantiate, which gives more than an instance.
  if (path === "WebAssembly.Instance") {
    return system === "typescript"
      ? "x as WebAssembly.Module"
      : "/** @type {WebAssembly.Module} */ (x)";
  }
  const wanted = { "Atomics.wait": "x, 0, 0, 5", "WebAssembly.Module": "x" }[path];
  if (wanted !== undefined) return wanted;
  if (construct || module === "jsonwebtoken") return "x, y";
  return argumentCounts[path] ?? "x";
}

const argumentCounts: Readonly<Record<string, string | undefined>> = {
  "Dir.prototype.readSync": "",
  "Dir.prototype.closeSync": "",
  appendFileSync: "x, x",
  argon2Sync: `"argon2id", x`,
  chmodSync: "x, 420",
  chownSync: "x, 1, 1",
  copyFileSync: "x, x",
  cpSync: "x, x",
  fchmodSync: "x, 420",
  fchownSync: "x, 1, 1",
  futimesSync: "x, 1, 1",
  generateKeyPairSync: `"rsa", { modulusLength: 2048 }`,
  generateKeySync: `"hmac", { length: 64 }`,
  hkdfSync: `"sha512", x, x, x, 64`,
  lchmodSync: "x, 420",
  lchownSync: "x, 1, 1",
  linkSync: "x, x",
  lutimesSync: "x, 1, 1",
  pbkdf2Sync: `x, x, 1000, 64, "sha512"`,
  readSync: "x, x, 0, 8, 0",
  readvSync: "x, x",
  renameSync: "x, x",
  scryptSync: "x, x, 64",
  symlinkSync: "x, x",
  utimesSync: "x, 1, 1",
  writeFileSync: "x, x",
  writeSync: "x, x, 0",
  writevSync: "x, x",
};

function* casesFor(entry: Entry, system: System): Iterable<Case> {
  const ways = waysToCall(entry, system);
  for (const [index, way] of ways.entries()) {
    for (const [around, surrounding] of Object.entries(surroundingsIn(system))) {
      for (const [position, shape] of Object.entries(positionsIn(system))) {
        // Each surrounding with one position, each position in one surrounding: they don't depend on each other.
        if (around !== "async function" && position !== "returned") continue;
        if (index > 0 && position !== "returned") continue;
        yield {
          name: `${entry.module}: ${entry.path}, ${system}, way ${String(index + 1)}, ${position} in ${around}`,
          entry,
          system,
          isPlain: around === "async function" && /^(statement|returned)$/.test(position),
          code: codeOf(entry, way, (call) => surrounding(shape(call)), system),
        };
      }
    }
  }
}

function codeOf(
  entry: Entry,
  { imports, callee }: Called,
  around: (call: string) => string,
  system: System,
): string {
  const call = `${entry.construct ? "new " : ""}${callee}(${argumentsFor(entry, system)})`;
  const text = typed(around(call), system);
  return system === "commonjs" ? imports + text : `${imports}${text}export {};\n`;
}

/** Every case for one entry, in all kinds of files. */
export function casesOf(entry: Entry): readonly Case[] {
  return systems.flatMap((system) => [...casesFor(entry, system)]);
}

const linter = new Linter({ configType: "flat" });

function configOf(system: System): Linter.Config {
  return {
    files: ["**/*.{js,ts}"],
    plugins: { unblock },
    rules: {
      "unblock/no-blocking-call": ["error", { confidence: "possible" }],
      "unblock/no-blocking-chain": ["error", { confidence: "possible" }],
    },
    languageOptions: {
      sourceType: system === "commonjs" ? "commonjs" : "module",
      ...(system === "typescript" ? { parser } : {}),
    },
  };
}

export interface Mended {
  readonly suggestion: string;
  readonly text: string;
}

/** What every suggestion makes of the code. Throws where the code can't be parsed. */
export function mended(code: string, system: System): readonly Mended[] {
  const filename = system === "typescript" ? "file.ts" : "file.js";
  const messages = linter.verify(code, configOf(system), { filename });
  const fatal = messages.find(({ ruleId }) => ruleId === null);
  if (fatal !== undefined) throw new Error(`${fatal.message}\n${code}`);
  return messages.flatMap(({ suggestions = [] }) =>
    suggestions.map(({ desc, fix: { range, text } }) => ({
      suggestion: desc,
      text: code.slice(0, range[0]) + text + code.slice(range[1]),
    })),
  );
}

/** What does not parse is told by the parser's message. */
export function parseError(code: string, system: System): string | undefined {
  try {
    mended(code, system);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What the rule about closures says of a suggestion that writes one. */
export function closureProblems(code: string, system: System): readonly string[] {
  if (!code.includes("spawnBlocking(")) return [];
  const config: Linter.Config = {
    ...configOf(system),
    rules: { "unblock/valid-spawn-blocking": "error" },
  };
  const filename = system === "typescript" ? "file.ts" : "file.js";
  return linter.verify(code, config, { filename }).map(({ message }) => message);
}

export function commentsOf(code: string): readonly string[] {
  return [...code.matchAll(/\/\*.*?\*\/|\/\/.*$/gm)].map(([comment]) => comment);
}
