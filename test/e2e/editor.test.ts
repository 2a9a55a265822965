/** The packed extension in a real VS Code. The scenarios follow each other as a person would go. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { CodeServer } from "./code-server.js";
import {
  editorText,
  goTo,
  openFile,
  openQuickFixes,
  panelFrame,
  runCommand,
  screenshot,
} from "./editor-page.js";
import { openWorkspace, type OpenWorkspace } from "./open-workspace.js";

const handler = `import { pbkdf2Sync } from "node:crypto";
import { readFileSync } from "node:fs";

export async function signUp(name: string, password: string): Promise<string> {
  const flags = readFileSync("flags.json", "utf8");
  const key = pbkdf2Sync(password, name, 600_000, 32, "sha256");
  return flags + key.toString("hex");
}
`;

const files = {
  // Without Node.js's types every import would be an error of TypeScript's beside ours.
  "node.d.ts":
    'declare module "node:crypto";\ndeclare module "node:fs";\ndeclare module "node:fs/promises";\n',
  "signup.ts": handler,
  "tsconfig.json":
    '{ "compilerOptions": { "strict": true, "target": "es2022", "module": "preserve", "noEmit": true } }\n',
  "quiet.ts": "export const quiet = async (): Promise<number> => 1;\n",
  "package.json": '{ "name": "sample", "private": true }\n',
};

describe("Unblock in VS Code", () => {
  let workspace: OpenWorkspace;
  let server: CodeServer;
  let page: Page;

  before(async () => {
    workspace = await openWorkspace(files);
    ({ server, page } = workspace);
  });
  after(() => workspace.close());
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await screenshot(page, "failed");
  });

  it("underlines calls that block", async () => {
    await openFile(page, "signup.ts");
    await page.locator(".squiggly-warning").first().waitFor({ timeout: 60_000 });
    assert.equal(await page.locator(".squiggly-warning").count(), 2);
    await screenshot(page, "1-squiggles");
  });

  it("shows above the function what it costs", async () => {
    const lens = page.locator(".codelens-decoration a", { hasText: "blocks the event loop" });
    await lens.waitFor();
    assert.match(await lens.innerText(), /^blocks the event loop ≈ [\d.,]+ ms · simulate$/u);
  });

  it("explains the cost in a hover", async () => {
    await page
      .locator(".view-line", { hasText: "pbkdf2Sync(" })
      .locator("span", { hasText: "pbkdf2Sync" })
      .last()
      .hover();
    const hover = page.locator(".monaco-hover", { hasText: "Unblock" });
    await hover.first().waitFor();
    await hover.filter({ hasText: "Computed from the arguments" }).first().waitFor();
    await screenshot(page, "2-hover");
    await page.keyboard.press("Escape");
  });

  it("lists the findings under Problems", async () => {
    await runCommand(page, "Problems: Focus on Problems View");
    const rows = page.locator(".markers-panel .monaco-list-row");
    await rows.filter({ hasText: "pbkdf2Sync" }).first().waitFor();
    await rows.filter({ hasText: "readFileSync" }).first().waitFor();
    await screenshot(page, "3-problems");
  });

  it("opens the panel from the lens, and simulates as written beside the fix", async () => {
    await page.keyboard.press("Control+J");
    await page.locator(".codelens-decoration a", { hasText: "blocks the event loop" }).click();
    const panel = panelFrame(page);
    await panel.locator("h1", { hasText: "signUp" }).waitFor();
    await panel.getByText("Medians of 9 seeds").waitFor();
    const figures = await panel.locator(".figures table").innerText();
    assert.match(figures, /As written[\s\S]*With the fix[\s\S]*Median[\s\S]*\d ms/u);
    await screenshot(page, "4-panel");
  });

  it("goes to the line of a segment that is clicked", async () => {
    const lanes = panelFrame(page).locator(".variant canvas").first();
    await lanes.scrollIntoViewIfNeeded();
    // At this load the event loop, the first lane, computes the key nearly all the time.
    await lanes.click({ position: { x: 250, y: 10 } });
    await page.locator(".statusbar-item", { hasText: "Ln 6," }).waitFor();
    await screenshot(page, "5-line-of-a-segment");
  });

  it("simulates again at once when a duration is changed", async () => {
    const panel = panelFrame(page);
    const before = await panel.locator("h1").innerText();
    const duration = panel.getByLabel("Duration of node:crypto.pbkdf2Sync in milliseconds");
    await duration.fill("20");
    await duration.press("Enter");
    await panel.locator("h1", { hasText: "While signUp" }).waitFor();
    await panel.getByText("Medians of 9 seeds").waitFor();
    const after = await panel.locator("h1").innerText();
    assert.notEqual(after, before);
    await screenshot(page, "6-changed-duration");
  });

  it("edits the file by a quick fix", async () => {
    await goTo(page, 5, 20);
    const actions = await openQuickFixes(page);
    await screenshot(page, "7-quick-fixes");
    await actions.filter({ hasText: "readFile" }).first().click();
    await page.locator(".view-line", { hasText: "await readFile(" }).waitFor();
    const text = await editorText(page);
    assert.match(text, /import \{ readFile \} from "node:fs\/promises";/u);
    await page.locator(".squiggly-warning").nth(1).waitFor({ state: "detached" });
    await screenshot(page, "8-fixed");
  });

  it("goes on after its language server was killed", async () => {
    assert.equal(server.killLanguageServer(), 1);
    await openFile(page, "quiet.ts");
    await openFile(page, "signup.ts");
    await page.locator(".squiggly-warning").first().waitFor();
  });

  it("gives up on a server that ends again and again, and offers to start it", async () => {
    const offer = page.locator(".notification-toast", { hasText: "ended too often" });
    for (let attempt = 0; attempt < 40 && (await offer.count()) === 0; attempt++) {
      server.killLanguageServer();
      await page.waitForTimeout(500);
    }
    await offer.waitFor();
    await screenshot(page, "9-gave-up");
    await offer.getByRole("button", { name: "Restart" }).click();
    await page.locator(".squiggly-warning").first().waitFor();
  });
});
