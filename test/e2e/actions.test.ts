/** What changes files, and who reports them, in a real VS Code. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import type { CodeServer } from "./code-server.js";
import { goTo, openFile, openQuickFixes, runCommand, screenshot } from "./editor-page.js";
import { openWorkspace, type OpenWorkspace } from "./open-workspace.js";

const report = `import { readFileSync } from "node:fs";

function load(file) {
  return readFileSync(file, "utf8");
}

export async function report(file) {
  return load(file);
}
`;

const files = {
  "package.json": '{ "name": "sample", "private": true, "type": "module" }\n',
  "report.js": report,
  "key.js": `import { scryptSync } from "node:crypto";

export async function key(password) {
  return scryptSync(password, "salt", 64);
}
`,
  "saved.js": `import { readFileSync } from "node:fs";

export async function saved() {
  return readFileSync("a", "utf8");
}
`,
  "a.cpuprofile": JSON.stringify({ nodes: [], samples: [], timeDeltas: [] }),
  "owned.js": `import { readFileSync } from "node:fs";

export async function owned() {
  return readFileSync("a", "utf8");
}
`,
};

/** Reports what the ESLint extension would, in one file. */
const eslintStandIn = {
  "package.json": JSON.stringify({
    name: "eslint-stand-in",
    publisher: "unblock-test",
    version: "1.0.0",
    engines: { vscode: "^1.91.0" },
    main: "./main.js",
    activationEvents: ["onStartupFinished"],
  }),
  "main.js": `const vscode = require("vscode");
exports.activate = () => {
  const collection = vscode.languages.createDiagnosticCollection("eslint");
  const look = ({ uri }) => {
    if (!uri.path.endsWith("/owned.js")) return;
    const diagnostic = new vscode.Diagnostic(new vscode.Range(2, 0, 2, 6), "ESLint reports this.", 1);
    diagnostic.source = "eslint";
    diagnostic.code = {
      value: "unblock/no-blocking-call",
      target: vscode.Uri.parse("https://example.org/unblock/main/docs/rules/no-blocking-call.md"),
    };
    collection.set(uri, [diagnostic]);
  };
  vscode.workspace.textDocuments.forEach(look);
  vscode.workspace.onDidOpenTextDocument(look);
};
`,
};

describe("Unblock's actions in VS Code", () => {
  let workspace: OpenWorkspace;
  let server: CodeServer;
  let page: Page;
  const onDisk = (name: string) => readFileSync(path.join(server.workspace, name), "utf8");
  const line = (text: string) => page.locator(".editor-instance .view-line", { hasText: text });

  before(async () => {
    workspace = await openWorkspace(files, {
      settings: {
        "editor.codeActionsOnSave": { "source.fixAll.unblock": "explicit" },
        // What TypeScript says about JavaScript is not the point.
        "javascript.suggestionActions.enabled": false,
      },
      extensions: { "unblock-test.eslint-stand-in-1.0.0": eslintStandIn },
    });
    ({ server, page } = workspace);
  });
  after(() => workspace.close());
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await screenshot(page, "failed-actions");
  });

  it("extract a function into a worker's module beside the file", async () => {
    await openFile(page, "report.js");
    await page.locator(".squiggly-warning").first().waitFor({ timeout: 60_000 });
    await goTo(page, 8, 12);
    const actions = await openQuickFixes(page);
    await screenshot(page, "10-extract");
    await actions.filter({ hasText: /^Extract load into load\.worker\.js.*thread$/u }).click();
    await line("await spawnBlocking(new URL(").waitFor();
    await runCommand(page, "File: Save All");
    const isThere = () => existsSync(path.join(server.workspace, "load.worker.js"));
    await until(() => isThere() && onDisk("load.worker.js") !== "");
    assert.equal(
      onDisk("load.worker.js"),
      `import { readFileSync } from "node:fs";

export function load(file) {
  return readFileSync(file, "utf8");
}
`,
    );
  });

  it("are taken back by undo, with the new file", async () => {
    await page.locator(".editor-instance .view-lines").first().click();
    await page.keyboard.press("Control+Z");
    await line("return load(file);").waitFor();
    await until(() => !existsSync(path.join(server.workspace, "load.worker.js")));
  });

  it("add spawn-blocking to the package with the fix that needs it", async () => {
    await openFile(page, "key.js");
    await page.locator(".squiggly-warning").first().waitFor();
    await goTo(page, 4, 12);
    const actions = await openQuickFixes(page);
    await actions.filter({ hasText: "and add spawn-blocking to package.json" }).first().click();
    await line("await spawnBlocking(").waitFor();
    await until(() => onDisk("package.json").includes("spawn-blocking"));
    assert.deepEqual(JSON.parse(onDisk("package.json")), {
      name: "sample",
      private: true,
      type: "module",
      dependencies: { "spawn-blocking": "^0.1.0" },
    });
  });

  it("fix everything in a file that is saved, where the user's settings ask for that", async () => {
    await openFile(page, "saved.js");
    await page.locator(".squiggly-warning").first().waitFor();
    await goTo(page, 5, 2);
    await page.keyboard.press("End");
    await page.keyboard.type(" // saved");
    await page.keyboard.press("Control+S");
    await line('await readFile("a", "utf8")').waitFor();
    await until(() => onDisk("saved.js").includes("await readFile("));
    assert.match(onDisk("saved.js"), /^import \{ readFile \} from "node:fs\/promises";$/mu);
  });

  it("leave a file to ESLint that reports the rules itself", async () => {
    await openFile(page, "owned.js");
    await page.locator(".codelens-decoration a", { hasText: "blocks the event loop" }).waitFor();
    await runCommand(page, "Problems: Focus on Problems View");
    const rows = page.locator(".markers-panel .monaco-list-row");
    await rows.filter({ hasText: "ESLint reports this." }).waitFor({ timeout: 60_000 });
    const ours = rows.filter({ hasText: "readFileSync blocks the event loop" });
    await ours.waitFor({ state: "detached" });
    await screenshot(page, "11-eslint-reports");
  });

  it("leave out the lenses as soon as the settings say so", async () => {
    await openFile(page, "report.js");
    const lenses = page.locator(".codelens-decoration a", { hasText: "blocks the event loop" });
    await lenses.first().waitFor();
    const settings = path.join(server.workspace, ".vscode/settings.json");
    mkdirSync(path.dirname(settings), { recursive: true });
    writeFileSync(settings, JSON.stringify({ "unblock.codeLens.enable": false }));
    await lenses.first().waitFor({ state: "detached" });
    rmSync(settings);
    await lenses.first().waitFor();
  });

  it("take the CPU profile that a command chooses into the settings, and drop it again", async () => {
    const settings = () =>
      existsSync(path.join(server.workspace, ".vscode/settings.json"))
        ? onDisk(".vscode/settings.json")
        : "";
    await runCommand(page, "Unblock: Use a CPU Profile");
    const input = page.locator(".quick-input-widget input:visible").first();
    await input.fill(path.join(server.workspace, "a.cpuprofile"));
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "a.cpuprofile" }).waitFor();
    await screenshot(page, "12-cpu-profile");
    await input.press("Enter");
    await until(() => settings().includes('"unblock.cpuProfile": "a.cpuprofile"'));
    // VS Code reads a file of settings some time after it is written.
    while (settings().includes("cpuProfile")) {
      await runCommand(page, "Unblock: Drop the CPU Profile");
      await page.waitForTimeout(200);
    }
  });

  it("start the language server anew by command", async () => {
    await openFile(page, "report.js");
    await page.locator(".squiggly-warning").first().waitFor();
    await runCommand(page, "Unblock: Restart Language Server");
    await page.locator(".squiggly-warning").first().waitFor({ state: "detached" });
    await page.locator(".squiggly-warning").first().waitFor();
  });
});

/** Waits for what happens on disk; mocha's own limit ends a wait that never does. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}
