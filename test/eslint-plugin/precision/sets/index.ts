import type { SnippetSet } from "../snippet.js";
import { chains } from "./chains.js";
import { execution } from "./execution.js";
import { field } from "./field.js";
import { imports } from "./imports.js";
import { loops } from "./loops.js";
import { offLoop } from "./off-loop.js";
import { packages } from "./packages.js";
import { platform } from "./platform.js";
import { promises } from "./promises.js";
import { reaching } from "./reaching.js";
import { resolution } from "./resolution.js";
import { servers } from "./servers.js";
import { silence } from "./silence.js";

/** All snippets, by theme. */
export const sets: Readonly<Record<string, SnippetSet>> = {
  Imports: imports,
  "Reaching an API": reaching,
  "Where code runs": execution,
  Promises: promises,
  "Other threads": offLoop,
  "The platform": platform,
  Packages: packages,
  Loops: loops,
  Chains: chains,
  "Finding files": resolution,
  "Services and tools": servers,
  "As reviewers see it": field,
  "Code that only looks like it": silence,
};
