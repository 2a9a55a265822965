import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { captured as unblock } from "./captured-io.js";

/** Bad input: 2, nothing on standard output, one line on standard error. */
async function assertBadInput(argv: string[], message: RegExp): Promise<void> {
  const { code, out, error } = await unblock(...argv);
  assert.deepEqual([code, out], [2, ""]);
  assert.match(error, message);
  assert.equal(error.trimEnd().split("\n").length, 1, error);
}

describe("unblock simulate", function () {
  this.timeout(120_000);
  let folder = "";
  const file = (name: string, text = "") => {
    const full = path.join(folder, name);
    if (text !== "") writeFileSync(full, text);
    return full;
  };
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-cli-"));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("shows that 100 tasks that block for 1 s on 4 workers take 25 s", async () => {
    const { code, out, error } = await unblock("simulate", "sleepers-blocking");
    assert.deepEqual([code, error], [0, ""]);
    assert.match(out, /Last completion after 25 s/);
    assert.equal(out.match(/^worker \d/gm)?.length, 4);
  });

  it("prints the result as JSON, the same bytes for the same seed", async () => {
    const argv = ["simulate", "node-blocked-loop", "--format", "json", "--seed", "7"];
    const [first, second] = [await unblock(...argv), await unblock(...argv)];
    assert.equal(first.out, second.out);
    const result = JSON.parse(first.out) as { version: number; tasks: Record<string, unknown> };
    assert.equal(result.version, 1);
    assert.deepEqual(Object.keys(result.tasks), ["resizeImage", "bystander"]);
    const other = await unblock(...argv.slice(0, -1), "8");
    assert.notEqual(other.out, first.out);
  });

  it("changes a scenario by options", async () => {
    const argv = ["simulate", "sleepers-blocking", "--format", "json", "--workers", "2"];
    const { out } = await unblock(...argv, "--set", "tasks[0].steps[0].block=100");
    const { makespanMs } = JSON.parse(out) as { makespanMs: number };
    assert.ok(Math.abs(makespanMs - 5000) < 50, String(makespanMs));
  });

  it("goes through a range of values, side by side", async () => {
    const { code, out } = await unblock("simulate", "sleepers-blocking", "--sweep", "workers=1..3");
    assert.equal(code, 0);
    assert.match(out, /^1 +100 s/m);
    assert.match(out, /^3 +34 s/m);
  });

  it("compares scenarios", async () => {
    const names = ["sleepers-blocking", "sleepers-awaited"];
    const { code, out } = await unblock("simulate", "--compare", ...names, "--format", "json");
    assert.equal(code, 0);
    const { runs } = JSON.parse(out) as { runs: { label: string }[] };
    assert.deepEqual(
      runs.map(({ label }) => label),
      names,
    );
  });

  it("writes each format to a file", async () => {
    const starts = { html: "<!doctype html>", svg: "<svg", trace: "{", markdown: "# ", json: "{" };
    for (const [format, start] of Object.entries(starts)) {
      const output = file(`report.${format}`);
      const argv = ["simulate", "stranded-child", "--format", format, "--output", output];
      assert.deepEqual(await unblock(...argv), { code: 0, out: "", error: "" });
      assert.ok(readFileSync(output, "utf8").startsWith(start), format);
    }
  });

  it("exits with 1 when the budget is broken, and names the task", async () => {
    const argv = ["simulate", "node-blocked-loop", "--format", "json", "--max-delay"];
    const broken = await unblock(...argv, "50");
    assert.equal(broken.code, 1);
    assert.match(broken.error, /^unblock: bystander: 99th percentile \d+ ms, budget 50 ms\n$/);
    assert.equal((await unblock(...argv, "5000")).code, 0);
  });

  it("prints what it has when it stops at a limit, marked, with a warning and exit code 0", async () => {
    const argv = ["simulate", "burst", "--max-events", "500"];
    const { code, out, error } = await unblock(...argv);
    assert.equal(code, 0);
    assert.match(out, /Stopped at a limit/);
    assert.match(error, /^unblock: stopped at a limit/);
    const { out: json } = await unblock(...argv, "--format", "json");
    assert.equal((JSON.parse(json) as { stopped: boolean }).stopped, true);
  });

  it("explains why tasks waited, and shows what was tried", async () => {
    const { out } = await unblock("simulate", "driver-held", "--explain");
    assert.match(out, /held the timers and ran "blocker" for 200 ms, so 50/);
    assert.match(out, /^ +1\.\d+ ms {2}spawn_blocking for what "blocker" does$/m);
    assert.match(out, /8 workers: does not help$/m);
  });

  it("lists the presets", async () => {
    const { code, out } = await unblock("simulate", "--list");
    assert.equal(code, 0);
    assert.match(out, /^driver-held +a task woken by a timer/m);
  });

  it("helps, and tells its version", async () => {
    const help = await unblock("simulate", "--help");
    assert.equal(help.code, 0);
    assert.match(help.out, /--sweep <name=range>/);
    assert.match((await unblock("--version")).out, /^\d+\.\d+\.\d+\n$/);
  });

  it("refuses a typo in a scenario, naming its path", async () => {
    const text =
      '{"version":1,"runtime":{"flavor":"node"},"tasks":[{"name":"a","steps":[{"slep":5}]}]}';
    const typo = file("typo.json", text);
    await assertBadInput(
      ["simulate", typo],
      /typo\.json: tasks\[0\]\.steps\[0\]\.slep: unknown step; did you mean "sleep"\?\n$/,
    );
  });

  it("refuses invalid JSON, naming line and column", async () => {
    const broken = file("broken.json", '{\n  "version": 1,\n  "runtime": }\n}\n');
    await assertBadInput(
      ["simulate", broken],
      /invalid JSON at line 3, column 14: Unexpected token/,
    );
    const empty = file("empty.json", " ");
    await assertBadInput(["simulate", empty], /invalid JSON at line 1, column 2: Unexpected end/);
  });

  it("refuses a document that nests so deep that copying it would exhaust the stack", async () => {
    const depth = 20_000;
    const steps = `${'[{"repeat":1,"steps":'.repeat(depth)}[]${"}]".repeat(depth)}`;
    const deep = file(
      "deep.json",
      `{"version":1,"runtime":{"flavor":"node"},"tasks":[{"name":"a","steps":${steps}}]}`,
    );
    for (const options of [[], ["--set", "seed=2"], ["--sweep", "seed=1..2"]]) {
      await assertBadInput(
        ["simulate", deep, ...options],
        /deep\.json: nested deeper than 64 levels\n$/,
      );
    }
  });

  it("refuses a file of 100 MB unread", async () => {
    const large = file("large.json", "{");
    truncateSync(large, 100_000_000);
    await assertBadInput(["simulate", large], /has 100 MB; a scenario may have at most 20 MB/);
  });

  it("refuses what is missing, unreadable, unknown or contradictory", async () => {
    await assertBadInput(["simulate", file("none.json")], /none\.json: no such file or folder/);
    await assertBadInput(["simulate", folder], /it is a folder/);
    await assertBadInput(["simulate", "driver-hold"], /did you mean "driver-held"\?/);
    await assertBadInput(["simulate"], /name a scenario file or a preset/);
    await assertBadInput(["simulate", "burst", "--bogus"], /unknown option '--bogus'/);
    await assertBadInput(["simulate", "burst", "--workers", "-1"], /--workers/);
    await assertBadInput(
      ["simulate", "burst", "--format", "pdf"],
      /Allowed choices are text, json/,
    );
    await assertBadInput(["simulat"], /unknown command 'simulat'/);
    await assertBadInput(["simulate", "sleepers-one-thread", "--workers", "2"], /one thread/);
    await assertBadInput(
      ["simulate", "burst", "--output", path.join(folder, "no", "such")],
      /cannot write .*no such file or folder/,
    );
    await assertBadInput(
      ["simulate", "sleepers-in-place", "--runtime", "current-thread"],
      /can call blocking only when running on the multi-threaded runtime/,
    );
  });
});
