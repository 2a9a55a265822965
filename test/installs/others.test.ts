/** The plugin in oxlint, and its findings through the formatters that CI systems read. */
import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { Project } from "./project.js";

const files = {
  "main.js": `import { readFileSync } from "node:fs";
const helper = () => readFileSync("b");
export async function main() {
  readFileSync("a", "utf8");
  helper();
}
`,
  "eslint.config.js":
    'import unblock from "eslint-plugin-unblock";\nexport default [unblock.configs.recommended];\n',
  ".oxlintrc.json": JSON.stringify({
    jsPlugins: ["eslint-plugin-unblock"],
    rules: {
      "unblock/no-blocking-call": "error",
      "unblock/no-blocking-chain": "error",
      "unblock/no-busy-wait": "error",
      "unblock/valid-spawn-blocking": "error",
    },
  }),
};

describe("the plugin elsewhere than on a terminal", function () {
  this.timeout(180_000);
  let project: Project | undefined;
  const installed = (): Project => {
    project ??= new Project(
      [
        "eslint@10",
        "oxlint@1.94.0",
        "@microsoft/eslint-formatter-sarif@3.1.0",
        "eslint-formatter-github-annotations@0.1.0",
        "eslint-formatter-gitlab@7.2.0",
      ],
      files,
    );
    return project;
  };
  after(() => project?.remove());

  it("reports in oxlint, as one of its jsPlugins", () => {
    const { status, stdout } = installed().run("oxlint/bin/oxlint", [
      "--format",
      "json",
      "main.js",
    ]);
    assert.equal(status, 1, stdout);
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { code: string; labels: { span: { line: number; column: number } }[] }[];
    };
    assert.deepEqual(
      diagnostics.map(({ code, labels }) => [code, labels[0]?.span.line, labels[0]?.span.column]),
      [
        ["unblock(no-blocking-call)", 4, 3],
        ["unblock(no-blocking-chain)", 5, 3],
      ],
    );
  });

  it("writes SARIF that code scanning shows at the right lines", () => {
    const one = installed();
    one.eslint(["main.js", "--format", "@microsoft/eslint-formatter-sarif", "-o", "eslint.sarif"]);
    const sarif = JSON.parse(readFileSync(path.join(one.folder, "eslint.sarif"), "utf8")) as {
      version: string;
      runs: {
        results: {
          ruleId: string;
          message: { text: string };
          locations: { physicalLocation: { region: { startLine: number } } }[];
        }[];
      }[];
    };
    assert.equal(sarif.version, "2.1.0");
    assert.deepEqual(
      sarif.runs[0]?.results.map(({ ruleId, message, locations }) => [
        ruleId,
        locations[0]?.physicalLocation.region.startLine,
        message.text.includes("blocks the event loop for"),
      ]),
      [
        ["unblock/no-blocking-call", 4, true],
        ["unblock/no-blocking-chain", 5, true],
      ],
    );
  });

  it("writes GitHub's annotations", () => {
    const { stdout } = installed().eslint(["main.js", "--format", "github-annotations"]);
    assert.match(stdout, /^::error file=main\.js,line=4,col=3::\[unblock\/no-blocking-call\] /mu);
    assert.match(stdout, /^::error file=main\.js,line=5,col=3::\[unblock\/no-blocking-chain\] /mu);
  });

  it("writes the Code Quality report that GitLab shows in merge requests", () => {
    const one = installed();
    one.eslint(["main.js", "--format", "gitlab"], undefined, {
      ESLINT_CODE_QUALITY_REPORT: "quality.json",
    });
    const report = JSON.parse(readFileSync(path.join(one.folder, "quality.json"), "utf8")) as {
      check_name: string;
      location: { path: string; positions: { begin: { line: number } } };
    }[];
    assert.deepEqual(
      report.map(({ check_name, location }) => [
        check_name,
        location.path,
        location.positions.begin.line,
      ]),
      [
        ["unblock/no-blocking-call", "main.js", 4],
        ["unblock/no-blocking-chain", "main.js", 5],
      ],
    );
  });

  it("reports only what comes on top once what there is has been suppressed", () => {
    const one = installed();
    assert.equal(one.eslint(["main.js", "--suppress-all"]).status, 0);
    assert.equal(one.eslint(["main.js"]).status, 0);
    one.write({
      "more.js": 'import fs from "fs";\nexport const f = async () => fs.statSync("c");\n',
    });
    const { status, stdout } = one.eslint(["main.js", "more.js"]);
    assert.equal(status, 1);
    assert.match(stdout, /more\.js\n\s+2:30\s+error/u);
    assert.doesNotMatch(stdout, /main\.js/u);
    rmSync(path.join(one.folder, "eslint-suppressions.json"));
  });

  it("writes lines that the problem matcher of setup-node reads", () => {
    // https://github.com/actions/setup-node/blob/main/.github/eslint-stylish.json
    const { stdout } = installed().eslint(["main.js"]);
    const [file, first] = stdout.split("\n").filter((line) => line !== "");
    assert.match(file ?? "", /^\S.*main\.js$/u);
    assert.match(first ?? "", /^\s+4:3\s+error\s+.+\s\s+unblock\/no-blocking-call$/u);
  });
});
