import plugin from "../../../eslint-plugin/src/index.js";
import { typescript } from "./tester.js";

const rule = plugin.rules["valid-spawn-blocking"];

/** The code after an import of the package, which takes the first line. */
function using(...lines: readonly string[]): string {
  return ['import { spawnBlocking, parallelMap } from "spawn-blocking";', ...lines].join("\n");
}

typescript.run("valid-spawn-blocking in TypeScript", rule, {
  valid: [
    {
      name: "types from around it",
      code: using(
        'import type { Options } from "./options.js";',
        "interface User { name: string }",
        "type Names = readonly string[];",
        "spawnBlocking((user: User, names: Names, o?: Options) => [user.name, ...names] as Names, [{ name: 'a' }, []]);",
      ),
    },
  ],
  invalid: [
    {
      name: "an enum, and a parameter with a type",
      code: using(
        "enum Level { Low, High }",
        "const limit: number = 3;",
        "spawnBlocking((n: number): number => (n > limit ? Level.High : Level.Low), [1]);",
      ),
      errors: [
        {
          messageId: "variable",
          suggestions: [
            {
              messageId: "passIt",
              output: using(
                "enum Level { Low, High }",
                "const limit: number = 3;",
                "spawnBlocking((n: number, limit): number => (n > limit ? Level.High : Level.Low), [1, limit]);",
              ),
            },
          ],
        },
        {
          messageId: "variable",
          data: { name: "Level" },
          suggestions: [
            {
              messageId: "passIt",
              output: using(
                "enum Level { Low, High }",
                "const limit: number = 3;",
                "spawnBlocking((n: number, Level): number => (n > limit ? Level.High : Level.Low), [1, Level]);",
              ),
            },
          ],
        },
      ],
    },
  ],
});
