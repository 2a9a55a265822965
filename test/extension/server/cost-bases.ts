/** The bases that estimates may have: those of the catalog, and those that the code writes. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
const catalog = path.join(root, "eslint-plugin/dist/catalog");
const sources = [
  "eslint-plugin/src/analysis",
  "eslint-plugin/src/rules",
  "simulator/src/workload",
  "simulator/src/cli",
];

/** The parts of all bases; what is filled in at run time is `{0}`, `{1}` and so on. */
export async function basisParts(): Promise<ReadonlySet<string>> {
  const bases = [...(await inCatalog()), ...inSources()];
  return new Set(bases.flatMap((basis) => basis.split("; ")));
}

async function inCatalog(): Promise<readonly string[]> {
  const found: string[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [key, part] of Object.entries(value)) {
      if (key === "basis" && typeof part === "string") found.push(part);
      else visit(part);
    }
  };
  for (const name of readdirSync(catalog).filter((file) => file.endsWith(".js"))) {
    visit(Object.values((await import(pathToFileURL(path.join(catalog, name)).href)) as object));
  }
  return found;
}

function inSources(): readonly string[] {
  return sources.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => basesOf(path.join(root, folder, name))),
  );
}

function basesOf(file: string): readonly string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === "basis") {
      found.push(...textsOf(node.initializer));
    }
    // The second argument of the calibration's own short form.
    if (ts.isCallExpression(node) && node.expression.getText(source) === "inFs") {
      found.push(...node.arguments.slice(1, 2).flatMap(textsOf));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textsOf(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(textsOf);
  if (!ts.isTemplateExpression(node)) return [];
  const spans = node.templateSpans.map(({ literal }, index) => `{${String(index)}}${literal.text}`);
  return [node.head.text + spans.join("")];
}
