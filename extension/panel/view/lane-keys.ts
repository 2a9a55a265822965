/** What a key does on a lane. */
export type LaneCommand =
  | "up"
  | "down"
  | "next"
  | "previous"
  | "first"
  | "last"
  | "panLeft"
  | "panRight"
  | "zoomIn"
  | "zoomOut"
  | "whole"
  | "worst"
  | "open"
  | "unselect";

const commands: Readonly<Record<string, LaneCommand>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "next",
  ArrowLeft: "previous",
  "Shift+ArrowRight": "panRight",
  "Shift+ArrowLeft": "panLeft",
  Home: "first",
  End: "last",
  "+": "zoomIn",
  "=": "zoomIn",
  "-": "zoomOut",
  "0": "whole",
  w: "worst",
  Enter: "open",
  Escape: "unselect",
};

export type KeyPress = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

/** Undefined for keys that are the page's or VS Code's own. */
export function laneKey(press: KeyPress): LaneCommand | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const shift = press.shiftKey && press.key.startsWith("Arrow") ? "Shift+" : "";
  return commands[shift + press.key];
}
