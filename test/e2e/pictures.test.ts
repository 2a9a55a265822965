/** The front page's pictures, of the packed extension in a real VS Code: `npm run pictures` writes them anew. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { startAnimation, type Clip } from "./animation.js";
import { startCodeServer, type CodeServer } from "./code-server.js";
import {
  goTo,
  openEditorPage,
  openFile,
  openQuickFixes,
  panelFrame,
  runCommand,
  type EditorPage,
} from "./editor-page.js";
import type { Installed } from "./install.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const images = path.join(root, "docs/images");

/** Narrow enough for the front page to show letters that can be read. */
const viewport = { width: 1440, height: 900 };
const playedFrames = 18;
/** How long the frames stand, in milliseconds. */
const [resultMs, playedMs, endMs] = [3000, 220, 2500];
/** More than the front page should load. */
const mostBytes = 1_500_000;

const files = {
  "node.d.ts": 'declare module "node:crypto";\ndeclare module "node:fs";\n',
  "signup.ts": `import { pbkdf2Sync } from "node:crypto";
import { readFileSync } from "node:fs";

export async function signUp(name: string, password: string) {
  const flags = readFileSync("flags.json", "utf8");
  const key = pbkdf2Sync(password, name, 100_000, 32, "sha256");
  return flags + key.toString("hex");
}
`,
  "tsconfig.json":
    '{ "compilerOptions": { "target": "es2022", "module": "preserve", "noEmit": true } }\n',
  "package.json": '{ "name": "sample", "private": true }\n',
};

describe("The pictures of the front page", () => {
  let server: CodeServer;
  let editor: EditorPage;
  let page: Page;

  before(async () => {
    const installed = JSON.parse(process.env["UNBLOCK_E2E"] ?? "null") as Installed | null;
    assert.ok(installed !== null, "run npm run pictures");
    server = await startCodeServer(installed, path.join(root, "unblock.vsix"), files);
    editor = await openEditorPage(installed.chromium, server.url);
    ({ page } = editor);
    await page.setViewportSize(viewport);
  });
  after(async () => {
    await editor.close();
    await server.stop();
  });

  it("show the findings, a quick fix and the panel beside them", async () => {
    await openFile(page, "signup.ts");
    await runCommand(page, "View: Toggle Primary Side Bar Visibility");
    const lens = page.locator(".codelens-decoration a", { hasText: "blocks the event loop" });
    await lens.click({ timeout: 60_000 });
    await panelFrame(page).getByText("Medians of 9 seeds").waitFor();
    // Where the list leaves the panel in sight.
    await goTo(page, 5, 20);
    await openQuickFixes(page);
    await page.mouse.move(10, viewport.height - 60);
    await page.screenshot({ path: path.join(images, "panel.png") });
    await page.keyboard.press("Escape");
  });

  it("play through the worst wait in the panel", async () => {
    const panel = panelFrame(page);
    const decoder = await editor.emptyPage();
    const animation = startAnimation(page, decoder, await panelClip(page));
    await animation.add(resultMs);
    await panel.locator(".player").evaluate((player) => {
      const headline = document.querySelector(".headline")?.getBoundingClientRect().height ?? 0;
      window.scrollBy(0, player.getBoundingClientRect().top - headline - 10);
    });
    await animation.add(playedMs * 3);
    await panel.getByRole("button", { name: "Play", exact: true }).click();
    for (let frame = 0; frame < playedFrames; frame++) {
      await page.waitForTimeout(12_000 / playedFrames);
      await animation.add(frame === playedFrames - 1 ? endMs : playedMs);
    }
    const bytes = animation.bytes();
    assert.ok(bytes.length <= mostBytes, `the animation has ${String(bytes.length)} bytes`);
    writeFileSync(path.join(images, "panel.gif"), bytes);
  });
});

/** Where the panel's page stands in the window. */
async function panelClip(page: Page): Promise<Clip> {
  const box = await page.locator("iframe.webview.ready").boundingBox();
  assert.ok(box !== null);
  return {
    x: Math.ceil(box.x),
    y: Math.ceil(box.y),
    width: Math.floor(box.width) - 1,
    height: Math.floor(box.height) - 1,
  };
}
