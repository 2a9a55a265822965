import assert from "node:assert/strict";
import { htmlReport } from "../../../../simulator/src/report/html/report.js";
import { exampleReport, exampleRun } from "../example-report.js";

describe("htmlReport", () => {
  const html = htmlReport({
    ...exampleReport,
    title: "<b>odd</b>",
    runs: [exampleRun, { ...exampleRun, label: "fixed" }],
  });

  it("stands alone: fetches nothing, runs nothing", () => {
    assert.doesNotMatch(html, /<script|<link|<img|@import|url\((?!#)/);
    assert.match(html, /Content-Security-Policy" content="default-src 'none'/);
  });

  it("has no id twice, and every reference has its target", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) assert.ok(ids.includes(id), id);
  });

  it("escapes the title", () => {
    assert.match(html, /<h1>&lt;b&gt;odd&lt;\/b&gt;<\/h1>/);
  });

  it("shows the lanes, the table and the distribution of each run", () => {
    assert.equal(html.match(/<svg[^>]*class="lanes"/g)?.length, 2);
    assert.equal(html.match(/<table>/g)?.length, 2);
    assert.match(html, /<h3>upload<\/h3><svg[^>]*class="distribution"/);
  });
});
