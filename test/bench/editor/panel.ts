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

/** Between two changes of the slider. */
const pauseMs = 300;

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
  /** Until the picture, but from when the pointer moved: before the browser handed that on. */
  readonly pointerMs: number;
  /** 1: the frame in which the change was handed on. */
  readonly frames: number;
  readonly wholeMs: number;
}

/**
 * Waits for the slider's next change and for what it changes: its own value, then the lanes and figures of the new
 * simulation as far as what is in view goes, then those of the whole run. Runs in the page.
 */
function watchSlider(): void {
  const heading = document.querySelector("h1");
  if (heading === null) throw new Error("The panel shows no picture.");
  let pointerAt = 0;
  const onPointer = (event: Event) => {
    pointerAt = event.timeStamp;
  };
  window.addEventListener("pointermove", onPointer, { capture: true });
  let frames = 0;
  /**
   * What is there by now is painted right after the next frame's callbacks; a message sent there comes after that, and,
   * unlike a timer, not after yet another frame when the page is busy.
   */
  const painted = (then: (frame: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      const frame = frames;
      port1.onmessage = () => {
        port1.close();
        then(frame);
      };
      port2.postMessage(undefined);
    });
  const onInput = (resolve: (moved: Moved) => void) => () => {
    const began = performance.now();
    window.removeEventListener("pointermove", onPointer, { capture: true });
    const countFrames = () =>
      requestAnimationFrame(() => {
        frames++;
        countFrames();
      });
    countFrames();
    const value = new Promise<number>((done) =>
      painted(() => {
        done(performance.now() - began);
      }),
    );
    /** When what an element says has changed so that it fulfils the condition, and has been painted. */
    const drawn = (element: Node, isIt: () => boolean) =>
      new Promise<{ at: number; frames: number }>((done) => {
        new MutationObserver((_, observer) => {
          if (!isIt()) return;
          observer.disconnect();
          painted((frame) => {
            done({ at: performance.now(), frames: frame });
          });
        }).observe(element, { characterData: true, childList: true, subtree: true });
      });
    const picture = drawn(heading, () => true);
    // Of seeds: none for a preview, and all of the run before until the first picture is there.
    const whole = drawn(document.body, () =>
      /^[1-8] of/u.test(document.querySelector(".figures .note")?.textContent ?? ""),
    );
    void Promise.all([value, picture, whole]).then(([valueMs, { at, frames: count }, end]) => {
      resolve({
        valueMs,
        pictureMs: at - began,
        pointerMs: at - pointerAt,
        frames: count,
        wholeMs: end.at - began,
      });
    });
  };
  const moved = new Promise<Moved>((resolve) => {
    document.addEventListener("input", onInput(resolve), { capture: true, once: true });
  });
  Object.assign(window, { moved });
}

/** Drags the slider by real movements of a pointer, which the browser hands on at the begin of a frame. */
async function dragSlider(page: Page, done: () => Promise<void>): Promise<readonly Moved[]> {
  const slider = page.locator(".step input[type=range]").first();
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error("The panel shows no slider.");
  const y = box.y + box.height / 2;
  const xAt = (round: number) => box.x + box.width * (0.3 + 0.03 * round);
  await page.mouse.move(xAt(0), y);
  await page.mouse.down();
  await page.waitForTimeout(settleMs);
  await done();
  const moves: Moved[] = [];
  for (let round = 1; round <= rounds; round++) {
    await page.evaluate(watchSlider);
    await page.mouse.move(xAt(round), y);
    moves.push(await page.evaluate(() => (window as unknown as { moved: Promise<Moved> }).moved));
    await done();
    // An editor's user does not drag on in the very moment in which everything is done.
    await page.waitForTimeout(pauseMs);
  }
  await page.mouse.up();
  return moves;
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
  const moves = await dragSlider(page, done);
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
    sliderPointer: spread(moves.map(({ pointerMs }) => pointerMs)),
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
    line("  the same since the pointer moved", measured.sliderPointer);
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
