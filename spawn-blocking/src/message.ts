/**
 * What the pool and its threads say to each other. Tuples, since the structured clone algorithm writes the name of each
 * property, for each job.
 */
import type { BufferPath } from "./sendable.js";
import type { Thrown } from "./thrown.js";

/** What to call: a function's text, or a module's URL with the name of its export. */
export interface Code {
  readonly source: string;
  readonly exportName: string | undefined;
}

/** What only some jobs have. */
export interface JobExtras {
  /** Where in the arguments a Buffer stands. */
  readonly buffers?: readonly BufferPath[] | undefined;
  /**
   * Of a `parallelMap`: the arguments are the items and what each call gets after item and index; this is the index of
   * the first item.
   */
  readonly chunkStart?: number;
  /** Whether memory of the result is handed over rather than copied. */
  readonly transferResult?: boolean;
}

export type JobMessage = readonly [
  source: string,
  exportName: string | undefined,
  args: unknown[],
  extras?: JobExtras,
];

export type Failure =
  /** `index` is the item's, of a `parallelMap`. */
  | { readonly kind: "threw"; readonly thrown: Thrown; readonly index: number | undefined }
  /** The function can't be made of its text, or its result can't be sent. */
  | { readonly kind: "refused"; readonly message: string };

/** Errors within a result, with all that they carry, and where in this list a Buffer stands. */
export interface ResultErrors {
  readonly list: readonly { readonly path: BufferPath; readonly thrown: Thrown }[];
  readonly buffers: readonly BufferPath[] | undefined;
}

/** How long the function ran, alone where it returned nothing; `buffers` is where a Buffer stands. */
export type Outcome =
  | number
  | readonly [
      runMs: number,
      result: unknown,
      buffers?: readonly BufferPath[] | undefined,
      failure?: Failure | undefined,
      errors?: ResultErrors,
    ];
