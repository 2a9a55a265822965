/** The analysis for `require`. */
const { createModuleFinder, createProject, defaultContexts } = require("../dist/analysis/index.js");

module.exports = { createModuleFinder, createProject, defaultContexts };
