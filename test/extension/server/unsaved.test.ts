import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Editor, until } from "./harness.js";

const blocking = `import { readFileSync } from "node:fs";
export function load() {
  return readFileSync("flags.json", "utf8");
}
`;
const harmless = "export function load() {\n  return 1;\n}\n";
const user = 'import { load } from "./load.js";\nexport const handler = async () => load();\n';

describe("files that are open but not saved", () => {
  let folder: string;
  let editor: Editor;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const codes = async (name: string) =>
    (await editor.diagnostics(uriOf(name))).map(({ code }) => code);

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), "unblock-unsaved-")));
    editor = await Editor.start({ workspaceFolders: [pathToFileURL(folder).href] });
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are seen as they stand by the files that import them", async () => {
    write("load.js", harmless);
    await editor.open(uriOf("load.js"), harmless);
    await editor.open(uriOf("user.js"), user);
    assert.deepEqual(await codes("user.js"), []);
    await editor.change(uriOf("load.js"), blocking, 2);
    assert.deepEqual(await codes("user.js"), ["unblock/no-blocking-chain"]);
    const [{ relatedInformation = [] }] = await editor.diagnostics(uriOf("user.js"));
    assert.deepEqual(
      relatedInformation.map(({ location }) => [location.uri, location.range.start.line]),
      [
        [uriOf("user.js"), 1],
        [uriOf("load.js"), 2],
      ],
    );
    await editor.change(uriOf("load.js"), harmless, 3);
    assert.deepEqual(await codes("user.js"), []);
  });

  it("have the importing files' diagnostics asked for again, once while somebody types", async () => {
    write("load.js", harmless);
    await editor.open(uriOf("load.js"), harmless);
    await editor.open(uriOf("user.js"), user);
    await editor.diagnostics(uriOf("user.js"));
    const { refreshes } = editor;
    for (let version = 2; version < 6; version++) {
      await editor.change(uriOf("load.js"), `${blocking}${"\n".repeat(version)}`, version);
    }
    await until(() => editor.refreshes > refreshes);
    assert.equal(editor.refreshes, refreshes + 1);
  });

  it("leave the reports of files that do not import them as they were", async () => {
    write("load.js", harmless);
    await editor.open(uriOf("load.js"), harmless);
    await editor.open(uriOf("other.js"), blocking);
    const first = await editor.report(uriOf("other.js"));
    assert.equal(first.kind, "full");
    await editor.change(uriOf("load.js"), blocking, 2);
    assert.deepEqual(await editor.report(uriOf("other.js"), first.resultId), {
      kind: "unchanged",
      resultId: first.resultId,
    });
  });

  it("are what the disk holds again once they are closed", async () => {
    write("load.js", harmless);
    await editor.open(uriOf("user.js"), user);
    await editor.open(uriOf("load.js"), blocking);
    assert.deepEqual(await codes("user.js"), ["unblock/no-blocking-chain"]);
    await editor.close(uriOf("load.js"));
    assert.deepEqual(await codes("user.js"), []);
  });

  it("are seen through a link to their folder", async () => {
    write("load.js", harmless);
    write("user.js", user);
    const link = `${folder}-link`;
    symlinkSync(folder, link);
    try {
      const linked = (name: string) => pathToFileURL(path.join(link, name)).href;
      await editor.open(linked("load.js"), blocking);
      await editor.open(linked("user.js"), user);
      const [found] = await editor.diagnostics(linked("user.js"));
      assert.equal(found.code, "unblock/no-blocking-chain");
    } finally {
      rmSync(link);
    }
  });

  it("are followed when a file on disk appears between two questions", async () => {
    await editor.open(uriOf("user.js"), user);
    assert.deepEqual(await codes("user.js"), []);
    write("load.js", blocking);
    await editor.watched(uriOf("load.js"), "created");
    assert.deepEqual(await codes("user.js"), ["unblock/no-blocking-chain"]);
    write("load.js", harmless);
    await editor.watched(uriOf("load.js"), "changed");
    assert.deepEqual(await codes("user.js"), []);
  });
});
