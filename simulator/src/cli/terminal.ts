/** The colours of the terminal. */
import pc from "picocolors";
import type { Paint, TextOptions } from "../report/text.js";
import type { CommandIo } from "./command-io.js";

/** How reports are drawn on this terminal. */
export function textOptions(io: CommandIo): TextOptions {
  const colours = pc.createColors(io.colour);
  const paint: Paint = (kind, text) => {
    switch (kind) {
      case "blocked":
        return colours.red(text);
      case "running":
      case "partly":
        return colours.blue(text);
      case "driver":
      case "faint":
        return colours.dim(text);
      case "heading":
        return colours.bold(text);
      case "warning":
        return colours.yellow(text);
      case "idle":
        return text;
    }
  };
  return { width: io.columns, ascii: !io.unicode, paint };
}
