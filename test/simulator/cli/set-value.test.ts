import assert from "node:assert/strict";
import { parseAssignment, setInScenario, setValue } from "../../../simulator/src/cli/set-value.js";

const document = () => ({ seed: 1, tasks: [{ steps: [{ block: 5 }] }] });

describe("setValue", () => {
  it("changes a value deep inside, and adds a field to an object", () => {
    const changed = document();
    setValue(changed, "tasks[0].steps[0].block", 20);
    setValue(changed, "tasks[0].count", 3);
    assert.deepEqual(changed, { seed: 1, tasks: [{ steps: [{ block: 20 }], count: 3 }] });
  });

  it("names the part of a path that does not exist, and text that is no path", () => {
    assert.throws(() => {
      setValue(document(), "tasks[1].count", 1);
    }, /the scenario has no tasks\[1\]/);
    assert.throws(() => {
      setValue(document(), "tasks[0].steps[4]", 1);
    }, /there are only 1/);
    assert.throws(() => {
      setValue(document(), "tasks..count", 1);
    }, /not a path at "\.\.count"/);
  });

  it("cannot reach a prototype", () => {
    assert.throws(() => {
      setValue(document(), "__proto__.polluted", 1);
    }, /has no __proto__/);
    assert.equal("polluted" in {}, false);
  });
});

describe("setInScenario", () => {
  const scenario = () => ({
    version: 1,
    runtime: { flavor: "multi-thread", tokio: "1.24" },
    tasks: [{ name: "a", steps: [] }],
  });

  it("takes a number for its text where only texts are taken", () => {
    const changed = scenario();
    setInScenario(changed, "runtime.tokio", 1.53);
    assert.equal(changed.runtime.tokio, "1.53");
  });

  it("leaves a number that is wrong either way for the error to show", () => {
    const changed = scenario();
    setInScenario(changed, "runtime.tokio", 1.3);
    assert.equal(changed.runtime.tokio, 1.3);
  });
});

describe("parseAssignment", () => {
  it("takes JSON where it can and text elsewhere", () => {
    assert.deepEqual(parseAssignment("a=5"), { path: "a", value: 5 });
    assert.deepEqual(parseAssignment("a=1.24.5"), { path: "a", value: "1.24.5" });
    assert.deepEqual(parseAssignment('a={"b":"c=d"}'), { path: "a", value: { b: "c=d" } });
    assert.throws(() => parseAssignment("a"), /expected path=value/);
  });
});
