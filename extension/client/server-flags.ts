/**
 * The flags of Node.js that the language server runs with. Each keystroke parses the whole file, and its tree lives
 * until the answer is given: where the young generation cannot hold it (16 MB in Node.js 20), every collection copies
 * it, which was a third of all work on a file of a thousand lines. What is left the server collects itself as soon as
 * nobody waits for it (`server/idle-collection.ts`).
 */
export const serverFlags = ["--max-semi-space-size=32", "--expose-gc"] as const;
