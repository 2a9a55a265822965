import plugin from "../../../eslint-plugin/src/index.js";
import { javascript } from "./tester.js";

const rule = plugin.rules["valid-spawn-blocking"];

/** The code after an import of the package, which takes the first line. */
function using(...lines: readonly string[]): string {
  return ['import { spawnBlocking, parallelMap } from "spawn-blocking";', ...lines].join("\n");
}

javascript.run("valid-spawn-blocking", rule, {
  valid: [
    {
      name: "a self-contained function",
      code: using(
        "async function f(password, salt) {",
        "  return await spawnBlocking(",
        '    (p, s) => process.getBuiltinModule("node:crypto").pbkdf2Sync(p, s, 1e6, 64, "sha512"),',
        "    [password, salt]);",
        "}",
      ),
    },
    {
      name: "names of its own, inner functions, globals, its own this in classes and functions inside",
      code: using(
        "spawnBlocking(function self(n, { depth = 2 } = {}) {",
        "  function inner() { return this ?? arguments.length; }",
        "  class Box { #v = 1; get() { return this.#v; } }",
        "  for (const i of [1, 2]) Math.max(i, n);",
        "  return n > 0 ? self(n - 1) : [typeof inner(), Buffer.from('a'), depth, { n }];",
        "}, [3]);",
      ),
    },
    {
      name: "an export of a module",
      code: using('spawnBlocking(new URL("./work.js", import.meta.url), "hash", [1]);'),
    },
    {
      name: "a function of this name that is not ours",
      code: "const salt = 1; function spawnBlocking(fn) { return fn(); } spawnBlocking(() => salt);",
    },
    {
      name: "a function that is not known",
      code: using("export function run(fn) { return spawnBlocking(fn, []); }"),
    },
    {
      name: "compilers' and coverage tools' names that the pool provides",
      code: using(
        "var __name = (f) => f; function cov_1() {}",
        "spawnBlocking(() => { cov_1().s[0]++; const g = __name(() => 1, 'g'); return g(); });",
      ),
    },
    {
      name: "values that can be cloned",
      code: using(
        "spawnBlocking((a, b, c) => [a, b, c, new Date(), new Map(), async () => 1].length,",
        "  [new Date(), Buffer.from('a'), { list: [1, null, , 'x'], key: new Uint8Array(2) }]);",
      ),
    },
  ],
  invalid: [
    {
      name: "a variable from around, passed by the suggestion",
      code: using(
        "async function f(password, salt) {",
        "  return await spawnBlocking((p) => p + salt + salt.length, [password]);",
        "}",
      ),
      errors: [
        {
          message:
            "This function runs on a worker thread, where it does not have the variable 'salt' from around it. Pass it in the arguments.",
          line: 3,
          column: 41,
          endLine: 3,
          endColumn: 45,
          suggestions: [
            {
              desc: "Pass 'salt' in the arguments.",
              output: using(
                "async function f(password, salt) {",
                "  return await spawnBlocking((p, salt) => p + salt + salt.length, [password, salt]);",
                "}",
              ),
            },
          ],
        },
      ],
    },
    {
      name: "a variable, where there were no parameters nor arguments",
      code: using("const a = 1;", "spawnBlocking(() => a);"),
      errors: [
        {
          messageId: "variable",
          line: 3,
          column: 21,
          suggestions: [
            {
              messageId: "passIt",
              output: using("const a = 1;", "spawnBlocking((a) => a, [a]);"),
            },
          ],
        },
      ],
    },
    {
      name: "a variable, where a parameter has no parentheses, and where the list is empty",
      code: using("const a = 1;", "spawnBlocking(b => a + b, [2]);", "spawnBlocking(() => a, []);"),
      errors: [
        {
          messageId: "variable",
          suggestions: [
            {
              messageId: "passIt",
              output: using(
                "const a = 1;",
                "spawnBlocking((b, a) => a + b, [2, a]);",
                "spawnBlocking(() => a, []);",
              ),
            },
          ],
        },
        {
          messageId: "variable",
          suggestions: [
            {
              messageId: "passIt",
              output: using(
                "const a = 1;",
                "spawnBlocking(b => a + b, [2]);",
                "spawnBlocking((a) => a, [a]);",
              ),
            },
          ],
        },
      ],
    },
    {
      name: "no suggestion where the new argument would meet the wrong parameter",
      code: using("const a = 1;", "spawnBlocking((b, c) => a + b + c, [2]);"),
      errors: [{ messageId: "variable", suggestions: [] }],
    },
    {
      name: "exports of built-in modules, fetched inside by the suggestion, shorthand properties too",
      code: using(
        'import { pbkdf2Sync, constants } from "crypto";',
        'import fs from "node:fs";',
        "spawnBlocking((p) => [pbkdf2Sync(p, 's', 1, 8, 'sha1'), { constants }, fs.readFileSync(p)], ['p']);",
      ),
      errors: [
        {
          message:
            "This function runs on a worker thread, where it does not have 'pbkdf2Sync'. Fetch it inside, with process.getBuiltinModule(\"node:crypto\").",
          line: 4,
          column: 23,
          suggestions: [
            {
              desc: 'Fetch it inside, with process.getBuiltinModule("node:crypto").',
              output: using(
                'import { pbkdf2Sync, constants } from "crypto";',
                'import fs from "node:fs";',
                "spawnBlocking((p) => [process.getBuiltinModule(\"node:crypto\").pbkdf2Sync(p, 's', 1, 8, 'sha1'), { constants }, fs.readFileSync(p)], ['p']);",
              ),
            },
          ],
        },
        {
          messageId: "builtin",
          suggestions: [
            {
              messageId: "fetchIt",
              data: { module: "node:crypto" },
              output: using(
                'import { pbkdf2Sync, constants } from "crypto";',
                'import fs from "node:fs";',
                "spawnBlocking((p) => [pbkdf2Sync(p, 's', 1, 8, 'sha1'), { constants: process.getBuiltinModule(\"node:crypto\").constants }, fs.readFileSync(p)], ['p']);",
              ),
            },
          ],
        },
        {
          messageId: "builtin",
          suggestions: [
            {
              messageId: "fetchIt",
              data: { module: "node:fs" },
              output: using(
                'import { pbkdf2Sync, constants } from "crypto";',
                'import fs from "node:fs";',
                "spawnBlocking((p) => [pbkdf2Sync(p, 's', 1, 8, 'sha1'), { constants }, process.getBuiltinModule(\"node:fs\").readFileSync(p)], ['p']);",
              ),
            },
          ],
        },
      ],
    },
    {
      name: "imports of other modules, functions and classes, and what is assigned",
      code: using(
        'import marked from "marked";',
        "let count = 0;",
        "function render(text) { return text; }",
        "class Page {}",
        "spawnBlocking((text) => { count++; return marked(render(new Page(text))); }, ['x']);",
      ),
      errors: [
        { messageId: "assigned", data: { name: "count" }, line: 6, column: 27, suggestions: [] },
        { messageId: "import", data: { name: "marked" }, column: 43, suggestions: [] },
        { messageId: "function", data: { name: "render" }, column: 50, suggestions: [] },
        { messageId: "function", data: { name: "Page" }, column: 61, suggestions: [] },
      ],
    },
    {
      name: "this, super, arguments, new.target, import.meta and private names of what is around",
      code: using(
        "class A extends B {",
        "  #key = 1;",
        "  run() {",
        "    return spawnBlocking(() => [this.x, super.run, arguments[0], new.target, import.meta.url, {}.#key]);",
        "  }",
        "}",
      ),
      errors: ["this", "super", "arguments", "new.target", "import.meta", "#key"].map((name) => ({
        messageId: "context",
        data: { name },
        line: 5,
      })),
    },
    {
      name: "what only the file's own place gives, also in functions inside",
      code: using(
        "spawnBlocking(async (name) => {",
        "  async function load() { return [import.meta.url, (await import('./table.js')).size]; }",
        "  await import('node:os'); await import('table'); await import(name);",
        "  return (await load()).length;",
        "}, ['x']);",
      ),
      errors: [
        {
          messageId: "context",
          data: { name: "import.meta" },
          line: 3,
          column: 35,
          suggestions: [],
        },
        {
          message:
            "This function runs on a worker thread as text, where \"import('./table.js')\" finds no file beside this one. Move it into a module of its own, or pass the module's URL in the arguments.",
          line: 3,
          column: 59,
          suggestions: [],
        },
      ],
    },
    {
      name: "this of a function, which is undefined there",
      code: using("spawnBlocking(function () { return [this.x, arguments.length, new.target]; });"),
      errors: [{ messageId: "context", data: { name: "this" }, line: 2, column: 37 }],
    },
    {
      name: "a function that is written elsewhere in the file, once, though it is handed over twice",
      code: using(
        "const salt = 1;",
        "const hash = (p) => p + salt;",
        "spawnBlocking(hash, [1]);",
        "spawnBlocking(hash, [2]);",
      ),
      errors: [
        { messageId: "variable", data: { name: "salt" }, line: 3, column: 25, suggestions: [] },
      ],
    },
    {
      name: "methods of pools",
      code: 'import { Pool, defaultPool } from "spawn-blocking";\nconst a = {}.b;\nconst pool = new Pool();\npool.spawnBlocking((x, y) => a);\ndefaultPool.parallelMap([], (x, ...y) => a);',
      errors: [
        { messageId: "variable", line: 4, suggestions: [] },
        { messageId: "variable", line: 5, suggestions: [] },
      ],
    },
    {
      name: "a map's function, with the value passed in its options",
      code: using(
        "const k = 1, m = 2;",
        "parallelMap([1], (x) => x * k);",
        "parallelMap([1], (x, i, k) => x * k * m, { args: [k], maxThreads: 2 });",
        "parallelMap([1], () => k, { maxThreads: 2 });",
      ),
      errors: [
        {
          messageId: "variable",
          suggestions: [
            {
              messageId: "passIt",
              output: using(
                "const k = 1, m = 2;",
                "parallelMap([1], (x, _index, k) => x * k, { args: [k] });",
                "parallelMap([1], (x, i, k) => x * k * m, { args: [k], maxThreads: 2 });",
                "parallelMap([1], () => k, { maxThreads: 2 });",
              ),
            },
          ],
        },
        {
          messageId: "variable",
          suggestions: [
            {
              messageId: "passIt",
              output: using(
                "const k = 1, m = 2;",
                "parallelMap([1], (x) => x * k);",
                "parallelMap([1], (x, i, k, m) => x * k * m, { args: [k, m], maxThreads: 2 });",
                "parallelMap([1], () => k, { maxThreads: 2 });",
              ),
            },
          ],
        },
        {
          messageId: "variable",
          suggestions: [
            {
              messageId: "passIt",
              output: using(
                "const k = 1, m = 2;",
                "parallelMap([1], (x) => x * k);",
                "parallelMap([1], (x, i, k) => x * k * m, { args: [k], maxThreads: 2 });",
                "parallelMap([1], (_item, _index, k) => k, { args: [k], maxThreads: 2 });",
              ),
            },
          ],
        },
      ],
    },
    {
      name: "native and bound functions",
      code: using(
        'import { createHash } from "node:crypto";',
        "function f() {}",
        "spawnBlocking(Math.max, [1, 2]);",
        "spawnBlocking(createHash, ['sha1']);",
        "spawnBlocking(f.bind(null), []);",
      ),
      errors: [
        {
          message:
            "'Math.max' has no text that a worker thread could run. Call it in a function of your own.",
          line: 4,
          column: 15,
        },
        { messageId: "native", data: { name: "createHash" }, line: 5 },
        { messageId: "native", data: { name: "f.bind(null)" }, line: 6 },
      ],
    },
    {
      name: "a generator function",
      code: using("spawnBlocking(function* () { yield 1; });"),
      errors: [{ messageId: "generator", line: 2, column: 15 }],
    },
    {
      name: "helpers of compilers",
      code: using(
        'import * as tslib_1 from "tslib";',
        "var __awaiter = (f) => f; function _asyncToGenerator(f) { return f; }",
        "spawnBlocking(() => tslib_1.__rest(__awaiter(_asyncToGenerator)));",
      ),
      errors: ["tslib_1", "__awaiter", "_asyncToGenerator"].map((name) => ({
        messageId: "helper",
        data: { name },
        line: 4,
      })),
    },
  ],
});
