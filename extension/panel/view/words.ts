/** The language of the panel, for every view. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { inEnglish, type Translate } from "../model/text.js";

export interface Words {
  readonly t: Translate;
  readonly locale: string;
}

export const WordsContext = createContext<Words>({ t: inEnglish, locale: "en" });

export function useWords(): Words {
  return useContext(WordsContext);
}
