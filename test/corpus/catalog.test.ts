import { entries } from "../eslint-plugin/fixes/sweep/calls.js";
import { describeSweep } from "../eslint-plugin/fixes/sweep/specification.js";

describeSweep("the whole catalog", entries);
