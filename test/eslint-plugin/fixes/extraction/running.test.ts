import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { runPairs, type Outcomes, type Pair } from "../running.js";
import { extracted } from "./extracting.js";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../../..");

/** Functions as services have them, by their names, each with a call of it. */
const functions: Readonly<Record<string, readonly [code: string, call: string]>> = {
  settings: [
    `const settings = (file) => JSON.parse(readFileSync(file, "utf8"));`,
    `settings(dir + "/data.json")`,
  ],
  missing: [
    `function missing(file) { return readFileSync(file + ".none", "utf8").length; }`,
    `missing(dir)`,
  ],
  checksums: [
    `const algorithm = "sha256";
/** The checksum of one file. */
function checksum(file) { return createHash(algorithm).update(readFileSync(file)).digest("hex"); }
function checksums(files, { upper = false } = {}) {
  return files.map((file) => (upper ? checksum(file).toUpperCase() : checksum(file)));
}`,
    `checksums([dir + "/a.txt", dir + "/sub/b.txt"], { upper: true })`,
  ],
  tree: [
    `function tree(folder, depth = 0) {
  return readdirSync(folder).sort().map((name) => {
    const size = statSync(join(folder, name)).size;
    return { name, depth, isSmall: size < 1e9 };
  });
}`,
    `tree(dir, 1)`,
  ],
  invalid: [
    `function invalid(text) { if (text !== "") throw new TypeError("not empty: " + readFileSync(text, "utf8").trim()); return 1; }`,
    `invalid(dir + "/a.txt")`,
  ],
  packed: [
    `function packed(text) { return gunzipSync(gzipSync(Buffer.from(text))); }`,
    `packed("hello")`,
  ],
  grouped: [
    `function grouped(rows) {
  const groups = new Map();
  for (const { key, size } of rows) groups.set(key, [...(groups.get(key) ?? []), size]);
  readFileSync(process.execPath);
  return groups;
}`,
    `grouped([{ key: "a", size: 1 }, { key: "b", size: 2 }, { key: "a", size: 3 }])`,
  ],
  "a call": [`const salt = "salt";`, `scryptSync("password", dir.slice(0, 0) + salt, 64)`],
  "a call that fails": [`const broken = Buffer.from("no");`, `gunzipSync(broken)`],
};

const names = {
  "node:crypto": ["createHash", "scryptSync"],
  "node:fs": ["readFileSync", "readdirSync", "statSync"],
  "node:path": ["join"],
  "node:zlib": ["gzipSync", "gunzipSync"],
};

function moduleOf(extension: Pair["extension"], code: string, call: string): string {
  const loads = Object.entries(names).map(([module, all]) =>
    extension === "mjs"
      ? `import { ${all.join(", ")} } from "${module}";`
      : `const { ${all.join(", ")} } = require("${module}");`,
  );
  const run = extension === "mjs" ? "export const run =" : "exports.run =";
  return `${loads.join("\n")}\n\n${code}\n\n${run} async (dir) => ${call};\n`;
}

describe("code that was extracted into a worker's module", function () {
  this.timeout(120_000);

  for (const extension of ["mjs", "cjs"] as const) {
    describe(`runs as before, in .${extension}`, () => {
      let outcomes: Outcomes[];

      before(() => {
        outcomes = runPairs(
          Object.entries(functions).map(([name, [code, call]]) => {
            const text = moduleOf(extension, code, call);
            const result = extracted(text, { name: `handler.${extension}` });
            assert.ok(result, name);
            const beside = { [result.file]: result.module };
            return { name, extension, before: text, after: result.left, beside };
          }),
        );
      });

      for (const name of Object.keys(functions)) {
        it(name, () => {
          const outcome = outcomes.find((one) => one.name === name);
          assert.ok(outcome?.before.value !== undefined || outcome?.before.error !== undefined);
          assert.deepEqual(outcome.after, outcome.before);
        });
      }
    });
  }

  it("has no type error in TypeScript", () => {
    const text = `import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";

interface Row {
  readonly name: string;
  readonly sizes?: readonly number[];
}
type Rows = readonly Row[];
const algorithm = "sha256";
const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
function digest(file: string, rows: Rows, { salt = "" }: { salt?: string } = {}): string {
  const text = readFileSync(file, "utf8") + String(sum(rows.flatMap(({ sizes = [] }) => sizes)));
  return createHash(algorithm).update(text + salt).digest("hex");
}

export async function handler(request: IncomingMessage, rows: Row[]): Promise<string> {
  const hash = digest(request.url ?? "", rows, { salt: "x" });
  return \`\${hash}:\${rows.length}\`;
}
`;
    const result = extracted(text, { name: "handler.ts" });
    assert.ok(result);
    assert.deepEqual(typeErrors({ "handler.ts": text }), []);
    assert.deepEqual(typeErrors({ "handler.ts": result.left, [result.file]: result.module }), []);
  });

  it("has no type error in TypeScript where a call moved", () => {
    const text = `import crypto from "node:crypto";

export async function signUp(user: { salt: Buffer }, password: string): Promise<string> {
  const key = crypto.pbkdf2Sync(password, user.salt, 600_000, 32, "sha256");
  return key.toString("hex");
}
`;
    const result = extracted(text, { name: "handler.ts" });
    assert.ok(result);
    assert.deepEqual(typeErrors({ "handler.ts": result.left, [result.file]: result.module }), []);
  });
});

describe("code that was extracted from TypeScript that is compiled to CommonJS", function () {
  this.timeout(60_000);

  /** A handler as services have it, which writes its imports in one of the ways that TypeScript has. */
  const handler = (imports: string, call: string): string => `${imports}

interface Row {
  readonly name: string;
}
const algorithm = "sha256";
function digest(file: string, rows: readonly Row[]): { readonly hash: string } {
  const text = fs.readFileSync(file, "utf8") + rows.map(({ name }) => name).join();
  return { hash: createHash(algorithm).update(text).digest("hex") };
}

export async function run(dir: string): Promise<string> {
  return ${call};
}
`;
  const digested = '(digest(dir + "/a.txt", [{ name: "b" }])).hash';
  const cases: readonly (readonly [what: string, ending: "ts" | "cts", text: string])[] = [
    [
      "with imports that have no endings",
      "ts",
      handler(
        'import fs from "node:fs";\nimport { createHash } from "node:crypto";\nimport type {} from "./other";',
        digested,
      ),
    ],
    [
      "with compiled endings",
      "ts",
      handler(
        'import * as fs from "node:fs";\nimport { createHash } from "node:crypto";\nimport type {} from "./other.js";',
        digested,
      ),
    ],
    [
      "with import = require",
      "ts",
      handler(
        'import fs = require("node:fs");\nimport crypto = require("node:crypto");',
        digested,
      ).replaceAll("createHash", "crypto.createHash"),
    ],
    [
      "in a .cts file",
      "cts",
      handler(
        'import fs = require("node:fs");\nimport { createHash } from "node:crypto";',
        digested,
      ),
    ],
    [
      "where a call moves",
      "ts",
      `import { scryptSync } from "node:crypto";
export async function run(dir: string): Promise<string> {
  const key = scryptSync("password", dir.slice(0, 0) + "salt", 64);
  return key.toString("hex");
}
`,
    ],
  ];

  for (const [what, ending, text] of cases) {
    it(`has no type error, and runs as before, ${what}`, () => {
      const name = `handler.${ending}`;
      const result = extracted(text, { name, compiledTo: "commonjs" });
      assert.ok(result);
      const files = { [name]: result.left, [result.file]: result.module, "other.ts": "export {};" };
      const options = {
        verbatimModuleSyntax: false,
        esModuleInterop: true,
        ...(ending === "ts" && {
          module: ts.ModuleKind.CommonJS,
          moduleResolution: ts.ModuleResolutionKind.Bundler,
        }),
      };
      assert.deepEqual(typeErrors(files, "commonjs", options), []);
      const compiled = result.file.replace(/ts$/u, "js");
      const [outcome] = runPairs([
        {
          name: what,
          extension: "cjs",
          before: commonJs(text),
          after: commonJs(result.left),
          beside: { [compiled]: commonJs(result.module) },
        },
      ]);
      assert.ok(outcome?.before.value !== undefined);
      assert.deepEqual(outcome.after, outcome.before);
    });
  }
});

function commonJs(text: string): string {
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2023,
    esModuleInterop: true,
  };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

/** What strict TypeScript says of a package with these files. */
function typeErrors(
  files: Readonly<Record<string, string>>,
  packageType: "module" | "commonjs" = "module",
  options: ts.CompilerOptions = {},
): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "unblock-extracted-"));
  try {
    symlinkSync(path.join(repository, "node_modules"), path.join(folder, "node_modules"));
    writeFileSync(path.join(folder, "package.json"), JSON.stringify({ type: packageType }));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const program = ts.createProgram(
      Object.keys(files).map((name) => path.join(folder, name)),
      {
        strict: true,
        noEmit: true,
        noUnusedLocals: true,
        verbatimModuleSyntax: true,
        exactOptionalPropertyTypes: true,
        module: ts.ModuleKind.NodeNext,
        target: ts.ScriptTarget.ES2023,
        types: ["node"],
        typeRoots: [path.join(repository, "node_modules/@types")],
        ...options,
      },
    );
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
