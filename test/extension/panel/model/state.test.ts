import assert from "node:assert/strict";
import { spanNs } from "../../../../extension/panel/layout/time-scale.js";
import {
  initialState,
  reduce,
  wholeRun,
  type Action,
} from "../../../../extension/panel/model/state.js";
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

  it("stays where it is for a preview, and looks where somebody waited longest in the whole run", () => {
    const start = makeTrace({
      end: 6000,
      tasks: [{ name: "bystander", arrival: 4000, completed: 4100 }],
    });
    const preview = {
      ...makeOutcome({ asWritten: makeVariant(9, start), fixed: makeVariant(2, start) }),
      axisEndNs: 30e9,
      seedsDone: 0,
    };
    const { view } = after(show, result);
    const meanwhile = after(show, result, { type: "outcome", outcome: preview });
    assert.deepEqual([meanwhile.view, wholeRun(meanwhile).endNs], [view, 30e9]);
    const later = makeTrace({
      end: 30_000,
      tasks: [{ name: "bystander", arrival: 20_000, completed: 20_400 }],
    });
    const whole = makeOutcome({ asWritten: makeVariant(300, later) });
    assert.ok(reduce(meanwhile, { type: "outcome", outcome: whole }).view.endNs > 20e9);
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

  describe("when another function is to be shown", () => {
    const other = { ...model, name: "other" };
    const showOther: Action = { type: "show", model: other };
    const ofOther = makeOutcome({ model: other });

    it("keeps the picture, and its function, until that of the other is whole", () => {
      assert.equal(after(show, result, show).outcome, outcome);
      const half: Action = { type: "outcome", outcome: { ...ofOther, reasons: undefined } };
      const meanwhile = after(show, result, showOther, half);
      assert.deepEqual([meanwhile.model, meanwhile.outcome], [model, outcome]);
      const whole = reduce(meanwhile, { type: "outcome", outcome: ofOther });
      assert.deepEqual([whole.model, whole.outcome, whole.coming], [other, ofOther, undefined]);
    });

    it("still takes what was simulated of the function that is shown", () => {
      const more = { ...outcome, seedsDone: 5 };
      const state = after(show, result, showOther, { type: "outcome", outcome: more });
      assert.deepEqual([state.outcome, state.coming?.model], [more, other]);
    });

    it("takes changes of the load over, but none of the other's steps", () => {
      const change = { cores: 3, durations: { "0": 5 } };
      const state = after(show, result, showOther, { type: "control", change });
      assert.deepEqual([state.controls.cores, state.coming?.controls.cores], [3, 3]);
      assert.deepEqual(
        [state.controls.durations, state.coming?.controls.durations],
        [{ "0": 5 }, {}],
      );
    });

    it("shows it without a picture where there is none to keep, or it could not be simulated", () => {
      assert.equal(after(show, showOther).model, other);
      const failed = after(show, result, showOther, { type: "fail", message: "no" });
      assert.deepEqual([failed.model, failed.outcome, failed.failure], [other, undefined, "no"]);
    });
  });

  it("keeps the reasons of the last run that has any", () => {
    const another = makeOutcome({ reasons: undefined });
    const state = after(show, result, { type: "outcome", outcome: another });
    assert.deepEqual([state.outcome, state.explained], [another, outcome]);
  });

  it("forgets a failure as soon as there is something to show", () => {
    assert.equal(after({ type: "fail", message: "no" }, show).failure, undefined);
  });
});
