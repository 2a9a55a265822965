/** Picks the fixers for a blocking call or a busy loop. */
import { asyncForm } from "./async-form.js";
import { atomicsWaitAsync } from "./atomics-wait-async.js";
import { awaitedSuggestion } from "./awaited.js";
import { childProcess } from "./child-process.js";
import { compiled } from "./compiled.js";
import { counted } from "./counted.js";
import { exists } from "./exists.js";
import { withoutGaps } from "./imports/imports.js";
import { iterated } from "./iterated.js";
import { missingEntry } from "./missing-entry.js";
import { promisified } from "./promisified.js";
import { inOrder } from "./plan.js";
import { referenceSuggestions } from "./reference.js";
import { sleep } from "./sleep.js";
import { spawnBlocking } from "./spawn-blocking.js";
import { tagged } from "./tagged.js";
import { withoutUnused } from "./imports/unused.js";
import type { BlockingCall, Fixer, Suggestion } from "./types.js";

/** In the order in which they are offered: the best first. */
const fixers: readonly Fixer[] = [
  sleep,
  asyncForm,
  tagged,
  missingEntry,
  exists,
  promisified,
  counted,
  compiled,
  iterated,
  childProcess,
  atomicsWaitAsync,
  spawnBlocking,
];

/**
 * The ways to mend a call that blocks, the best first; none where no change would do the same.
 *
 * @param inPasses for fixes that are applied all at once, again and again, rather than one by one.
 */
export function suggestionsForCall(
  blocking: BlockingCall,
  { inPasses = false }: { readonly inPasses?: boolean } = {},
): readonly Suggestion[] {
  return planned(blocking).map(({ edits, ...rest }) => ({
    ...rest,
    edits: withoutGaps(inOrder(withoutUnused(blocking, edits, inPasses))),
  }));
}

function planned(blocking: BlockingCall): readonly Suggestion[] {
  if (blocking.form === "reference") return referenceSuggestions(blocking);
  return fixers
    .flatMap((fixer) => fixer(blocking))
    .flatMap((form) => awaitedSuggestion(blocking, form) ?? []);
}

export { busyWaitSuggestions } from "./busy-wait.js";
export { topLevelLoads } from "./imports/module-style.js";
export type { BlockingCall, BusyLoop, Edit, SourceCode, Suggestion } from "./types.js";
