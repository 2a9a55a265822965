/** Which module system a TypeScript file is compiled to, by its tsconfig.json: what a new module beside it is found by. */
import path from "node:path";
import ts from "typescript";

/** Undefined where nothing says so, or it is one that Node.js does not load. */
export type CompiledModules = "esm" | "commonjs" | undefined;

const { ModuleKind } = ts;

/** @param packageType what the nearest package.json says of its modules */
export function compiledModules(file: string, packageType: "module" | "commonjs"): CompiledModules {
  const { module, verbatimModuleSyntax } = compilerOptions(file);
  const compiled = formatOf(file, packageType, module);
  // There the compiler takes no `import … from`, which is what the extraction writes.
  return compiled === "commonjs" && verbatimModuleSyntax === true ? undefined : compiled;
}

function formatOf(
  file: string,
  packageType: "module" | "commonjs",
  module: ts.ModuleKind | undefined,
): CompiledModules {
  const ending = path.extname(file);
  if (ending === ".cts") return "commonjs";
  if (ending === ".mts") return "esm";
  if (module === ModuleKind.CommonJS) return "commonjs";
  if (module === undefined) return packageType === "module" ? "esm" : undefined;
  if (module >= ModuleKind.Node16 && module <= ModuleKind.NodeNext) {
    return packageType === "module" ? "esm" : "commonjs";
  }
  return module >= ModuleKind.ES2015 ? "esm" : undefined;
}

/** Of the nearest tsconfig.json, with what it extends; none where it can't be read. Runs no code of anybody's. */
function compilerOptions(file: string): ts.CompilerOptions {
  const config = ts.findConfigFile(path.dirname(file), ts.sys.fileExists);
  if (config === undefined) return {};
  const { config: read } = ts.readConfigFile(config, ts.sys.readFile) as { config?: unknown };
  // Which files belong to it does not matter here, and looking for them takes long.
  const host: ts.ParseConfigHost = { ...ts.sys, readDirectory: () => [] };
  return ts.parseJsonConfigFileContent(read ?? {}, host, path.dirname(config)).options;
}
