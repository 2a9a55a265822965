import type { SnippetSet } from "../snippet.js";
import { chains } from "./chains.js";
import { execution } from "./execution.js";
import { imports } from "./imports.js";
import { loops } from "./loops.js";
import { packages } from "./packages.js";
import { platform } from "./platform.js";
import { reaching } from "./reaching.js";
import { silence } from "./silence.js";

/** All snippets, by theme. */
export const sets: Readonly<Record<string, SnippetSet>> = {
  Imports: imports,
  "Reaching an API": reaching,
  "Where code runs": execution,
  "The platform": platform,
  Packages: packages,
  Loops: loops,
  Chains: chains,
  "Code that only looks like it": silence,
};
