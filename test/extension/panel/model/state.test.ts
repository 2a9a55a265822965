import assert from "node:assert/strict";
import { spanNs } from "../../../../extension/panel/layout/time-scale.js";
import { initialState, reduce, type Action } from "../../../../extension/panel/model/state.js";
import { makeTrace } from "../trace-builder.js";
import { makeOutcome, makeVariant } from "./outcome-builder.js";

const model = { name: "handler", file: "/app/server.ts", line: 10, steps: [] };
const trace = makeTrace({
  end: 30_000,
  tasks: [
    { name: "bystander", arrival: 100, completed: 102 },
    { name: "bystander", arrival: 5000, completed: 5300 },
  ],
});
const outcome = makeOutcome({ asWritten: makeVariant(300, trace), fixed: makeVariant(2, trace) });
const after = (...actions: readonly Action[]) => actions.reduce(reduce, initialState);
const show: Action = { type: "show", model };
const result: Action = { type: "outcome", outcome };

describe("the panel's state", () => {
  it("looks first where somebody waited longest", () => {
    const { view } = after(show, result);
    assert.ok(view.startNs < 5e9 && view.endNs > 5.3e9 && spanNs(view) < 1e9);
  });

  it("keeps the view that the user chose when it is simulated anew", () => {
    const chosen = { startNs: 1e9, endNs: 2e9 };
    const again = makeOutcome({ ...outcome, asWritten: makeVariant(10, { ...trace }) });
    const { view } = after(
      show,
      result,
      { type: "view", view: chosen },
      {
        type: "outcome",
        outcome: again,
      },
    );
    assert.deepEqual(view, chosen);
  });

  it("goes back to the worst wait when asked", () => {
    const view = { startNs: 1e9, endNs: 2e9 };
    const state = after(show, result, { type: "view", view }, { type: "showWorst" });
    assert.deepEqual(state.view, after(show, result).view);
  });

  it("keeps a selection while further seeds come in, and drops it when the lanes are others", () => {
    const select: Action = { type: "select", selection: { variant: "asWritten", segment: 3 } };
    const more = { ...outcome, seedsDone: 5 };
    const others = makeOutcome({ asWritten: makeVariant(10, { ...trace }) });
    assert.equal(
      after(show, result, select, { type: "outcome", outcome: more }).selection?.segment,
      3,
    );
    assert.equal(
      after(show, result, select, { type: "outcome", outcome: others }).selection,
      undefined,
    );
  });

  it("keeps the picture when the same function is modelled again, and drops it for another", () => {
    assert.equal(after(show, result, show).outcome, outcome);
    const other: Action = { type: "show", model: { ...model, name: "other" } };
    assert.equal(after(show, result, other).outcome, undefined);
  });

  it("keeps the reasons of the last run that has any, until another function is shown", () => {
    const another = makeOutcome({ reasons: undefined });
    const state = after(show, result, { type: "outcome", outcome: another });
    assert.deepEqual([state.outcome, state.explained], [another, outcome]);
    const other: Action = { type: "show", model: { ...model, name: "other" } };
    assert.equal(reduce(state, other).explained, undefined);
  });

  it("forgets a failure as soon as there is something to show", () => {
    assert.equal(after({ type: "fail", message: "no" }, show).failure, undefined);
  });
});
