import assert from "node:assert/strict";
import { harmMarkdown } from "../../../simulator/src/report/harm-markdown.js";
import { harmReport } from "../../../simulator/src/report/harm-report.js";
import { harmText } from "../../../simulator/src/report/harm-text.js";
import { harmHtml } from "../../../simulator/src/report/html/harm.js";
import { comparison, modelled, sampleReport } from "./harm-fixture.js";

const plain = { width: 80, ascii: false, paint: (_kind: string, text: string) => text };

describe("the report on functions that block, as text", () => {
  it("says who waits how long, and names each line that blocks with its cure", () => {
    assert.equal(
      harmText(sampleReport(), plain),
      `3 functions block the event loop (12 files read).
Node.js, one process; the function is called 5 times a second, beside 100 other
requests a second; 30 s of virtual time, medians of 9 seeds.

function          blocks  others' p99          range   fixed  ratio
1. monthlyReport  900 ms      growing                   3 ms      –
2. signUp         300 ms       600 ms  599 ms–601 ms    3 ms   200x
3. readFlags       20 ms        24 ms    23 ms–25 ms  2.4 ms    10x

1. monthlyReport  src/monthlyReport.ts:3
   line 7: node:crypto.pbkdf2Sync, 900 ms (computed: 600,000 iterations);
     await the asynchronous form
2. signUp  src/signUp.ts:3
   line 7: node:crypto.pbkdf2Sync, 300 ms (computed: 600,000 iterations);
     await the asynchronous form
3. readFlags  src/readFlags.ts:3
   line 7: node:crypto.pbkdf2Sync, 20 ms (computed: 600,000 iterations); await
     the asynchronous form
not analysed: src/broken.ts: line 3: '}' expected
`,
    );
  });

  it("is one sentence when nothing blocks", () => {
    assert.equal(
      harmText(harmReport([], 1, []), plain),
      "No function blocks the event loop (1 file read).\n",
    );
  });
});

describe("the report on functions that block, as Markdown", () => {
  it("is a table and a list that a pull request can show", () => {
    const text = harmMarkdown(sampleReport());
    assert.match(text, /^## 3 functions block the event loop/);
    assert.match(text, /\| 2\. signUp \| 300 ms \| 600 ms \| 599 ms–601 ms \| 3 ms \| 200x \|/);
    assert.match(
      text,
      /- \*\*signUp\*\*, src\/signUp\.ts:3\n {2}- line 7: node:crypto\.pbkdf2Sync/,
    );
    assert.match(text, /- not analysed: src\/broken\.ts/);
  });
});

describe("the report on functions that block, as a page", () => {
  it("shows the worst function's figures first and every function's steps", () => {
    const page = harmHtml(sampleReport(), []);
    assert.match(page, /<b>grows<\/b><span>others&#39; p99 beside monthlyReport<\/span>/);
    for (const name of ["monthlyReport", "signUp", "readFlags"]) {
      assert.match(page, new RegExp(`<h2>\\d\\. ${name}</h2>`));
    }
  });

  it("lets no markup of a function's name through", () => {
    const hostile = harmReport(
      [{ model: modelled("<img src=x onerror=alert(1)>", 20), comparison: comparison(24, 2) }],
      1,
      [],
    );
    assert.doesNotMatch(harmHtml(hostile, []), /<img/);
    assert.doesNotMatch(harmMarkdown(hostile), /(?<!\\)<img/);
  });
});
