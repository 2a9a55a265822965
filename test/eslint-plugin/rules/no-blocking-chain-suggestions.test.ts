import plugin from "../../../eslint-plugin/src/index.js";
import { javascript, typescript } from "./tester.js";

const rule = plugin.rules["no-blocking-chain"];
const figure =
  "about 0.14 ms (typical: 1 kB; Node 20, local file in the page cache, 2-core VM; upper end: a cold or networked disk)";

javascript.run("no-blocking-chain: suggestions", rule, {
  valid: [
    'import { readFile } from "node:fs/promises";\nasync function load(p) { return await readFile(p); }\nexport async function f(p) { return await load(p); }',
  ],
  invalid: [
    {
      name: "two levels within the file",
      filename: "/project/a.js",
      code: 'import { readFileSync } from "node:fs";\nconst read = (p) => readFileSync(p, "utf8");\nfunction load(p) {\n  return JSON.parse(read(p));\n}\nexport async function handler(p) {\n  return load(p).port;\n}\n',
      errors: [
        {
          message: `load ends in node:fs.readFileSync, which blocks the event loop for ${figure}: load (/project/a.js:7) → read (/project/a.js:4) → node:fs.readFileSync (/project/a.js:2).`,
          line: 7,
          column: 10,
          endLine: 7,
          endColumn: 17,
          suggestions: [
            {
              desc: "Await readFile of node:fs/promises. load becomes async and is awaited where it is called (1 call): other code may run in between. read becomes async and is awaited where it is called (1 call): other code may run in between.",
              output:
                'import { readFile } from "node:fs/promises";\nconst read = async (p) => await readFile(p, "utf8");\nasync function load(p) {\n  return JSON.parse(await read(p));\n}\nexport async function handler(p) {\n  return (await load(p)).port;\n}\n',
            },
          ],
        },
      ],
    },
    {
      name: "none where another module may call the function",
      code: 'import { readFileSync } from "node:fs";\nexport function load(p) { return readFileSync(p); }\nexport async function handler(p) { return load(p); }',
      errors: [{ messageId: "blocks", line: 3, column: 43, endColumn: 50, suggestions: [] }],
    },
    {
      name: "none where the chain goes through a getter",
      code: 'import { readFileSync } from "node:fs";\nclass A { get text() { return readFileSync("a"); } }\nexport async function handler() { return new A().text; }',
      errors: [{ messageId: "blocks", suggestions: [] }],
    },
  ],
});

typescript.run("no-blocking-chain: suggestions for typed code", rule, {
  valid: [],
  invalid: [
    {
      name: "the written type becomes a promise's",
      filename: "/project/a.ts",
      code: 'import { statSync } from "node:fs";\nclass Files {\n  private size(name: string): number {\n    return statSync(name).size;\n  }\n  async total(names: string[]): Promise<number> {\n    let total = 0;\n    for (const name of names) total += this.size(name);\n    return total;\n  }\n}\nexport default Files;\n',
      errors: [
        {
          messageId: "blocks",
          line: 8,
          column: 40,
          endLine: 8,
          endColumn: 55,
          suggestions: [
            {
              desc: "Await stat of node:fs/promises. size becomes async and is awaited where it is called (1 call): other code may run in between.",
              output:
                'import { stat } from "node:fs/promises";\nclass Files {\n  private async size(name: string): Promise<number> {\n    return (await stat(name)).size;\n  }\n  async total(names: string[]): Promise<number> {\n    let total = 0;\n    for (const name of names) total += await this.size(name);\n    return total;\n  }\n}\nexport default Files;\n',
            },
          ],
        },
      ],
    },
  ],
});
