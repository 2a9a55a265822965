/** What the pool and its threads say to each other. */
import type { Parcel } from "./parcel.js";
import type { Thrown } from "./thrown.js";

/** The function to call. */
export type Code =
  { readonly text: string } | { readonly url: string; readonly exportName: string };

export interface JobMessage {
  readonly code: Code;
  /**
   * Arguments of the call. With `chunk`, what is mapped: the function is called with each item, its index and the rest.
   */
  readonly args: Parcel<readonly unknown[]>;
  /** Of a `parallelMap`: `args` is `[items, ...rest]`, and this the index of the first item. */
  readonly chunkStart?: number;
  /** Whether memory of the result is handed over rather than copied. */
  readonly transferResult?: true;
}

export type Outcome = {
  /** How long the function ran, in milliseconds. */
  readonly runMs: number;
} & (
  | { readonly kind: "value"; readonly value: unknown }
  /** `index` is the item's, of a `parallelMap`. */
  | { readonly kind: "thrown"; readonly thrown: Thrown; readonly index?: number }
  /** The function can't be made of its text, or its result can't be sent. */
  | { readonly kind: "refused"; readonly message: string }
);
