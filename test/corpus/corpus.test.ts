/** `npm run test:corpus`; with `--record` in UNBLOCK_CORPUS the counts in the repository are refreshed. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { lintPackage, type CorpusResult } from "./lint.js";
import { corpusPackages, unpackedFolder } from "./packages.js";
import { readRecord, readReviewed, recordFile, recordOf, type PackageRecord } from "./record.js";
import { added, TypeChecker } from "./type-check.js";

const recording = process.env["UNBLOCK_CORPUS"] === "--record";

describe("the rules on published packages", function () {
  this.timeout(600_000);
  const results = new Map<string, CorpusResult>();

  for (const corpusPackage of corpusPackages) {
    const { name, version } = corpusPackage;

    describe(`${name} ${version}`, () => {
      before(() => {
        results.set(name, lintPackage(unpackedFolder(corpusPackage)));
      });

      const result = (): CorpusResult => {
        const found = results.get(name);
        assert.ok(found, "linted without a crash");
        return found;
      };

      it("yields suggestions that parse", () => {
        assert.deepEqual(result().unparsableSuggestions, []);
      });

      it("yields suggestions that bring no type error", () => {
        const checker = new TypeChecker();
        const before = new Map<string, readonly string[]>();
        const mended = result().mended.filter(({ isAsPublished }) => isAsPublished);
        const errors = mended.flatMap(({ where, file, written, text }) => {
          const known = before.get(written) ?? checker.errorsOf(file, written);
          before.set(written, known);
          return added(known, checker.errorsOf(file, text)).map((error) => `${where}: ${error}`);
        });
        assert.deepEqual(errors, []);
      });

      if (!recording) {
        it("yields the counts of the record", () => {
          const recorded = readRecord().find((record) => record.name === name);
          assert.deepEqual(recordOf(corpusPackage, result()), recorded);
        });

        it("still reports what a person has read", () => {
          const reported = new Set(
            result().findings.map(({ file, line, ruleId }) => `${file}:${line} ${ruleId}`),
          );
          const gone = readReviewed()
            .filter((finding) => finding.package === name)
            .map(({ file, line, ruleId }) => `${file}:${line} ${ruleId}`)
            .filter((finding) => !reported.has(finding));
          assert.deepEqual(gone, []);
        });
      }
    });
  }

  after(() => {
    if (!recording) return;
    const records: PackageRecord[] = corpusPackages.flatMap((corpusPackage) => {
      const result = results.get(corpusPackage.name);
      return result === undefined ? [] : [recordOf(corpusPackage, result)];
    });
    writeFileSync(recordFile, `${JSON.stringify(records, null, 2)}\n`);
  });
});
