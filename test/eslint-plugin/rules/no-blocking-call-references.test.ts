import plugin from "../../../eslint-plugin/src/index.js";
import { javascript } from "./tester.js";

const rule = plugin.rules["no-blocking-call"];

const race =
  "Await access of node:fs/promises: other code may create or delete the file before the answer is used.";
const atOnce = "The items are worked on at the same time, and come in the same order.";
const exists = "await access(file).then(() => true, () => false)";

javascript.run("no-blocking-call: functions that are handed over", rule, {
  valid: [
    'import { access } from "node:fs/promises"; export async function f(p) { p.map(access); }',
  ],
  invalid: [
    {
      name: "filter keeps what exists",
      code: 'import { existsSync } from "node:fs";\nexport async function f(files) {\n  return files.filter(existsSync);\n}\n',
      errors: [
        {
          messageId: "blocks",
          line: 3,
          column: 10,
          endLine: 3,
          endColumn: 34,
          suggestions: [
            {
              desc: `${race} ${atOnce}`,
              output: `import { access } from "node:fs/promises";\nexport async function f(files) {\n  return (await Promise.all(files.map(async (file) => (${exists}) ? [file] : []))).flat();\n}\n`,
            },
          ],
        },
      ],
    },
    {
      name: "a search becomes a loop",
      code: 'import fs from "fs";\nexport async function f(files) {\n  if (files.every(fs.existsSync)) return fs.watch("a");\n}\n',
      errors: [
        {
          messageId: "blocks",
          line: 3,
          column: 7,
          suggestions: [
            {
              desc: `${race} The search becomes a loop, which stops at the first hit as before.`,
              output: `import fs from "fs";\nimport { access } from "fs/promises";\nexport async function f(files) {\n  let isEvery = true;\n  for (const file of files) {\n    if (!${exists}) {\n      isEvery = false;\n      break;\n    }\n  }\n  if (isEvery) return fs.watch("a");\n}\n`,
            },
          ],
        },
      ],
    },
    {
      name: "map waits for all, and forEach for one after the other",
      code: 'import { unlinkSync } from "fs";\nexport async function f(files) {\n  files.map(unlinkSync);\n  files.forEach(unlinkSync);\n}\n',
      errors: [
        {
          messageId: "blocks",
          line: 3,
          suggestions: [
            {
              desc: `Await unlink of node:fs/promises. ${atOnce}`,
              output:
                'import { unlinkSync } from "fs";\nimport { unlink } from "fs/promises";\nexport async function f(files) {\n  await Promise.all(files.map((file) => unlink(file)));\n  files.forEach(unlinkSync);\n}\n',
            },
          ],
        },
        {
          messageId: "blocks",
          line: 4,
          suggestions: [
            {
              desc: "Await unlink of node:fs/promises. The loop becomes for…of, and works on one item after the other.",
              output:
                'import { unlinkSync } from "fs";\nimport { unlink } from "fs/promises";\nexport async function f(files) {\n  files.map(unlinkSync);\n  for (const file of files.values()) { await unlink(file); }\n}\n',
            },
          ],
        },
      ],
    },
    {
      name: "a promise waits for what its reaction gives, in a function of any kind",
      code: 'import { readFileSync } from "fs";\nexport const f = (promise) => promise.then(readFileSync);\n',
      errors: [
        {
          messageId: "blocks",
          line: 2,
          suggestions: [
            {
              desc: "Await readFile of node:fs/promises.",
              output:
                'import { readFile } from "fs/promises";\nexport const f = (promise) => promise.then(readFile);\n',
            },
          ],
        },
      ],
    },
    {
      name: "none where the index would be taken for options, or where another function may be meant",
      code: 'import fs from "fs";\nexport async function f(files, one) {\n  files.map(fs.readFileSync);\n  files.map(one ? fs.unlinkSync : fs.statSync);\n  const either = one ? fs.unlinkSync : fs.statSync;\n  files.map(either);\n}\n',
      errors: [
        { messageId: "blocks", line: 3, suggestions: [] },
        { messageId: "blocks", line: 6, suggestions: [] },
      ],
    },
  ],
});
