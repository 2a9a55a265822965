/** What a key on the lanes does to the view. */
import type { LaneCommand } from "../view/lane-keys.js";
import { panBy, spanNs, zoomAt, type TimeView } from "./time-scale.js";

export const zoomFactor = 1.5;

/** The view after the command, zoomed to `atNs`; undefined for commands that are not about the view. */
export function commandView(
  command: LaneCommand,
  view: TimeView,
  bounds: TimeView,
  atNs: number = (view.startNs + view.endNs) / 2,
): TimeView | undefined {
  switch (command) {
    case "panLeft":
      return panBy(view, -0.2 * spanNs(view), bounds);
    case "panRight":
      return panBy(view, 0.2 * spanNs(view), bounds);
    case "zoomIn":
      return zoomAt(view, atNs, 1 / zoomFactor, bounds);
    case "zoomOut":
      return zoomAt(view, atNs, zoomFactor, bounds);
    case "whole":
      return bounds;
    default:
      return undefined;
  }
}
