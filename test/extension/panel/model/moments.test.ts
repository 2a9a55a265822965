import assert from "node:assert/strict";
import { findSegment } from "../../../../extension/panel/model/search.js";
import { nextMoment, waitingAt } from "../../../../extension/panel/model/moments.js";
import { inEnglish } from "../../../../extension/panel/model/text.js";
import { indexTrace } from "../../../../extension/panel/model/trace-index.js";
import { makeTrace } from "../trace-builder.js";

const trace = makeTrace({
  end: 100,
  locations: [{ file: "/app/server.ts", line: 15 }],
  tasks: [
    { name: "handler", arrival: 0 },
    { name: "bystander", arrival: 12 },
    { name: "bystander", arrival: 14 },
  ],
  segments: [
    { from: 40, to: 41, task: 1 },
    { from: 10, to: 40, task: 0, location: 0 },
  ],
  waits: [
    { task: 0, ready: 0, start: 10 },
    { task: 1, ready: 12, start: 40 },
    { task: 2, ready: 14 },
  ],
});

describe("moments of a run", () => {
  it("are where a thread begins or ends something, in both directions", () => {
    assert.equal(nextMoment([trace], 0, "forward"), 10e6);
    assert.equal(nextMoment([trace], 10e6, "forward"), 40e6);
    assert.equal(nextMoment([trace], 41e6, "forward"), undefined);
    assert.equal(nextMoment([trace], 40e6, "back"), 10e6);
    assert.equal(nextMoment([trace], 10e6, "back"), undefined);
  });

  it("know how many wait, those that wait to the end included", () => {
    assert.equal(waitingAt(trace, "bystander", 13e6), 1);
    assert.equal(waitingAt(trace, "bystander", 20e6), 2);
    assert.equal(waitingAt(trace, "bystander", 40e6), 1);
    assert.equal(waitingAt(trace, "handler", 5e6), 1);
  });
});

describe("the search", () => {
  const labels = new Map([["/app/server.ts:15", "pbkdf2Sync"]]);
  const find = (query: string, after = -1) =>
    findSegment(indexTrace(trace), labels, query, after, inEnglish, "en");

  it("finds tasks, steps, lines and threads, in order of time and in any case", () => {
    assert.equal(find("HANDLER"), 1);
    assert.equal(find("pbkdf2"), 1);
    assert.equal(find("server.ts:15"), 1);
    assert.equal(find("event loop"), 1);
    assert.equal(find("other request"), 0);
  });

  it("goes on after the last find, and begins anew at the end", () => {
    assert.equal(find("event loop", 1), 0);
    assert.equal(find("event loop", 0), 1);
  });

  it("finds nothing for nothing", () => {
    assert.equal(find("  "), -1);
    assert.equal(find("nobody"), -1);
  });
});
