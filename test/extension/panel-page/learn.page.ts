import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findings } from "./axe.js";
import type { OpenOptions } from "./harness.js";
import { handler } from "./models.js";
import { testedPanel } from "./tested-panel.js";

describe("the tour on the panel's page", () => {
  const panel = testedPanel();

  async function tour(options: OpenOptions = {}, learning: object = {}): Promise<Page> {
    const state = { controls: { learning: { open: true, ...learning } } };
    await panel.open({ state, ...options });
    return panel.page;
  }

  /** A measure once it is the same in three looks, a few frames apart. */
  async function settled(measure: () => Promise<number>): Promise<number> {
    const seen = [await measure()];
    while (seen.length < 3 || new Set(seen.slice(-3)).size > 1) {
      await panel.page.waitForTimeout(100);
      seen.push(await measure());
    }
    return seen.at(-1) ?? NaN;
  }

  function said(page: Page) {
    return page.locator(".lesson-result").textContent();
  }

  it("is there before any function is, and opens with the keyboard", async () => {
    await panel.open();
    await panel.page.getByRole("button", { name: /^Learn/u }).press("Enter");
    await panel.page.getByRole("heading", { name: "100 tasks on four workers" }).waitFor();
    assert.equal(await said(panel.page), "All are done after 25 s.");
  });

  it("runs each experiment at once, and again with what is tried", async () => {
    const page = await tour();
    await page.getByRole("spinbutton", { name: "Workers" }).fill("25");
    assert.equal(await said(page), "All are done after 4 s.");
    await page.getByRole("slider", { name: "Workers" }).press("Home");
    assert.equal(await said(page), "All are done after 100 s.");
  });

  it("goes on to the next page with the keyboard alone, and reads on at its heading", async () => {
    const page = await tour();
    await page.getByRole("button", { name: "Next" }).press("Enter");
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    assert.equal(await focused(), "The awaited timer");
    assert.equal(await said(page), "All are done after 1 s.");
  });

  it("comes into sight below the headline, when that asks for it and when a page is turned", async () => {
    const page = await panel.show(handler, { height: 500 });
    const covered = () =>
      page.locator(".headline").evaluate((it) => it.getBoundingClientRect().bottom);
    const topOf = (selector: string) =>
      page.locator(selector).evaluate((it) => it.getBoundingClientRect().top);
    await page.getByRole("button", { name: "Show me" }).click();
    await page.getByRole("heading", { name: "100 tasks on four workers" }).waitFor();
    const top = await settled(() => topOf("#learn"));
    assert.ok(top >= (await covered()) && top < 300, String(top));
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("heading", { name: "The awaited timer" }).waitFor();
    const heading = await settled(() => topOf(".learn h3[tabindex]"));
    assert.ok(heading >= (await covered()) && heading < 500, String(heading));
  });

  it("is where it was after a reload, with what was tried and answered", async () => {
    const page = await tour();
    await page.getByRole("spinbutton", { name: "Workers" }).fill("25");
    await page.getByRole("button", { name: /Quick check/u }).click();
    await page
      .getByRole("group", { name: /on four workers/u })
      .getByLabel("1 s")
      .check();
    const state = (await panel.saved()) ?? assert.fail("nothing was saved");
    await page.close();
    await panel.open({ state });
    await panel.page.getByText("✗ No. Simulated just now: 25 s.").waitFor();
    await panel.page.getByRole("button", { name: /^1\. / }).click();
    assert.equal(await said(panel.page), "All are done after 4 s.");
  });

  it("shows the answers of the check by running them, and counts what was right", async () => {
    const page = await tour({}, { page: 6 });
    const [first, ...others] = await page.getByRole("group").all();
    await first.getByLabel("25 s").check();
    await first.getByText("✓ Right. Simulated just now: 25 s.").waitFor();
    for (const other of others) await other.getByRole("radio").first().check();
    assert.match((await said(page)) ?? "", /^2 of 5 right\./u);
  });

  it("survives a saved state that is broken", async () => {
    const page = await tour({}, { page: "last", tried: 7, answers: { "four-workers": "?" } });
    assert.equal(await said(page), "All are done after 25 s.");
  });

  for (const theme of ["dark", "light", "high-contrast", "high-contrast-light"] as const) {
    it(`gives axe nothing to find, ${theme}`, async () => {
      const page = await tour({ theme });
      assert.deepEqual(await findings(page), []);
      await page.getByRole("button", { name: /Quick check/u }).click();
      await page
        .getByRole("group", { name: /on four workers/u })
        .getByLabel("1 s")
        .check();
      assert.deepEqual(await findings(page), []);
    });
  }
});
