/** The plugin as ESLint loads it. */
import { createPlugin } from "./create-plugin.js";
import { Linting } from "./rules/linting.js";

export default createPlugin(new Linting());
