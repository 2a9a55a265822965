/** From source code to what the simulator runs. Needs Node.js; the panel gets the outcome from the language server. */
export { modelFunction } from "./model-function.js";
export { selectFunction, type Selection } from "./select-function.js";
