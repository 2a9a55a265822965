/**
 * Where the time of a run with our recommended rules goes: `node profile.mjs <folder>`. Prints shares by part, from a
 * sampling profile of the whole lint.
 */
import { Session } from "node:inspector/promises";
import { linterOf } from "./run.mjs";

const [folder, ...esm] = process.argv.slice(2);

/** Parts of our plugin by the function that leads into them; the innermost that fits counts. */
const ours = [
  [/parsing\.js$/, /^(?:parseSyntax|runParser)$/, "ours: parsing imported files"],
  [/(?:parsing|source-file)\.js$/, /^(?:prepared?|collectNodes)$/, "ours: scopes, lists of nodes"],
  [/word-flow\.js$/, /./, "ours: flow of words"],
  [/(?:module-resolution|folders|package-source)\.js$/, /./, "ours: resolving imports"],
  [/(?:relevance|reach|word-filter|reached-words)\.js$/, /./, "ours: looking at texts"],
  [/\/fixes\//, /./, "ours: suggestions"],
];

const eslintParts = [
  [/\/(?:acorn|acorn-jsx|espree)\//, "ESLint: parsing"],
  [/\/(?:eslint-scope|esrecurse|estraverse)\//, "ESLint: scopes"],
  [/\/eslint\//, "ESLint: traversal, code paths, tokens"],
];

/** `stack` is innermost first. */
function partOf(stack) {
  if (stack[0].functionName === "(garbage collector)") return "garbage collection";
  const isOurs = ({ url }) => /\/eslint-plugin\/dist\//.test(url);
  if (stack.some(isOurs)) {
    for (const frame of stack.filter(isOurs)) {
      const part = ours.find(
        ([file, name]) => file.test(frame.url) && name.test(frame.functionName),
      );
      if (part) return part[2];
    }
    return "ours: what calls reach, and where code runs";
  }
  for (const { url } of stack) {
    const part = eslintParts.find(([file]) => file.test(url));
    if (part) return part[1];
  }
  return "other: loading, reading files";
}

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.start");
const eslint = await linterOf("recommended", folder, esm);
await eslint.lintFiles(["."]);
const { profile } = await session.post("Profiler.stop");

const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
const parents = new Map(
  profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
);
const parts = new Map();
const partOfNode = new Map();
for (const [index, id] of profile.samples.entries()) {
  if (!partOfNode.has(id)) {
    const stack = [];
    for (let at = id; at !== undefined; at = parents.get(at)) stack.push(nodes.get(at).callFrame);
    partOfNode.set(id, partOf(stack));
  }
  const part = partOfNode.get(id);
  parts.set(part, (parts.get(part) ?? 0) + profile.timeDeltas[index]);
}
const total = [...parts.values()].reduce((sum, one) => sum + one, 0);
console.log(
  JSON.stringify(
    [...parts]
      .sort((a, b) => b[1] - a[1])
      .map(([subject, micros]) => ({ subject, share: micros / total })),
  ),
);
