/** How findings read. */
import type { ChainLink, Estimate } from "../analysis/linting.js";
import { relativePath } from "./selection.js";

/** "600 ms", "0.14 ms": three digits are more than any of these figures is worth. */
export function milliseconds(ms: number): string {
  return `${String(Number(ms.toPrecision(3)))} ms`;
}

/** "about 600 ms (computed: 600,000 iterations)". */
export function duration(estimate: Estimate): string {
  return `about ${milliseconds(estimate.typicalMs)} (${estimate.source}: ${estimate.basis})`;
}

/** "loadFlags (src/server.ts:17) → node:fs.readFileSync (src/flags.ts:7)". */
export function chainText(chain: readonly ChainLink[], cwd: string): string {
  return chain
    .map((link) => `${link.name} (${relativePath(link.at.file, cwd)}:${String(link.at.line)})`)
    .join(" → ");
}
