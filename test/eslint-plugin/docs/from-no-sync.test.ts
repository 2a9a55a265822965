/** The page for those who come from `n/no-sync` says of each sample who reports it: it is what both do. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import nodePlugin from "eslint-plugin-n";
import unblock from "../../../eslint-plugin/src/index.js";

const file = path.resolve(import.meta.dirname, "../../../eslint-plugin/docs/from-no-sync.md");
const page = readFileSync(file, "utf8");

function samples(heading: string): readonly string[] {
  const section = page.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^```js\n([^]*?)^```/gmu)].map((match) => match[1] ?? "");
}

function reports(code: string, config: Linter.Config): boolean {
  const messages = new Linter().verify(code, config);
  assert.equal(messages.find(({ fatal }) => fatal)?.message, undefined);
  return messages.length > 0;
}

const ours: Linter.Config = { plugins: { unblock }, rules: unblock.configs.recommended.rules };
const noSync: Linter.Config = {
  plugins: { n: nodePlugin },
  rules: { "n/no-sync": ["error", { allowAtRootLevel: true }] },
};

describe("the page for those who come from n/no-sync", () => {
  for (const [heading, by] of [
    ["Reported by both", { ours: true, noSync: true }],
    ["Reported by Unblock alone", { ours: true, noSync: false }],
    ["Reported by `n/no-sync` alone", { ours: false, noSync: true }],
  ] as const) {
    const found = samples(heading);
    it(`has samples under "${heading}"`, () => {
      assert.notEqual(found.length, 0);
    });
    for (const [index, code] of found.entries()) {
      it(`says who reports sample ${index + 1} under "${heading}"`, () => {
        assert.deepEqual({ ours: reports(code, ours), noSync: reports(code, noSync) }, by);
      });
    }
  }

  it("maps every option that n/no-sync has", () => {
    const [schema] = nodePlugin.rules?.["no-sync"]?.meta?.schema as [
      { properties: Record<string, unknown> },
    ];
    for (const option of Object.keys(schema.properties)) {
      assert.ok(page.includes(`| \`${option}: `), option);
    }
  });
});
