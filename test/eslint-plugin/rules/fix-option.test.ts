import assert from "node:assert/strict";
import { Linter } from "eslint";
import plugin from "../../../eslint-plugin/src/index.js";

function fixed(code: string, options: object = { fix: true }): string {
  const config: Linter.Config = {
    files: ["**/*.js"],
    plugins: { unblock: plugin },
    rules: {
      "unblock/no-blocking-call": ["error", options],
      "unblock/no-busy-wait": ["error", options],
    },
  };
  const { output, messages } = new Linter().verifyAndFix(code, config, { filename: "a.js" });
  assert.deepEqual(
    messages.filter(({ ruleId }) => ruleId === null),
    [],
  );
  return output;
}

describe("--fix", () => {
  const code =
    'import { readFileSync, statSync, rmSync } from "node:fs";\n' +
    "export async function f(p) {\n" +
    "  const size = statSync(p).size;\n" +
    "  const text = readFileSync(p);\n" +
    "  rmSync(p);\n" +
    "  rmSync(text);\n" +
    "  const end = Date.now() + size;\n" +
    "  while (Date.now() < end) {}\n" +
    "  return readFileSync(p);\n" +
    "}\n";
  const mended =
    'import { stat, readFile, rm } from "node:fs/promises";\n' +
    'import { setTimeout } from "node:timers/promises";\n' +
    "export async function f(p) {\n" +
    "  const size = (await stat(p)).size;\n" +
    "  const text = await readFile(p);\n" +
    "  await rm(p);\n" +
    "  await rm(text);\n" +
    "  await setTimeout(size);\n" +
    "  return await readFile(p);\n" +
    "}\n";

  it("changes nothing by default", () => {
    assert.equal(fixed(code, {}), code);
  });

  it("mends all that keeps the order of effects where the option asks for it, and leaves imports right", () => {
    assert.equal(sorted(fixed(code)), sorted(mended));
  });

  it("changes nothing in a second run", () => {
    const once = fixed(code);
    assert.equal(fixed(once), once);
  });

  it("mends many uses of one import, which then is gone", () => {
    const many = (call: string, end: string): string =>
      Array.from({ length: 30 }, (_, index) => `  ${call}(p + ${index})${end};\n`).join("");
    assert.equal(
      fixed(
        `import { unlinkSync } from "fs";\nexport async function f(p) {\n${many("unlinkSync", "")}}\n`,
      ),
      `import { unlink } from "fs/promises";\nexport async function f(p) {\n${many("await unlink", "")}}\n`,
    );
  });

  const left: Readonly<Record<string, string>> = {
    "a question whether a file exists": "if (fs.existsSync(p)) q();",
    "items that would be worked on at the same time":
      "return q.map((file) => fs.readFileSync(file));",
    "a sum that is read before": "q.size += fs.statSync(p).size;",
    "an argument behind another": "return q(q.first(), fs.readFileSync(p));",
    "an element behind another": "return [q.first(), fs.readFileSync(p)];",
  };
  for (const [what, body] of Object.entries(left)) {
    it(`leaves ${what}`, () => {
      const text = `import fs from "node:fs";\nexport async function f(p, q) { ${body} }\n`;
      assert.equal(fixed(text), text);
    });
  }
});

/** Names in an import come in the order in which passes add them, which is ESLint's affair. */
function sorted(code: string): string {
  return code.replaceAll(/\{ ([\w, ]+) \} from/g, (_, names: string) => {
    return `{ ${names.split(", ").sort().join(", ")} } from`;
  });
}
