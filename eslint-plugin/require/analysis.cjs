/** The analysis for `require`. */
const { createProject, defaultContexts } = require("../dist/analysis/index.js");

module.exports = { createProject, defaultContexts };
