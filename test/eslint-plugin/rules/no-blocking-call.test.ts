import plugin from "../../../eslint-plugin/src/index.js";
import { javascript } from "./tester.js";

const rule = plugin.rules["no-blocking-call"];

javascript.run("no-blocking-call", rule, {
  valid: [
    'import { readFileSync } from "node:fs"; function f() { return readFileSync("a"); }',
    'function readFileSync() {} async function f() { readFileSync("a"); }',
    'import { readFileSync } from "node:fs"; async function f() { function g() { return readFileSync("a"); } return g; }',
    "async function f(memory) { Atomics.wait(memory, 0, 0, 0); }",
  ],
  invalid: [
    {
      name: "a named import, with the API, the time and its source in the message",
      code: 'import { readFileSync } from "fs";\nasync function f() {\n  return readFileSync("a");\n}',
      errors: [
        {
          message:
            "node:fs.readFileSync blocks the event loop for about 0.14 ms (typical: 1 kB; Node 20, local file in the page cache, 2-core VM; upper end: a cold or networked disk).",
          line: 3,
          column: 10,
          endLine: 3,
          endColumn: 27,
          suggestions: [
            {
              desc: "Await readFile of node:fs/promises.",
              output:
                'import { readFile } from "fs/promises";\nasync function f() {\n  return await readFile("a");\n}',
            },
          ],
        },
      ],
    },
  ],
});
