/** Writes docs/precision.md by linting the snippets of test/eslint-plugin/precision. A test fails when they differ. */
import { writeFileSync } from "node:fs";
import { precisionPage, precisionPageFile } from "../test/eslint-plugin/precision/page.js";

writeFileSync(precisionPageFile, await precisionPage());
