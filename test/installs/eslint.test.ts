/** The installed plugin in each supported version of ESLint and Node.js, as an ES module and by `require`. */
import assert from "node:assert/strict";
import { nodeBinary, Project } from "./project.js";

const main = `import { readFileSync } from "node:fs";
import { load } from "./load.js";
export async function main() {
  readFileSync("a", "utf8");
  load();
  const end = Date.now() + 50;
  while (Date.now() < end);
}
`;
const load =
  'import { readFileSync } from "node:fs";\nexport const load = () => readFileSync("b");\n';

const files = {
  "main.js": main,
  "load.js": load,
  "eslint.config.js":
    'import unblock from "eslint-plugin-unblock";\nexport default [unblock.configs.recommended];\n',
  "required.config.cjs":
    'const unblock = require("eslint-plugin-unblock");\nmodule.exports = [unblock.configs.recommended];\n',
  "module.mts": `import unblock from "eslint-plugin-unblock";
import { createProject, type Finding } from "eslint-plugin-unblock/analysis";
import { defineConfig } from "eslint/config";
export default defineConfig(unblock.configs.recommended, { plugins: { unblock } });
export const findings: readonly Finding[] = [];
export { createProject };
`,
  "required.cts": `import unblock = require("eslint-plugin-unblock");
import analysis = require("eslint-plugin-unblock/analysis");
import type { Linter } from "eslint";
const config: Linter.Config[] = [unblock.configs.strict, { plugins: { unblock } }];
const findings: readonly analysis.Finding[] = [];
export = { config, findings, create: analysis.createProject };
`,
};

interface LintedFile {
  readonly messages: readonly { readonly ruleId: string; readonly line: number }[];
}

const expected = [
  "4 unblock/no-blocking-call",
  "5 unblock/no-blocking-chain",
  "7 unblock/no-busy-wait",
];

function findings(project: Project, args: readonly string[], node?: string): readonly string[] {
  const { status, stdout, stderr } = project.eslint(["--format", "json", "main.js", ...args], node);
  assert.equal(stderr, "");
  assert.equal(status, 1, stdout);
  const [file] = JSON.parse(stdout) as LintedFile[];
  return (file?.messages ?? []).map(({ ruleId, line }) => `${String(line)} ${ruleId}`);
}

const current = process.version.slice(1);
/** Others come as packages for one platform; elsewhere the workflow runs the tests under each version. */
const others =
  process.platform === "linux" && process.arch === "x64" ? ["22.23.3", "24.9.0", "26.9.0"] : [];

for (const eslint of ["9", "10"]) {
  describe(`the plugin installed beside ESLint ${eslint}`, function () {
    this.timeout(180_000);
    let project: Project | undefined;
    const installed = (): Project => {
      project ??= new Project([`eslint@${eslint}`, "typescript@6.0.3"], files);
      return project;
    };
    after(() => project?.remove());

    for (const version of [current, ...others]) {
      it(`reports under Node ${version}, imported and required`, () => {
        const node = version === current ? process.execPath : nodeBinary(version);
        assert.deepEqual(findings(installed(), [], node), expected);
        const required = ["--config", "required.config.cjs"];
        assert.deepEqual(findings(installed(), required, node), expected);
      });
    }

    it("has types for both", () => {
      const { status, stdout } = installed().run("typescript/bin/tsc", [
        ..."--noEmit --strict --module nodenext --target es2023".split(" "),
        "module.mts",
        "required.cts",
      ]);
      assert.equal(status, 0, stdout);
    });

    it("lets a whole repository be silenced, and one finding", () => {
      const one = installed();
      const disabled = main.replace(
        "  readFileSync(",
        "  // eslint-disable-next-line unblock/no-blocking-call\n  readFileSync(",
      );
      one.write({ "disabled.js": disabled });
      assert.doesNotMatch(one.eslint(["disabled.js"]).stdout, /no-blocking-call/u);
      assert.equal(one.eslint(["main.js", "--suppress-all"]).status, 0);
      assert.equal(one.eslint(["main.js"]).status, 0);
      one.write({
        "main.js": main,
        "eslint-suppressions.json": "{}\n",
        "allowed.config.js": `import unblock from "eslint-plugin-unblock";
export default [{
  ...unblock.configs.recommended,
  rules: { "unblock/no-blocking-call": ["error", { allow: ["node:fs.readFileSync"] }] },
}];
`,
      });
      assert.equal(one.eslint(["main.js", "--config", "allowed.config.js"]).status, 0);
    });
  });
}

describe("the plugin in a repository that has TypeScript 7", function () {
  this.timeout(180_000);

  it("is installed and reports", () => {
    const project = new Project(["eslint@10", "typescript@7"], files);
    try {
      assert.deepEqual(findings(project, []), expected);
    } finally {
      project.remove();
    }
  });
});
