import assert from "node:assert/strict";
import * as espree from "espree";
import { CatalogIndex } from "../../../../eslint-plugin/src/analysis/values/catalog-index.js";
import type { EslintParser } from "../../../../eslint-plugin/src/analysis/index.js";
import { parseSyntax } from "../../../../eslint-plugin/src/analysis/syntax/parsing.js";
import { SourceFile } from "../../../../eslint-plugin/src/analysis/syntax/source-file.js";
import { Reach } from "../../../../eslint-plugin/src/analysis/words/reach.js";
import { Relevance } from "../../../../eslint-plugin/src/analysis/words/relevance.js";
import { wordFlowOf } from "../../../../eslint-plugin/src/analysis/words/word-flow.js";
import { catalog } from "../../../../eslint-plugin/src/catalog/index.js";

/** Files by name, each of which imports others as `./name`. */
function reachOf(files: Readonly<Record<string, string>>): Reach {
  return new Reach(new Relevance(new CatalogIndex(catalog), [], []), {
    textOf: (path) => files[path],
    resolve: (specifier) => (specifier.startsWith("./") ? specifier.slice(2) : undefined),
    flowOf: (path, text) => {
      const file = parseSyntax(espree as EslintParser, {}, path, text);
      return file instanceof SourceFile ? wordFlowOf(file.ast, file.visitorKeys, text) : undefined;
    },
  });
}

const entry = 'import { load } from "./helper"; export const run = async () => load();';

/** Whether a file that calls `load` matters to the rules on direct calls, and to the rule on chains. */
function matters(
  helper: string,
  others: Readonly<Record<string, string>> = {},
): [boolean, boolean] {
  const reach = reachOf({ entry, helper, ...others });
  const to = (chains: boolean): boolean => reach.matters("entry", entry, false, chains);
  return [to(false), to(true)];
}

describe("which files matter to which", () => {
  const fs = 'import fs from "node:fs";';

  it("a function that blocks matters to the files that import it for their chains alone", () => {
    assert.deepEqual(matters(`${fs} export const load = () => fs.readFileSync("a");`), [
      false,
      true,
    ]);
  });

  it("what does not block matters to nobody", () => {
    assert.deepEqual(matters("export const load = () => 1;"), [false, false]);
  });

  const aliases: Readonly<Record<string, string>> = {
    "an API under another name": `${fs} export const load = fs.readFileSync;`,
    "a function that gives an API": `${fs} export function load() { return fs.readFileSync; }`,
    "a wrapper that was made of an API": `${fs} export const load = memoize(fs.readFileSync);`,
    "a bound API": `${fs} export const load = fs.readFileSync.bind(fs);`,
    "a re-exported API": 'export { readFileSync as load } from "node:fs";',
  };
  for (const [what, helper] of Object.entries(aliases)) {
    it(`${what} matters to direct calls too`, () => {
      assert.deepEqual(matters(helper), [true, true]);
    });
  }

  it("an API's other name matters through files that hand it on", () => {
    const others = { inner: `${fs} export const read = fs.readFileSync;` };
    assert.deepEqual(matters('export { read as load } from "./inner";', others), [true, true]);
  });
});
