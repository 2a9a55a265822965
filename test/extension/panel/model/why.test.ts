import assert from "node:assert/strict";
import { numberOfSegments, why } from "../../../../extension/panel/model/why.js";
import { makeTrace } from "../trace-builder.js";
import { makeOutcome, makeVariant } from "./outcome-builder.js";

const file = "/app/server.ts";
const trace = makeTrace({
  end: 200,
  lanes: [
    { name: "event loop", kind: "event-loop" },
    { name: "libuv 0", kind: "libuv" },
  ],
  locations: [
    { file, line: 12 },
    { file, line: 15 },
  ],
  tasks: [
    { name: "handler", arrival: 0, completed: 90 },
    { name: "bystander", arrival: 20, completed: 100 },
    { name: "bystander", arrival: 110, completed: 112 },
  ],
  segments: [
    { from: 10, to: 30, task: 0, state: "blocked", location: 0 },
    { from: 30, to: 60, task: 0, location: 1 },
    { from: 60, to: 95, task: 0, location: 1 },
    { from: 95, to: 100, task: 1 },
    { lane: 1, from: 20, to: 100, task: 0, location: 0 },
    { from: 150, to: 180, task: 0, location: 0 },
  ],
});
const outcome = makeOutcome({ asWritten: makeVariant(80, trace) });

describe("why the worst request waited", () => {
  it("names the lines that held the threads meanwhile, longest first, and only the time within the wait", () => {
    assert.deepEqual(why(outcome, new Map([[`${file}:15`, "pbkdf2Sync"]])), {
      task: 1,
      arrivedMs: 20,
      tookMs: 80,
      heldMs: 75,
      lanes: [0],
      bound: false,
      holders: [
        {
          label: "pbkdf2Sync",
          at: { file, line: 15 },
          times: 2,
          heldMs: 65,
          longest: 2,
          segments: [1, 2],
        },
        {
          label: "handler",
          at: { file, line: 12 },
          times: 1,
          heldMs: 10,
          longest: 0,
          segments: [0],
        },
      ],
    });
  });

  it("gives each stretch the number of its line in that list, for the lanes", () => {
    const worst = why(outcome, new Map()) ?? assert.fail("nobody waited");
    assert.deepEqual(
      [...numberOfSegments(worst)],
      [
        [0, 2],
        [1, 1],
        [2, 1],
      ],
    );
  });

  it("accuses nobody when the function held no thread", () => {
    const innocent = makeVariant(
      2,
      makeTrace({ end: 10, tasks: [{ name: "bystander", arrival: 0, completed: 2 }] }),
    );
    assert.equal(why(makeOutcome({ asWritten: innocent }), new Map()), undefined);
  });
});
