/** Moves code that blocks into a module of its own beside the file, which a worker thread loads. */
import { moduleStyle } from "../module-style.js";
import { extractCall } from "./extract-call.js";
import { extractClosure } from "./extract-closure.js";
import { extractFunction } from "./extract-function.js";
import { endingOf } from "./module-file.js";
import type { SpawnCall } from "../../analysis/linting.js";
import type { Extraction } from "./extraction.js";
import type { ExtractedCall, Origin } from "./types.js";

/** What a finding asks for: a call that blocks, or a closure that could not run on another thread. */
export type Extracted =
  | ({ readonly kind: "call" } & ExtractedCall)
  | { readonly kind: "closure"; readonly call: SpawnCall };

/** Undefined where the code can't move, or would not do the same on another thread. */
export function extract(origin: Origin, extracted: Extracted): Extraction | undefined {
  if (!canLocate(origin)) return undefined;
  if (extracted.kind === "closure") return extractClosure(origin, extracted.call);
  return extractFunction(origin, extracted) ?? extractCall(origin, extracted);
}

/** False where the module system that TypeScript compiles to has no `import.meta`, or a component's file has no place. */
function canLocate({ sourceCode, filename, packageType }: Origin): boolean {
  const ending = endingOf(filename);
  if (ending === "") return false;
  if (moduleStyle(sourceCode).system === "commonjs") return true;
  if (ending === ".cts") return false;
  return (
    !/^\.tsx?$/u.test(ending) ||
    packageType === "module" ||
    /\bimport\.meta\b/u.test(sourceCode.text)
  );
}

export type { Extraction, ExtractionOptions } from "./extraction.js";
export type { ExtractedCall, Judge, Origin } from "./types.js";
