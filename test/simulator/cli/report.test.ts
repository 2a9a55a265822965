import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { HarmReport } from "../../../simulator/src/report/harm-report.js";
import { captured } from "./captured-io.js";

const checkout = `
export async function checkout() {
  const end = Date.now() + 50;
  while (Date.now() < end) {}
}
`;
const flags = `
import { readFileSync } from "node:fs";
export async function flags() {
  return readFileSync("flags.json", "utf8");
}
`;

describe("unblock report", function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-"));
    writeFileSync(path.join(folder, "checkout.ts"), checkout);
    writeFileSync(path.join(folder, "flags.ts"), flags);
    mkdirSync(path.join(folder, "quiet"));
    writeFileSync(path.join(folder, "quiet", "quiet.ts"), "export async function quiet() {}\n");
    mkdirSync(path.join(folder, "broken"));
    writeFileSync(path.join(folder, "broken", "broken.ts"), "export function {\n");
    mkdirSync(path.join(folder, "empty"));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("ranks the functions that block by the harm that they do", async () => {
    const { code, out } = await captured("report", folder, "--format", "json");
    const report = JSON.parse(out) as HarmReport;
    assert.equal(code, 0);
    assert.deepEqual(
      report.functions.map(({ name, line, blockingMs }) => [name, line, blockingMs > 0]),
      [
        ["checkout", 2, true],
        ["flags", 3, true],
      ],
    );
    assert.ok((report.functions[0].harmRatio ?? 0) > 10, "the busy loop delays others");
  });

  it("names a broken file and reports the others", async () => {
    const { code, out } = await captured("report", folder);
    assert.equal(code, 0);
    assert.match(out, /2 functions block the event loop \(3 files read\)/);
    assert.match(out, /not analysed: .*broken\.ts: 1:17: Identifier expected\./);
  });

  it("exits with 1 and names the function when the budget is broken", async () => {
    const { code, error } = await captured("report", folder, "--max-delay", "20");
    assert.equal(code, 1);
    assert.match(
      error,
      /^unblock: over the budget of 20 ms: beside checkout \(.*checkout\.ts:2\) other requests take /,
    );
    assert.doesNotMatch(error, /flags/);
  });

  it("says so when nothing blocks", async () => {
    const { code, out } = await captured("report", path.join(folder, "quiet"));
    assert.equal(code, 0);
    assert.equal(out, "No function blocks the event loop (1 file read).\n");
  });

  it("writes a page that stands alone", async () => {
    const page = path.join(folder, "report.html");
    const { code, out } = await captured("report", folder, "--format", "html", "--output", page);
    assert.equal(code, 0);
    assert.equal(out, "");
    assert.match(readFileSync(page, "utf8"), /<h2>1\. checkout<\/h2>[\s\S]*<svg/);
  });

  for (const [what, parameters, message] of [
    ["a path that is missing", ["nowhere"], /^unblock: no such file or folder: .*nowhere\n$/],
    ["an empty folder", ["empty"], /^unblock: no JavaScript or TypeScript files in .*empty\n$/],
    ["a file that does not parse", ["broken"], /^unblock: cannot parse .*broken\.ts:1:17: .*\n$/],
  ] as const) {
    it(`exits with 2 and one line for ${what}`, async () => {
      const paths = parameters.map((name) => path.join(folder, name));
      const { code, out, error } = await captured("report", ...paths);
      assert.equal(code, 2);
      assert.equal(out, "");
      assert.match(error, message);
    });
  }

  it("exits with 2 for processes beside workers, or on Tokio", async () => {
    const flags = ["report", folder, "--processes", "2"];
    assert.deepEqual(await captured(...flags, "--workers", "4"), {
      code: 2,
      out: "",
      error: "unblock: --processes and --workers do not go together\n",
    });
    const { error } = await captured(...flags, "--runtime", "multi-thread");
    assert.equal(error, "unblock: --processes is for Node.js, not for multi-thread\n");
  });

  it("exits with 2 for a budget that is no number", async () => {
    const { code, error } = await captured("report", folder, "--max-delay", "soon");
    assert.equal(code, 2);
    assert.match(error, /^unblock: .*--max-delay.*\n$/);
  });
});
