/** Projects of several files, each in a folder of its own; the marks in them are those of `snippets.ts`. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Linter } from "eslint";
import plugin from "../../../../eslint-plugin/src/index.js";

export type Files = Readonly<Record<string, string>>;

/** A folder with a project's files. */
export class ProjectFolder {
  readonly path = realpathSync(mkdtempSync(path.join(os.tmpdir(), "unblock-chains-")));

  write(files: Files): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.join(this.path, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(this.path, name), text);
    }
  }

  lint(name: string, code: string, parser: Linter.Parser | undefined): Linter.LintMessage[] {
    const config: Linter.Config = {
      files: ["**/*.{js,cjs,mjs,ts}"],
      plugins: { unblock: plugin },
      rules: { ...plugin.configs.recommended.rules },
      languageOptions: {
        ...(parser === undefined ? {} : { parser }),
        ...(name.endsWith(".cjs") ? { sourceType: "commonjs" as const } : {}),
      },
    };
    const filename = path.join(this.path, name);
    return new Linter({ cwd: this.path }).verify(code, config, { filename });
  }

  /** Lints every file that has async code in it, and compares with its marks. */
  holds(files: Files, parser?: Linter.Parser): void {
    this.write(files);
    const marks: Readonly<Record<string, string>> = {
      call: "no-blocking-call",
      chain: "no-blocking-chain",
    };
    for (const [name, text] of Object.entries(files)) {
      if (!/\.[cm]?[jt]s$/u.test(name) || !text.includes("async")) continue;
      const found = this.lint(name, text, parser).map(
        (one) => `${name}:${String(one.line)} ${one.ruleId ?? one.message}`,
      );
      const expected = text
        .split("\n")
        .flatMap((line, index) =>
          [...line.matchAll(/!(call|chain)\b/gu)].map(
            ([, mark]) => `${name}:${String(index + 1)} unblock/${marks[mark ?? ""] ?? ""}`,
          ),
        );
      assert.deepEqual(found, expected);
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
