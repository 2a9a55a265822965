import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import * as espree from "espree";
import {
  createProject,
  type EslintParser,
  type FileAnalysis,
} from "../../../../eslint-plugin/src/analysis/index.js";

function analyze(text: string, parser: EslintParser = typescriptParser): FileAnalysis {
  const result = createProject({ parser }).analyze("/nowhere/file.js", text);
  assert.ok(!("parseError" in result));
  return result;
}

describe("a project", () => {
  const service = `
    import { readFileSync } from "node:fs";
    import { setTimeout } from "node:timers/promises";
    function load() { return readFileSync("flags.json"); }
    export async function handler() {
      load();
      await setTimeout(20);
      for (let i = 0; i < 3; i++) readFileSync("template.html");
    }`;

  for (const [name, parser] of [
    ["the TypeScript parser", typescriptParser],
    ["espree, which has no scopes of its own", espree as EslintParser],
  ] as const) {
    it(`lists what a function does in source order, with ${name}`, () => {
      const { functions, findings } = analyze(service, parser);
      assert.deepEqual(
        functions.map((one) => one.name),
        ["handler"],
      );
      assert.deepEqual(
        functions[0]?.steps.map((step) =>
          step.kind === "loop" ? [step.kind, step.count, step.countSource] : [step.kind, step.api],
        ),
        [
          ["block", "node:fs.readFileSync"],
          ["timer", "node:timers/promises.setTimeout"],
          ["loop", 3, "computed"],
        ],
      );
      assert.deepEqual(
        findings.map((one) => [one.rule, one.at.line, one.chain.map((link) => link.name)]),
        [
          ["no-blocking-chain", 6, ["load", "node:fs.readFileSync"]],
          ["no-blocking-call", 8, []],
        ],
      );
    });
  }

  it("tells where a file does not parse", () => {
    const result = createProject({ parser: typescriptParser }).analyze(
      "/nowhere/x.ts",
      "let a = ;",
    );
    assert.deepEqual(result, {
      parseError: { message: "Expression expected.", line: 1, column: 8 },
    });
  });

  it("tells that a file can't be read", () => {
    const result = createProject({ parser: typescriptParser }).analyze("/nowhere/missing.ts");
    assert.deepEqual(result, {
      parseError: { message: "can't read /nowhere/missing.ts", line: 1, column: 0 },
    });
  });

  it("sees a file's unsaved text wherever it is imported", () => {
    const project = createProject({ parser: typescriptParser, readFile: () => undefined });
    project.setOverlay("/nowhere/a.ts", "export async function f() {}");
    assert.deepEqual(project.analyze("/nowhere/a.ts"), {
      path: "/nowhere/a.ts",
      findings: [],
      functions: [
        {
          name: "f",
          isDefaultExport: false,
          isAsync: true,
          at: { file: "/nowhere/a.ts", line: 1, column: 7, endLine: 1, endColumn: 28 },
          steps: [],
          findings: [],
        },
      ],
    });
  });

  it("follows an imported object with a parser that sets no parents", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "unblock-"));
    try {
      writeFileSync(
        path.join(folder, "files.js"),
        'import { readFileSync } from "node:fs";\nexport const files = { read: readFileSync };\n',
      );
      const main = path.join(folder, "main.js");
      const text =
        'import { files } from "./files.js";\nexport async function main() { files.read("x"); }\n';
      const result = createProject({ parser: espree as EslintParser }).analyze(main, text);
      assert.ok(!("parseError" in result));
      assert.deepEqual(
        result.findings.map(({ api }) => api),
        ["node:fs.readFileSync"],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("resolves a long chain of calls, each of an unknown object, in time that grows with its length", () => {
    const links = Array.from({ length: 60 }, (_, index) => `.option("--o${index}")`).join("");
    const { findings } = analyze(`
      import { program } from "commander";
      import { readFileSync } from "node:fs";
      const command = program.command("x")${links};
      export async function main() { command.parse(readFileSync("x")); }`);
    assert.equal(findings.length, 1);
  });

  it("follows code that walks through unknown objects without the possibilities doubling at each step", () => {
    const steps = Array.from(
      { length: 40 },
      (_, index) => `node = visit(x) ? node.left${index} : node.right${index};`,
    ).join("\n");
    const { findings } = analyze(`
      import { parse } from "acorn";
      import { readFileSync } from "node:fs";
      let node = parse("");
      export async function main(x) { ${steps} node.readFileSync(readFileSync("x")); }`);
    assert.equal(findings.length, 1);
  });

  it("looks into functions that call each other in loops once each", () => {
    const functions = Array.from(
      { length: 40 },
      (_, one) =>
        `function f${one}(x) { for (let i = 0; i < x; i++) { ${Array.from({ length: 40 }, (_, other) => `f${other}(x);`).join(" ")} } }`,
    ).join("\n");
    const { findings } = analyze(
      `${functions}\nexport async function main(x) { while (Date.now() < x) f0(x); }`,
    );
    assert.equal(findings.length, 0);
  });
});
