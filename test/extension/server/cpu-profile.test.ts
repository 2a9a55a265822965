import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { sampled } from "../../simulator/workload/sampled.js";
import { german } from "../german.js";
import { Editor } from "./harness.js";

const source = `import { pbkdf2Sync } from "node:crypto";
export async function hash() {
  return pbkdf2Sync("a", "b", 1000, 32, "sha512");
}
`;

describe("the panel's durations from a CPU profile that the settings name", function () {
  this.timeout(20_000);
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "unblock-test-")));
  const file = path.join(folder, "hash.ts");
  const uri = pathToFileURL(file).href;
  let editor: Editor;

  before(() => {
    writeFileSync(file, source);
    const stack = [`hash@${uri}@2`, "pbkdf2Sync@node:crypto@1"];
    const seen = [
      { stack, ms: 80 },
      { stack: [], ms: 2 },
    ];
    writeFileSync(path.join(folder, "a.cpuprofile"), JSON.stringify(sampled(seen)));
    writeFileSync(path.join(folder, "broken.cpuprofile"), "{");
    writeFileSync(path.join(folder, "bad-node.cpuprofile"), '{ "nodes": [7] }');
  });
  afterEach(async () => {
    await editor.stop();
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  async function step(cpuProfile: string, messages = {}) {
    editor = await Editor.start({ settings: { cpuProfile }, workspaceFolders: [folder], messages });
    await editor.open(uri, source, "typescript");
    const result = await editor.model({ uri, functionName: "hash" });
    assert.ok(result.ok);
    const [first] = result.model.steps;
    assert.ok(first.kind !== "loop");
    return { ...first, use: result.cpuProfile };
  }

  it("are measured, and say so; the path counts from the workspace's folder", async () => {
    const { ms, source: from, basis, use } = await step("a.cpuprofile");
    assert.deepEqual(
      [ms, from, basis],
      [80, "measured", "one call in a CPU profile, a sample each 1 ms"],
    );
    assert.deepEqual(use, { file: "a.cpuprofile", calls: 1 });
  });

  it("say where they come from, and what is wrong with a profile, in the user's language", async () => {
    const { basis } = await step("a.cpuprofile", german);
    assert.equal(basis, "ein Aufruf in einem CPU-Profil, eine Stichprobe je 1 ms");
    await editor.stop();
    const { use, basis: estimated } = await step("bad-node.cpuprofile", german);
    assert.equal(
      use?.problem,
      "sie ist kein CPU-Profil: nodes[0] ist kein Knoten eines CPU-Profils",
    );
    assert.match(estimated, /^1\u202F000 Iterationen; 1,0 µs je Iteration/u);
  });

  it("are nobody's where the settings name none", async () => {
    assert.equal((await step("")).use, undefined);
  });

  for (const [what, name, why] of [
    ["missing", "none.cpuprofile", "there is no such file"],
    ["broken", "broken.cpuprofile", "it is no JSON"],
    ["something else", "hash.ts", "it is no JSON"],
  ] as const) {
    it(`stay estimates where the profile is ${what}, and the output says why`, async () => {
      const { source: from, use } = await step(name);
      assert.equal(from, "computed");
      assert.deepEqual(use, { file: name, calls: 0, problem: why });
      assert.ok(
        editor.logged.some((line) => line.includes(name) && line.includes(why)),
        editor.logged.join("\n"),
      );
    });
  }
});
