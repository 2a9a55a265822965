import plugin from "../../../eslint-plugin/src/index.js";
import { javascript } from "./tester.js";

const rule = plugin.rules["no-blocking-call"];

javascript.run("no-blocking-call: callbacks of events and requests", rule, {
  valid: ['import { readFileSync } from "fs";\nprocess.on("SIGHUP", () => readFileSync("a"));'],
  invalid: [
    {
      name: "a listener becomes async, and the suggestion says what becomes of its errors",
      code: 'import { readFileSync } from "fs";\nprocess.on("SIGHUP", () => { console.log(readFileSync("a")); });\n',
      options: [{ contexts: ["listener"] }],
      errors: [
        {
          messageId: "blocks",
          line: 2,
          suggestions: [
            {
              desc: "Await readFile of node:fs/promises. The callback becomes async: nobody awaits it, so that what it throws becomes an unhandled rejection.",
              output:
                'import { readFile } from "fs/promises";\nprocess.on("SIGHUP", async () => { console.log(await readFile("a")); });\n',
            },
          ],
        },
      ],
    },
  ],
});
