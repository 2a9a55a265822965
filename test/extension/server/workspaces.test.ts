import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Editor, until } from "./harness.js";
import { workspaceFiles } from "./workspace-files.js";

describe("workspaces of all shapes", () => {
  let root: string;
  let editor: Editor;
  const { uriOf, write } = workspaceFiles(() => root);
  const asked: string[] = [];
  const start = async (folders: readonly string[]) => {
    asked.length = 0;
    editor = await Editor.start({
      workspaceFolders: folders.map(uriOf),
      configurationReads: (file) => /^shared-rules\.js(?:on)?$/u.test(path.basename(file)),
      probe: (file, folder) => {
        asked.push(`${path.relative(root, file)} in ${path.relative(root, folder)}`);
        const isLoose = file.includes("loose");
        return Promise.resolve({
          found: true,
          configuration: {
            namespace: "unblock",
            rules: { "no-blocking-call": [isLoose ? 0 : 2], "no-blocking-chain": [2] },
          },
        });
      },
    });
  };

  beforeEach(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), "unblock-workspaces-")));
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(root, { recursive: true, force: true });
  });

  const blocking =
    'import fs from "node:fs";\nexport const f = async () => fs.readFileSync("a");\n';

  it("ask about each file in its own folder, and a nested one in the inner", async () => {
    await start(["strict", "loose", "strict/inner"]);
    await editor.open(uriOf("strict/a.js"), blocking);
    await editor.open(uriOf("loose/a.js"), blocking);
    await editor.open(uriOf("strict/inner/a.js"), blocking);
    assert.equal((await editor.diagnostics(uriOf("strict/a.js"))).length, 1);
    assert.equal((await editor.diagnostics(uriOf("loose/a.js"))).length, 0);
    assert.equal((await editor.diagnostics(uriOf("strict/inner/a.js"))).length, 1);
    assert.deepEqual(asked, [
      "strict/a.js in strict",
      "loose/a.js in loose",
      "strict/inner/a.js in strict/inner",
    ]);
  });

  it("have their configuration read again, and everything asked for anew, when it changes on disk", async () => {
    await start(["strict"]);
    await editor.open(uriOf("strict/a.js"), blocking);
    await editor.diagnostics(uriOf("strict/a.js"));
    for (const name of ["eslint.config.mjs", "packages/x/eslint.config.ts", "package.json"]) {
      const { refreshes, resets } = editor;
      await editor.watched(uriOf(`strict/${name}`), "changed");
      await until(() => editor.refreshes > refreshes);
      assert.equal(editor.resets, resets + 1, name);
    }
    const { resets } = editor;
    await editor.watched(uriOf("strict/b.js"), "changed");
    await editor.diagnostics(uriOf("strict/a.js"));
    assert.equal(editor.resets, resets);
  });

  it("have it read again when a module changes that it imports, be that open in the editor or not", async () => {
    await start(["strict"]);
    const shared = uriOf("strict/config/shared-rules.js");
    for (const isOpen of [false, true]) {
      if (isOpen) await editor.open(shared, "export default [];\n");
      const { refreshes, resets } = editor;
      await editor.watched(shared, "changed");
      await until(() => editor.refreshes > refreshes);
      assert.equal(editor.resets, resets + 1);
    }
  });

  it("are asked for anew when a file of JSON changes that configures something, and for no other", async () => {
    await start(["strict"]);
    const changed = async (name: string) => {
      const { refreshes, resets } = editor;
      await editor.watched(uriOf(`strict/${name}`), "changed");
      // Answered after what was told before.
      await editor.diagnostics(uriOf("strict/a.js"));
      return [editor.refreshes - refreshes, editor.resets - resets];
    };
    assert.deepEqual(await changed("data/rows.json"), [0, 0]);
    assert.deepEqual(await changed("tsconfig.base.json"), [1, 0]);
    assert.deepEqual(await changed("config/shared-rules.json"), [1, 1]);
  });

  it("of many packages are followed from one to another, also unsaved", async () => {
    write("package.json", '{ "private": true, "workspaces": ["packages/*"] }');
    write("packages/store/package.json", '{ "name": "@w/store", "main": "./index.js" }');
    write("packages/store/index.js", "exports.load = () => 1;\n");
    write("packages/web/package.json", '{ "name": "@w/web" }');
    const link = path.join(root, "node_modules/@w");
    mkdirSync(link, { recursive: true });
    symlinkSync(path.join(root, "packages/store"), path.join(link, "store"));
    await start(["."]);
    const web = 'const { load } = require("@w/store");\nexports.f = async () => load();\n';
    await editor.open(uriOf("packages/web/index.js"), web);
    assert.deepEqual(await editor.diagnostics(uriOf("packages/web/index.js")), []);
    await editor.open(
      uriOf("packages/store/index.js"),
      'const fs = require("fs");\nexports.load = () => fs.readFileSync("a");\n',
    );
    const [chain] = await editor.diagnostics(uriOf("packages/web/index.js"));
    assert.equal(chain.code, "unblock/no-blocking-chain");
  });

  it("keep no finding of a folder that was removed while its file is closed", async () => {
    await start(["strict"]);
    await editor.open(uriOf("strict/a.js"), blocking);
    assert.equal((await editor.diagnostics(uriOf("strict/a.js"))).length, 1);
    await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [], removed: [{ uri: uriOf("strict"), name: "strict" }] },
    });
    await editor.close(uriOf("strict/a.js"));
    assert.deepEqual(await editor.diagnostics(uriOf("strict/a.js")), []);
  });
});
