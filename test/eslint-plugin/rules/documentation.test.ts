/** The samples of the rules' pages are what they say they are. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import plugin from "../../../eslint-plugin/src/index.js";
import { sharedProperties } from "../../../eslint-plugin/src/rules/options.js";

const folder = path.resolve(import.meta.dirname, "../../../eslint-plugin/docs/rules");
const rules = [
  "no-blocking-call",
  "no-busy-wait",
  "no-blocking-chain",
  "valid-spawn-blocking",
] as const;

function page(rule: string): string {
  return readFileSync(path.join(folder, `${rule}.md`), "utf8");
}

function samples(rule: string, heading: string): readonly string[] {
  const section = page(rule).split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/```js\n([^]*?)```/gu)].map((match) => match[1] ?? "");
}

function lint(code: string): readonly string[] {
  const config: Linter.Config = {
    plugins: { unblock: plugin },
    rules: { ...plugin.configs.recommended.rules },
  };
  return new Linter().verify(code, config).map((one) => one.ruleId ?? one.message);
}

for (const rule of rules) {
  describe(`the page of ${rule}`, () => {
    it("opens with the rule's name and description", () => {
      const description = plugin.rules[rule].meta?.docs?.description ?? "";
      const sentence = `${description.charAt(0).toUpperCase()}${description.slice(1)}.`;
      assert.ok(page(rule).startsWith(`# unblock/${rule}\n\n📝 ${sentence}\n`));
    });

    it("has the sections that every page has", () => {
      for (const heading of ["Why", "Incorrect", "Correct", "Options", "When not to use it"]) {
        assert.ok(page(rule).includes(`\n## ${heading}\n`), heading);
      }
    });

    for (const [index, code] of samples(rule, "Incorrect").entries()) {
      it(`has an incorrect sample ${String(index + 1)} that the rule reports`, () => {
        const found = lint(code);
        assert.ok(found.length > 0);
        assert.deepEqual([...new Set(found)], [`unblock/${rule}`]);
      });
    }

    for (const [index, code] of samples(rule, "Correct").entries()) {
      it(`has a correct sample ${String(index + 1)} that no rule reports`, () => {
        assert.deepEqual(lint(code), []);
      });
    }
  });
}

describe("the options' documentation", () => {
  it("has a row for each option that the rules share", () => {
    for (const name of Object.keys(sharedProperties)) {
      assert.ok(page("no-blocking-call").includes(`| \`${name}\``), name);
    }
  });

  it("describes each option in the schema too", () => {
    for (const [name, schema] of Object.entries(sharedProperties)) {
      assert.equal(typeof (schema as { description?: unknown }).description, "string", name);
    }
  });
});
