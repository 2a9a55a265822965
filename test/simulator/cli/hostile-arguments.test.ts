import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { captured as unblock } from "./captured-io.js";

const scenario = {
  version: 1,
  runtime: { flavor: "multi-thread", workerThreads: 2 },
  tasks: [{ name: "handler", count: 5, steps: [{ cpu: 1 }, { block: 2 }] }],
};

/** What is given where a number, a field or a range is wanted. */
const values = [
  ...["", " ", "-", "--", "0", "-0", "-1", "1", "2.5", "1e3", "1e309", "NaN", "Infinity", "0x10"],
  ...["9007199254740993", "99999999999999999999", "١", "1,2", "null", "{}", "[]", '"', "\u0000"],
  ...["workers=1..3", "workers=3..1", "workers=1..99999999999", "workers=", "=1", "workers=a..b"],
  ...["seed=1,2,2", "tasks[0].count=1,2", "tasks[9].count=1", "tasks[0]=1", "runtime=1"],
  ...["runtime.cores=0", "runtime.cores=1e99", "__proto__.x=1", "constructor=1", "version=2"],
  ...["tasks[0].steps[0].cpu=-1", "tasks[0].steps[0].cpu=1e18", "tasks[-1].count=1", "a.b.c=1"],
  ...["text", "json", "markdown", "html", "svg", "trace", "xml", "node", "multi-thread", "request"],
];

const flags = {
  simulate: [
    ...["--format", "--seed", "--runtime", "--workers", "--set", "--sweep", "--compare"],
    ...["--max-delay", "--max-events", "--explain", "--metrics", "--list", "--cpu-profile"],
    ...["--calls-per-second", "--calls-at-once", "--bystander", "--bystanders-per-second"],
    ...["--help", "--nonsense", "-x", "--seed=", "--workers=4"],
  ],
  report: [
    ...["--format", "--base", "--cpu-profile", "--max-delay", "--runtime", "--workers"],
    ...["--calls-per-second", "--calls-at-once", "--bystander", "--bystanders-per-second"],
    ...["--processes", "--help", "--nonsense"],
  ],
  calibrate: ["--format", "--help", "--nonsense"],
};
const commands = ["simulate", "report", "calibrate"] as const;

const fitting = [
  ["--format", "json"],
  ["--format", "trace"],
  ["--format", "html"],
  ["--runtime", "node"],
  ["--workers", "3"],
  ["--seed", "7"],
  ["--set", "tasks[0].count=2"],
  ["--sweep", "workers=1..3"],
  ["--max-events", "5"],
  ["--max-delay", "1"],
  ["--calls-per-second", "1"],
  ["--bystander", "page"],
  ["--explain"],
];

describe("whatever the arguments are", function () {
  this.timeout(120_000);
  let folder = "";
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-arguments-"));
    const write = (name: string, text: string | Uint8Array) => {
      writeFileSync(path.join(folder, name), text);
    };
    mkdirSync(path.join(folder, "folder"));
    write("scenario.json", JSON.stringify(scenario));
    write("broken.json", '{"version": 1,');
    write("list.json", "[1, 2]");
    write("binary.json", Uint8Array.of(0, 255, 254, 128, 10, 13));
    write("empty.ts", "");
    write("broken.ts", "export function (");
    write(
      "app.ts",
      'import fs from "node:fs";\nexport function read() {\n  fs.readFileSync("a");\n}\n',
    );
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const named = fc
    .constantFrom(
      ...["scenario.json", "broken.json", "list.json", "binary.json", "folder", "missing"],
      ...["empty.ts", "broken.ts", "app.ts", "app.ts#read", "app.ts#none", "app.ts#:2", "app.ts#"],
    )
    .map((name) => path.join(folder, name));
  // Not the folder of the tests, nor one above it, all of which would be read.
  const text = fc.string({ maxLength: 8 }).filter((each) => !/^[./\\~]*$/.test(each));
  const value = fc.oneof(fc.constantFrom(...values), text, named);
  /** One that the command could use, so that what comes after it is looked at. */
  const usable = {
    simulate: fc.constantFrom("scenario.json", "app.ts#read"),
    report: fc.constantFrom("app.ts", "folder"),
    calibrate: fc.constantFrom("scenario.json"),
  };
  const argv = fc.constantFrom(...commands).chain((command) => {
    const known = fitting.filter(([flag]) => flags[command].includes(flag));
    const part = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...known) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...flags[command]), value) },
      { weight: 1, arbitrary: fc.constantFrom(...flags[command]).map((flag) => [flag]) },
      { weight: 1, arbitrary: value.map((each) => [each]) },
    );
    const first = fc.oneof(
      { weight: 3, arbitrary: usable[command].map((name) => path.join(folder, name)) },
      { weight: 1, arbitrary: value },
    );
    // Without one that is wrong it would measure for a minute.
    const last = command === "calibrate" ? ["--seconds-per-call", "none"] : [];
    return fc
      .tuple(first, fc.array(part, { maxLength: 4 }))
      .map(([what, parts]) => [command, what, ...parts.flat(), ...last]);
  });

  it("the command ends with what it found, or with 2 and one line that says what is wrong", async () => {
    await fc.assert(
      fc.asyncProperty(argv, async (given) => {
        const { code, out, error } = await unblock(...given);
        assert.ok([0, 1, 2].includes(code), String(code));
        if (code === 2) {
          assert.equal(out, "");
          assert.match(error, /^unblock: [^\n]+\n$/);
        } else assert.notEqual(out, "");
      }),
    );
  });
});
