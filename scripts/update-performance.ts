/** Writes docs/performance.md from what the benchmarks have recorded. A test fails when they differ. */
import { writeFileSync } from "node:fs";
import { performancePage, performancePageFile } from "./performance/page.js";

writeFileSync(performancePageFile, await performancePage());
