/** Names that code uses and does not declare. */
import type { Linter } from "eslint";

/** What a fix must not add to: a name for which it forgot the import. In the order of the code. */
export function freeNames(
  linter: Linter,
  code: string,
  config: Linter.Config,
  filename: string,
): readonly string[] {
  linter.verify(code, config, { filename });
  const { globalScope } = linter.getSourceCode().scopeManager;
  return [
    ...new Set((globalScope?.through ?? []).map(({ identifier }) => identifier.name as string)),
  ];
}
