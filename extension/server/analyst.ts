/** What the server asks the analysis: one project for all open documents, so that chains run through unsaved text. */
import { parseForESLint, type ParserOptions } from "@typescript-eslint/parser";
import { createProject, type FileAnalysis } from "eslint-plugin-unblock/analysis";
import type { Place } from "./documents.js";
import { fileName } from "./linter.js";

export interface Analyst {
  /** Undefined where the text does not parse. */
  analyse(place: Place, text: string, languageId: string): FileAnalysis | undefined;
  /** A document was closed: from now on its file on disk counts. */
  close(place: Place): void;
}

export function createAnalyst(): Analyst {
  const project = createProject({
    parser: {
      parseForESLint: (text, options) => parseForESLint(text, options as ParserOptions),
    },
  });
  /** The name that the project knows a document by; it tells the parser the language. */
  const names = new Map<string, string>();
  return {
    analyse(place, text, languageId) {
      const name = fileName(place.path, languageId);
      names.set(place.path, name);
      const analysis = project.analyze(name, text);
      return "parseError" in analysis ? undefined : analysis;
    },
    close(place) {
      const name = names.get(place.path);
      if (name !== undefined) project.setOverlay(name, undefined);
      names.delete(place.path);
    },
  };
}
