/**
 * How fast the panel is, in a headless Chromium: from opening the page to its first picture, from a slider's change to
 * the new picture, and what a pan costs; with the default load, and with one that leaves 100,000 segments.
 *
 *   tsx test/bench/editor/panel.ts [--record]
 */
import { writeFileSync } from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import type { PanelRecord } from "../../../scripts/performance/panel.js";
import { startHarness, type Harness } from "../../extension/panel-page/harness.js";
import { handler } from "../../extension/panel-page/models.js";

const { values: options } = parseArgs({ options: { record: { type: "boolean", default: false } } });

type LoadFigures = PanelRecord["loads"][number];
type Spread = LoadFigures["pan"];

const loads = [
  { name: "default load", controls: {} },
  { name: "1,250 other requests a second", controls: { bystandersPerSecond: 1250 } },
] as const;

const rounds = 9;
const firstRounds = 7;

/** A browser of its own loads parts of its window beside the first page; VS Code's window has long been there. */
const settleMs = 2000;

/** Runs in the page, before its scripts: notes when the first picture is painted. */
function watchFirstPicture(): void {
  new MutationObserver((_, observer) => {
    if (document.querySelector(".variant.fixed canvas") === null) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      setTimeout(() => {
        Object.assign(window, { firstPictureMs: performance.now() });
      });
    });
  }).observe(document, { childList: true, subtree: true });
}

async function firstPicture(harness: Harness, controls: object): Promise<number> {
  const panel = await harness.open({
    state: { model: handler, controls: { ...controls } },
    beforeScripts: watchFirstPicture,
    settleMs,
  });
  const handle = await panel.page.waitForFunction(
    () => (window as unknown as { firstPictureMs?: number }).firstPictureMs,
  );
  const ms = (await handle.jsonValue()) ?? NaN;
  await panel.page.close();
  return ms;
}

/** What the same page without its script needs until the browser has painted it. */
async function emptyPage(harness: Harness): Promise<number> {
  const { page } = await harness.open({ settleMs, empty: true });
  const handle = await page.waitForFunction(
    () => performance.getEntriesByName("first-paint")[0]?.startTime,
  );
  const ms = (await handle.jsonValue()) ?? NaN;
  await page.close();
  return ms;
}

/** From the slider's change until each of these has been painted, in milliseconds; `frames`: of the display. */
interface Moved {
  readonly valueMs: number;
  readonly pictureMs: number;
  readonly frames: number;
  readonly wholeMs: number;
}

/**
 * Sets the slider and waits for what it changes: its own value, then the lanes and figures of the new simulation as far
 * as what is in view goes, then those of the whole run. Runs in the page.
 */
function moveSlider(position: number): Promise<Moved> {
  const slider = document.querySelector<HTMLInputElement>(".step input[type=range]");
  const heading = document.querySelector("h1");
  if (slider === null || heading === null) throw new Error("The panel shows no slider.");
  const change = (began: number) => {
    let frames = 0;
    const countFrames = () =>
      requestAnimationFrame(() => {
        frames++;
        countFrames();
      });
    countFrames();
    const painted = new Promise<number>((resolve) =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          resolve(performance.now() - began);
        }),
      ),
    );
    /** When what an element says has changed so that it fulfils the condition, and has been painted. */
    const drawn = (element: Node, isIt: () => boolean) =>
      new Promise<{ ms: number; frames: number }>((resolve) => {
        new MutationObserver((_, observer) => {
          if (!isIt()) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            setTimeout(() => {
              resolve({ ms: performance.now() - began, frames });
            });
          });
        }).observe(element, { characterData: true, childList: true, subtree: true });
      });
    const picture = drawn(heading, () => true);
    // Of seeds: none for a preview, and all of the run before until the first picture is there.
    const whole = drawn(document.body, () =>
      /^[1-8] of/u.test(document.querySelector(".figures .note")?.textContent ?? ""),
    );
    slider.value = String(position);
    slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return Promise.all([painted, picture, whole]).then(([valueMs, { ms, frames: count }, end]) => ({
      valueMs,
      pictureMs: ms,
      frames: count,
      wholeMs: end.ms,
    }));
  };
  // Browsers hand on a drag's movements at the begin of a frame.
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      resolve(change(performance.now()));
    }),
  );
}

/** Pans by key and measures until the frame is painted. Runs in the page. */
function pan(key: string): Promise<number> {
  const lane = document.querySelector<HTMLElement>(".lane-name");
  if (lane === null) throw new Error("The panel shows no lane.");
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const began = performance.now();
      lane.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey: true, bubbles: true }));
      // Preact renders in a microtask or a timer; the drawing is done when the next frame begins.
      requestAnimationFrame(() => {
        setTimeout(() => {
          resolve(performance.now() - began);
        });
      });
    });
  });
}

function spread(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b);
  const round = (value = NaN) => Number(value.toFixed(1));
  return { median: round(sorted[sorted.length >> 1]), slowest: round(sorted.at(-1)) };
}

async function measureLoad(
  harness: Harness,
  { name, controls }: (typeof loads)[number],
): Promise<LoadFigures> {
  const first: number[] = [];
  for (let round = 0; round < firstRounds; round++) {
    first.push(await firstPicture(harness, controls));
  }
  const panel = await harness.open({ state: { model: handler, controls: { ...controls } } });
  const { page } = panel;
  const done = () => page.getByText("Medians of 9 seeds").waitFor({ timeout: 120_000 });
  await done();
  const segments = await segmentsOf(page);
  const moves: Moved[] = [];
  for (let round = 0; round < rounds; round++) {
    moves.push(await page.evaluate(moveSlider, 300 + 20 * round));
    await done();
  }
  const pans: number[] = [];
  await page.getByRole("button", { name: "Whole run" }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  for (let round = 0; round < 2 * rounds; round++) {
    pans.push(await page.evaluate(pan, round % 2 === 0 ? "ArrowRight" : "ArrowLeft"));
  }
  await page.close();
  return {
    name,
    segments,
    firstPicture: spread(first),
    sliderFrame: spread(moves.map(({ valueMs }) => valueMs)),
    sliderPicture: spread(moves.map(({ pictureMs }) => pictureMs)),
    sliderFrames: spread(moves.map(({ frames }) => frames)),
    sliderWhole: spread(moves.map(({ wholeMs }) => wholeMs)),
    pan: spread(pans),
  };
}

/** The exported trace has one event for each segment. */
async function segmentsOf(page: Page): Promise<number> {
  await page.getByRole("button", { name: "Trace for Perfetto" }).click();
  return page.evaluate(() => {
    const { posted } = window as unknown as { posted: { type: string; text: string }[] };
    const text = posted.findLast(({ type }) => type === "export")?.text ?? "{}";
    const { traceEvents } = JSON.parse(text) as { traceEvents: { ph: string }[] };
    return traceEvents.filter(({ ph }) => ph === "X").length;
  });
}

const harness = await startHarness({ minify: true });
const figures: LoadFigures[] = [];
try {
  const empty: number[] = [];
  for (let round = 0; round < firstRounds; round++) empty.push(await emptyPage(harness));
  const emptySpread = spread(empty);
  console.log(`empty page painted: ${emptySpread.median} ms, slowest ${emptySpread.slowest} ms`);
  for (const load of loads) {
    const measured = await measureLoad(harness, load);
    figures.push(measured);
    console.log(`${measured.name}: ${measured.segments} segments in both variants`);
    const line = (what: string, { median, slowest }: Spread) => {
      console.log(`  ${what.padEnd(44)} ${String(median).padStart(7)} ms, slowest ${slowest} ms`);
    };
    line("first picture", measured.firstPicture);
    line("slider moved, its value drawn", measured.sliderFrame);
    line("slider moved, new simulation in view drawn", measured.sliderPicture);
    console.log(
      `    frames: ${measured.sliderFrames.median}, most ${measured.sliderFrames.slowest}`,
    );
    line("slider moved, whole run drawn", measured.sliderWhole);
    line("pan, both variants drawn", measured.pan);
  }
  if (options.record) {
    const record: PanelRecord = {
      machine: {
        date: new Date().toISOString().slice(0, 10),
        processor: os.cpus()[0]?.model ?? "unknown",
        processors: os.availableParallelism(),
        system: `${os.type()} ${os.release()}`,
        browser: harness.browser,
      },
      emptyPage: emptySpread,
      loads: figures,
    };
    const file = new URL("../record/panel.json", import.meta.url);
    writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
  }
} finally {
  await harness.close();
}
