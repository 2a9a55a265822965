/** Locks by the file system: a file or folder that only one can make. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calleeOf, unwrap, type Node } from "../syntax/ast.js";
import type { Resolver } from "../values/resolve.js";
import type { SourceFile } from "../syntax/source-file.js";

/** Functions that fail where a file or folder is there already: always, or with the flag "wx". */
const exclusive = new Set(["mkdirSync", "linkSync", "symlinkSync"]);
const exclusiveByFlag = new Set(["openSync", "writeFileSync"]);

/** The call by which a block begins, if it makes a file or folder that must not be there yet. */
export function lockOf(
  resolver: Resolver,
  file: SourceFile,
  { body: [first] }: TSESTree.BlockStatement,
): TSESTree.CallExpression | undefined {
  const made = valueOf(first);
  const call = made?.type === "AssignmentExpression" ? unwrap(made.right) : made;
  if (call?.type !== "CallExpression") return undefined;
  const isExclusive = call.arguments.some((one) =>
    /["'](?:wx|ax)/u.test(file.text.slice(one.range[0], one.range[1])),
  );
  const isLock = resolver.valuesOf(file, calleeOf(call)).some((value) => {
    if (value.kind !== "api" || value.module !== "node:fs") return false;
    const name = value.path.join(".");
    return exclusive.has(name) || (isExclusive && exclusiveByFlag.has(name));
  });
  return isLock ? call : undefined;
}

/** What a statement computes: as an expression, for a variable, or to return it. */
function valueOf(statement: Node | undefined): Node | undefined {
  const value =
    statement?.type === "ExpressionStatement"
      ? statement.expression
      : statement?.type === "ReturnStatement"
        ? statement.argument
        : statement?.type === "VariableDeclaration"
          ? statement.declarations[0]?.init
          : undefined;
  return value === null || value === undefined ? undefined : unwrap(value);
}
