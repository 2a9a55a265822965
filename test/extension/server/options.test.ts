import assert from "node:assert/strict";
import type { RuleConfiguration } from "../../../extension/server/configuration.js";
import { applied, Editor, rangeOf } from "./harness.js";

const uri = "file:///w/src/handler.js";
const text = `import { existsSync, readFileSync } from "node:fs";

export async function load() {
  return readFileSync("flags.json", "utf8");
}

export async function check() {
  return existsSync("flags.json");
}

export function listen(app) {
  app.on("data", () => readFileSync("a"));
}
`;

describe("the user's own options of our rules", () => {
  let editor: Editor;
  const start = async (rules: RuleConfiguration["rules"]) => {
    editor = await Editor.start({
      workspaceFolders: ["file:///w"],
      probe: () => Promise.resolve({ found: true, configuration: { namespace: "loop", rules } }),
    });
    await editor.open(uri, text);
  };
  const lines = async () => (await editor.diagnostics(uri)).map(({ range }) => range.start.line);
  const lenses = async () => (await editor.lenses(uri)).map(({ range }) => range.start.line);
  afterEach(() => editor.stop());

  it("leave out what they allow, in diagnostics, lenses and hovers", async () => {
    await start({ "no-blocking-call": [1, { allow: ["node:fs.existsSync"] }] });
    assert.deepEqual(await lines(), [3]);
    assert.deepEqual(await lenses(), [2]);
    assert.equal(await editor.hover(uri, rangeOf(text, 'existsSync("').start), null);
    assert.notEqual(await editor.hover(uri, rangeOf(text, 'readFileSync("').start), null);
  });

  it("bring in further contexts", async () => {
    await start({ "no-blocking-call": [2, { contexts: ["async", "listener"] }] });
    assert.deepEqual(await lines(), [3, 7, 11]);
    assert.deepEqual(await lenses(), [2, 6, 11]);
    assert.notEqual(await editor.hover(uri, rangeOf(text, 'readFileSync("a")').start), null);
  });

  it("switch single rules off", async () => {
    await start({ "no-blocking-call": [0], "no-busy-wait": [2] });
    assert.deepEqual(await lines(), []);
    assert.deepEqual(await lenses(), []);
  });

  it("say which fix is safe: what --fix would do is preferred", async () => {
    const only = text.replace("export async function check", "async function check");
    await start({ "no-blocking-call": [2, { fix: true }] });
    await editor.change(uri, only, 2);
    const actions = await editor.actions(uri, rangeOf(only, 'readFileSync("flags'));
    assert.deepEqual(
      actions.filter(({ isPreferred }) => isPreferred === true).map(({ title }) => title),
      ["Await readFile of node:fs/promises"],
    );
    const [fixAll] = await editor.actions(uri, rangeOf(only, "load"), ["source.fixAll"]);
    assert.match(applied(only, fixAll), /return await readFile\("flags\.json", "utf8"\);/u);
  });

  it("of another version of the plugin leave the rules on, without options", async () => {
    await start({ "no-blocking-call": [2, { unheardOf: true }] });
    assert.deepEqual(await lines(), [3, 7]);
    assert.deepEqual(editor.logged, []);
  });
});
