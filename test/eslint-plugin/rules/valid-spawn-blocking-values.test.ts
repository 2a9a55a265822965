/** Arguments and results: written out in the call, held in variables, given by the platform. */
import plugin from "../../../eslint-plugin/src/index.js";
import { javascript } from "./tester.js";

const rule = plugin.rules["valid-spawn-blocking"];

function using(...lines: readonly string[]): string {
  return ['import { spawnBlocking, parallelMap } from "spawn-blocking";', ...lines].join("\n");
}

javascript.run("valid-spawn-blocking, values", rule, {
  valid: [
    {
      name: "constants of which nothing is refused",
      code: using(
        "const limits = { depth: 2, names: ['a'], at: new Map([[1, 2]]) };",
        "const given = [limits];",
        "spawnBlocking((all) => all.depth, given);",
        "parallelMap(given, (one) => one.depth);",
      ),
    },
    {
      name: "variables that are given something else later",
      code: using("let given = [() => 1];", "given = [1];", "spawnBlocking((a) => a, given);"),
    },
    {
      name: "promises that the function returns, which its thread awaits",
      code: using("spawnBlocking(() => Promise.all([1, 2]));"),
    },
  ],
  invalid: [
    {
      name: "arguments that can't be sent, each where it stands",
      code: using(
        'import fs from "node:fs";',
        "class User { greet() {} }",
        "class Point { x = 1; }",
        "const done = () => {};",
        "spawnBlocking((...all) => all.length,",
        "  [done, { on: [() => 1] }, Symbol('a'), new URL('http://a'), fs, new User(), new Point(), Promise.resolve(done)]);",
        "parallelMap([done], (x) => 1, { args: [new WeakMap()] });",
      ),
      errors: [
        { message: "This can't be sent to a worker thread: it is a function.", line: 7, column: 4 },
        { messageId: "argument", data: { what: "a function" }, column: 17 },
        { messageId: "argument", data: { what: "a symbol" }, column: 29 },
        { messageId: "argument", data: { what: "an instance of URL" }, column: 42 },
        { messageId: "argument", data: { what: "a module" }, column: 63 },
        {
          messageId: "argument",
          data: {
            what: "an instance of User, which arrives as a plain object without its methods",
          },
        },
        {
          messageId: "argument",
          data: { what: "a promise, which can be awaited before" },
        },
        { messageId: "argument", data: { what: "a function" }, line: 8, column: 14 },
        { messageId: "argument", data: { what: "an instance of WeakMap" }, line: 8 },
      ],
    },
    {
      name: "arguments in maps and sets that are written out, and proxies",
      code: using(
        "spawnBlocking((...all) => all.length,",
        "  [new Map([['a', () => 1]]), new Set([1, Symbol('b')]), new Proxy({}, {}), new Map([[1, 2]])]);",
      ),
      errors: [
        { messageId: "argument", data: { what: "a function" }, line: 3, column: 19 },
        { messageId: "argument", data: { what: "a symbol" }, line: 3, column: 43 },
        { messageId: "argument", data: { what: "an instance of Proxy" }, line: 3, column: 58 },
      ],
    },
    {
      name: "results that can't come back",
      code: using(
        "spawnBlocking((a) => { if (a) return { next() {} }; return () => a; }, [1]);",
        "spawnBlocking(async () => new URL('http://a'));",
      ),
      errors: [
        { message: "This can't come back from a worker thread: it is a function.", line: 2 },
        { messageId: "result", data: { what: "a function" }, line: 2, column: 60 },
        { messageId: "result", data: { what: "an instance of URL" }, line: 3, column: 27 },
      ],
    },
    {
      name: "a list of arguments",
      code: using("const given = [1, () => 2];", "spawnBlocking((a) => a, given);"),
      errors: [
        {
          message:
            "This can't be sent to a worker thread: it is a value in which '[]' is a function.",
          line: 3,
          column: 25,
        },
      ],
    },
    {
      name: "objects and maps",
      code: using(
        "const options = { on: { steps: [Symbol('a')] } };",
        "const byName = new Map([['a', { run() {} }]]);",
        "spawnBlocking((...all) => all.length, [options, byName]);",
      ),
      errors: [
        {
          messageId: "argument",
          data: { what: "a value in which 'on.steps[]' is a symbol" },
          column: 40,
        },
        {
          messageId: "argument",
          data: { what: "a value in which '[][].run' is a function" },
          column: 49,
        },
      ],
    },
    {
      name: "a result",
      code: using("spawnBlocking(() => { const made = { next() {} }; return made; });"),
      errors: [
        {
          message:
            "This can't come back from a worker thread: it is a value in which 'next' is a function.",
          column: 58,
        },
      ],
    },
    {
      name: "what the platform gives",
      code: using(
        'import { createReadStream } from "node:fs";',
        'import http from "node:http";',
        "const timer = setTimeout(() => {}, 10);",
        "spawnBlocking((...all) => all.length, [timer, createReadStream('a'), http.createServer()]);",
        "spawnBlocking(async () => await fetch('http://a'));",
        "spawnBlocking((a) => a, [Promise.all([1])]);",
      ),
      errors: [
        { messageId: "argument", data: { what: "a timer" }, line: 5, column: 40 },
        { messageId: "argument", data: { what: "a stream" }, line: 5, column: 47 },
        { messageId: "argument", data: { what: "a server" }, line: 5, column: 70 },
        { messageId: "result", data: { what: "an instance of Response" }, line: 6 },
        {
          messageId: "argument",
          data: { what: "a promise, which can be awaited before" },
          line: 7,
        },
      ],
    },
  ],
});
