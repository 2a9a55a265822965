/** What happens to workspaces on disk while they are open, and what their paths are called. */
import assert from "node:assert/strict";
import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Editor } from "./harness.js";
import { workspaceFiles } from "./workspace-files.js";

const helper = `import { readFileSync } from "node:fs";
export function load(file) {
  return readFileSync(file, "utf8");
}
`;
const user = `import { load } from "./load.js";
export async function handler(file) {
  return load(file);
}
`;

describe("the language server survives", () => {
  let folder: string;
  let editor: Editor;
  const { uriOf, write } = workspaceFiles(() => folder);
  const start = async () => {
    editor = await Editor.start({ workspaceFolders: [pathToFileURL(folder).href] });
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-server-"));
  });
  afterEach(async () => {
    assert.deepEqual(editor.logged, []);
    await editor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("paths with spaces, percent signs, number signs, brackets and emoji, also as VS Code writes their addresses", async () => {
    const name = "a b/100% #1 [x] (y) 🐙";
    write(`${name}/load.js`, helper);
    write(`${name}/package.json`, '{ "type": "module" }');
    await start();
    // VS Code escapes more than Node.js does.
    const uri = uriOf(`${name}/user.js`).replace(
      /[()[\]!'*]/gu,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    await editor.open(uri, user);
    const [chain] = await editor.diagnostics(uri);
    assert.equal(chain.code, "unblock/no-blocking-chain");
    const places = chain.relatedInformation?.map(({ location }) => fileURLToPath(location.uri));
    assert.deepEqual(places?.at(-1), path.join(folder, name, "load.js"));
    const model = await editor.model({ uri, functionName: "handler" });
    assert.ok(model.ok);
    assert.equal(model.model.file, path.join(folder, name, "user.js"));
  });

  it("a checkout that changes five hundred files at once, and asks for everything anew once", async () => {
    const many = Array.from({ length: 500 }, (_, index) => `lib/module-${String(index)}.js`);
    for (const name of many) write(name, "export const nothing = () => 1;\n");
    write("lib/load.js", "export const load = () => 1;\n");
    await start();
    const uri = uriOf("lib/user.js");
    await editor.open(uri, user);
    assert.deepEqual(await editor.diagnostics(uri), []);
    for (const name of many) write(name, helper);
    write("lib/load.js", helper);
    await editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [...many, "lib/load.js"].map((name) => ({ uri: uriOf(name), type: 2 })),
    });
    assert.equal((await editor.diagnostics(uri))[0]?.code, "unblock/no-blocking-chain");
    assert.ok(editor.refreshes <= 1, String(editor.refreshes));
  });

  it("its workspace folder being renamed while it works", async () => {
    write("load.js", helper);
    await start();
    await editor.open(uriOf("user.js"), user);
    const pending = editor.diagnostics(uriOf("user.js"));
    const before = folder;
    folder = `${folder} renamed`;
    renameSync(before, folder);
    await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: {
        added: [{ uri: pathToFileURL(folder).href, name: "new" }],
        removed: [{ uri: pathToFileURL(before).href, name: "old" }],
      },
    });
    await pending;
    await editor.open(uriOf("user.js"), user);
    assert.equal((await editor.diagnostics(uriOf("user.js"))).length, 1);
  });

  it("a file of a hundred thousand lines", async () => {
    await start();
    const lines = "  use(1);\n".repeat(100_000);
    const text = `import { readFileSync } from "node:fs";\nexport async function f(use) {\n${lines}  return readFileSync("a");\n}\n`;
    await editor.open(uriOf("long.js"), text);
    const [found] = await editor.diagnostics(uriOf("long.js"));
    assert.equal(found.range.start.line, 100_002);
    assert.equal((await editor.lenses(uriOf("long.js"))).length, 1);
  });

  it("a file full of findings", async () => {
    await start();
    const lines = '  readFileSync("a");\n'.repeat(3_000);
    await editor.open(
      uriOf("full.js"),
      `import { readFileSync } from "node:fs";\nexport async function f() {\n${lines}}\n`,
    );
    assert.equal((await editor.diagnostics(uriOf("full.js"))).length, 3_000);
    const line = { line: 1_000, character: 4 };
    const actions = await editor.actions(uriOf("full.js"), { start: line, end: line });
    assert.ok(actions.length > 3);
    assert.ok((await editor.model({ uri: uriOf("full.js"), functionName: "f" })).ok);
  });
});
