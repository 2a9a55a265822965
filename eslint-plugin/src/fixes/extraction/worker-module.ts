/** The text of the module that a worker thread loads. */
import { moduleStyle, quoted, type ModuleStyle } from "../imports/module-style.js";
import type { Variable } from "../imports/bindings.js";
import type { SourceCode } from "../types.js";
import { importStatements, withNames } from "./import-parts.js";
import { movedText } from "./moved-text.js";
import type { Declaration } from "./needs.js";

export interface ModuleParts {
  readonly imports: ReadonlySet<Variable>;
  /** Types of the file that the code came from, which the module imports from there. */
  readonly typesOfOrigin: readonly string[];
  readonly origin: string;
  readonly declarations: readonly Declaration[];
  /** A function that is new, and exported. */
  readonly added?: { readonly name: string; readonly text: string };
  readonly exported: ReadonlySet<Variable>;
}

/** Undefined where an import can't be taken apart. */
export function workerModule(sourceCode: SourceCode, parts: ModuleParts): string | undefined {
  const style = moduleStyle(sourceCode);
  const imports = importStatements(sourceCode, parts.imports).map((statement) =>
    withNames(sourceCode, statement, (variable) => parts.imports.has(variable)),
  );
  if (imports.includes(undefined)) return undefined;
  const types = parts.typesOfOrigin.toSorted().join(", ");
  const isEsm = style.system === "esm";
  const head = [
    ...imports,
    ...(types === "" ? [] : [loadOf("import type", types, parts.origin, style)]),
  ].join(style.newline);
  const body = parts.declarations.map((declaration) =>
    movedText(
      sourceCode,
      declaration,
      parts.exported.has(declaration.variable) && (isEsm || declaration.isType),
    ),
  );
  const sections = [
    ...(head === "" ? [] : [head]),
    ...body,
    ...(parts.added === undefined ? [] : [parts.added.text]),
    ...(isEsm ? [] : [exportsOf(parts, style)]),
  ];
  return sections.join(style.newline.repeat(2)) + style.newline;
}

function loadOf(keyword: string, names: string, specifier: string, style: ModuleStyle): string {
  return `${keyword} { ${names} } from ${quoted(specifier, style)}${style.semicolon}`;
}

function exportsOf({ declarations, added, exported }: ModuleParts, style: ModuleStyle): string {
  const names = [
    ...declarations.flatMap(({ variable, isType }) =>
      exported.has(variable) && !isType ? [variable.name] : [],
    ),
    ...(added === undefined ? [] : [added.name]),
  ];
  return `module.exports = { ${names.join(", ")} }${style.semicolon}`;
}
