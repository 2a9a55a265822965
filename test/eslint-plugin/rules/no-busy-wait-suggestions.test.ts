/** What is suggested for loops that wait for somebody else: to give way in each round. */
import plugin from "../../../eslint-plugin/src/index.js";
import { commonjs, javascript, typescript } from "./tester.js";

const rule = plugin.rules["no-busy-wait"];
const desc =
  "Await setImmediate of node:timers/promises in each round: others run in between, and it still asks again and again.";
const imported = 'import { setImmediate } from "node:timers/promises";\n\n';

/** One report on a loop, with what the only suggestion makes of the code. */
function given(code: string, output: string): { code: string; errors: object[] } {
  return { code, errors: [{ messageId: "spins", suggestions: [{ desc, output }] }] };
}

/** One report on a loop for which nothing is suggested. */
function withheld(code: string): { code: string; errors: object[] } {
  return { code, errors: [{ messageId: "spins", suggestions: [] }] };
}

javascript.run("no-busy-wait: suggestions", rule, {
  valid: [`${imported}export async function f(s) { while (!s.ready) { await setImmediate(); } }`],
  invalid: [
    {
      name: "a body that is empty",
      ...given(
        "export async function f(s) { while (!s.ready) {} }",
        `${imported}export async function f(s) { while (!s.ready) { await setImmediate(); } }`,
      ),
    },
    {
      name: "no body at all",
      ...given(
        "export async function f(s) { while (!s.ready); }",
        `${imported}export async function f(s) { while (!s.ready) await setImmediate(); }`,
      ),
    },
    {
      name: "a body that holds a comment",
      ...given(
        "export async function f(s) {\n  do { // not yet\n  } while (!s.ready);\n}",
        `${imported}export async function f(s) {\n  do { await setImmediate(); // not yet\n  } while (!s.ready);\n}`,
      ),
    },
    {
      name: "a body of several statements, indented as they are",
      ...given(
        "export async function f(s) {\n  while (!s.ready) {\n    if (s.failed) return false;\n  }\n}",
        `${imported}export async function f(s) {\n  while (!s.ready) {\n    await setImmediate();\n    if (s.failed) return false;\n  }\n}`,
      ),
    },
    {
      name: "an await of what is there already is replaced",
      ...given(
        "export async function f(s) {\n  while (!s.ready) await Promise.resolve();\n}",
        `${imported}export async function f(s) {\n  while (!s.ready) await setImmediate();\n}`,
      ),
    },
    {
      name: "shared memory, a message, a file",
      ...given(
        "export async function f(cell) { while (Atomics.load(cell, 0) === 0) {} }",
        `${imported}export async function f(cell) { while (Atomics.load(cell, 0) === 0) { await setImmediate(); } }`,
      ),
    },
    {
      name: "a clock that the loop watches beside something else",
      ...given(
        "export async function f(s, end) { while (Date.now() < end && !s.ready) {} }",
        `${imported}export async function f(s, end) { while (Date.now() < end && !s.ready) { await setImmediate(); } }`,
      ),
    },
    {
      name: "another name where the file uses the global one",
      ...given(
        "export async function f(s) { setImmediate(s.start); while (!s.ready) {} }",
        'import { setImmediate as nextTurn } from "node:timers/promises";\n\nexport async function f(s) { setImmediate(s.start); while (!s.ready) { await nextTurn(); } }',
      ),
    },
    {
      name: "none in a function that others call",
      ...withheld("export function f(s) { while (!s.ready) {} }"),
    },
    {
      name: "none for a loop that nothing ends",
      ...withheld("export async function f() { for (;;) {} }"),
    },
  ],
});

commonjs.run("no-busy-wait: suggestions in CommonJS", rule, {
  valid: [],
  invalid: [
    given(
      "exports.f = async (s) => { while (s.busy) {} };",
      'const { setImmediate } = require("node:timers/promises");\n\nexports.f = async (s) => { while (s.busy) { await setImmediate(); } };',
    ),
  ],
});

typescript.run("no-busy-wait: suggestions for typed code", rule, {
  valid: [],
  invalid: [
    given(
      "export class C {\n  private open = false;\n  async wait(): Promise<void> {\n    while (!this.open) {\n    }\n  }\n}",
      `${imported}export class C {\n  private open = false;\n  async wait(): Promise<void> {\n    while (!this.open) { await setImmediate();\n    }\n  }\n}`,
    ),
  ],
});
