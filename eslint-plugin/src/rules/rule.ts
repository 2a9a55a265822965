/** What the rules have in common: ask the analysis, select, report. */
import type { Rule } from "eslint";
import { defaultContexts, type LocatedFinding } from "../analysis/linting.js";
import { mending, suggestionMessage } from "./fixing.js";
import type { Linting } from "./linting.js";
import { fixProperties, sharedProperties, type JsonSchema, type RuleOptions } from "./options.js";
import { isAllowedFile, isReported } from "./selection.js";

export interface FindingRule<Options extends RuleOptions> {
  readonly name: LocatedFinding["rule"];
  readonly description: string;
  readonly messages: Readonly<Record<string, string>>;
  /** Schema properties beside those that all rules share. */
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  /** What is said about a finding. */
  message(
    finding: LocatedFinding,
    options: Options,
    context: Rule.RuleContext,
  ): { readonly messageId: string; readonly data: Readonly<Record<string, string>> };
}

/** Where the documentation of the rules lives. */
export const documentation =
  "https://github.com/unblock-dev/unblock/blob/main/eslint-plugin/docs/rules";

export function createFindingRule<Options extends RuleOptions>(
  linting: Linting,
  rule: FindingRule<Options>,
): Rule.RuleModule {
  // Of a chain the call that blocks stands elsewhere: mending it changes functions that only a person may change.
  const fixes = rule.name !== "no-blocking-chain";
  return {
    meta: {
      type: "problem",
      docs: {
        description: rule.description,
        recommended: true,
        url: `${documentation}/${rule.name}.md`,
      },
      hasSuggestions: true,
      ...(fixes ? { fixable: "code" } : {}),
      messages: { ...rule.messages, ...suggestionMessage },
      schema: [
        {
          type: "object",
          properties: {
            ...sharedProperties,
            ...(fixes ? fixProperties : {}),
            ...rule.properties,
          },
          additionalProperties: false,
        },
      ],
      defaultOptions: [{}],
    },
    create(context) {
      const options = (context.options[0] ?? {}) as Options;
      if (isAllowedFile(context.physicalFilename, context.cwd, options)) return {};
      return {
        Program(): void {
          const linted = linting.of(context, options);
          const contexts = options.contexts ?? defaultContexts;
          for (const finding of linted?.findings(contexts, rule.name) ?? []) {
            if (!isReported(finding, options)) continue;
            const { messageId, data } = rule.message(finding, options, context);
            context.report({
              node: finding.node as unknown as Rule.Node,
              messageId,
              data: { ...data },
              ...mending(context, finding, fixes && options.fix === true),
            });
          }
        },
      };
    },
  };
}
