import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { handler } from "./models.js";
import { testedPanel } from "./tested-panel.js";

/** Notes where the first step stands in the window at each frame, from when it is there. Runs in the page. */
function watchSteps(): void {
  const places = new Set<number>();
  const shifts: number[] = [];
  /** Whether the headline showed that work goes on, whenever that changed. */
  const working: boolean[] = [];
  Object.assign(window, { places, shifts, working });
  new MutationObserver(() => {
    const progress = document.querySelector(".headline .progress");
    if (progress === null) return;
    const isWorking = progress.classList.contains("working");
    if (working.at(-1) !== isWorking) working.push(isWorking);
  }).observe(document, { subtree: true, childList: true, attributes: true });
  requestAnimationFrame(function note() {
    const step = document.querySelector(".steps .step");
    if (step !== null) places.add(step.getBoundingClientRect().top);
    requestAnimationFrame(note);
  });
  new PerformanceObserver((list) => {
    if (document.querySelector(".steps") === null) return;
    for (const entry of list.getEntries()) {
      shifts.push((entry as PerformanceEntry & { readonly value: number }).value);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

describe("the panel's page while results come", () => {
  const panel = testedPanel();

  async function open(size: { readonly width: number; readonly height: number }): Promise<Page> {
    await panel.open({ ...size, beforeScripts: watchSteps });
    await panel.send({ type: "show", model: handler });
    await panel.page.locator(".steps").waitFor();
    return panel.page;
  }

  /** How far apart the places are where the first step was seen; pixels. */
  const moved = (page: Page) =>
    page.evaluate(() => {
      const { places } = window as unknown as { places: ReadonlySet<number> };
      return Math.max(...places) - Math.min(...places);
    });

  const forget = (page: Page) =>
    page.evaluate(() => {
      (window as unknown as { places: Set<number> }).places.clear();
    });

  for (const width of [400, 700, 1200]) {
    it(`moves nothing any more once the steps are there, ${width} pixels wide`, async () => {
      // High enough for all of it: a shift counts only in sight.
      const page = await open({ width, height: 3000 });
      await panel.isDone();
      assert.ok((await moved(page)) <= 1);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      // As browsers count; they call 0.1 good. Rows of what would help may change places when figures get better.
      assert.ok(shifts.reduce((total, shift) => total + shift, 0) < 0.02, shifts.join(" "));
    });

    it(`keeps a slider where it is while it is moved, ${width} pixels wide`, async () => {
      const page = await open({ width, height: 700 });
      await panel.isDone();
      const slider = page.getByLabel("Duration of pbkdf2Sync", { exact: true });
      await slider.focus();
      await slider.evaluate((element) => {
        element.scrollIntoView({ block: "center" });
      });
      await forget(page);
      // From harmless to more than the load leaves time for, and back: sentences, lanes and remedies all change.
      for (const key of ["Home", "End", "Home", "PageUp", "PageUp", "PageUp"]) {
        await slider.press(key);
        await panel.isDone();
      }
      assert.ok((await moved(page)) <= 1);
    });
  }

  for (const width of [430, 570]) {
    it(`moves nothing while it plays, ${width} pixels wide`, async () => {
      const page = await open({ width, height: 1000 });
      await panel.isDone();
      await forget(page);
      const player = page.getByRole("toolbar", { name: "Play through the run" });
      await player.getByRole("button", { name: "Play" }).click();
      await page.locator(".player output", { hasText: "requests wait" }).waitFor();
      await player.getByRole("button", { name: "Pause" }).click();
      assert.ok((await moved(page)) <= 1);
    });
  }

  it("moves nothing when a long run is shown as far as what is in view, before the whole of it", async () => {
    await panel.open({ width: 900, height: 3000, beforeScripts: watchSteps });
    await panel.send({ type: "show", model: handler, controls: { bystandersPerSecond: 1250 } });
    await panel.isDone();
    const { page } = panel;
    const notes = page.evaluate(
      () =>
        new Promise<readonly string[]>((resolve) => {
          const seen: string[] = [];
          const observer = new MutationObserver(() => {
            const note = document.querySelector(".figures .note")?.textContent ?? "";
            if (seen.at(-1) !== note) seen.push(note);
            if (!note.startsWith("Medians of 9") || seen.length < 3) return;
            observer.disconnect();
            resolve(seen);
          });
          observer.observe(document.body, { childList: true, characterData: true, subtree: true });
        }),
    );
    await forget(page);
    await page.getByLabel("Duration of pbkdf2Sync in milliseconds").fill("55");
    assert.ok((await notes).includes("0 of 9 seeds simulated …"));
    assert.ok((await moved(page)) <= 1);
  });

  it("keeps the rows of what would help, without figures until there are new ones", async () => {
    const page = await open({ width: 900, height: 1000 });
    await panel.isDone();
    const table = page.getByRole("table", { name: "What would help" });
    const rows = await table.getByRole("row").count();
    const seen = page.evaluate(
      () =>
        new Promise<readonly (readonly [number, boolean])[]>((resolve) => {
          const helps = document.querySelector("[aria-labelledby=helps-title]");
          if (helps === null) throw new Error("There is no such table.");
          const states: [number, boolean][] = [];
          const observer = new MutationObserver(() => {
            states.push([helps.querySelectorAll("tr").length, helps.textContent.includes("…")]);
            if (!document.body.textContent.includes("Medians of 9 seeds")) return;
            observer.disconnect();
            resolve(states);
          });
          observer.observe(document.body, { childList: true, characterData: true, subtree: true });
        }),
    );
    await page.getByLabel("Duration of pbkdf2Sync in milliseconds").fill("30");
    const states = await seen;
    assert.deepEqual(new Set(states.map(([count]) => count)), new Set([rows]));
    assert.deepEqual([states.some(([, empty]) => empty), states.at(-1)?.[1]], [true, false]);
  });

  it("keeps the picture of a function until that of the next one is whole", async () => {
    const page = await open({ width: 900, height: 700 });
    await panel.isDone();
    await page.evaluate(() => {
      window.scrollTo(0, 600);
      const lowest = { sections: Infinity };
      Object.assign(window, { lowest });
      requestAnimationFrame(function note() {
        const { length } = document.querySelectorAll("main > section");
        lowest.sections = Math.min(lowest.sections, length);
        requestAnimationFrame(note);
      });
    });
    const before = await page.locator("main > section").count();
    await panel.send({ type: "show", model: { ...handler, name: "other" } });
    await page.getByRole("heading", { level: 1, name: "While other() runs" }).waitFor();
    await panel.isDone();
    const { lowest, scrollY } = await page.evaluate(() => ({
      lowest: (window as unknown as { lowest: { sections: number } }).lowest.sections,
      scrollY: window.scrollY,
    }));
    assert.deepEqual([lowest, scrollY], [before, 600]);
  });

  it("shows that work goes on until the last run is done", async () => {
    const page = await open({ width: 900, height: 1000 });
    await panel.isDone();
    const working = () =>
      page.evaluate(() => (window as unknown as { working: readonly boolean[] }).working);
    assert.deepEqual(await working(), [true, false]);
  });
});
