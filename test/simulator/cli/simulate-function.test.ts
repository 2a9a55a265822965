import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Scenario } from "../../../simulator/src/scenario/types.js";
import { parseScenario } from "../../../simulator/src/scenario/validate.js";
import { functionTarget } from "../../../simulator/src/cli/simulate-function.js";
import { captured } from "./captured-io.js";

const source = `
export class Users {
  async find() { spin(50); }
}
export class Orders {
  async find() { spin(50); }
}
function spin(ms: number) {
  const end = Date.now() + ms;
  while (Date.now() < end) {}
}
export default async function main() {
  const end = Date.now() + 50;
  while (Date.now() < end) {}
}
`;

describe("unblock simulate file#function", function () {
  this.timeout(60_000);
  let folder: string;
  let file: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-"));
    file = path.join(folder, "app.ts");
    writeFileSync(file, source);
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("prints both latencies, as written and with the fix", async () => {
    const { code, out } = await captured("simulate", `${file}#main`);
    assert.equal(code, 0);
    assert.match(out, /Other requests of 2 ms take \d+ ms \(p99\) beside main \(\d+x\)/);
    for (const row of ["others, as written", "others, fixed", "main, as written", "main, fixed"]) {
      assert.match(out, new RegExp(`^${row} +[\\d.]+ m?s`, "m"));
    }
    assert.match(out, /line 14: busy loop, 50 ms \(computed: /);
  });

  it("finds the default export and the function on a line", async () => {
    for (const selector of ["default", ":12"]) {
      const { code, out } = await captured(
        "simulate",
        `${file}#${selector}`,
        "--format",
        "markdown",
      );
      assert.equal(code, 0);
      assert.match(out, /\*\*main\*\*/);
    }
  });

  it("gives scenarios that the command accepts, in JSON", async () => {
    const { out } = await captured("simulate", `${file}#main`, "--format", "json", "--seed", "3");
    const { scenarios } = JSON.parse(out) as { scenarios: Record<string, Scenario> };
    for (const scenario of [scenarios.asWritten, scenarios.fixed]) {
      assert.equal(parseScenario(scenario).ok, true);
    }
  });

  it("lists the candidates of an ambiguous name and exits with 2", async () => {
    const { code, error } = await captured("simulate", `${file}#find`);
    assert.equal(code, 2);
    assert.match(
      error,
      /^unblock: "find" is ambiguous in .*app\.ts: Users\.find \(#:3\), Orders\.find \(#:6\)\n$/,
    );
  });

  it("says which functions there are when the name is unknown", async () => {
    const { code, error } = await captured("simulate", `${file}#handler`);
    assert.equal(code, 2);
    assert.match(
      error,
      /^unblock: no function "handler" on the event loop in .*; there are Users\.find/,
    );
  });

  it("exits with 2 for a file that is missing, and for options of scenarios", async () => {
    const missing = await captured("simulate", `${path.join(folder, "no.ts")}#main`);
    assert.equal(missing.code, 2);
    assert.match(missing.error, /^unblock: cannot read .*no\.ts: no such file or folder\n$/);
    const swept = await captured("simulate", `${file}#main`, "--sweep", "workers=1..4");
    assert.equal(swept.code, 2);
    assert.match(swept.error, /^unblock: --sweep is for scenarios/);
  });
});

describe("a word of the command line", () => {
  it("means a function when a script's name comes before a #", () => {
    assert.deepEqual(functionTarget("src/a.b.mts#Users.find"), {
      file: "src/a.b.mts",
      selector: "Users.find",
    });
    assert.deepEqual(functionTarget("C:\\app\\index.js#:12"), {
      file: "C:\\app\\index.js",
      selector: ":12",
    });
    assert.equal(functionTarget("scenario.json"), undefined);
    assert.equal(functionTarget("sleepers-blocking"), undefined);
    assert.equal(functionTarget("a.ts#"), undefined);
  });
});
