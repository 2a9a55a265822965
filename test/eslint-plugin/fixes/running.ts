/** Runs code as written and as mended in plain Node, and gives both outcomes. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(here, "../../..");

export interface Pair {
  readonly name: string;
  /** Modules that export `run(folder)`. */
  readonly before: string;
  readonly after: string;
  readonly extension: "mjs" | "cjs";
  /** Further modules beside both, by name. */
  readonly beside?: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly value?: string;
  readonly error?: Readonly<Record<string, unknown>>;
  readonly files: unknown;
}

export interface Outcomes {
  readonly name: string;
  readonly before: Outcome;
  readonly after: Outcome;
}

/** Runs all pairs in one process, where `spawn-blocking` is this repository's, as built. */
export function runPairs(pairs: readonly Pair[]): Outcomes[] {
  const root = mkdtempSync(path.join(tmpdir(), "unblock-pairs-"));
  try {
    mkdirSync(path.join(root, "node_modules"));
    symlinkSync(
      path.join(repository, "spawn-blocking"),
      path.join(root, "node_modules", "spawn-blocking"),
    );
    symlinkSync(
      path.join(repository, "node_modules", "graceful-fs"),
      path.join(root, "node_modules", "graceful-fs"),
    );
    const listed = pairs.map(({ name, before, after, extension, beside = {} }, index) => {
      const files = {
        before: `${index}-before.${extension}`,
        after: `${index}-after.${extension}`,
      };
      writeFileSync(path.join(root, files.before), before);
      writeFileSync(path.join(root, files.after), after);
      for (const [file, text] of Object.entries(beside)) writeFileSync(path.join(root, file), text);
      return {
        name,
        before: path.join(root, files.before),
        after: path.join(root, files.after),
      };
    });
    writeFileSync(path.join(root, "pairs.json"), JSON.stringify(listed));
    const output = execFileSync(process.execPath, [path.join(here, "run-pairs.mjs"), root], {
      encoding: "utf8",
      // Deprecations of what is compared are not the point, and mocha's own options are not for the child.
      env: { ...process.env, NODE_OPTIONS: "--no-warnings" },
      maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(output) as Outcomes[];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
