/** Moves code that blocks into a module of its own beside the file, which a worker thread loads. */
import { extractCall } from "./extract-call.js";
import { extractClosure } from "./extract-closure.js";
import { extractFunction } from "./extract-function.js";
import { loadedAs } from "./module-file.js";
import type { SpawnCall } from "../../analysis/linting.js";
import type { Extraction } from "./extraction.js";
import type { ExtractedCall, Origin } from "./types.js";

/** What a finding asks for: a call that blocks, or a closure that could not run on another thread. */
export type Extracted =
  | ({ readonly kind: "call" } & ExtractedCall)
  | { readonly kind: "closure"; readonly call: SpawnCall };

/** Undefined where the code can't move, or would not do the same on another thread. */
export function extract(origin: Origin, extracted: Extracted): Extraction | undefined {
  if (loadedAs(origin) === undefined) return undefined;
  if (extracted.kind === "closure") return extractClosure(origin, extracted.call);
  return extractFunction(origin, extracted) ?? extractCall(origin, extracted);
}

export type { Extraction, ExtractionOptions } from "./extraction.js";
export type { ExtractedCall, Judge, Origin } from "./types.js";
