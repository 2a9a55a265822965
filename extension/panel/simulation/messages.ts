/** What page and worker say to each other. */
import type { VariantName } from "../model/outcome.js";
import type { Finding, Job } from "./job.js";

/** Page to worker. */
export type PageMessage =
  /** A new job ends the one before it. */
  | {
      readonly type: "run";
      readonly number: number;
      readonly job: Job;
      readonly variants: readonly VariantName[];
    }
  /** What that job has told is drawn. */
  | { readonly type: "proceed"; readonly number: number }
  /** Nobody wants to hear more of that job. */
  | { readonly type: "stop"; readonly number: number };

/** Worker to page. */
export type WorkerMessage =
  | { readonly type: "finding"; readonly number: number; readonly finding: Finding }
  /** `message` is one sentence for the user. */
  | { readonly type: "failed"; readonly number: number; readonly message: string };
