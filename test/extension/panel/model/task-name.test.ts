import assert from "node:assert/strict";
import { taskName } from "../../../../extension/panel/model/task-name.js";
import { translator } from "../../../../extension/panel/model/text.js";
import { makeTrace } from "../trace-builder.js";

const t = translator({ "other request": "andere Anfrage" });
const namesOf = (...names: readonly string[]) => {
  const trace = makeTrace({ end: 1, tasks: names.map((name) => ({ name, arrival: 0 })) });
  return names.map((_, task) => taskName(trace, task, t));
};

describe("a task's name", () => {
  it("is the function's own, and that of others in the user's language", () => {
    assert.deepEqual(namesOf("handler", "bystander"), ["handler", "andere Anfrage"]);
  });

  it("is the function's own also where that is the bystander's", () => {
    assert.deepEqual(namesOf("bystander", "other requests"), ["bystander", "andere Anfrage"]);
  });
});
