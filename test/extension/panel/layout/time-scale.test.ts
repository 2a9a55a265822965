import assert from "node:assert/strict";
import fc from "fast-check";
import {
  clampView,
  fitView,
  panBy,
  revealIn,
  shortestViewNs,
  spanNs,
  toNs,
  toX,
  zoomAt,
} from "../../../../extension/panel/layout/time-scale.js";

const second = { startNs: 0, endNs: 1e9 };

describe("the time scale", () => {
  it("maps the ends of the view to the ends of the picture, and back", () => {
    const view = { startNs: 100, endNs: 300 };
    assert.equal(toX(view, 50, 100), 0);
    assert.equal(toX(view, 50, 300), 50);
    assert.equal(toNs(view, 50, 25), 200);
  });

  it("keeps the time under the pointer in its place while zooming", () => {
    const view = { startNs: 2e8, endNs: 6e8 };
    const at = 3e8;
    const zoomed = zoomAt(view, at, 0.5, second);
    assert.equal(spanNs(zoomed), 2e8);
    assert.equal(toX(zoomed, 100, at), toX(view, 100, at));
  });

  it("never leaves the run and never gets narrower than ten microseconds, however it is moved", () => {
    const ns = fc.double({ min: -2e9, max: 2e9, noNaN: true });
    const factor = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(ns, ns, factor, (at, delta, zoom) => {
        for (const view of [
          zoomAt({ startNs: 2e8, endNs: 6e8 }, at, zoom, second),
          panBy({ startNs: 2e8, endNs: 6e8 }, delta, second),
        ]) {
          assert.ok(view.startNs >= 0 && view.endNs <= 1e9 + 1e-3);
          assert.ok(spanNs(view) >= shortestViewNs - 1e-3);
        }
      }),
    );
  });

  it("shows the whole run where more is asked for", () => {
    assert.deepEqual(clampView({ startNs: -5e9, endNs: 5e9 }, second), second);
  });

  it("fits a stretch with a margin on both sides", () => {
    assert.deepEqual(fitView(4e8, 6e8, 0.5, second), { startNs: 3e8, endNs: 7e8 });
  });

  it("stays where it is when the stretch can be seen, and centres on it when it cannot", () => {
    const view = { startNs: 0, endNs: 1e8 };
    assert.equal(revealIn(view, 2e7, 3e7, second), view);
    assert.deepEqual(revealIn(view, 4.9e8, 5.1e8, second), { startNs: 4.5e8, endNs: 5.5e8 });
  });
});
