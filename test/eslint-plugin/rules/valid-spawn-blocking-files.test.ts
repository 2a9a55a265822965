import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { Linter } from "eslint";
import plugin from "../../../eslint-plugin/src/index.js";

// RuleTester's parser refuses to parse other files as the analysis asks for it, hence ESLint itself.
describe("valid-spawn-blocking across files", () => {
  const filename = fileURLToPath(
    new URL("../../fixtures/valid-spawn-blocking/main.js", import.meta.url),
  );

  function lint(...lines: readonly string[]): readonly string[] {
    return new Linter()
      .verify(lines.join("\n"), plugin.configs.recommended, { filename })
      .map(({ message, line, column }) => `${line}:${column} ${message}`);
  }

  it("names the place where a function of another file is not self-contained", () => {
    const messages = lint(
      'import { spawnBlocking } from "spawn-blocking";',
      'import { clean, hash } from "./hash.js";',
      "spawnBlocking(clean, [1]);",
      "spawnBlocking(hash, [1]);",
    );
    assert.deepEqual(messages, [
      "4:15 'hash' can't run on a worker thread: it uses 'salt' from around it (hash.js:3). " +
        "Pass the URL of its module and its name instead.",
    ]);
  });

  it("knows the pool by way of another file, under another name", () => {
    const messages = lint(
      'import { spawnBlocking as run } from "./pool.js";',
      "const a = 1;",
      "run((b) => a + b, [2]);",
    );
    assert.deepEqual(messages, [
      "3:12 This function runs on a worker thread, where it does not have the variable 'a' from around it. " +
        "Pass it in the arguments.",
    ]);
  });
});
