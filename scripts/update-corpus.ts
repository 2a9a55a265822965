/** Writes docs/corpus.md from the recorded counts and the findings that were read. A test fails when they differ. */
import { writeFileSync } from "node:fs";
import { corpusPage, corpusPageFile } from "../test/corpus/page.js";

writeFileSync(corpusPageFile, await corpusPage());
