/** What page and worker say to each other. */
import type { VariantName } from "../model/outcome.js";
import type { Finding, Job } from "./job.js";

/** Page to worker. A new job ends the one before it. */
export interface JobMessage {
  readonly number: number;
  readonly job: Job;
  readonly variants: readonly VariantName[];
}

/** Worker to page. */
export type WorkerMessage =
  | { readonly type: "finding"; readonly number: number; readonly finding: Finding }
  /** `message` is one sentence for the user. */
  | { readonly type: "failed"; readonly number: number; readonly message: string };
