/** The plugin for `require`, which Node.js lets load ES modules. */
module.exports = require("../dist/index.js").default;
