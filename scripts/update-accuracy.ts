/** Writes docs/accuracy.md from test/reality/record. A test fails when they differ. */
import { renderAccuracyPage, writeAccuracyPage } from "../test/reality/accuracy-page.js";

if ((await renderAccuracyPage()) === null) {
  console.log("docs/accuracy.md: nothing is recorded yet (npm run test:reality -- --record)");
} else await writeAccuracyPage();
