import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { german } from "./german.js";
import { basisParts } from "./server/cost-bases.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** How the parts of the extension call their translators. */
const translators = new Set([
  "vscode.l10n.t",
  "translate",
  "this.translate",
  "session.translate",
  "t",
  // The simulator's sentences, which the panel tells in the user's language.
  "phrase",
]);

const elsewhere = new Set(["none", "filledText"]);

function sources(): string[] {
  const parts = [
    "extension/client",
    "extension/server",
    "extension/panel",
    "simulator/src/explain",
  ];
  return parts.flatMap((part) => {
    const folder = path.join(root, part);
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/u.test(name) && !name.endsWith(".d.ts"))
      .map((name) => path.join(folder, name));
  });
}

/** The English texts that a file hands to a translator. */
function textsOf(file: string): string[] {
  const texts: string[] = [];
  const source = ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const literals = (node: ts.Expression): string[] => {
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isConditionalExpression(node)) {
      return [...literals(node.whenTrue), ...literals(node.whenFalse)];
    }
    return [];
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && translators.has(node.expression.getText(source))) {
      const [text] = node.arguments;
      if (text !== undefined) texts.push(...literals(text));
    }
    // Sentences that go through a translator elsewhere.
    if (ts.isCallExpression(node) && elsewhere.has(node.expression.getText(source))) {
      const [text] = node.arguments;
      if (text !== undefined) texts.push(...literals(text));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

describe("the German translation", () => {
  it("has every text of client, server and panel, the reasons that the simulator gives, what estimates are based on, and none that is gone", async () => {
    const bases = [...(await basisParts())].filter((part) => !part.includes("{"));
    const texts = new Set([...sources().flatMap(textsOf), ...bases]);
    assert.deepEqual(Object.keys(german).sort(), [...texts].sort());
  });

  it("keeps the placeholders", () => {
    const placeholders = (text: string) => (text.match(/\{\d+\}/gu) ?? []).sort();
    for (const [english, translated] of Object.entries(german)) {
      assert.deepEqual(placeholders(translated), placeholders(english), english);
      assert.notEqual(translated, "", english);
    }
  });
});
