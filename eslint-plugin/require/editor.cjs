/** The plugin for editors, for `require`. */
const { createEditorPlugin, programOnly } = require("../dist/editor.js");

module.exports = { createEditorPlugin, programOnly };
