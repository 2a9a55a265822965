/** The plugin for editors, for `require`. */
const { createEditorPlugin } = require("../dist/editor.js");

module.exports = { createEditorPlugin };
