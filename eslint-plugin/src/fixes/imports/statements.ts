/** The statements of a file's own body, also where a component's file has them inside a `<script>`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../types.js";

type Statement = TSESTree.ProgramStatement;

/** svelte-eslint-parser keeps a component's code in elements of their own, `<script module>` first. */
interface ScriptElement {
  readonly type: string;
  readonly body: readonly Statement[];
}

/** The statements at the top of the code, without what a component's file has besides: styles, markup. */
export function statementsOf(sourceCode: SourceCode): readonly Statement[] {
  const body: readonly (Statement | ScriptElement)[] = sourceCode.ast.body;
  return body.flatMap((statement) => {
    if (statement.type === "SvelteScriptElement") return (statement as ScriptElement).body;
    return /^(?:Svelte|Astro)/u.test(statement.type) ? [] : [statement as Statement];
  });
}
