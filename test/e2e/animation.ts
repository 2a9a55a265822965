/** An animation made of screenshots. */
import { createRequire } from "node:module";
import type gifenc from "gifenc";
import type { Page } from "playwright-core";

// An import of this CommonJS module gives one thing under Node.js and another under the tests' loader.
const load = createRequire(import.meta.url);
const { applyPalette, GIFEncoder, quantize } = load("gifenc") as typeof gifenc;
const colours = 128;

/** A part of the window, in whole CSS pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Animation {
  /** Adds what the part of the page shows now, to stand for that many milliseconds. */
  readonly add: (delayMs: number) => Promise<void>;
  /** The finished GIF. */
  readonly bytes: () => Uint8Array;
}

/** @param decoder a page that may run code of ours: VS Code's own forbids it */
export function startAnimation(page: Page, decoder: Page, clip: Clip): Animation {
  const encoder = GIFEncoder();
  return {
    add: async (delay) => {
      const pixels = await pixelsOf(decoder, await page.screenshot({ clip }));
      const palette = quantize(pixels, colours);
      const { width, height } = clip;
      encoder.writeFrame(applyPalette(pixels, palette), width, height, { palette, delay });
    },
    bytes: () => {
      encoder.finish();
      return encoder.bytes();
    },
  };
}

/** A picture's pixels, decoded by the browser that drew it. */
async function pixelsOf(decoder: Page, png: Buffer): Promise<Uint8Array> {
  const pixels = await decoder.evaluate(async (encoded) => {
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
  }, png.toString("base64"));
  return new Uint8Array(Buffer.from(pixels, "base64"));
}
