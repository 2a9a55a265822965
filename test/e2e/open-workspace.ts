/** The packed extension, installed in a VS Code of its own, with a workspace open. */
import assert from "node:assert/strict";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { startCodeServer, type CodeServer } from "./code-server.js";
import { openEditorPage } from "./editor-page.js";
import type { Installed } from "./install.js";

const vsix = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../unblock.vsix");

export interface OpenWorkspace {
  readonly server: CodeServer;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

type Given = Parameters<typeof startCodeServer>;

/** @param beside what else VS Code is to have: settings, other extensions */
export async function openWorkspace(files: Given[2], beside?: Given[3]): Promise<OpenWorkspace> {
  const installed = JSON.parse(process.env["UNBLOCK_E2E"] ?? "null") as Installed | null;
  assert.ok(installed !== null, "run npm run test:e2e");
  const server = await startCodeServer(installed, vsix, files, beside);
  const editor = await openEditorPage(installed.chromium, server.url);
  return {
    server,
    page: editor.page,
    close: async () => {
      await editor.close();
      await server.stop();
    },
  };
}
