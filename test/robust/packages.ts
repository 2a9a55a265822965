/** Code that nobody wrote for our rules to read: the parser tests of test262, and big packages as they are published. */
import type { CorpusPackage } from "../corpus/packages.js";

/** Each file one odd piece of syntax. */
export const parserTests: CorpusPackage = { name: "test262-parser-tests", version: "0.0.5" };

/** Compiled, bundled and minified code: files of 4 MB, lines of 300,000 characters, functions nested a hundred deep. */
export const bigPackages: readonly CorpusPackage[] = [
  { name: "@babel/standalone", version: "8.0.6" },
  { name: "core-js", version: "3.51.0" },
  { name: "lodash", version: "4.18.1" },
  { name: "prettier", version: "3.10.1" },
  { name: "rollup", version: "4.68.8" },
  { name: "rxjs", version: "7.8.2" },
  { name: "terser", version: "5.51.4" },
  { name: "three", version: "0.187.0" },
  { name: "vite", version: "8.3.8" },
  { name: "webpack", version: "5.113.0" },
];
