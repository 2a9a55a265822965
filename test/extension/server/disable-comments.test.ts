import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { disableForFile, disableForLine } from "../../../extension/server/disable-comments.js";

const rule = "unblock/no-blocking-call";

function applied(
  text: string,
  edit: (document: TextDocument) => ReturnType<typeof disableForFile>,
) {
  const document = TextDocument.create("file:///a.js", "javascript", 1, text);
  return TextDocument.applyEdits(document, [edit(document)]);
}

describe("a comment that switches a rule off for a line", () => {
  it("stands above the line, indented like it", () => {
    assert.equal(
      applied("{\n  block();\n}\n", (document) => disableForLine(document, 1, rule)),
      `{\n  // eslint-disable-next-line ${rule}\n  block();\n}\n`,
    );
  });

  it("keeps the line ends of the file", () => {
    assert.equal(
      applied("a();\r\nblock();\r\n", (document) => disableForLine(document, 1, rule)),
      `a();\r\n// eslint-disable-next-line ${rule}\r\nblock();\r\n`,
    );
  });

  it("joins a comment that is there already, before its reason", () => {
    assert.equal(
      applied("// eslint-disable-next-line no-sync -- start-up\nblock();\n", (document) =>
        disableForLine(document, 1, rule),
      ),
      `// eslint-disable-next-line no-sync, ${rule} -- start-up\nblock();\n`,
    );
    assert.equal(
      applied("// eslint-disable-next-line no-sync\nblock();\n", (document) =>
        disableForLine(document, 1, rule),
      ),
      `// eslint-disable-next-line no-sync, ${rule}\nblock();\n`,
    );
  });
});

describe("a comment that switches a rule off for a file", () => {
  it("is the first line", () => {
    assert.equal(
      applied("block();\n", (document) => disableForFile(document, rule)),
      `/* eslint-disable ${rule} */\nblock();\n`,
    );
  });

  it("stands below the line that names the interpreter", () => {
    assert.equal(
      applied("#!/usr/bin/env node\nblock();\n", (document) => disableForFile(document, rule)),
      `#!/usr/bin/env node\n/* eslint-disable ${rule} */\nblock();\n`,
    );
  });
});
