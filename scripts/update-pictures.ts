/**
 * Makes docs/images/panel.gif: the panel's own page in a headless Chromium, first the result, then a play through the
 * worst wait, as written beside with the fix. Run after `tsc -b`.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import gifenc from "gifenc";
import type { Page } from "playwright-core";
import { startHarness } from "../test/extension/panel-page/harness.js";
import { handler } from "../test/extension/panel-page/models.js";

const { applyPalette, GIFEncoder, quantize } = gifenc;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const [width, height] = [860, 640];
const playedFrames = 18;
/** How long the frames stand, in milliseconds. */
const [resultMs, playedMs, endMs] = [3000, 220, 2500];
/** More than the front page should load. */
const mostBytes = 1_500_000;

/** A frame's pixels, decoded by the browser that drew them. */
async function pixelsOf(page: Page): Promise<Uint8Array> {
  const png = (await page.screenshot()).toString("base64");
  const pixels = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("The browser gives no context.");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = "";
    for (let at = 0; at < data.length; at += 8192) {
      text += String.fromCharCode(...data.subarray(at, at + 8192));
    }
    return btoa(text);
  }, png);
  return new Uint8Array(Buffer.from(pixels, "base64"));
}

const harness = await startHarness();
try {
  const { page } = await harness.open({ width, height, state: { model: handler } });
  await page.getByText("Medians of 9 seeds").waitFor();
  const encoder = GIFEncoder();
  const add = async (delay: number) => {
    const pixels = await pixelsOf(page);
    const palette = quantize(pixels, 128);
    encoder.writeFrame(applyPalette(pixels, palette), width, height, { palette, delay });
  };
  await add(resultMs);
  await page.locator(".player").evaluate((player) => {
    const headline = document.querySelector(".headline")?.getBoundingClientRect().height ?? 0;
    window.scrollBy(0, player.getBoundingClientRect().top - headline - 10);
  });
  await add(playedMs * 3);
  await page.getByRole("button", { name: "Play", exact: true }).click();
  for (let frame = 0; frame < playedFrames; frame++) {
    await page.waitForTimeout(12_000 / playedFrames);
    await add(frame === playedFrames - 1 ? endMs : playedMs);
  }
  encoder.finish();
  const bytes = encoder.bytes();
  if (bytes.length > mostBytes) throw new Error(`The animation has ${bytes.length} bytes.`);
  writeFileSync(path.join(root, "docs", "images", "panel.gif"), bytes);
  console.log(`docs/images/panel.gif: ${bytes.length} bytes`);
} finally {
  await harness.close();
}
