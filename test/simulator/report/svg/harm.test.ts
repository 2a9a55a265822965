import assert from "node:assert/strict";
import { harmSvg } from "../../../../simulator/src/report/svg/harm.js";
import { sampleReport } from "../harm-fixture.js";

describe("the picture of a report", () => {
  it("is a document of its own, with its title and style", () => {
    const svg = harmSvg(sampleReport());
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*>[^]*<\/svg>\n$/);
    assert.match(svg, /<title>3 functions block the event loop \(12 files read\)\.<\/title>/);
    assert.match(svg, /<style>svg\.harm\{/);
  });

  it("has two bars for each function, worst first, and says where a load grows", () => {
    const svg = harmSvg(sampleReport());
    const titles = [...svg.matchAll(/<rect [^>]*><title>(.*?)<\/title>/g)].map(
      ([, title]) => title,
    );
    assert.deepEqual(titles, [
      "as written: grows",
      "with the fix: 3 ms",
      "as written: 600 ms",
      "with the fix: 3 ms",
      "as written: 24 ms",
      "with the fix: 2.4 ms",
    ]);
  });
});
