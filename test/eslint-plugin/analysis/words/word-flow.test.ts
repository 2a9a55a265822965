import assert from "node:assert/strict";
import * as espree from "espree";
import type { EslintParser } from "../../../../eslint-plugin/src/analysis/index.js";
import { parseSyntax } from "../../../../eslint-plugin/src/analysis/syntax/parsing.js";
import { called, reachWords } from "../../../../eslint-plugin/src/analysis/words/reached-words.js";
import { SourceFile } from "../../../../eslint-plugin/src/analysis/syntax/source-file.js";
import { wordFlowOf } from "../../../../eslint-plugin/src/analysis/words/word-flow.js";

/** The words by which other files reach what a text does with `load`, which blocks. */
function exportedWords(text: string): string[] {
  const file = parseSyntax(espree as EslintParser, {}, "/nowhere/file.js", text);
  assert.ok(file instanceof SourceFile);
  const flow = wordFlowOf(file.ast, file.visitorKeys, text);
  const reached = reachWords(flow, new Map(), [["load", called]]);
  return [...reached].filter((word) => flow.exported.has(word)).sort();
}

describe("the flow of words", () => {
  const cases: Readonly<Record<string, readonly [code: string, words: readonly string[]]>> = {
    "leads from a call to the function around it": [
      "export function read() { return load(); }",
      ["read"],
    ],
    "leads through callbacks and local helpers": [
      "function each() { list.forEach(() => load()); } exports.all = () => each();",
      ["all"],
    ],
    "leads through properties that are defined with a getter or a value": [
      'Object.defineProperty(exports, "read", { get: function () { return files.load; } });' +
        'Object.defineProperty(exports, "write", { value: load });',
      ["read", "write"],
    ],
    "does not take other members that are defined with a value for what blocks": [
      'Object.defineProperty(exports, "__esModule", { value: true });' +
        'Object.defineProperty(exports, "read", { value: load });' +
        "exports.other = () => ({ value: 1 });",
      ["read"],
    ],
    "ends at an asynchronous function": ["export async function read() { return load(); }", []],
    "does not take the result of a call for what was called": [
      "export async function read() { const text = load(); return { text }; }",
      [],
    ],
    "follows what is handed on under another name": [
      "const read = load; export { read as get };",
      ["get", "read"],
    ],
    "leads from a method to its class, and to what holds an instance": [
      "class Store { get() { load(); } } export const store = new Store();",
      ["get", "store"],
    ],
    "leads through a factory": [
      "class Store { get() { load(); } } export function open() { return new Store(); }",
      ["get", "open"],
    ],
    "knows a default export": ["export default () => load();", ["default"]],
    "knows a module that is a function": ["module.exports = function () { load(); };", ["default"]],
    "takes a loop that waits for what blocks": [
      "export function pause() { while (Date.now() < end); }",
      ["pause"],
    ],
  };
  for (const [name, [code, words]] of Object.entries(cases)) {
    it(name, () => {
      assert.deepEqual(exportedWords(code), words);
    });
  }
});
