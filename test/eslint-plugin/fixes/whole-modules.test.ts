/** Each suggestion of the real rules for whole modules, one by one and all of them, run before and after. */
import assert from "node:assert/strict";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import typescript from "typescript";
import unblock from "../../../eslint-plugin/src/index.js";
import { runPairs, type Outcomes, type Pair } from "./running.js";
import { commonJsModules, typescriptModules } from "./whole-modules.js";

/** More than any module here has calls that block. */
const maximumRounds = 60;

type Language = "commonjs" | "typescript";

function messagesOf(code: string, language: Language): readonly Linter.LintMessage[] {
  const files = ["**/*.{js,ts}"];
  const isTypescript = language === "typescript";
  const messages = new Linter().verify(
    code,
    [
      {
        files,
        languageOptions: isTypescript
          ? { parser: typescriptParser }
          : { sourceType: "commonjs" as const },
      },
      { ...unblock.configs.strict, files },
    ],
    { filename: isTypescript ? "module.ts" : "module.js" },
  );
  const fatal = messages.find((message) => message.fatal);
  assert.equal(fatal, undefined, `${fatal?.message ?? ""}\n${code}`);
  return messages;
}

function applied(
  code: string,
  { range: [start, end], text }: { range: readonly number[]; text: string },
): string {
  return code.slice(0, start) + text + code.slice(end);
}

/** What each single suggestion makes of a module, and what all of them do, one after the other. */
function mended(code: string, language: Language): readonly string[] {
  const single = messagesOf(code, language).flatMap(({ suggestions = [] }) =>
    suggestions.map(({ fix }) => applied(code, fix)),
  );
  let all = code;
  for (let round = 0; round < maximumRounds; round += 1) {
    const [fix] = messagesOf(all, language).flatMap(({ suggestions = [] }) =>
      suggestions.slice(0, 1).map((one) => one.fix),
    );
    if (fix === undefined) break;
    all = applied(all, fix);
  }
  return [...single, all];
}

function compiled(code: string, language: Language): string {
  if (language === "commonjs") return code;
  const { ModuleKind, ScriptTarget, transpileModule } = typescript;
  return transpileModule(code, {
    compilerOptions: {
      module: ModuleKind.CommonJS,
      target: ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  }).outputText;
}

const pairs = [
  ...Object.entries(commonJsModules).map((entry) => [...entry, "commonjs"] as const),
  ...Object.entries(typescriptModules).map((entry) => [...entry, "typescript"] as const),
].map(([name, code, language]) => ({
  name: `${language}: ${name}`,
  pairs: mended(code, language).map((after): Pair => ({
    name,
    before: compiled(code, language),
    after: compiled(after, language),
    extension: "cjs",
  })),
}));

describe("whole modules that were mended by the rules' suggestions, when they run", function () {
  this.timeout(120_000);
  let outcomes: readonly Outcomes[] = [];
  before(() => {
    outcomes = runPairs(pairs.flatMap((one) => one.pairs));
  });

  let first = 0;
  for (const { name, pairs: own } of pairs) {
    const from = first;
    first += own.length;
    it(`give the same results, errors and files: ${name}`, () => {
      assert.ok(own.length > 1, "nothing was suggested");
      own.forEach(({ after }, index) => {
        const outcome = outcomes[from + index];
        assert.ok(outcome);
        assert.deepEqual(outcome.after, outcome.before, after);
        assert.equal(outcome.before.error, undefined, after);
      });
    });
  }
});
