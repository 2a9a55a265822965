/** What a worker thread of Node.js never has, and what no thread can call. */
import plugin from "../../../eslint-plugin/src/index.js";
import { javascript } from "./tester.js";

function using(...lines: readonly string[]): string {
  return ['import { spawnBlocking } from "spawn-blocking";', ...lines].join("\n");
}

javascript.run("valid-spawn-blocking, pages and classes", plugin.rules["valid-spawn-blocking"], {
  valid: [
    {
      name: "names of a page that the function asks about first",
      code: using("spawnBlocking(() => (typeof window === 'undefined' ? 1 : window.innerWidth));"),
    },
    {
      name: "names of a page that the function declares itself",
      code: using(
        "spawnBlocking((html) => { const document = { html }; return document; }, ['']);",
      ),
    },
    {
      name: "a class that is constructed inside",
      code: using("spawnBlocking(() => { class Job { size = 1; } return new Job().size; });"),
    },
  ],
  invalid: [
    {
      name: "what only a page has",
      code: using("spawnBlocking((id) => document.getElementById(id) ?? window.name, ['a']);"),
      errors: [
        {
          message:
            "This function runs on a worker thread of Node.js, where there is no 'document'. Pass what it needs of it in the arguments.",
          line: 2,
          column: 23,
        },
        { messageId: "page-global", data: { name: "window" }, line: 2, column: 54 },
      ],
    },
    {
      name: "a class in place of a function",
      code: using("class Job {}", "spawnBlocking(Job);"),
      errors: [
        {
          message:
            "'Job' can't run on a worker thread: a class can't be called without 'new'. Construct it in a function of its module, and pass that module's URL and the function's name.",
          line: 3,
          column: 15,
        },
      ],
    },
  ],
});
