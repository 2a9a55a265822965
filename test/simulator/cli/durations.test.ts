import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { HarmReport } from "../../../simulator/src/report/harm-report.js";
import { sampled } from "../workload/sampled.js";
import { captured } from "./captured-io.js";

describe("--cpu-profile", function () {
  this.timeout(60_000);
  let folder: string;
  const file = (name: string) => path.join(folder, name);

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-"));
    writeFileSync(
      file("app.ts"),
      `import { pbkdf2Sync } from "node:crypto";
export async function hash() { return pbkdf2Sync("a", "b", 1000, 32, "sha512"); }
`,
    );
    const stack = [`hash@${pathToFileURL(file("app.ts")).href}@2`, "pbkdf2Sync@node:crypto@1"];
    writeFileSync(
      file("a.cpuprofile"),
      JSON.stringify(
        sampled([
          { stack, ms: 80 },
          { stack: [], ms: 2 },
        ]),
      ),
    );
    writeFileSync(file("other.cpuprofile"), JSON.stringify(sampled([{ stack: [], ms: 2 }])));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("puts measured durations into report and simulate alike", async () => {
    const flags = ["--cpu-profile", file("a.cpuprofile"), "--format", "json"];
    for (const argv of [
      ["report", file("app.ts")],
      ["simulate", `${file("app.ts")}#hash`],
    ]) {
      const { code, error, out } = await captured(...argv, ...flags);
      assert.deepEqual([code, error], [0, ""]);
      const { functions } = JSON.parse(out) as HarmReport;
      assert.deepEqual(
        functions[0]?.steps.map(({ ms, source, basis }) => [ms, source, basis]),
        [[80, "measured", "one call in a CPU profile, a sample each 1 ms"]],
      );
    }
  });

  it("warns of a profile that saw none of the functions", async () => {
    const flags = ["--cpu-profile", file("other.cpuprofile")];
    const { code, error } = await captured("report", file("app.ts"), ...flags);
    assert.equal(code, 0);
    assert.match(error, /^unblock: .*other\.cpuprofile saw none of the functions: .*\n$/);
  });

  for (const [what, name, message] of [
    ["no file", "none.cpuprofile", /none\.cpuprofile: no such file or folder\n$/],
    ["no JSON", "app.ts", /app\.ts: invalid JSON\n$/],
  ] as const) {
    it(`exits with 2 and one line for ${what}`, async () => {
      const { code, out, error } = await captured(
        "report",
        file("app.ts"),
        "--cpu-profile",
        file(name),
      );
      assert.deepEqual([code, out], [2, ""]);
      assert.match(error, message);
    });
  }

  it("is refused for a scenario, whose durations stand in it", async () => {
    const { code, error } = await captured(
      "simulate",
      "burst",
      "--cpu-profile",
      file("a.cpuprofile"),
    );
    assert.equal(code, 2);
    assert.equal(error, "unblock: --cpu-profile is for a function of a file, not for a scenario\n");
  });
});
