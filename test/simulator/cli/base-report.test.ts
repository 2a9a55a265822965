import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { HarmChange } from "../../../simulator/src/report/harm-change.js";
import { captured } from "./captured-io.js";

const spinning = (name: string, ms: number) => `
export async function ${name}() {
  const end = Date.now() + ${ms};
  while (Date.now() < end) {}
}
`;

/** Where the revision's sources are laid out while they are looked at. */
function leftovers(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("unblock-base-"));
}

describe("unblock report --base", function () {
  this.timeout(60_000);
  const home = process.cwd();
  let folder: string;

  const git = (...words: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...words], {
      cwd: folder,
      encoding: "utf8",
    });
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-change-"));
    git("init", "--quiet");
    write("src/checkout.ts", spinning("checkout", 20));
    write("src/helper.ts", `export const wait = () => Atomics.wait(cell, 0, 0, 30);`);
    write(
      "src/old.ts",
      `import { wait } from "./helper";\nexport async function old() { wait(); }\n`,
    );
    git("add", "--all");
    git("commit", "--quiet", "--message", "before");
    write(".git/hooks/post-checkout", "#!/bin/sh\ntouch ran\n");
    chmodSync(path.join(folder, ".git/hooks/post-checkout"), 0o755);
    rmSync(path.join(folder, "src/old.ts"));
    write("src/checkout.ts", spinning("checkout", 60));
    write("lib/fresh.ts", spinning("fresh", 5));
    process.chdir(folder);
  });

  after(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });

  it("says what changed since a revision, chains into other files included", async () => {
    const { code, out } = await captured(
      "report",
      "src",
      "lib",
      "--base",
      "HEAD",
      "--format",
      "json",
    );
    assert.equal(code, 0);
    const { change } = JSON.parse(out) as { change: HarmChange };
    assert.equal(change.base, "HEAD");
    assert.deepEqual(
      change.functions.map(({ kind, name, file }) => [
        kind,
        name,
        path.posix.normalize(file.replaceAll("\\", "/")),
      ]),
      [
        ["worse", "checkout", "src/checkout.ts"],
        ["added", "fresh", "lib/fresh.ts"],
        ["removed", "old", "src/old.ts"],
      ],
    );
  });

  it("leaves nothing behind, in the repository or beside it", async () => {
    const before = leftovers();
    await captured("report", "src", "--base", "HEAD");
    assert.deepEqual(leftovers(), before);
    assert.equal(existsSync(path.join(folder, "ran")), false, "no hook ran");
    assert.equal(git("worktree", "list").trim().split("\n").length, 1);
  });

  it("begins the Markdown with what the change does, for a pull request", async () => {
    const { out } = await captured("report", "src", "--base", "HEAD", "--format", "markdown");
    assert.match(
      out,
      /^## This change makes other requests of 2 ms wait: .* beside checkout, where it was/,
    );
    assert.match(out, /\| checkout \(src\/checkout\.ts:2\) \| worse \| /);
    assert.match(out, /<details><summary>2 functions: 1 worse, 1 gone<\/summary>/);
  });

  it("holds the budget against what is new or worse alone", async () => {
    git("stash", "--quiet", "--include-untracked");
    const unchanged = await captured("report", "src", "--base", "HEAD", "--max-delay", "5");
    git("stash", "pop", "--quiet");
    const changed = await captured("report", "src", "--base", "HEAD", "--max-delay", "5");
    assert.deepEqual([unchanged.code, changed.code], [0, 1]);
    assert.match(changed.error, /^unblock: over the budget of 5 ms: beside checkout /);
  });

  it("compares with a report that was kept", async () => {
    await captured("report", "src", "--format", "json", "--output", "kept.json");
    const { code, out } = await captured("report", "src", "--base", "kept.json");
    assert.equal(code, 0);
    assert.match(out, /^This change adds nothing /);
  });

  for (const [what, parameters, message] of [
    [
      "no revision and no file",
      ["--base", "nowhere"],
      /^unblock: --base nowhere: no such file, and no such revision\n$/,
    ],
    [
      "a file that is no JSON",
      ["--base", "src/helper.ts"],
      /^unblock: --base src\/helper\.ts: invalid JSON\n$/,
    ],
    [
      "JSON that is no report",
      ["--base", "other.json"],
      /^unblock: --base other\.json is no report of unblock's: .+\n$/,
    ],
    [
      "a report of another load",
      ["--base", "kept.json", "--workers", "2"],
      /^unblock: --base kept\.json was made under another load \(.+\): its figures do not compare\n$/,
    ],
    [
      "a word that git would take for an option",
      ["--base=--all"],
      /^unblock: --base --all: no such file, and no such revision\n$/,
    ],
  ] as const) {
    it(`exits with 2 and one line for ${what}`, async () => {
      write("other.json", `{ "version": 2 }`);
      await captured("report", "src", "--format", "json", "--output", "kept.json");
      const { code, out, error } = await captured("report", "src", ...parameters);
      assert.equal(code, 2);
      assert.equal(out, "");
      assert.match(error, message);
    });
  }
});
