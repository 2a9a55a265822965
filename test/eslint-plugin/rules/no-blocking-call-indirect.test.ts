import plugin from "../../../eslint-plugin/src/index.js";
import { javascript } from "./tester.js";

const rule = plugin.rules["no-blocking-call"];

const head = 'import fs from "node:fs";\nexport { fs };\n';
const mendedHead =
  'import fs from "node:fs";\nimport { stat } from "node:fs/promises";\nexport { fs };\n';

/** An indirect call, and what it becomes; undefined where nothing is offered. */
const calls: Readonly<Record<string, readonly [string, string | undefined]>> = {
  ".call with an object": ["fs.statSync.call(fs, p)", "await stat(p)"],
  ".call with nothing": [
    "fs.statSync.call(undefined, p, { bigint: true })",
    "await stat(p, { bigint: true })",
  ],
  ".call of a member": ["fs.statSync.call(fs, p).size", "(await stat(p)).size"],
  ".apply with an array": [
    "fs.statSync.apply(null, [p, { bigint: true }])",
    "await stat(p, { bigint: true })",
  ],
  ".apply with commas": ["fs.statSync.apply(fs, [p,],)", "await stat(p)"],
  "Reflect.apply": ["Reflect.apply(fs.statSync, fs, [p])", "await stat(p)"],
  "comments around the arguments": [
    "fs.statSync /* a */ .call(/* b */ fs, /* c */ p /* d */)",
    "await stat(/* a *//* b *//* c */p/* d */)",
  ],
  "a line comment": ["fs.statSync.apply(fs, [ // why\n p])", "await stat(// why\np)"],
  "an object that does something": ["fs.statSync.call(p(), p)", undefined],
  "a list that is not written out": ["fs.statSync.apply(fs, p)", undefined],
  "a list with a hole": ["fs.statSync.apply(fs, [p, , 1])", undefined],
  "an argument in parentheses": ["fs.statSync.call(fs, (p))", undefined],
  "arguments of unknown number": ["fs.statSync.call(...p)", undefined],
};

javascript.run("no-blocking-call: functions that are called through others", rule, {
  valid: [],
  invalid: Object.entries(calls).map(([name, [written, mended]]) => ({
    name,
    code: `${head}export async function f(p) {\n  return ${written};\n}\n`,
    errors: [
      {
        messageId: "blocks",
        line: 4,
        column: 10,
        suggestions:
          mended === undefined
            ? []
            : [
                {
                  desc: "Await stat of node:fs/promises.",
                  output: `${mendedHead}export async function f(p) {\n  return ${mended};\n}\n`,
                },
              ],
      },
    ],
  })),
});
