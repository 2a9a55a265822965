/** How a file calls an entry of the catalog: what it imports, and the call's text. */
import { catalog } from "../../../../eslint-plugin/src/catalog/index.js";
import type { AsyncForm, CatalogModule } from "../../../../eslint-plugin/src/catalog/types.js";

export type System = "esm" | "commonjs" | "typescript";

/** An API of the catalog that has an asynchronous form. */
export interface Entry {
  readonly module: string;
  readonly path: string;
  readonly form: AsyncForm;
  readonly construct: boolean;
}

export const entries: readonly Entry[] = catalog.flatMap(({ module, apis }) =>
  Object.entries(apis).flatMap(([path, { asyncForm: form, construct = false }]) =>
    form === undefined ? [] : [{ module, path, form, construct }],
  ),
);

export function titleOf({ module, path }: Entry): string {
  return `${module}: ${path}`;
}

/** The start of a file, and what is called in it, without arguments. */
export interface Called {
  readonly imports: string;
  readonly callee: string;
}

/** All ways in which a file of this kind may import the API that are told apart. */
export function waysToCall(entry: Entry, system: System): readonly Called[] {
  const [root = "", ...members] = entry.path.split(".");
  const prototype = members.indexOf("prototype");
  if (entry.module === "global") {
    const [head, tail] = entry.path.split(".prototype.");
    return tail === undefined
      ? [{ imports: "", callee: entry.path }]
      : instancesOf(entry.module, head ?? "", tail, "");
  }
  const wholes = wholeImports(entry.module, system);
  if (prototype >= 0 || members.includes("prototype")) {
    const [head = "", tail = ""] = entry.path.split(".prototype.");
    return wholes.flatMap((imports) => instancesOf(entry.module, head, tail, imports));
  }
  const path = root === "default" ? "api" : `api.${entry.path}`;
  return [
    ...wholes.map((imports) => ({ imports, callee: path })),
    ...(root === "default" ? [] : [namedImport(entry, root, system)]),
  ];
}

function wholeImports(module: string, system: System): readonly string[] {
  if (system === "commonjs") return [`const api = require("${module}");\n`];
  return [`import api from "${module}";\n`, `import * as api from "${module}";\n`];
}

function namedImport({ module, path }: Entry, root: string, system: System): Called {
  const imports =
    system === "commonjs"
      ? `const { ${root} } = require("${module}");\n`
      : `import { ${root} } from "${module}";\n`;
  return { imports, callee: path };
}

function instancesOf(
  module: string,
  holder: string,
  method: string,
  imports: string,
): readonly Called[] {
  const known = catalog.find((one) => one.module === module && makerOf(one, holder) !== undefined);
  const maker = known === undefined ? undefined : makerOf(known, holder);
  const prefix = module === "global" ? "" : "api.";
  const made = maker === undefined ? `new ${prefix}${holder}("x")` : `${prefix}${maker}("x")`;
  return [{ imports: `${imports}const instance = ${made};\n`, callee: `instance.${method}` }];
}

/** The function that gives instances of a class at once. */
function makerOf({ instances = {} }: CatalogModule, holder: string): string | undefined {
  return Object.entries(instances).find(
    ([path, made]) => made === holder && !path.includes(".prototype.") && /Sync$|^init/.test(path),
  )?.[0];
}
