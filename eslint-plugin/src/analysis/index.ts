/** What code does, as data: the part of the plugin that other tools build on. */
export type * from "./types.js";
