/** Linting files of a temporary folder, and what DEBUG=unblock says meanwhile. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Linter } from "eslint";
import plugin from "../../../eslint-plugin/src/index.js";

export class DebugLines {
  /** A folder without links in its path, emptied by `restore`. */
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), "unblock-left-out-")));
  /** What was written to stderr, a line each. */
  readonly written: string[] = [];
  readonly #write = process.stderr.write.bind(process.stderr);
  readonly #debug = process.env.DEBUG;

  constructor() {
    process.env.DEBUG = "unblock";
    process.stderr.write = ((text: string) => {
      this.written.push(text);
      return true;
    }) as typeof process.stderr.write;
  }

  restore(): void {
    process.stderr.write = this.#write;
    if (this.#debug === undefined) delete process.env.DEBUG;
    else process.env.DEBUG = this.#debug;
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Writes a file into the folder, with the folders on the way. */
  file(name: string, text: string): void {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Lints code as a file of the folder; its findings as "line rule". */
  lint(name: string, code: string): readonly string[] {
    const config = {
      plugins: { unblock: plugin },
      rules: { ...plugin.configs.recommended.rules },
    } as Linter.Config;
    return new Linter({ cwd: this.folder })
      .verify(code, config, { filename: path.join(this.folder, name) })
      .map(({ line, ruleId, message }) => `${String(line)} ${ruleId ?? message}`);
  }
}
