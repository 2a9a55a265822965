/** What a person does in VS Code, as functions on its page. Selectors are those of VS Code 1.139. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  chromium,
  type Browser,
  type FrameLocator,
  type Locator,
  type Page,
} from "playwright-core";

const screenshots = path.join(path.dirname(fileURLToPath(import.meta.url)), "screenshots");

export interface EditorPage {
  readonly page: Page;
  /** A page beside it, without anything of VS Code. */
  emptyPage(): Promise<Page>;
  close(): Promise<void>;
}

export async function openEditorPage(executablePath: string, url: string): Promise<EditorPage> {
  const browser: Browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  await page.locator(".monaco-workbench").waitFor({ timeout: 60_000 });
  return { page, emptyPage: () => browser.newPage(), close: () => browser.close() };
}

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
}

export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+P");
  const input = page.locator(".quick-input-widget input");
  await input.fill(name);
  // Until the search has caught up, the list holds other files.
  const found = page.locator(".quick-input-list .monaco-list-row").first();
  await found.filter({ hasText: path.basename(name) }).waitFor();
  await input.press("Enter");
  await page.locator(`.tab[data-resource-name="${path.basename(name)}"]`).waitFor();
  await page.locator(".editor-instance .view-lines").first().waitFor();
}

export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input");
  await input.fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
  await input.press("Enter");
}

/** Puts the cursor at a line and column, both from 1, through "Go to Line". */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.locator(".editor-instance .view-lines").first().click();
  await page.keyboard.press("Control+G");
  const input = page.locator(".quick-input-widget input");
  await input.fill(`:${String(line)}:${String(column)}`);
  await input.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** Opens the list of quick fixes at the cursor. Right after other keys the shortcut gets lost: it is pressed again. */
export async function openQuickFixes(page: Page): Promise<Locator> {
  // A list that was closed stays in the page, hidden.
  const rows = page.locator(".action-widget .monaco-list-row:visible");
  for (let attempt = 0; attempt < 3; attempt++) {
    await page.keyboard.press("Control+.");
    try {
      // Long: pressed while the list is open, the shortcut would pick its first entry.
      await rows.first().waitFor({ timeout: 10_000 });
      return rows;
    } catch {
      // Lost: once more.
    }
  }
  throw new Error("The list of quick fixes did not open.");
}

/** The latency panel's own page. */
export function panelFrame(page: Page): FrameLocator {
  return page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
}

/** The text of the file in the editor, as it is drawn. */
export async function editorText(page: Page): Promise<string> {
  const lines = await page.locator(".editor-instance .view-lines .view-line").all();
  const placed = await Promise.all(
    lines.map(async (line) => ({
      top: (await line.boundingBox())?.y ?? 0,
      text: (await line.textContent()) ?? "",
    })),
  );
  return placed
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => text.replaceAll("\u00a0", " "))
    .join("\n");
}
