import type { Rule } from "eslint";

/** What of a rule's context says what is linted, and how: editors, which run no rule, give the same. */
export type LintContext = Pick<
  Rule.RuleContext,
  "sourceCode" | "physicalFilename" | "cwd" | "languageOptions"
>;
