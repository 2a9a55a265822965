/** A few entries of the catalog, others on each run; `npm run test:corpus` sweeps all of them. */
import fc from "fast-check";
import { entries } from "./sweep/calls.js";
import { describeSweep } from "./sweep/specification.js";

const [seed] = fc.sample(fc.nat(), {
  numRuns: 1,
  seed: fc.readConfigureGlobal().seed ?? Date.now(),
});
const step = 31;
const offset = (seed ?? 0) % step;

describeSweep(
  `some entries of the catalog (each ${String(step)}th, from ${String(offset)})`,
  entries.filter((_, index) => index % step === offset),
);
