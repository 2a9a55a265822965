import { snippets } from "./snippets.js";

snippets(
  "helpers that compilers take from a package",
  {
    "SWC's, by their underscore": `
      const _interop_require_default = require("@swc/helpers/_/_interop_require_default");
      const _interop_require_wildcard = require("@swc/helpers/_/_interop_require_wildcard");
      const _async_to_generator = require("@swc/helpers/_/_async_to_generator");
      const _fs = /*#__PURE__*/ _interop_require_default._(require("fs"));
      const _all = /*#__PURE__*/ _interop_require_wildcard._(require("fs"));
      const _crypto = /*#__PURE__*/ _interop_require_default._(require("./crypto"));
      function exists(name) { return _fs.default.existsSync(name); }
      async function one(name) { return _fs.default.readFileSync(name); } // !call
      async function two(name) { return _all.readFileSync(name); } // !call
      async function three(name) { return exists(name); } // !chain
      async function four(name) { return _crypto.default.readFileSync(name); }
      const five = () => _async_to_generator._(function* () {
        return _fs.default.readFileSync("a"); // !call
      })();
      exports.all = [one, two, three, four, five];`,
    "SWC's, with the generator taken apart": `
      var _async_to_generator = require("@swc/helpers/_/_async_to_generator");
      var _ts_generator = require("@swc/helpers/_/_ts_generator");
      var fs = require("fs");
      exports.f = function () {
        return _async_to_generator._(function () {
          return _ts_generator._(this, function (_state) {
            fs.readFileSync("a"); // !call
            return [2];
          });
        })();
      };`,
    "Babel's, by their default": `
      var _interopRequireDefault2 = _interopRequireDefault(require("@babel/runtime/helpers/interopRequireDefault"));
      var _fs = _interopRequireDefault2.default(require("fs"));
      function _interopRequireDefault(e) { return e && e.__esModule ? e : { default: e }; }
      exports.f = async () => _fs.default.readFileSync("a"); // !call`,
  },
  "javascript",
  { sourceType: "commonjs", filename: "snippet.cjs" },
);

snippets("helpers that compilers import from a package", {
  "SWC's, by their underscore": `
    import { _ as _interop_require_default } from "@swc/helpers/_/_interop_require_default";
    import { _ as _async_to_generator } from "@swc/helpers/_/_async_to_generator";
    import fs from "fs";
    export const f = () => _async_to_generator(function* () {
      return fs.readFileSync("a"); // !call
    })();`,
});
