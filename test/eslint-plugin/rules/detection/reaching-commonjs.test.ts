import { snippets } from "./snippets.js";

snippets(
  "which API a call reaches, in CommonJS and compiled output",
  {
    require: `
      const fs = require("fs");
      const { readFileSync, statSync: stat } = require("node:fs");
      const read = require("fs").readFileSync;
      async function f() {
        fs.readFileSync("a"); // !call
        readFileSync("a"); // !call
        stat("a"); // !call
        read("a"); // !call
        require("fs").readFileSync("a"); // !call
      }`,
    "var and several declarations": `
      var fs, path = require("path");
      fs = require("fs");
      module.exports = async function () { fs.readFileSync(path.join("a")); }; // !call`,
    "TypeScript's output": `
      "use strict";
      var __importDefault = (this && this.__importDefault) || function (mod) {
        return (mod && mod.__esModule) ? mod : { "default": mod };
      };
      Object.defineProperty(exports, "__esModule", { value: true });
      const fs_1 = require("fs");
      const node_fs_1 = __importDefault(require("node:fs"));
      const fs = __importStar(require("fs"));
      async function f() {
        (0, fs_1.readFileSync)("a"); // !call
        fs_1.readFileSync("a"); // !call
        node_fs_1.default.readFileSync("a"); // !call
        fs.readFileSync("a"); // !call
      }`,
    tslib: `
      const tslib_1 = require("tslib");
      const fs_1 = tslib_1.__importDefault(require("fs"));
      const cp = (0, tslib_1.__importStar)(require("child_process"));
      async function f() {
        fs_1.default.readFileSync("a"); // !call
        cp.execSync("ls"); // !call
      }`,
    "Babel's output": `
      var _fs = _interopRequireDefault(require("fs"));
      var _fs2 = require("fs");
      var cp = _interopRequireWildcard(require("child_process"));
      function _interopRequireDefault(e) { return e && e.__esModule ? e : { default: e }; }
      async function f() {
        _fs.default.readFileSync("a"); // !call
        (0, _fs2.readFileSync)("a"); // !call
        cp.execSync("ls"); // !call
        _fs["default"].statSync("a"); // !call
      }`,
    "esbuild's output": `
      var import_fs = __toESM(require("fs"), 1);
      var import_node_fs = require("node:fs");
      async function f() {
        import_fs.default.readFileSync("a"); // !call
        (0, import_node_fs.readFileSync)("a"); // !call
        import_fs.readFileSync("a"); // !call
      }`,
    "SWC's and Rollup's output": `
      const _nodefs = /*#__PURE__*/ _interop_require_default(require("node:fs"));
      const _all = /*#__PURE__*/ _interop_require_wildcard(require("node:fs"));
      var fs__default = /*#__PURE__*/ _interopDefaultLegacy(fs);
      var fs = require('fs');
      async function f() {
        _nodefs.default.readFileSync("a"); // !call
        _all.readFileSync("a"); // !call
        fs__default["default"].readFileSync("a"); // !call
      }`,
    "async functions compiled away": `
      const fs_1 = require("fs");
      function f() {
        return __awaiter(this, void 0, void 0, function* () {
          (0, fs_1.readFileSync)("a"); // !call
        });
      }
      function g() {
        return _g.apply(this, arguments);
      }
      function _g() {
        _g = _asyncToGenerator(function* () {
          fs_1.readFileSync("a"); // !call
        });
        return _g.apply(this, arguments);
      }`,
    "webpack's output": `
      const external_fs_namespaceObject = require("fs");
      var external_fs_default = /*#__PURE__*/ __webpack_require__.n(external_fs_namespaceObject);
      async function f() {
        external_fs_default().readFileSync("a"); // !call
        (0, external_fs_namespaceObject.statSync)("a"); // !call
      }`,
    "a dynamic import compiled to CommonJS": `
      async function f() {
        const fs = await Promise.resolve().then(() => __importStar(require("fs")));
        fs.readFileSync("a"); // !call
      }`,
    "a name for the module's own exports": `
      const fs = require("fs");
      const Themes = module.exports;
      Themes.set = async (config) => {
        Themes.read(config); // !chain
        Themes.setLater(config);
      };
      Themes.read = function (name) { return fs.readFileSync(name); };
      Themes.setLater = async function () {};`,
    "functions given to an object that comes from elsewhere": `
      const fs = require("fs");
      module.exports = (sequelize, app) => {
        const Note = sequelize.define("Note", {});
        Note.exists = function (name) { return fs.existsSync(name); };
        Note.find = async function (name) {
          return Note.exists(name) && Note.findOne(name); // !chain
        };
        app.settings = () => fs.readFileSync("settings");
        app.get("/", async () => app.settings()); // !chain
      };`,
    "a require of one's own": `
      function require(name) { return { readFileSync() {} }; }
      const fs = require("fs");
      async function f() { fs.readFileSync("a"); }`,
    "a module that is not known": `
      const { readFileSync } = require("./virtual-fs");
      const memfs = require("memfs");
      async function f() { readFileSync("a"); memfs.fs.readFileSync("a"); }`,
  },
  "both",
  { sourceType: "commonjs", filename: "snippet.js" },
);
