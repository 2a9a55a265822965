/** Blocking functions that are a template's tag. */
import plugin from "../../../eslint-plugin/src/index.js";
import { javascript } from "./tester.js";

const rule = plugin.rules["no-blocking-call"];
const desc = "Await $ of execa.";

javascript.run("no-blocking-call: tagged templates", rule, {
  valid: [
    'import { $, execaSync } from "execa";\nexport async function f() { const run = execaSync({ cwd: "a" }); return [run, await $`ls`]; }',
  ],
  invalid: [
    {
      name: "the tag loses its sync",
      code: 'import { $ } from "execa";\nexport const f = async (name) => $.sync`ls ${name}`.stdout;',
      errors: [
        {
          messageId: "blocks",
          suggestions: [
            {
              desc,
              output:
                'import { $ } from "execa";\nexport const f = async (name) => (await $`ls ${name}`).stdout;',
            },
          ],
        },
      ],
    },
    {
      name: "also one made with options",
      code: 'import { $ } from "execa";\nconst quiet = $({ stdio: "ignore" });\nexport async function f() { quiet.s`git fetch`; }',
      errors: [
        {
          messageId: "blocks",
          suggestions: [
            {
              desc,
              output:
                'import { $ } from "execa";\nconst quiet = $({ stdio: "ignore" });\nexport async function f() { await quiet`git fetch`; }',
            },
          ],
        },
      ],
    },
    {
      name: "none where a condition chooses the tag",
      code: 'import { $ } from "execa";\nexport async function f(quiet) { const run = quiet ? $({ stdio: "ignore" }) : $; run.sync`git fetch`; }',
      errors: [{ messageId: "blocks", suggestions: [] }],
    },
  ],
});
