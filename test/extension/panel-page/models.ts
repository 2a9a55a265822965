/** Functions for the panel to show. */
import type { ModelledFunction, ModelledStep } from "unblock-simulator";

export const file = "/app/src/server.ts";

type Timed = Exclude<ModelledStep, { kind: "loop" }>;

function timed(ms: number, source: Timed["source"], basis: string) {
  return { ms, lowMs: ms / 3, highMs: ms * 4, source, basis };
}

/** Reads a file and hashes a password on the event loop, then asks another service. */
export const handler: ModelledFunction = {
  name: "handler",
  file,
  line: 10,
  steps: [
    {
      id: "0",
      kind: "block",
      label: "readFileSync",
      at: { file, line: 12 },
      remedy: "threadpool",
      ...timed(12, "typical", "a small file on a network share"),
    },
    {
      id: "1",
      kind: "compute",
      label: "pbkdf2Sync",
      at: { file, line: 15 },
      remedy: "threadpool",
      ...timed(50, "computed", "100,000 iterations of sha512"),
    },
    {
      id: "2",
      kind: "io",
      label: "fetch",
      at: { file, line: 18 },
      ...timed(40, "typical", "a request to another service"),
    },
  ],
};

/** Names that would be markup if anybody let them. */
export const hostile: ModelledFunction = {
  name: '<img src=x onerror="window.hacked=1">',
  file: "/app/<script>window.hacked=1</script>\"'.ts",
  line: 1,
  steps: [
    {
      id: "0",
      kind: "block",
      label: "<b>readFileSync</b>",
      at: { file: "/app/<script>window.hacked=1</script>\"'.ts", line: 2 },
      remedy: "threadpool",
      ...timed(20, "typical", "<i>basis</i>"),
    },
  ],
};
