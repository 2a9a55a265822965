import assert from "node:assert/strict";
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver";
import { applied, Editor, rangeOf, until, type Options } from "./harness.js";

const uri = "file:///w/src/handler.js";
const text = `import { readFileSync } from "node:fs";

export async function handler() {
  const flags = readFileSync("flags.json", "utf8");
  return flags;
}
`;
const call = rangeOf(text, 'readFileSync("flags.json", "utf8")');

describe("the language server", () => {
  let editor: Editor;
  const start = async (options: Options = {}) => {
    editor = await Editor.start({ workspaceFolders: ["file:///w"], ...options });
  };
  afterEach(() => editor.stop());

  describe("reports", () => {
    it("a call that blocks, with its rule, a link to the rule's page, and the cost", async () => {
      await start();
      await editor.open(uri, text);
      const [diagnostic, ...others] = await editor.diagnostics(uri);
      assert.deepEqual(others, []);
      assert.deepEqual(diagnostic.range, call);
      assert.equal(diagnostic.source, "unblock");
      assert.equal(diagnostic.code, "unblock/no-blocking-call");
      assert.match(diagnostic.codeDescription?.href ?? "", /docs\/rules\/no-blocking-call\.md$/u);
      assert.equal(diagnostic.severity, DiagnosticSeverity.Warning);
      assert.match(String(diagnostic.message), /readFileSync.*\bms\b/u);
    });

    it("nothing about code that gives its thread back", async () => {
      await start();
      await editor.open(
        uri,
        'import { readFile } from "node:fs/promises";\nexport const f = async () => await readFile("a");\n',
      );
      assert.deepEqual(await editor.diagnostics(uri), []);
    });

    it("TypeScript, JSX, documents without a file, and files of a virtual workspace", async () => {
      await start();
      const typed = text.replace("handler()", "handler(this: void): Promise<string>");
      const jsx = text.replace("return flags", "return <p>{flags}</p>");
      for (const [name, language, content] of [
        ["file:///w/a.ts", "typescript", typed],
        ["file:///w/a.tsx", "typescriptreact", jsx.replace("handler()", "handler(this: void)")],
        ["file:///w/a.jsx", "javascriptreact", jsx],
        ["file:///w/a.cjs", "javascript", text],
        ["file:///w/no-extension", "typescript", typed],
        ["untitled:Untitled-1", "typescript", typed],
        ["vscode-vfs://github/owner/repository/a.js", "javascript", text],
      ]) {
        await editor.open(name, content, language);
        const found = await editor.diagnostics(name);
        assert.equal(found.length, 1, name);
      }
    });

    it("the same again only where something changed", async () => {
      await start();
      await editor.open(uri, text);
      const first = await editor.report(uri);
      assert.equal(first.kind, "full");
      const second = await editor.report(uri, first.resultId);
      assert.deepEqual(second, { kind: "unchanged", resultId: first.resultId });
      await editor.change(uri, `${text}\n`, 2);
      assert.equal((await editor.report(uri, first.resultId)).kind, "full");
    });

    it("what the text says now, while a syntax error is typed and mended", async () => {
      await start();
      await editor.open(uri, text);
      assert.equal((await editor.diagnostics(uri)).length, 1);
      await editor.change(uri, text.replace("return flags", "return flags ("), 2);
      assert.deepEqual(await editor.diagnostics(uri), []);
      await editor.change(uri, text, 3);
      assert.equal((await editor.diagnostics(uri)).length, 1);
    });

    it("nothing about a file that is closed, unknown, too large or not text", async () => {
      await start();
      assert.deepEqual(await editor.diagnostics("file:///w/unknown.js"), []);
      await editor.open(uri, `${text}${"//\n".repeat(2_000_000)}`);
      assert.deepEqual(await editor.diagnostics(uri), []);
      await editor.open("file:///w/binary.js", `${text}\u0000\u0001`);
      assert.deepEqual(await editor.diagnostics("file:///w/binary.js"), []);
      await editor.close(uri);
      assert.deepEqual(await editor.diagnostics(uri), []);
      assert.equal(editor.owners.at(-1)?.reason, "The file is too large or is not text.");
    });

    it("with the severity that the settings say", async () => {
      await start({ settings: { diagnostics: { severity: "hint" } } });
      await editor.open(uri, text);
      const [diagnostic] = await editor.diagnostics(uri);
      assert.equal(diagnostic.severity, DiagnosticSeverity.Hint);
      assert.equal(diagnostic.tags?.includes(DiagnosticTag.Unnecessary) ?? false, false);
      await editor.changeSettings({ enable: false });
      assert.deepEqual(await editor.diagnostics(uri), []);
    });

    it("nothing that an inline comment switches off, under the name that the workspace uses", async () => {
      const rules = { "no-blocking-call": [2] as const };
      await start({
        probe: () => Promise.resolve({ found: true, configuration: { namespace: "loop", rules } }),
      });
      const disabled = (rule: string) =>
        text.replace("  const", `  // eslint-disable-next-line ${rule}\n  const`);
      await editor.open(uri, text);
      const [diagnostic] = await editor.diagnostics(uri);
      assert.equal(diagnostic.severity, DiagnosticSeverity.Error);
      await editor.change(uri, disabled("loop/no-blocking-call"), 2);
      assert.deepEqual(await editor.diagnostics(uri), []);
    });

    it("nothing about rules that only the workspace's own ESLint has", async () => {
      await start();
      await editor.open(uri, `/* eslint foreign/rule: "error" */\n// eslint-disable-line x/y\n`);
      assert.deepEqual(await editor.diagnostics(uri), []);
    });
  });

  describe("leaves a file to ESLint", () => {
    it("where its configuration has the rules and its extension runs, and says so", async () => {
      await start({
        eslintExtension: true,
        probe: () =>
          Promise.resolve({
            found: true,
            configuration: { namespace: "unblock", rules: { "no-blocking-call": [1] } },
          }),
      });
      await editor.open(uri, text);
      assert.deepEqual(await editor.diagnostics(uri), []);
      assert.deepEqual(editor.owners.at(-1), {
        uri,
        owner: "eslint",
        reason: "The ESLint extension runs, and its configuration has the rules.",
      });
      assert.equal((await editor.lenses(uri)).length, 1);
      assert.deepEqual(await editor.actions(uri, call), []);
    });

    it("when ESLint reports our rules there, and takes it back when it no longer does", async () => {
      await start();
      await editor.open(uri, text);
      const tell = (reports: boolean) =>
        editor.connection.sendNotification("unblock/eslintReports", { uri, reports });
      await tell(true);
      assert.deepEqual(await editor.diagnostics(uri), []);
      await tell(false);
      assert.equal((await editor.diagnostics(uri)).length, 1);
      assert.ok(editor.refreshes >= 2);
    });

    it("but asks nothing of a workspace that is not trusted", async () => {
      let asked = 0;
      await start({
        trusted: false,
        probe: () => {
          asked++;
          return Promise.reject(new Error("must not be asked"));
        },
      });
      await editor.open(uri, text);
      assert.equal((await editor.diagnostics(uri)).length, 1);
      assert.equal(asked, 0);
    });
  });

  describe("offers", () => {
    it("each suggestion, then to simulate, to switch off, and to read about the rule", async () => {
      await start();
      await editor.open(uri, text);
      const actions = await editor.actions(uri, call);
      const [first] = actions;
      assert.deepEqual(
        actions.slice(-4).map(({ title }) => title),
        [
          "Simulate the latency that this causes",
          "Disable unblock/no-blocking-call for this line",
          "Disable unblock/no-blocking-call for this file",
          "Show the documentation of unblock/no-blocking-call",
        ],
      );
      const [change] = first.edit?.documentChanges ?? [];
      assert.ok(change !== undefined && "edits" in change);
      assert.deepEqual(change.textDocument, { uri, version: 1 });
      assert.equal(first.title, "Await readFile of node:fs/promises");
      assert.equal(
        applied(text, first),
        text
          .replace('{ readFileSync } from "node:fs"', '{ readFile } from "node:fs/promises"')
          .replace("readFileSync(", "await readFile("),
      );
    });

    it("nothing where nothing blocks", async () => {
      await start();
      await editor.open(uri, text);
      assert.deepEqual(await editor.actions(uri, rangeOf(text, "return flags")), []);
    });

    it("to fix every finding of a kind, worked out when it is picked", async () => {
      await start();
      const twice = text.replace("  return", '  readFileSync("b", "utf8");\n  return');
      await editor.open(uri, twice);
      const all = (await editor.actions(uri, call)).find(({ title }) =>
        title.startsWith("Fix all"),
      );
      assert.ok(all !== undefined && all.edit === undefined);
      const resolved = await editor.resolve(all);
      const mended = applied(twice, resolved);
      assert.match(mended, /const flags = await readFile\("flags.json", "utf8"\);/u);
      assert.match(mended, /^ {2}await readFile\("b", "utf8"\);$/mu);
      assert.match(mended, /^import \{ readFile \} from "node:fs\/promises";$/mu);
      await editor.change(uri, `${twice}\n`, 2);
      await assert.rejects(editor.resolve(all), /the document has changed/u);
    });

    it("source.fixAll.unblock to who asks for it by name, and no suggestion to source.fixAll", async () => {
      await start();
      await editor.open(uri, text);
      const [named] = await editor.actions(uri, call, ["source.fixAll.unblock"]);
      assert.equal(named.kind, "source.fixAll.unblock");
      assert.match(applied(text, named), /await readFile\("flags.json", "utf8"\);/u);
      assert.deepEqual(await editor.actions(uri, call, ["source.fixAll"]), []);
    });
  });

  it("shows a lens on each function that blocks, which stays while a line is half typed", async () => {
    await start();
    await editor.open(uri, text);
    const lenses = await editor.lenses(uri);
    assert.deepEqual(
      lenses.map(({ range }) => range.start.line),
      [2],
    );
    assert.match(
      lenses[0].command?.title ?? "",
      /^blocks the event loop ≈ [\d.,]+ ms · simulate$/u,
    );
    await editor.change(uri, text.replace("return flags", "return flags ("), 2);
    assert.deepEqual(await editor.lenses(uri), lenses);
    await editor.change(uri, text.replace("\n\n", "\nconst half = (\n\n\n"), 3);
    const [moved] = await editor.lenses(uri);
    assert.equal(moved.range.start.line, 4);
    const model = await editor.model({ uri, position: { line: 5, character: 2 } });
    assert.ok(model.ok);
    assert.equal(model.model.line, 5);
  });

  it("shows no lens and no hover where they are switched off", async () => {
    await start({ settings: { codeLens: { enable: false }, hover: { enable: false } } });
    await editor.open(uri, text);
    assert.deepEqual(await editor.lenses(uri), []);
    assert.equal(await editor.hover(uri, call.start), null);
  });

  it("shows them again, and asks for all anew, as soon as the settings say so", async () => {
    await start({ settings: { codeLens: { enable: false } } });
    await editor.open(uri, text);
    assert.deepEqual(await editor.lenses(uri), []);
    const { refreshes } = editor;
    await editor.changeSettings({ codeLens: { enable: true } });
    await until(() => editor.refreshes > refreshes);
    assert.equal((await editor.lenses(uri)).length, 1);
  });

  it("explains a call that blocks in a hover", async () => {
    await start();
    await editor.open(uri, text);
    const hover = await editor.hover(uri, call.start);
    assert.match(JSON.stringify(hover?.contents), /\*\*Unblock\*\* · node:fs/u);
    assert.equal(await editor.hover(uri, { line: 4, character: 3 }), null);
  });

  it("speaks the user's language", async () => {
    await start({
      messages: { "blocks the event loop ≈ {0} · simulate": "blockiert ≈ {0} · simulieren" },
    });
    await editor.open(uri, text);
    const [lens] = await editor.lenses(uri);
    assert.match(lens.command?.title ?? "", /^blockiert ≈ .* · simulieren$/u);
  });

  describe("models a function for the panel", () => {
    it("by position and by name", async () => {
      await start();
      await editor.open(uri, text);
      const byPosition = await editor.model({ uri, position: call.start });
      assert.ok(byPosition.ok);
      assert.equal(byPosition.model.name, "handler");
      assert.equal(byPosition.model.line, 3);
      assert.deepEqual(
        byPosition.model.steps.map(({ kind, at }) => [kind, at.line]),
        [["block", 4]],
      );
      assert.deepEqual(await editor.model({ uri, functionName: "handler" }), byPosition);
    });

    it("or says in words why not", async () => {
      await start();
      await editor.open(uri, text);
      assert.deepEqual(await editor.model({ uri, position: { line: 0, character: 0 } }), {
        ok: false,
        message: "Put the cursor into one of these functions: handler.",
      });
      assert.deepEqual(await editor.model({ uri: "file:///w/gone.js", functionName: "x" }), {
        ok: false,
        message: "The file cannot be read as JavaScript or TypeScript.",
      });
    });
  });
});
