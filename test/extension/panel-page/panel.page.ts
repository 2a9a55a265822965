import assert from "node:assert/strict";
import { defaultControls } from "../../../extension/panel/model/controls.js";
import { findings } from "./axe.js";
import { file, handler, hostile } from "./models.js";
import { testedPanel } from "./tested-panel.js";
import type { ThemeName } from "./themes.js";

describe("the panel's page", () => {
  const panel = testedPanel();

  it("says that it is ready, and until something comes what to do", async () => {
    await panel.open();
    assert.deepEqual(await panel.posted(), [{ type: "ready" }]);
    await panel.page.getByText("Put the cursor into a function").waitFor();
  });

  it("says in one sentence what the function does to others, and tells a screen reader once", async () => {
    const page = await panel.show();
    const heading = await page.getByRole("heading", { level: 1 }).textContent();
    assert.match(
      heading ?? "",
      /^While handler\(\) runs, a request that takes 2 ms alone takes [\d.]+ ms \(p99\)\. .*With the fix: [\d.]+ ms\.$/u,
    );
    assert.match(
      (await page.getByRole("status").first().textContent()) ?? "",
      /^While handler\(\) runs/u,
    );
  });

  it("shows in its first screenful who holds the event loop and who waits, as written and with the fix", async () => {
    const page = await panel.show(handler, { width: 570, height: 850 });
    for (const variant of ["as-written", "fixed"]) {
      const lanes = page.locator(`.variant.${variant} .gutter > *`);
      const loop = await lanes.filter({ hasText: "event loop" }).first().boundingBox();
      assert.ok(loop !== null && loop.y + loop.height < 850, `${variant}: ${loop?.y ?? "none"}`);
    }
    const requests = page.locator(".variant.as-written .gutter > *", { hasText: "other requests" });
    const { y = 0 } = (await requests.boundingBox()) ?? {};
    assert.ok(y > 0 && y < 850);
  });

  for (const [theme, scheme] of [
    ["dark", "dark"],
    ["light", "light"],
    ["high-contrast", "dark"],
    ["high-contrast-light", "light"],
  ] as const) {
    it(`has the browser draw its own parts in the colours of the theme, ${theme}`, async () => {
      const page = await panel.show(handler, { theme });
      const slider = page.getByRole("slider").first();
      assert.equal(
        await slider.evaluate((element) => getComputedStyle(element).colorScheme),
        scheme,
      );
    });
  }

  it("names stealing and the driver in its legend only where workers steal and wait in a driver", async () => {
    const page = await panel.show();
    const driver = page.locator(".legend", { hasText: "in the driver" });
    assert.equal(await driver.count(), 0);
    const stolen = page.locator(".legend", { hasText: "stolen from another worker" });
    assert.equal(await stolen.count(), 0);
    await page.getByLabel("Runtime", { exact: true }).selectOption("multi-thread");
    await stolen.waitFor();
    await driver.waitFor();
  });

  it("shows figures as written beside those with the fix, each with its range", async () => {
    const page = await panel.show();
    const row = page.getByRole("row", { name: /^99th percentile/u });
    const [before, after] = await row.getByRole("cell").allTextContents();
    assert.match(before, /^[\d.]+ ms[\d.]+ ms – [\d.]+ ms$/u);
    assert.ok(Number.parseFloat(before) > 10 * Number.parseFloat(after));
  });

  it("simulates in a worker for each variant, under the client's own policy", async () => {
    const page = await panel.show();
    assert.equal(page.workers().length, 2);
  });

  it("simulates anew when a duration is set, marks it as set, and takes it back", async () => {
    const page = await panel.show();
    const before = await page.getByRole("heading", { level: 1 }).textContent();
    const field = page.getByLabel("Duration of pbkdf2Sync in milliseconds");
    await field.fill("5");
    await page.waitForFunction(
      (text) => document.querySelector("h1")?.textContent !== text,
      before,
    );
    const { changesOf, durations } = (await panel.saved())?.controls ?? {};
    assert.deepEqual(
      { changesOf, durations },
      {
        changesOf: `${file}#handler`,
        durations: { "1": 5 },
      },
    );
    const last = (await panel.posted()).at(-1);
    assert.equal(last?.type, "stateChanged");
    await page.getByLabel("Undo the change to pbkdf2Sync").click();
    assert.equal(await field.inputValue(), "50");
    await page.waitForFunction(
      (text) => document.querySelector("h1")?.textContent === text,
      before,
    );
  });

  it("moves a slider with the keyboard", async () => {
    const page = await panel.show();
    const slider = page.getByLabel("Duration of readFileSync", { exact: true });
    await slider.press("End");
    assert.equal(await slider.getAttribute("aria-valuetext"), "60 s");
    await page.getByText("wait longer and longer").first().waitFor();
  });

  it("offers the controls of the runtime that is chosen", async () => {
    const page = await panel.show();
    await page.getByLabel("Runtime", { exact: true }).selectOption("multi-thread");
    await page.getByLabel("Workers", { exact: true }).fill("2");
    await page.getByText("worker 1", { exact: true }).first().waitFor();
    assert.equal(await page.getByLabel("libuv threads").count(), 0);
  });

  it("does not take a number out of range", async () => {
    const page = await panel.show();
    const field = page.getByLabel("Cores");
    await field.fill("0");
    await field.blur();
    assert.equal(await field.inputValue(), String(defaultControls.cores));
    await panel.page.waitForTimeout(50);
    assert.equal((await panel.posted()).at(-1)?.type, "ready");
  });

  it("opens the line of a step", async () => {
    const page = await panel.show();
    await page.getByRole("button", { name: "Open server.ts:12, readFileSync" }).click();
    assert.deepEqual((await panel.posted()).at(-1), { type: "openLocation", file, line: 12 });
  });

  it("opens the line of the segment that is clicked", async () => {
    const page = await panel.show();
    const { x, y, width } = (await page.locator(".variant.as-written canvas").boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
    };
    for (let at = 0.1; at < 1 && (await panel.posted()).length === 1; at += 0.02) {
      await page.mouse.click(x + width * at, y + 15);
    }
    const last = (await panel.posted()).at(-1);
    assert.ok(last?.type === "openLocation" && [12, 15].includes(last.line));
  });

  it("is used on the lanes with the keyboard alone: from stretch to stretch, and to the line", async () => {
    const page = await panel.show();
    const lane = page.getByRole("group", { name: /of the run$/u }).first();
    await lane.focus();
    const status = page.getByRole("status").first();
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("ArrowRight");
      if (/server\.ts:1[25]/u.test((await status.textContent()) ?? "")) break;
    }
    assert.match(
      (await status.textContent()) ?? "",
      /handler: (?:blocked|computing) for [\d.]+ ms/u,
    );
    await page.keyboard.press("Enter");
    const last = (await panel.posted()).at(-1);
    assert.ok(last?.type === "openLocation" && last.file === file);
  });

  it("zooms to the pointer with Ctrl and the wheel, and scrolls the page without", async () => {
    const page = await panel.show();
    const ruler = page.locator(".ruler");
    const before = await ruler.textContent();
    const lanes = page.locator(".variant.as-written .tracks");
    await lanes.hover();
    await page.mouse.wheel(0, 60);
    assert.equal(await ruler.textContent(), before);
    await lanes.hover();
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -400);
    await page.keyboard.up("Control");
    assert.notEqual(await ruler.textContent(), before);
  });

  it("tells what stands under the pointer", async () => {
    const page = await panel.show();
    const { x, y, width } = (await page.locator(".variant.as-written canvas").boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
    };
    const tooltip = page.locator(".tooltip");
    for (let at = 0.1; at < 1 && (await tooltip.count()) === 0; at += 0.02) {
      await page.mouse.move(x + width * at, y + 15);
    }
    assert.match((await tooltip.textContent()) ?? "", /^(?:handler|other request) /u);
  });

  it("has a table twin of the timeline, whose lines can be opened", async () => {
    const page = await panel.show();
    await page.getByText("The shown part as a table").click();
    await page.getByRole("button", { name: "pbkdf2Sync, server.ts:15" }).first().click();
    assert.deepEqual((await panel.posted()).at(-1), { type: "openLocation", file, line: 15 });
  });

  it("says who held the thread while the worst request waited, and what would help", async () => {
    const page = await panel.show();
    const reasons = page.getByRole("region", { name: "Why others waited" });
    assert.match(
      (await reasons.textContent()) ?? "",
      /The event loop ran "handler\(\)" for 50[\d.]* ms \(server\.ts:15\).*meanwhile handler\(\) held it for [\d.]+ ms/u,
    );
    await reasons.getByRole("button", { name: "server.ts:15" }).first().click();
    assert.deepEqual((await panel.posted()).at(-1), { type: "openLocation", file, line: 15 });
    await reasons.getByRole("row", { name: /^8 libuv threads .* no$/u }).waitFor();
    await reasons.getByRole("row", { name: /^the fix, as set below .* nobody waits$/u }).waitFor();
  });

  it("says that nobody waited for a function that only awaits, and offers no remedies", async () => {
    const page = await panel.show({ ...handler, steps: handler.steps.slice(2) });
    await page.getByText("Nobody had to wait in the shown run.").waitFor();
    await page.getByText("it never holds its thread").waitFor();
    assert.equal(await page.getByText("What would help").count(), 0);
  });

  it("steps and plays through the run, and says how many wait at each moment", async () => {
    const page = await panel.show(handler, { reducedMotion: true });
    const player = page.getByRole("toolbar", { name: "Play through the run" });
    const said = page.locator(".player output");
    await player.getByRole("button", { name: "One step on" }).click();
    const first = await said.textContent();
    assert.match(first ?? "", /^[\d.,]+ ms: as written \d+ requests wait, with the fix \d+$/u);
    await player.getByRole("button", { name: "Play" }).click();
    await page.waitForFunction(
      (text) => document.querySelector(".player output")?.textContent !== text,
      first,
    );
    await player.getByRole("button", { name: "Pause" }).click();
  });

  it("finds a step by its name, and says so when there is none", async () => {
    const page = await panel.show();
    const search = page.getByRole("searchbox");
    await search.fill("pbkdf2");
    await search.press("Enter");
    await page.getByText(/^handler: computing for .* pbkdf2Sync, server\.ts:15/u).waitFor();
    await search.fill("nobody");
    await search.press("Enter");
    await page.getByText("nothing found").waitFor();
  });

  it("offers the picture, the scenario, the trace and the summary to be saved", async () => {
    const page = await panel.show();
    const region = page.getByRole("region", { name: "Export" });
    for (const button of await region.getByRole("button").all()) await button.click();
    const files = (await panel.posted()).filter((message) => message.type === "export");
    assert.deepEqual(
      files.map(({ fileName }) => fileName),
      [
        "handler.png",
        "handler.svg",
        "handler.scenario.json",
        "handler.fixed.scenario.json",
        "handler.trace.json",
        "handler.md",
      ],
    );
    const png = Buffer.from(files[0].text, "base64");
    assert.equal(png.subarray(1, 4).toString(), "PNG");
  });

  it("offers to take durations from a CPU profile, and to drop the one that the settings name", async () => {
    const page = await panel.show();
    await page.getByRole("button", { name: "Use a CPU profile …" }).click();
    assert.deepEqual((await panel.posted()).at(-1), { type: "chooseCpuProfile" });
    await panel.send({
      type: "show",
      model: handler,
      cpuProfile: { file: "prof/a.cpuprofile", calls: 3 },
    });
    await page.getByText("The CPU profile prof/a.cpuprofile saw 3 calls of handler().").waitFor();
    await page.getByRole("button", { name: "Drop it" }).click();
    assert.deepEqual((await panel.posted()).at(-1), { type: "dropCpuProfile" });
  });

  it("says why a CPU profile is not used", async () => {
    await panel.open();
    const cpuProfile = { file: "a.cpuprofile", calls: 0, problem: "there is no such file" };
    await panel.send({ type: "show", model: handler, cpuProfile });
    await panel.page
      .getByText("The CPU profile a.cpuprofile is not used: there is no such file.")
      .waitFor();
  });

  it("lights up the step under the cursor", async () => {
    const page = await panel.show();
    await panel.send({ type: "cursorLine", file, line: 15 });
    await page.locator(".step.lit", { hasText: "pbkdf2Sync" }).waitFor();
  });

  it("shows hostile names as the text that they are", async () => {
    const page = await panel.show(hostile);
    await page.getByRole("heading", { level: 1, name: hostile.name }).waitFor();
    await page.getByText("<b>readFileSync</b>").first().waitFor();
    assert.equal(await page.evaluate(() => "hacked" in window), false);
    assert.equal(await page.locator("main img, main script, main b, main i").count(), 0);
  });

  it("drops messages of another shape and stays as it is", async () => {
    const page = await panel.show();
    const before = await page.locator("main").textContent();
    for (const message of [
      null,
      7,
      "show",
      {},
      { type: "show" },
      { type: "show", model: { ...handler, steps: [{ kind: "explode" }] } },
      { type: "failed", message: 7 },
      { type: "cursorLine", file, line: -1 },
    ]) {
      await panel.send(message);
    }
    await page.waitForTimeout(100);
    assert.equal(await page.locator("main").textContent(), before);
  });

  it("says why a function cannot be shown", async () => {
    await panel.open();
    await panel.send({ type: "failed", message: "server.ts does not parse: line 3." });
    await panel.page.locator("p.failure", { hasText: "server.ts does not parse" }).waitFor();
  });

  it("comes back after a reload as it was left", async () => {
    const controls = { ...defaultControls, changesOf: `${file}#handler`, durations: { "1": 5 } };
    await panel.open({ state: { model: handler, controls: { ...controls } } });
    await panel.isDone();
    const field = panel.page.getByLabel("Duration of pbkdf2Sync in milliseconds");
    assert.equal(await field.inputValue(), "5");
  });

  it("speaks the language of VS Code where it has the words", async () => {
    const page = await panel.open({
      bootstrap: { locale: "de", messages: { Worst: "Schlimmstenfalls" } },
    });
    await panel.send({ type: "show", model: handler });
    await page.getByRole("rowheader", { name: "Schlimmstenfalls" }).waitFor();
  });

  for (const theme of ["dark", "light", "high-contrast", "high-contrast-light"] as ThemeName[]) {
    it(`gives axe nothing to find, ${theme}`, async () => {
      const page = await panel.show(handler, { theme });
      await page.getByText("The shown part as a table").click();
      assert.deepEqual(await findings(page), []);
    });
  }
});
