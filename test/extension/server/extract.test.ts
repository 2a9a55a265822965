import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { CodeAction } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { extractionEdit, freeFile } from "../../../extension/server/extract.js";
import { Editor, rangeOf, type Options } from "./harness.js";

const text = `import { readFileSync } from "node:fs";

function load(file) {
  return readFileSync(file, "utf8");
}

export async function handler(file) {
  return load(file);
}
`;
const call = rangeOf(text, "load(file);");
const title = "Extract load into load.worker.js, and run it on a worker thread";
const andDependency = `${title}, and add spawn-blocking to package.json`;

describe("the code action that extracts into a worker's module", () => {
  let folder: string;
  let editor: Editor;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, content: string) => writeFileSync(path.join(folder, name), content);
  const start = async (options: Options = {}) => {
    editor = await Editor.start({ workspaceFolders: [pathToFileURL(folder).href], ...options });
    await editor.open(uriOf("handler.js"), text);
  };
  const extractions = async (only?: string[]) =>
    (await editor.actions(uriOf("handler.js"), call, only)).filter((action) =>
      action.title.startsWith("Extract"),
    );

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), "unblock-extract-")));
    write("package.json", '{ "type": "module", "dependencies": { "spawn-blocking": "^0.1.0" } }');
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("creates the new file, fills it and changes the call, in one edit", async () => {
    await start();
    const [action, ...others] = await extractions();
    assert.deepEqual(others, []);
    assert.equal(action.title, title);
    assert.equal(action.kind, "quickfix");
    assert.equal(action.isPreferred, undefined);
    assert.deepEqual(appliedTo({ [uriOf("handler.js")]: text }, action), {
      [uriOf("load.worker.js")]: `import { readFileSync } from "node:fs";

export function load(file) {
  return readFileSync(file, "utf8");
}
`,
      [uriOf("handler.js")]: `import { spawnBlocking } from "spawn-blocking";

export async function handler(file) {
  return await spawnBlocking(new URL("./load.worker.js", import.meta.url), "load", [file]);
}
`,
    });
  });

  it("goes by what TypeScript is compiled to", async () => {
    write("package.json", '{ "dependencies": { "spawn-blocking": "^0.1.0" } }');
    write("tsconfig.json", '{ "compilerOptions": { "module": "commonjs" } }');
    await start();
    const typed = text
      .replaceAll("(file)", "(file: string)")
      .replace("load(file: string);", "load(file);");
    await editor.open(uriOf("handler.ts"), typed, "typescript");
    const action = (await editor.actions(uriOf("handler.ts"), rangeOf(typed, "load(file);"))).find(
      (one) => one.title.startsWith("Extract"),
    );
    assert.ok(action);
    const { [uriOf("handler.ts")]: left = "" } = appliedTo(
      { [uriOf("handler.ts")]: typed },
      action,
    );
    assert.match(
      left,
      /spawnBlocking<typeof load>\(require\.resolve\("\.\/load\.worker\.js"\), "load", \[file\]\)/u,
    );
  });

  it("does not overwrite a file, on disk or open", async () => {
    write("load.worker.js", "");
    await start();
    await editor.open(uriOf("load-2.worker.js"), "");
    const [{ edit }] = await extractions();
    assert.deepEqual(edit?.documentChanges?.[0], {
      kind: "create",
      uri: uriOf("load-3.worker.js"),
      options: { overwrite: false, ignoreIfExists: false },
    });
  });

  it("offers to add spawn-blocking to the package where it is missing", async () => {
    write("package.json", '{ "type": "module" }');
    await start();
    const [withPackage, alone] = await extractions();
    assert.equal(withPackage.title, andDependency);
    assert.deepEqual(withPackage.command?.arguments, [uriOf("package.json")]);
    assert.equal(alone.title, title);
  });

  it("names the package before what has to be known of the change", async () => {
    write("package.json", '{ "type": "module" }');
    await start();
    const summed = text.replace("load(file);\n}", "count + load(file);\n}\nlet count = 0;");
    await editor.change(uriOf("handler.js"), summed, 2);
    const actions = await editor.actions(uriOf("handler.js"), rangeOf(summed, "load(file);\n}"));
    assert.match(
      actions.find((action) => action.command !== undefined)?.title ?? "",
      /, and run it on a worker thread, and add spawn-blocking to package\.json \(other code may run in between\)$/u,
    );
  });

  it("is a refactoring where ESLint reports the file", async () => {
    await start({ settings: { diagnostics: { owner: "eslint" } } });
    assert.deepEqual(await extractions(["quickfix"]), []);
    const [action] = await extractions();
    assert.equal(action.kind, "refactor.extract");
  });

  it("is offered for a closure that could not run on a thread", async () => {
    await start();
    const closure = `import { spawnBlocking } from "spawn-blocking";
import { render } from "./render.js";
export const f = async (rows) => await spawnBlocking((list) => render(list), [rows]);
`;
    await editor.open(uriOf("closure.js"), closure);
    const actions = await editor.actions(uriOf("closure.js"), rangeOf(closure, "render(list)"));
    const action = actions.find((one) => one.title.startsWith("Move this function"));
    assert.ok(action);
    const files = appliedTo({ [uriOf("closure.js")]: closure }, action);
    assert.equal(
      files[uriOf("render-job.worker.js")],
      'import { render } from "./render.js";\n\nexport const renderJob = (list) => render(list);\n',
    );
  });

  it("is for the text as it is now, with its mark of the byte order", async () => {
    await start();
    await editor.change(uriOf("handler.js"), `\uFEFF// changed\n${text}`, 2);
    const [action] = await editor
      .actions(uriOf("handler.js"), {
        start: { line: call.start.line + 1, character: call.start.character },
        end: { line: call.start.line + 1, character: call.start.character },
      })
      .then((actions) => actions.filter((one) => one.title === title));
    const files = appliedTo({ [uriOf("handler.js")]: `\uFEFF// changed\n${text}` }, action);
    assert.match(
      files[uriOf("handler.js")] ?? "",
      /^\uFEFF\/\/ changed\nimport \{ spawnBlocking \}/u,
    );
  });

  it("is not offered where files can't be created: by the client, or beside a document without a file", async () => {
    await start({ createsFiles: false });
    assert.deepEqual(await extractions(), []);
    await editor.open("untitled:Untitled-1", text);
    const actions = await editor.actions("untitled:Untitled-1", call);
    assert.ok(!actions.some((action) => action.title.startsWith("Extract")));
  });
});

describe("the edit of an extraction", () => {
  it("applies only to the version that it was made for", () => {
    const document = TextDocument.create("file:///w/a.js", "javascript", 7, "abc");
    const extraction = {
      title: "",
      file: "b.js",
      text: "b\n",
      changes: [{ start: 1, end: 2, text: "x" }],
    };
    assert.deepEqual(extractionEdit(document, "/w/a.js", extraction).documentChanges?.[2], {
      textDocument: { uri: "file:///w/a.js", version: 7 },
      edits: [
        {
          range: { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } },
          newText: "x",
        },
      ],
    });
  });
});

describe("a free file name", () => {
  it("counts up before the ending", () => {
    const taken = ["a.worker.ts", "a-2.worker.ts"];
    assert.equal(
      freeFile("a.worker.ts", (name) => taken.includes(name)),
      "a-3.worker.ts",
    );
    assert.equal(
      freeFile("b.worker.ts", (name) => taken.includes(name)),
      "b.worker.ts",
    );
  });
});

/** The texts of all files after an action, which must not create what is there. */
function appliedTo(
  files: Readonly<Record<string, string>>,
  action: CodeAction,
): Record<string, string> {
  const texts = { ...files };
  for (const change of action.edit?.documentChanges ?? []) {
    if ("edits" in change) {
      const { uri } = change.textDocument;
      const before = TextDocument.create(uri, "javascript", 1, texts[uri] ?? "");
      texts[uri] = TextDocument.applyEdits(
        before,
        change.edits.filter((edit) => "newText" in edit),
      );
    } else {
      assert.equal(change.kind, "create");
      assert.ok(!Object.hasOwn(texts, change.uri));
      texts[change.uri] = "";
    }
  }
  return texts;
}
