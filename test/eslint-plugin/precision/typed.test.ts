/** The verdicts that need types, with the recommended configuration and typescript-eslint's project service. */
import assert from "node:assert/strict";
import path from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { asSnippet, expectedFindings, ours } from "./judge.js";
import { typedApplications } from "./sets/typed-applications.js";
import { typedArchitecture } from "./sets/typed-architecture.js";
import { typedContracts } from "./sets/typed-contracts.js";
import { typedEveryday } from "./sets/typed-everyday.js";
import { typedInjection } from "./sets/typed-injection.js";
import { typedObjects } from "./sets/typed-objects.js";
import { typedServices } from "./sets/typed-services.js";
import { typedShapes } from "./sets/typed-shapes.js";
import { typed } from "./sets/typed.js";

const folder = path.resolve(import.meta.dirname, "../../fixtures/typed");

function lint(code: string): string {
  const messages = new Linter({ cwd: folder }).verify(
    code,
    {
      files: ["**/*.ts"],
      plugins: ours.plugins,
      rules: ours.rules,
      languageOptions: {
        parser: typescriptParser,
        parserOptions: {
          projectService: { allowDefaultProject: ["*.ts"] },
          tsconfigRootDir: folder,
        },
      },
    },
    { filename: path.join(folder, "snippet.ts") },
  );
  return messages
    .map((one) => `${String(one.line)} ${one.ruleId ?? one.message}`)
    .sort()
    .join("; ");
}

describe("verdicts that need types", function () {
  // TypeScript reads its library and @types/node first.
  this.timeout(120_000);

  for (const [reason, value] of Object.entries({
    ...typed,
    ...typedServices,
    ...typedInjection,
    ...typedShapes,
    ...typedArchitecture,
    ...typedApplications,
    ...typedEveryday,
    ...typedObjects,
    ...typedContracts,
  })) {
    it(reason, () => {
      const snippet = asSnippet(value);
      const expected = expectedFindings(snippet)
        .map((one) => `${String(one.line)} ${one.rule}`)
        .sort()
        .join("; ");
      assert.equal(lint(snippet.code), expected);
    });
  }
});
