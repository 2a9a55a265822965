/** Puts an extraction together: the new module, and what changes in the file that the code leaves. */
import type { Node } from "../../analysis/syntax/ast.js";
import type { Variable } from "../imports/bindings.js";
import { inserted, isGlobal } from "../imports/imports.js";
import { moduleStyle, quoted, type ModuleStyle } from "../imports/module-style.js";
import { inOrder, overlap } from "../plan.js";
import type { Edit, SourceCode } from "../types.js";
import { importStatements, removals } from "./import-parts.js";
import { endingOf, loadedAs, specifiersOf, type Specifiers } from "./module-file.js";
import { removal } from "./moved-text.js";
import { isWithin, type Declaration, type Needs } from "./needs.js";
import type { Extraction } from "./extraction.js";
import type { Origin } from "./types.js";
import { workerModule, type ModuleParts } from "./worker-module.js";

export interface Parts {
  readonly text: string;
  /** The function that the thread runs. */
  readonly exportName: string;
  readonly moduleFile: string;
  readonly needs: Needs;
  /** All declarations that move, in source order. */
  readonly declarations: readonly Declaration[];
  readonly added?: ModuleParts["added"];
  /** Edits of the call, and those that add the import of spawn-blocking. */
  readonly edits: readonly Edit[];
  /** Code that leaves the file, or is replaced, beside the declarations. */
  readonly replaced: readonly Node[];
  /** Where the new imports are needed. */
  readonly node: Node;
}

/** The same file by both names, as the file itself and its new neighbour write it. */
export function specifiers(origin: Origin, moduleFile: string): Specifiers {
  return specifiersOf(origin, moduleFile);
}

/**
 * `new URL("./digest.worker.js", import.meta.url)`, or what CommonJS has for it; undefined where the file calls
 * something else by such a name.
 */
export function location(origin: Origin, moduleFile: string, node: Node): string | undefined {
  const { sourceCode } = origin;
  const specifier = quoted(specifiers(origin, moduleFile).locate, moduleStyle(sourceCode));
  const isEsm = loadedAs(origin) === "esm";
  if (!isGlobal(sourceCode, isEsm ? "URL" : "require", node)) return undefined;
  return isEsm ? `new URL(${specifier}, import.meta.url)` : `require.resolve(${specifier})`;
}

export function compose(origin: Origin, parts: Parts): Extraction | undefined {
  const { sourceCode, filename } = origin;
  const { declarations, replaced, needs } = parts;
  const gone = [...declarations.map(({ statement }) => statement), ...replaced];
  const isUsed = (variable: Variable): boolean =>
    variable.references.some(
      ({ identifier, init }) => init !== true && !gone.some((node) => isWithin(identifier, node)),
    );
  const stillUsed = declarations.filter(({ variable }) => isUsed(variable));
  const wereExported = declarations.filter(({ statement, declared }) => statement !== declared);
  const exported = new Set(
    [...stillUsed, ...wereExported]
      .map(({ variable }) => variable)
      .concat(
        declarations.flatMap(({ variable }) =>
          variable.name === parts.exportName ? [variable] : [],
        ),
      ),
  );
  const base = filename.split(/[\\/]/u).at(-1) ?? "";
  const moduleText = workerModule(sourceCode, {
    imports: needs.imports,
    typesOfOrigin: [...needs.exportedTypes].map(({ name }) => name),
    origin: specifiers(origin, base).load,
    declarations,
    ...(parts.added === undefined ? {} : { added: parts.added }),
    exported,
  });
  const unused = removals(sourceCode, importStatements(sourceCode, needs.imports), isUsed);
  const head = headLines(origin, parts, stillUsed, wereExported);
  const insertions = insertion(sourceCode, parts.node, head);
  if (moduleText === undefined || unused === undefined || insertions === undefined)
    return undefined;
  const removed = [
    ...declarations.map(({ statement }) => removal(sourceCode, statement)),
    ...unused,
  ];
  const edits = inOrder(settled(sourceCode, removed, [...parts.edits, ...insertions]));
  if (overlap(edits)) return undefined;
  return { text: parts.text, moduleFile: parts.moduleFile, moduleText, edits };
}

/** Statements that bring back what the file still uses or exports, and the type of the function that is called. */
function headLines(
  origin: Origin,
  { moduleFile, exportName }: Parts,
  stillUsed: readonly Declaration[],
  wereExported: readonly Declaration[],
): readonly string[] {
  const style = moduleStyle(origin.sourceCode);
  const from = `from ${quoted(specifiers(origin, moduleFile).load, style)}${style.semicolon}`;
  const names = (all: readonly Declaration[]) =>
    all.map(({ variable }) => variable.name).join(", ");
  const values = stillUsed.filter(({ isType }) => !isType);
  const isKnown = values.some(({ variable }) => variable.name === exportName);
  const types = [
    ...stillUsed.filter(({ isType }) => isType).map(({ variable }) => variable.name),
    ...(isTyped(origin) && !isKnown ? [exportName] : []),
  ];
  const handedOn = wereExported.filter((one) => !stillUsed.includes(one));
  const exportedBack = wereExported.filter((one) => stillUsed.includes(one));
  return [
    ...(values.length === 0 ? [] : [loaded(names(values), origin, moduleFile, style)]),
    ...(types.length === 0 ? [] : [`import type { ${types.join(", ")} } ${from}`]),
    ...(handedOn.length === 0 ? [] : [`export { ${names(handedOn)} } ${from}`]),
    ...(exportedBack.length === 0 ? [] : [`export { ${names(exportedBack)} }${style.semicolon}`]),
  ];
}

function loaded(names: string, origin: Origin, moduleFile: string, style: ModuleStyle): string {
  const specifier = quoted(specifiers(origin, moduleFile).load, style);
  return style.system === "esm"
    ? `import { ${names} } from ${specifier}${style.semicolon}`
    : `const { ${names} } = require(${specifier})${style.semicolon}`;
}

export function isTyped({ filename }: Origin): boolean {
  return /^\.[cm]?tsx?$/u.test(endingOf(filename));
}

function insertion(
  sourceCode: SourceCode,
  node: Node,
  lines: readonly string[],
): readonly Edit[] | undefined {
  if (lines.length === 0) return [];
  const style = moduleStyle(sourceCode);
  const edit = inserted({ sourceCode, node, beside: "" }, lines.join(style.newline), style);
  return edit === undefined ? undefined : [edit];
}

/** What is added where something is removed takes its place. */
function settled(
  { text }: SourceCode,
  removed: readonly Edit[],
  changes: readonly Edit[],
): readonly Edit[] {
  const placed = new Set<Edit>();
  const merged = removed.map((edit): Edit => {
    const [start, end] = edit.range;
    const within = changes.filter(
      ({ range: [at, to] }) => edit.text === "" && at === to && start <= at && at < end,
    );
    if (within.length === 0) return edit;
    for (const one of within) placed.add(one);
    const lineEnd = /\r?\n$/u.exec(text.slice(start, end))?.[0] ?? "";
    const added = within.map((one) => one.text.trim()).join(lineEnd === "" ? "\n" : lineEnd);
    return { range: edit.range, text: added + lineEnd };
  });
  return [...merged, ...changes.filter((edit) => !placed.has(edit))];
}
