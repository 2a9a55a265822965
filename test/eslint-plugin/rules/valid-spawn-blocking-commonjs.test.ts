import plugin from "../../../eslint-plugin/src/index.js";
import { commonjs } from "./tester.js";

const rule = plugin.rules["valid-spawn-blocking"];

commonjs.run("valid-spawn-blocking in CommonJS", rule, {
  valid: [
    'const { spawnBlocking } = require("spawn-blocking"); spawnBlocking((a) => process.getBuiltinModule("node:fs").readFileSync(a), ["x"]);',
  ],
  invalid: [
    {
      name: "names of the module, and required modules",
      code: 'const { spawnBlocking } = require("spawn-blocking");\nconst { gzipSync } = require("zlib");\nspawnBlocking((a) => [require("x"), __dirname, gzipSync(a)], ["x"]);',
      errors: [
        { messageId: "module-name", data: { name: "require" }, line: 3, column: 23 },
        { messageId: "module-name", data: { name: "__dirname" }, line: 3 },
        {
          messageId: "builtin",
          suggestions: [
            {
              messageId: "fetchIt",
              data: { module: "node:zlib" },
              output:
                'const { spawnBlocking } = require("spawn-blocking");\nconst { gzipSync } = require("zlib");\nspawnBlocking((a) => [require("x"), __dirname, process.getBuiltinModule("node:zlib").gzipSync(a)], ["x"]);',
            },
          ],
        },
      ],
    },
    {
      name: "compiled output",
      code: 'const spawn_blocking_1 = require("spawn-blocking");\nconst a = {}.x;\n(0, spawn_blocking_1.spawnBlocking)((b) => a, [1]);',
      errors: [
        {
          messageId: "variable",
          suggestions: [
            {
              messageId: "passIt",
              output:
                'const spawn_blocking_1 = require("spawn-blocking");\nconst a = {}.x;\n(0, spawn_blocking_1.spawnBlocking)((b, a) => a, [1, a]);',
            },
          ],
        },
      ],
    },
  ],
});
