import assert from "node:assert/strict";
import { laneKey } from "../../../../extension/panel/view/lane-keys.js";

const press = (key: string, held: Partial<Record<"shiftKey" | "ctrlKey" | "altKey", true>> = {}) =>
  laneKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe("keys on a lane", () => {
  it("move, zoom and open", () => {
    assert.deepEqual(
      ["ArrowRight", "ArrowUp", "+", "-", "Enter", "0"].map((key) => press(key)),
      ["next", "up", "zoomIn", "zoomOut", "open", "whole"],
    );
  });

  it("pan with Shift", () => {
    assert.equal(press("ArrowLeft", { shiftKey: true }), "panLeft");
  });

  it("zoom in with plus although that takes Shift on many keyboards", () => {
    assert.equal(press("+", { shiftKey: true }), "zoomIn");
  });

  it("leave the page's and VS Code's own keys alone", () => {
    assert.equal(press("+", { ctrlKey: true }), undefined);
    assert.equal(press("ArrowLeft", { altKey: true }), undefined);
    assert.equal(press("Tab"), undefined);
  });
});
