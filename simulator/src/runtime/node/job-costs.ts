/**
 * What a job on a pool of worker threads costs, in nanoseconds: written by `npm run update` from what the bench of
 * spawn-blocking (`npm run bench:pool`) measured with Node.js 20.20.2.
 */
export const jobCosts = {
  /** The call, on the event loop: the job's message is written, and its thread woken. */
  postNs: 30_000,
  /** The same right after another. */
  nextPostNs: 12_000,
  /** A message between threads, from its post to the code that it runs, beside the wake-up. */
  messageNs: 14_000,
  /** The start of a thread, Node.js of its own, which computes for as long; it compiles its first job's function too. */
  startNs: 19_050_000,
} as const;
