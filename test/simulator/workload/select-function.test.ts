import assert from "node:assert/strict";
import type { FunctionProfile } from "eslint-plugin-unblock/analysis";
import { selectFunction } from "../../../simulator/src/workload/select-function.js";

function profile(
  name: string,
  line: number,
  endLine: number,
  isDefaultExport = false,
): FunctionProfile {
  const at = { file: "app.ts", line, column: 0, endLine, endColumn: 1 };
  return { name, isDefaultExport, isAsync: true, at, steps: [], findings: [] };
}

function selected(functions: readonly FunctionProfile[], selector: string): string {
  const selection = selectFunction(functions, selector);
  return selection.kind === "found"
    ? `${selection.profile.name}:${selection.profile.at.line}`
    : `${selection.kind} ${selection.candidates.map(({ name }) => name).join(", ")}`;
}

const functions = [
  profile("handler", 1, 20),
  profile("(anonymous)", 5, 8),
  profile("Users.find", 30, 40),
  profile("Orders.find", 50, 60),
  profile("Orders.save", 61, 70),
  profile("main", 80, 90, true),
];

describe("selecting a function of a file", () => {
  it("finds it by its name", () => {
    assert.equal(selected(functions, "handler"), "handler:1");
    assert.equal(selected(functions, "Users.find"), "Users.find:30");
  });

  it("finds the default export, whatever its name", () => {
    assert.equal(selected(functions, "default"), "main:80");
  });

  it("finds a method by its bare name when only one class has it", () => {
    assert.equal(selected(functions, "save"), "Orders.save:61");
  });

  it("calls a method of two classes ambiguous and names both", () => {
    assert.equal(selected(functions, "find"), "ambiguous Users.find, Orders.find");
  });

  it("finds the innermost function that covers a line", () => {
    assert.equal(selected(functions, ":6"), "(anonymous):5");
    assert.equal(selected(functions, ":9"), "handler:1");
  });

  it("says which functions there are when none fits", () => {
    assert.equal(
      selected(functions, "nothing"),
      "missing handler, (anonymous), Users.find, Orders.find, Orders.save, main",
    );
    assert.match(selected(functions, ":100"), /^missing /);
    assert.match(selected(functions, ":x"), /^missing /);
  });
});
