/** A workspace to measure language servers on: one file of a thousand lines, and a repository of many files. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

export const longFile = "src/long.ts";

const configurations = {
  /** The same rules as the embedded linter's, by the same parser. */
  unblock: `import parser from "@typescript-eslint/parser";
import unblock from "eslint-plugin-unblock";
export default [{ ...unblock.configs.recommended, files: ["**/*.ts"], languageOptions: { parser } }];
`,
  "n/no-sync": `import parser from "@typescript-eslint/parser";
import n from "eslint-plugin-n";
export default [{ plugins: { n }, rules: { "n/no-sync": "warn" }, files: ["**/*.ts"], languageOptions: { parser } }];
`,
};

export type Rules = keyof typeof configurations;

/** Writes the workspace into a temporary folder, whose packages are this repository's. */
export function createWorkspace(rules: Rules, fileCount: number): Workspace {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "unblock-bench-")));
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  write("package.json", '{ "private": true, "type": "module" }\n');
  write("eslint.config.js", configurations[rules]);
  write("src/helper.ts", helperText);
  write(longFile, longText());
  const files = Array.from({ length: fileCount }, (_, index) => {
    const name = moduleName(index);
    write(name, moduleText(index));
    return name;
  });
  return { folder, files, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Workspace {
  readonly folder: string;
  /** The many files, relative to the folder. */
  readonly files: readonly string[];
  remove(): void;
}

const helperText = `import { readFileSync } from "node:fs";

export function settings(file: string): Record<string, string> {
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
}
`;

/** Handlers as services have them: most harmless, one in ten blocks, one in ten through a helper. */
function longText(): string {
  const head = `import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { settings } from "./helper.js";

interface Row { readonly id: number; readonly name: string; readonly tags: readonly string[] }
`;
  const functions = Array.from({ length: 62 }, (_, index) => handlerText(index));
  return [head, ...functions].join("\n");
}

function handlerText(index: number): string {
  const load =
    index % 10 === 3
      ? 'const text = readFileSync(`rows-${id}.json`, "utf8");'
      : index % 10 === 7
        ? 'const text = settings(`rows-${id}.json`)["text"] ?? "";'
        : 'const text = await readFile(`rows-${id}.json`, "utf8");';
  return `/** Handler ${String(index)} reads rows and sums up what matches. */
export async function handler${String(index)}(id: number, wanted: ReadonlySet<string>): Promise<string> {
  ${load}
  const rows = JSON.parse(text) as readonly Row[];
  const matching = rows.filter((row) => row.tags.some((tag) => wanted.has(tag)));
  const totals = new Map<string, number>();
  for (const row of matching) {
    totals.set(row.name, (totals.get(row.name) ?? 0) + row.id);
  }
  await Promise.resolve();
  const digest = createHash("sha256").update(String(totals.size)).digest("hex");
  return \`\${digest}:\${matching.map(({ name }) => name).join(",")}\`;
}

`;
}

function moduleName(index: number): string {
  return `src/part-${String(index % 40)}/module-${String(index)}.ts`;
}

/** Each imports three others; one in twenty blocks. */
function moduleText(index: number): string {
  const imported = [1, 7, 41].map((step) => index - step).filter((other) => other >= 0);
  const imports = imported.map((other) => {
    const relative = path.posix.relative(path.posix.dirname(moduleName(index)), moduleName(other));
    const specifier = relative.startsWith(".") ? relative : `./${relative}`;
    return `import { work${String(other)} } from "${specifier.replace(/ts$/u, "js")}";`;
  });
  const calls = imported.map((other) => `  total += work${String(other)}(depth - 1);`);
  const blocks = index % 20 === 0;
  return `${[...imports, ...(blocks ? ['import { statSync } from "node:fs";'] : [])].join("\n")}

/** Counts what its neighbours count. */
export function work${String(index)}(depth: number): number {
  if (depth <= 0) return ${blocks ? 'statSync(".").size' : "1"};
  let total = 0;
${calls.join("\n")}
  return total;
}

export async function serve${String(index)}(request: { readonly depth: number }): Promise<number> {
  await Promise.resolve();
  return work${String(index)}(request.depth);
}
`;
}
