/** Code is looked at as far as somebody asks about where it runs: that must change nothing about what is found there. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import * as espree from "espree";
import {
  createProject,
  type EslintParser,
  type ExecutionContext,
  type Finding,
} from "../../../eslint-plugin/src/analysis/index.js";
import { contexts } from "../../../eslint-plugin/src/rules/options.js";
import { asSnippet, placeIn } from "../precision/judge.js";
import { sets } from "../precision/sets/index.js";
import type { Snippet } from "../precision/snippet.js";

const narrow: readonly ExecutionContext[] = ["async", "promise", "reaction", "spin"];
const wide: readonly ExecutionContext[] = [...contexts, "spin"];

function found(snippet: Snippet, asked: readonly ExecutionContext[]): readonly Finding[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), "unblock-facts-"));
  try {
    const file = placeIn(folder, snippet);
    const parser = snippet.language === "typescript" ? typescriptParser : espree;
    const project = createProject({ parser: parser as EslintParser, contexts: asked });
    const analysis = project.analyze(file, snippet.code);
    if ("parseError" in analysis)
      throw new Error(`${analysis.parseError.message}\n${snippet.code}`);
    return analysis.findings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const places = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ rule, api, context, at }) => `${String(at.line)} ${rule} ${api} ${context}`);

describe("findings in some contexts", () => {
  for (const [title, snippets] of Object.entries(sets)) {
    it(`are those in all contexts that run there: ${title}`, () => {
      for (const [name, value] of Object.entries(snippets)) {
        const snippet = asSnippet(value);
        const all = found(snippet, wide).filter(({ context }) => narrow.includes(context));
        assert.deepEqual(places(found(snippet, narrow)), places(all), name);
      }
    });
  }
});
