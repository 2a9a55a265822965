/** Which imports a file returns calls of: whether its functions return promises may hang on these. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { calleeOf, unwrap, type Node } from "../syntax/ast.js";
import type { SourceFile } from "../syntax/source-file.js";

/** The specifiers of the modules of which some function returns a call's result: `return load()`, `() => files.load()`. */
export function returnedImports(file: SourceFile): ReadonlySet<string> {
  const specifiers = new Set<string>();
  for (const returned of file.nodes.returned) {
    const root = rootOfCall(returned);
    const variable = root === undefined ? undefined : file.variableOf(root);
    for (const { node } of variable?.defs ?? []) {
      const specifier = specifierOf(node);
      if (specifier !== undefined) specifiers.add(specifier);
    }
  }
  return specifiers;
}

/** `files` of `files.load().then(…)`. */
function rootOfCall(returned: Node): TSESTree.Identifier | undefined {
  let node = unwrap(returned);
  if (node.type !== "CallExpression") return undefined;
  while (node.type === "CallExpression" || node.type === "MemberExpression") {
    node = node.type === "CallExpression" ? calleeOf(node) : unwrap(node.object);
  }
  // `(0, files.load)()`, as compilers write it.
  return node.type === "Identifier" ? node : undefined;
}

/** The specifier behind what declares a variable. */
function specifierOf(node: TSESLint.Scope.Definition["node"]): string | undefined {
  switch (node.type) {
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return node.parent.source?.value;
    case "VariableDeclarator":
      return node.init === null ? undefined : loaded(unwrap(node.init));
    default:
      return undefined;
  }
}

/** The specifier in `require("./files")`, `__importStar(require("./files"))`, `(await import("./files")).default`. */
function loaded(expression: Node): string | undefined {
  let node = expression;
  for (;;) {
    switch (node.type) {
      case "MemberExpression":
        node = unwrap(node.object);
        break;
      case "AwaitExpression":
        node = unwrap(node.argument);
        break;
      case "ImportExpression":
        node = node.source;
        break;
      case "CallExpression": {
        const [first] = node.arguments;
        if (first === undefined) return undefined;
        node = unwrap(first);
        break;
      }
      case "Literal":
        return typeof node.value === "string" ? node.value : undefined;
      default:
        return undefined;
    }
  }
}
