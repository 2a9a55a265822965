/**
 * A parser whose trees ESLint does not walk. ESLint visits every node for the rules that it runs; ours ask about the
 * program as a whole, and where they run alone, as in an editor, that walk is a sixth of all work.
 */
import type { EslintParser } from "../project/project-types.js";

type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

/** Where the keys of the whole tree are, beside those that ESLint gets. */
const wholeTree = "unblockVisitorKeys";

interface Parsed {
  readonly visitorKeys?: VisitorKeys;
  readonly services?: object;
}

export function programOnly(parser: Required<Pick<EslintParser, "parseForESLint">>): EslintParser {
  return {
    ...parser,
    parseForESLint(text, options) {
      const parsed = parser.parseForESLint(text, options) as Parsed;
      return {
        ...parsed,
        visitorKeys: { ...parsed.visitorKeys, Program: [] },
        services: { ...parsed.services, [wholeTree]: parsed.visitorKeys },
      };
    },
  };
}

/** The keys by which the analysis walks. */
export function wholeTreeKeys(services: unknown, visitorKeys: VisitorKeys): VisitorKeys {
  const kept = (services as { readonly [wholeTree]?: VisitorKeys } | null | undefined)?.[wholeTree];
  return kept ?? visitorKeys;
}
