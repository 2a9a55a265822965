/** The built plugin in every supported version of ESLint. */
import assert from "node:assert/strict";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter as Linter10 } from "eslint";
import { Linter as Linter9 } from "eslint-9";
import unblock from "eslint-plugin-unblock";

const code = `import { readFileSync } from "node:fs";
const helper = () => readFileSync("b");
export async function main() {
  readFileSync("a", "utf8");
  helper();
  const end = Date.now() + 50;
  while (Date.now() < end);
}
`;

interface Message {
  readonly ruleId: string | null;
  readonly line: number;
  readonly column: number;
  readonly suggestions?: readonly { readonly fix: { readonly text: string } }[];
}

function verify(Linter: typeof Linter10, parser?: Linter10.Parser): string[] {
  const config: Linter10.Config = {
    ...unblock.configs.recommended,
    files: ["**/*.js"],
    ...(parser === undefined ? {} : { languageOptions: { parser } }),
  };
  const messages: readonly Message[] = new Linter().verify(code, [config], "main.js");
  return messages.map(
    ({ ruleId, line, column, suggestions = [] }) =>
      `${line}:${column} ${ruleId}, ${suggestions.length}`,
  );
}

const expected = [
  "4:3 unblock/no-blocking-call, 1",
  "5:3 unblock/no-blocking-chain, 1",
  "7:3 unblock/no-busy-wait, 1",
];

describe("the built plugin", () => {
  for (const [version, Linter] of [
    [9, Linter9 as unknown as typeof Linter10],
    [10, Linter10],
  ] as const) {
    it(`reports and suggests the same in ESLint ${version}`, () => {
      assert.equal(Linter.version.split(".")[0], String(version));
      assert.deepEqual(verify(Linter), expected);
      assert.deepEqual(verify(Linter, typescriptParser as Linter10.Parser), expected);
    });
  }
});
