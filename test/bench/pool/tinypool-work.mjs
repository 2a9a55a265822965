// tinypool and piscina hand a job one value; these spread it.
import * as work from "./work.mjs";

export const empty = () => work.empty();
export const size = ([bytes]) => work.size(bytes);
export const compute = ([ms]) => work.compute(ms);
