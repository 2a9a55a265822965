import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { german } from "../german.js";
import { handler } from "./models.js";
import { testedPanel } from "./tested-panel.js";

/** A language in which every text stands in brackets: what stands outside of them did not go through a translator. */
const bracketed = Object.fromEntries(Object.keys(german).map((text) => [text, `⟦${text}⟧`]));

/** The function's own words, which are in its author's language or in that of the cost's source, and proper names. */
const untranslatable = [
  "Tokio 1.53",
  "handler()",
  "handler",
  "server.ts",
  ...handler.steps.flatMap((step) => [step.label, ...("basis" in step ? [step.basis] : [])]),
];
const units = /\b(?:ms|s|µs)\b/gu;

/** Everything that the page says, or has for a screen reader. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest("script, style") === null) texts.push(node.nodeValue ?? "");
    }
    const attributes = ["aria-label", "aria-valuetext", "title", "placeholder", "alt"];
    for (const element of document.body.querySelectorAll("*")) {
      for (const name of attributes) texts.push(element.getAttribute(name) ?? "");
    }
    return texts;
  });
}

/** What of a text stands outside of all brackets. */
function outside(text: string): string {
  let depth = 0;
  return [...text]
    .filter((letter) => {
      if (letter === "⟦") depth++;
      const isOutside = depth === 0;
      if (letter === "⟧") depth--;
      return isOutside;
    })
    .join("");
}

async function untranslated(page: Page): Promise<string[]> {
  const rest = (await textsOf(page)).filter((text) => {
    const own = untranslatable.reduce((left, word) => left.replaceAll(word, ""), outside(text));
    return /\p{L}/u.test(own.replace(units, ""));
  });
  return [...new Set(rest)];
}

describe("what the panel says", () => {
  const panel = testedPanel();
  const bootstrap = { locale: "de", messages: bracketed };

  for (const runtime of ["node", "cluster", "multi-thread", "current-thread"]) {
    it(`goes through a translator, all of it, on ${runtime}`, async () => {
      const cpuProfile = { file: "server.ts", calls: 3 };
      const page = await panel.open({ bootstrap });
      // Many calls, so that others wait on every runtime.
      const controls = { runtime, callsPerSecond: 60 };
      await panel.send({ type: "show", model: handler, controls, cpuProfile });
      await page.locator(".why .causes li").first().waitFor();
      await page.locator(".headline .progress.working").waitFor({ state: "detached" });
      await page.locator("details.twin summary").click();
      assert.deepEqual(await untranslated(page), []);
    });
  }

  for (const runtime of ["node", "multi-thread", "current-thread"]) {
    it(`names each lane in full in German in a panel of 430 pixels, on ${runtime}`, async () => {
      const page = await panel.open({ width: 430, bootstrap: { locale: "de", messages: german } });
      await panel.send({ type: "show", model: handler, controls: { runtime } });
      await page.locator(".variant.fixed .lane-name").first().waitFor();
      const cut = await page
        .locator(".lane-name > span")
        .evaluateAll((names) =>
          names
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
            .map(({ textContent }) => textContent),
        );
      assert.deepEqual(cut, []);
    });
  }

  it("goes through a translator in the tour and its check", async () => {
    const page = await panel.open({ bootstrap, state: { controls: { learning: { open: true } } } });
    const next = page.locator(".learn .turn button").last();
    for (;;) {
      assert.deepEqual(await untranslated(page), []);
      if (await next.isDisabled()) break;
      await next.click();
    }
  });
});
