import assert from "node:assert/strict";
import {
  isClientMessage,
  isModelledFunction,
  isPanelMessage,
  isPanelState,
} from "../../extension/protocol.js";

const step = {
  id: "1",
  label: "readFileSync",
  kind: "block",
  ms: 2,
  lowMs: 1,
  highMs: 4,
  source: "typical",
  basis: "1 kB file",
  remedy: "threadpool",
  at: { file: "/a.ts", line: 3 },
};
const loopHead = {
  id: "2",
  label: "for",
  kind: "loop",
  count: 3,
  countSource: "computed",
  at: { file: "/a.ts", line: 2 },
};
const model = { name: "handler", file: "/a.ts", line: 1, steps: [step] };

describe("messages from the panel", () => {
  it("are accepted in each of their shapes", () => {
    for (const message of [
      { type: "ready" },
      { type: "openLocation", file: "/a.ts", line: 1 },
      { type: "export", fileName: "a.svg", text: "<svg/>" },
      { type: "export", fileName: "a.png", text: "AAAA", encoding: "base64" },
      { type: "stateChanged", controls: { runtime: "node" } },
      { type: "chooseCpuProfile" },
      { type: "dropCpuProfile" },
    ]) {
      assert.equal(isPanelMessage(message), true, JSON.stringify(message));
    }
  });

  it("are refused in any other shape", () => {
    for (const message of [
      undefined,
      null,
      "ready",
      [],
      {},
      { type: "unknown" },
      { type: "openLocation", file: "/a.ts" },
      { type: "openLocation", file: "", line: 1 },
      { type: "openLocation", file: "/a.ts", line: 0 },
      { type: "openLocation", file: "/a.ts", line: 1.5 },
      { type: "openLocation", file: "/a.ts", line: "1" },
      { type: "export", fileName: "a.svg" },
      { type: "export", fileName: "a.svg", text: "x", encoding: "latin1" },
      { type: "stateChanged", controls: [] },
    ]) {
      assert.equal(isPanelMessage(message), false, JSON.stringify(message));
    }
  });
});

describe("messages from the client", () => {
  it("are accepted in each of their shapes", () => {
    for (const message of [
      { type: "show", model },
      { type: "show", model, controls: {} },
      { type: "show", model, cpuProfile: { file: "a.cpuprofile", calls: 3 } },
      { type: "show", model, cpuProfile: { file: "a", calls: 0, problem: "it is no JSON" } },
      { type: "failed", message: "There is no function here." },
      { type: "cursorLine", file: "/a.ts", line: 7 },
    ]) {
      assert.equal(isClientMessage(message), true, JSON.stringify(message));
    }
  });

  it("are refused in any other shape", () => {
    for (const message of [
      7,
      { type: "show", model, cpuProfile: "a.cpuprofile" },
      { type: "show", model, cpuProfile: { file: "", calls: 3 } },
      { type: "show", model, cpuProfile: { file: "a", calls: "3" } },
      { type: "show", model, cpuProfile: { file: "a", calls: 0, problem: 7 } },
      { type: "show" },
      { type: "show", model: { ...model, line: -1 } },
      { type: "show", model: { ...model, steps: [{ ...step, kind: "sleep" }] } },
      { type: "show", model: { ...model, steps: [{ ...step, ms: Number.NaN }] } },
      { type: "show", model: { ...model, steps: [{ ...step, ms: -1 }] } },
      { type: "show", model: { ...model, steps: [{ ...step, at: { file: "/a.ts" } }] } },
      { type: "show", model, controls: "no" },
      { type: "failed", message: "" },
      { type: "cursorLine", line: 1 },
    ]) {
      assert.equal(isClientMessage(message), false, JSON.stringify(message));
    }
  });
});

describe("a modelled function", () => {
  it("may hold steps within steps", () => {
    const loop = { ...loopHead, steps: [step] };
    assert.equal(isModelledFunction({ ...model, steps: [loop] }), true);
  });

  it("is refused when a step deep inside is wrong", () => {
    const loop = { ...loopHead, steps: [{ ...step, id: "" }] };
    assert.equal(isModelledFunction({ ...model, steps: [loop] }), false);
  });

  it("is refused, without exhausting the stack, when it nests without end", () => {
    const endless: Record<string, unknown> = { ...loopHead };
    endless["steps"] = [endless];
    assert.equal(isModelledFunction({ ...model, steps: [endless] }), false);
  });
});

describe("a saved state of the panel", () => {
  it("may be empty, as before the first function is shown", () => {
    assert.equal(isPanelState({}), true);
    assert.equal(isPanelState({ model, controls: { runtime: "node" } }), true);
  });

  it("is refused when it is not what this version saves", () => {
    assert.equal(isPanelState(undefined), false);
    assert.equal(isPanelState({ model: {} }), false);
  });
});
