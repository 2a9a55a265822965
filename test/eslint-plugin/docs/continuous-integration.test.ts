/** The page on continuous integration: its workflows parse, its options exist, and its commands do what it says. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { format } from "prettier";

const root = path.resolve(import.meta.dirname, "../../..");
const page = readFileSync(path.join(root, "eslint-plugin/docs/continuous-integration.md"), "utf8");

function samples(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gmu"))].map(
    (match) => match[1] ?? "",
  );
}

/** Every command line of a program on the page, without comments. */
function commandsOf(program: string): readonly string[] {
  return [...page.matchAll(new RegExp(`\\bnpx ${program} ([^\`\\n#]*)`, "gu"))].map((match) =>
    (match[1] ?? "").trim(),
  );
}

function optionsIn(commands: readonly string[]): readonly string[] {
  return [...new Set(commands.flatMap((command) => command.match(/--[a-z-]+/gu) ?? []))];
}

function help(...words: readonly string[]): string {
  return execFileSync(process.execPath, [...words, "--help"], { cwd: root, encoding: "utf8" });
}

describe("the page on continuous integration", function () {
  this.timeout(60_000);
  const [gitHub = "", gitLab = ""] = samples("yaml");

  it("has workflows that parse", async () => {
    assert.notEqual(gitLab, "");
    for (const workflow of samples("yaml")) await format(workflow, { parser: "yaml" });
  });

  it("gives each step of the GitHub workflow an action of a version, or a command", () => {
    const steps =
      gitHub
        .split("    steps:\n")[1]
        ?.split(/^ {6}- /mu)
        .slice(1) ?? [];
    assert.notEqual(steps.length, 0);
    for (const step of steps) {
      assert.match(step, /^ *(?:uses: [\w-]+\/[\w/-]+@v\d+|run: \S.*)$/mu);
    }
  });

  it("names options that ESLint has", () => {
    const known = help(path.join(root, "node_modules/eslint/bin/eslint.js"));
    const named = optionsIn(commandsOf("eslint"));
    assert.ok(named.includes("--suppress-all"));
    for (const option of named) assert.match(known, new RegExp(`(?:^|\\s)${option}\\b`, "mu"));
  });

  it("names options and formats that unblock report has", () => {
    const known = help(path.join(root, "simulator/bin/unblock.js"), "report");
    const commands = commandsOf("unblock report");
    for (const option of optionsIn(commands)) {
      assert.match(known, new RegExp(`^\\s+${option} `, "mu"));
    }
    for (const [, name = ""] of commands.join("\n").matchAll(/--format (\w+)/gu)) {
      assert.ok(known.includes(`"${name}"`), name);
    }
  });

  it("links every formatter that it names, and the tests of installs run each", () => {
    const installs = readFileSync(path.join(root, "test/installs/others.test.ts"), "utf8");
    const formatters = [...page.matchAll(/--format ((?:@[\w-]+\/)?[\w-]+)/gu)]
      .map(([, name = ""]) => (name.startsWith("@") ? name : `eslint-formatter-${name}`))
      .filter((name) => !/-(?:json|markdown)$/u.test(name));
    assert.equal(formatters.length, 3);
    for (const name of formatters) {
      assert.ok(page.includes(`https://www.npmjs.com/package/${name}`), name);
      assert.ok(installs.includes(`"${name}@`), name);
    }
  });

  it("has GitLab collect the file that the formatter writes", () => {
    const collected = /codequality: (\S+)/u.exec(gitLab)?.[1];
    assert.equal(/ESLINT_CODE_QUALITY_REPORT: (\S+)/u.exec(gitLab)?.[1], collected);
  });

  describe("in a repository", () => {
    let folder = "";

    const run = (command: string) => {
      const { status, stdout, stderr } = spawnSync("bash", ["-c", command], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, GITHUB_BASE_REF: "main", GITHUB_STEP_SUMMARY: "summary.md" },
      });
      return { status, output: stdout + stderr };
    };
    const step = (start: string): string => {
      const found = gitHub.split("\n").find((line) => line.includes(`run: ${start}`));
      assert.ok(found !== undefined, start);
      return found.slice(found.indexOf("run: ") + "run: ".length);
    };
    const write = (name: string, text: string) => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    };
    const reading = (name: string) =>
      `import { readFileSync } from "node:fs";\nexport async function ${name}() {\n  return readFileSync("${name}");\n}\n`;

    before(function () {
      if (process.platform === "win32") this.skip();
      folder = realpathSync(mkdtempSync(path.join(tmpdir(), "unblock-ci-")));
      symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
      write("package.json", '{ "type": "module" }');
      write(
        "eslint.config.js",
        'import unblock from "eslint-plugin-unblock";\nexport default [unblock.configs.recommended];\n',
      );
      write("src/old.js", reading("old"));
      const git = (...words: readonly string[]) =>
        execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...words], {
          cwd: folder,
        });
      git("init", "--quiet");
      git("add", "src", "package.json");
      git("commit", "--quiet", "--message", "old");
      git("update-ref", "refs/remotes/origin/main", "HEAD");
    });

    after(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    it("fails by ESLint where something blocks", () => {
      const { status, output } = run(step("npx eslint ."));
      assert.equal(status, 1, output);
      assert.match(output, /unblock\/no-blocking-call/u);
    });

    it("passes once what there is is suppressed, and fails by what comes on top", () => {
      const [suppress = "", prune = ""] = commandsOf("eslint").filter((one) =>
        one.includes("suppress"),
      );
      assert.equal(run(`npx eslint ${suppress}`).status, 0);
      assert.equal(run(step("npx eslint .")).status, 0);
      write("src/new.js", reading("more"));
      const { status, output } = run(step("npx eslint ."));
      assert.equal(status, 1, output);
      assert.match(output, /new\.js/u);
      assert.doesNotMatch(output, /old\.js/u);
      rmSync(path.join(folder, "src/new.js"));
      write("src/old.js", "export const old = 1;\n");
      assert.equal(run(`npx eslint ${prune}`).status, 0);
      write("src/old.js", reading("old"));
      assert.equal(run(step("npx eslint .")).status, 1);
    });

    it("takes the configuration of the page, which leaves scripts, tests and short calls alone", () => {
      const [configuration = ""] = samples("js");
      const starting =
        'import { execSync } from "node:child_process";\nexport const start = async () => execSync("ls");\n';
      write("page.config.js", configuration);
      for (const name of ["scripts/build.js", "src/start.test.js", "src/start.js"]) {
        write(name, starting);
      }
      const { status, output } = run("npx eslint --config page.config.js .");
      assert.equal(status, 1, output);
      assert.match(output, /src\/start\.js/u);
      assert.doesNotMatch(output, /build\.js|start\.test\.js|old\.js/u);
      for (const name of ["scripts", "src/start.test.js", "src/start.js"]) {
        rmSync(path.join(folder, name), { recursive: true });
      }
    });

    it("says in the summary of a pull request what the change adds, and fails by the budget for that alone", () => {
      const report = step("npx unblock report");
      assert.equal(run(report).status, 0);
      write(
        "src/slow.js",
        "export async function slow() {\n  const end = Date.now() + 200;\n  while (Date.now() < end) {}\n}\n",
      );
      const { status, output } = run(report);
      assert.equal(status, 1, output);
      assert.equal(run(step("cat unblock.md")).status, 0);
      assert.match(readFileSync(path.join(folder, "summary.md"), "utf8"), /slow/u);
    });
  });
});
