/**
 * Takes the garbage of a lint away while nobody waits for an answer. Each keystroke parses the whole file; left to
 * itself the collector begins whenever the young generation is full, mostly in the midst of the next keystroke's work.
 */
import type { EmbeddedLinter } from "./linter.js";

/** After the last lint, in milliseconds: longer than the questions take that an editor asks one after the other. */
const idleMs = 20;

/** @param collect takes some milliseconds, during which the thread answers nothing */
export function collectingWhenIdle(linter: EmbeddedLinter, collect: () => void): EmbeddedLinter {
  let timer: NodeJS.Timeout | undefined;
  return {
    ...linter,
    lint(request) {
      clearTimeout(timer);
      try {
        return linter.lint(request);
      } finally {
        timer = setTimeout(collect, idleMs);
        timer.unref();
      }
    },
  };
}
