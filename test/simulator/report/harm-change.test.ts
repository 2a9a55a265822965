import assert from "node:assert/strict";
import { harmChange, harmed } from "../../../simulator/src/report/harm-change.js";
import {
  changeCounts,
  changeHeadline,
  changeTable,
} from "../../../simulator/src/report/harm-change-text.js";
import { harmReport, type HarmReport } from "../../../simulator/src/report/harm-report.js";
import { comparison, modelled } from "./harm-fixture.js";

type Waits = Readonly<Record<string, number | "growing">>;

/** A report in which the bystander waits so many milliseconds (p99) beside each function. */
function report(waits: Waits): HarmReport {
  return harmReport(
    Object.entries(waits).map(([name, p99]) => ({
      model: modelled(name, 20),
      comparison: comparison(p99, 3),
    })),
    1,
    [],
  );
}

function change(before: Waits, after: Waits) {
  return harmChange("main", report(before), report(after));
}

function kinds(before: Waits, after: Waits) {
  return change(before, after).functions.map(({ kind, name }) => `${name} ${kind}`);
}

describe("what a change adds to what others wait for", () => {
  it("tells functions that block newly, longer, shorter, no more, and as before", () => {
    assert.deepEqual(
      kinds(
        { slower: 20, faster: 90, gone: 30, same: 40 },
        { slower: 60, faster: 10, same: 40, fresh: 50 },
      ),
      ["slower worse", "fresh added", "gone removed", "faster better", "same unchanged"],
    );
  });

  it("takes a difference of 5 % for none", () => {
    assert.deepEqual(kinds({ a: 100, b: 100 }, { a: 104, b: 106 }), ["b worse", "a unchanged"]);
  });

  it("counts a load that grows as worse than any latency", () => {
    assert.deepEqual(kinds({ a: 900 }, { a: "growing" }), ["a worse"]);
    assert.deepEqual(kinds({ a: "growing" }, { a: 900 }), ["a better"]);
    assert.deepEqual(kinds({ a: "growing" }, { a: "growing" }), ["a unchanged"]);
  });

  it("follows a function that moved to another file", () => {
    const before = report({ handler: 50 });
    const after = report({ handler: 50 });
    const moved = after.functions.map((each) => ({ ...each, file: "src/elsewhere.ts" }));
    const { functions } = harmChange("main", before, { functions: moved });
    assert.deepEqual(
      functions.map(({ kind, file }) => [kind, file]),
      [["unchanged", "src/elsewhere.ts"]],
    );
  });

  it("answers for what is new or worse alone", () => {
    const names = harmed(change({ slower: 20, same: 9 }, { slower: 60, same: 9, fresh: 50 }));
    assert.deepEqual(
      names.map(({ name }) => name),
      ["slower", "fresh"],
    );
  });
});

describe("a change in words", () => {
  it("begins with the worst that it adds", () => {
    assert.equal(
      changeHeadline(change({}, { fresh: 50 }), 2),
      "This change makes other requests of 2 ms wait: 50 ms (p99) beside fresh, " +
        "which did not block at main.",
    );
    assert.equal(
      changeHeadline(change({ slower: 20 }, { slower: "growing" }), 2),
      "This change makes other requests of 2 ms wait: without end beside slower, " +
        "where it was 20 ms at main.",
    );
  });

  it("says what it takes away where it adds nothing", () => {
    assert.equal(
      changeHeadline(change({ gone: 30 }, {}), 2),
      "This change makes other requests of 2 ms wait less: beside gone 30 ms at main, " +
        "no longer blocks.",
    );
    assert.equal(
      changeHeadline(change({ faster: 30 }, { faster: 5 }), 2),
      "This change makes other requests of 2 ms wait less: beside faster 30 ms at main, now 5 ms.",
    );
  });

  it("says so where nothing changes, and shows no table", () => {
    const nothing = change({ same: 30 }, { same: 30 });
    assert.equal(
      changeHeadline(nothing, 2),
      "This change adds nothing to what other requests of 2 ms wait for (compared with main).",
    );
    assert.equal(changeTable(nothing), undefined);
    assert.equal(changeCounts(nothing), "1 function: 1 as before");
    assert.equal(changeCounts(change({}, {})), "no function blocks, before or after");
  });

  it("shows before and after of each function that it makes a difference to", () => {
    assert.deepEqual(changeTable(change({ slower: 20, same: 9 }, { slower: 60, same: 9, a: 50 })), {
      columns: ["function", "", "others' p99 at main", "with this change"],
      rows: [
        ["slower (src/slower.ts:3)", "worse", "20 ms", "60 ms"],
        ["a (src/a.ts:3)", "new", "does not block", "50 ms"],
      ],
    });
  });
});
