import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { CancellationTokenSource, LSPErrorCodes } from "vscode-languageserver/node";
import { Editor } from "./harness.js";
import { workspaceFiles } from "./workspace-files.js";

const text = `import { readFileSync } from "node:fs";
export async function handler() {
  return readFileSync("flags.json", "utf8");
}
`;

describe("the language server survives", () => {
  let folder: string;
  let editor: Editor;
  const { uriOf, write } = workspaceFiles(() => folder);

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-server-"));
    editor = await Editor.start({ workspaceFolders: [pathToFileURL(folder).href] });
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("a file that is deleted while it is open", async () => {
    write("a.js", text);
    await editor.open(uriOf("a.js"), text);
    const pending = editor.diagnostics(uriOf("a.js"));
    rmSync(path.join(folder, "a.js"));
    await editor.watched(uriOf("a.js"), "deleted");
    assert.equal((await pending).length, 1);
    assert.equal((await editor.diagnostics(uriOf("a.js"))).length, 1);
    await editor.close(uriOf("a.js"));
    assert.deepEqual(await editor.diagnostics(uriOf("a.js")), []);
  });

  it("a file that another imports being deleted", async () => {
    write("load.js", text.replace("async ", "").replace("handler", "load"));
    const user = 'import { load } from "./load.js";\nexport const f = async () => load();\n';
    write("user.js", user);
    await editor.open(uriOf("user.js"), user);
    const [chain] = await editor.diagnostics(uriOf("user.js"));
    assert.equal(chain.code, "unblock/no-blocking-chain");
    rmSync(path.join(folder, "load.js"));
    await editor.watched(uriOf("load.js"), "deleted");
    assert.deepEqual(editor.logged, []);
    assert.ok(Array.isArray(await editor.diagnostics(uriOf("user.js"))));
  });

  it("its workspace folder being removed", async () => {
    await editor.open(uriOf("a.js"), text);
    rmSync(folder, { recursive: true });
    await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [], removed: [{ uri: pathToFileURL(folder).href, name: "w" }] },
    });
    assert.equal((await editor.diagnostics(uriOf("a.js"))).length, 1);
  });

  it("a file being renamed, and its text taken back by undo", async () => {
    await editor.open(uriOf("a.js"), text);
    assert.equal((await editor.diagnostics(uriOf("a.js"))).length, 1);
    await editor.change(uriOf("a.js"), "", 2);
    assert.deepEqual(await editor.diagnostics(uriOf("a.js")), []);
    await editor.change(uriOf("a.js"), text, 3);
    assert.equal((await editor.diagnostics(uriOf("a.js"))).length, 1);
    await editor.close(uriOf("a.js"));
    await editor.open(uriOf("b.js"), text);
    assert.equal((await editor.diagnostics(uriOf("b.js"))).length, 1);
    assert.deepEqual(await editor.diagnostics(uriOf("a.js")), []);
  });

  it("hostile names of files and functions", async () => {
    const uri = uriOf("<img src=x onerror=alert(1)>.js");
    const hostile = text.replace(
      "async function handler()",
      'const evil = { async "<script>alert(1)</script>"()',
    );
    await editor.open(uri, `${hostile.trimEnd()} };\n`);
    assert.equal((await editor.diagnostics(uri)).length, 1);
    const model = await editor.model({ uri, position: { line: 2, character: 4 } });
    assert.ok(model.ok);
    assert.equal(model.model.steps.length, 1);
  });

  it("a configuration that cannot be read, and says so", async () => {
    await editor.stop();
    const why = "The workspace's ESLint configuration cannot be read: Unexpected token";
    editor = await Editor.start({
      workspaceFolders: [pathToFileURL(folder).href],
      eslintExtension: true,
      probe: () => Promise.resolve({ found: false, failed: true, why }),
    });
    await editor.open(uriOf("a.js"), text);
    assert.equal((await editor.diagnostics(uriOf("a.js"))).length, 1);
    assert.deepEqual(editor.owners.at(-1), { uri: uriOf("a.js"), owner: "extension", reason: why });
  });

  it("a question that is taken back, without working on it", async () => {
    await editor.open(uriOf("a.js"), text);
    const cancellation = new CancellationTokenSource();
    const pending = editor.connection.sendRequest(
      "textDocument/diagnostic",
      { textDocument: { uri: uriOf("a.js") } },
      cancellation.token,
    );
    cancellation.cancel();
    await assert.rejects(pending, { code: LSPErrorCodes.RequestCancelled });
    assert.deepEqual(editor.owners, []);
  });

  it("questions about a document that changes meanwhile", async () => {
    await editor.open(uriOf("a.js"), text);
    const reports = [2, 3, 4].map(async (version) => {
      await editor.change(uriOf("a.js"), `${"\n".repeat(version)}${text}`, version);
      return editor.diagnostics(uriOf("a.js"));
    });
    const last = (await Promise.all(reports)).at(-1);
    assert.equal(last?.[0].range.start.line, 6);
  });

  it("a flood of broken text", async () => {
    const uri = uriOf("a.js");
    await editor.open(uri, text);
    for (let version = 2; version < 40; version++) {
      await editor.change(uri, text.slice(0, Math.floor((text.length * version) / 40)), version);
      assert.ok(Array.isArray(await editor.diagnostics(uri)));
    }
    assert.deepEqual(editor.logged, []);
  });
});
