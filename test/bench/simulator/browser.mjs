/** Measures the same in a headless Chromium; null where there is none. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export async function measureInBrowser(options) {
  if (!existsSync(executablePath)) return null;
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL("measure.mjs", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "bench",
    target: "chrome122",
    logLevel: "error",
  });
  const simjs = await readFile(createRequire(import.meta.url).resolve("simjs/sim.js"), "utf8");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: simjs });
    await page.addScriptTag({ content: bundle.outputFiles[0].text });
    const figures = await page.evaluate(
      (given) => globalThis.bench.measureRates(globalThis.Sim, given),
      options,
    );
    return { name: `Chromium ${browser.version()}`, ...figures };
  } finally {
    await browser.close();
  }
}
