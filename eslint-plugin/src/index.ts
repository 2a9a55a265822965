export type * from "./analysis/types.js";
