import assert from "node:assert/strict";
import { modelAt } from "../../../extension/server/model-at.js";
import { createEmbeddedLinter } from "../../../extension/server/linter.js";
import { recommended } from "../../../extension/server/flat-config.js";
import { createTranslate } from "../../../extension/server/translate.js";

const text = `import { readFileSync } from "node:fs";

function load(name) {
  return readFileSync(name);
}

function settings(name) {
  return load(name + ".json");
}

export async function handler(name) {
  return settings(name);
}
`;

/** The function that is shown for a cursor in a line, counted from 1; else what is said instead. */
function shownFor(line: number): string {
  const place = { path: "/w/a.js", folder: "/w", languageId: "javascript" };
  const { linted } = createEmbeddedLinter().lint({ text, ...place, configuration: recommended });
  const position = { line: line - 1, character: 0 };
  const result = modelAt(
    linted?.profiles(),
    { uri: "file:///w/a.js", position },
    createTranslate({}),
  );
  return result.ok ? result.model.name : result.message;
}

describe("what the panel shows for a cursor", () => {
  it("is the function that runs on the event loop around it", () => {
    assert.equal(shownFor(12), "handler");
  });

  it("is who calls a helper, in the helper's line that leads to what blocks", () => {
    assert.equal(shownFor(8), "handler");
    assert.equal(shownFor(4), "handler");
  });

  it("is elsewhere where to put it", () => {
    assert.equal(shownFor(1), "Put the cursor into one of these functions: handler.");
  });
});
