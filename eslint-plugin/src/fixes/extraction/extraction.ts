/** What an extraction is asked with and gives, in types that need nothing but themselves: editors have them too. */

export interface ExtractionOptions {
  /** The module system that a TypeScript file is compiled to, or run as; undefined where nothing says so. */
  readonly compiledTo: "esm" | "commonjs" | undefined;
  /** Gives the name of a file beside the one at hand that does not exist yet, for one that would be good. */
  readonly freeFile: (wanted: string) => string;
}

/** Code that has a module of its own now, which a worker thread loads. */
export interface Extraction {
  /** What it does, as a sentence, with what else changes. */
  readonly text: string;
  /** The name of the new file, beside the one that the code came from. */
  readonly moduleFile: string;
  readonly moduleText: string;
  /** Edits of the file that the code came from: offsets into its text, in order. */
  readonly edits: readonly { readonly range: readonly [number, number]; readonly text: string }[];
}
