import assert from "node:assert/strict";
import type { MarkupContent } from "vscode-languageserver";
import { toHover } from "../../../extension/server/hover.js";
import { createTranslate } from "../../../extension/server/translate.js";
import { finding, lintFinding, range } from "./sample-findings.js";

const uri = "file:///w/a (1).js";
const translate = createTranslate({});
const text = (hover: ReturnType<typeof toHover>) => (hover.contents as MarkupContent).value;

describe("the hover on a call that blocks", () => {
  it("says what it costs, where the figure comes from, how sure that is, and the cure", () => {
    assert.equal(
      text(toHover(uri, finding, lintFinding.range, translate)),
      [
        "**Unblock** · node:crypto\\.pbkdf2Sync",
        "Blocks the event loop for about **62 ms** (40 ms to 130 ms).",
        "Computed from the arguments: 100,000 iterations",
        "It certainly runs on the event loop.",
        "Has an awaited form that runs on Node.js's thread pool.",
        "[Simulate the latency that this causes](command:unblock.simulate?%5B%22file%3A%2F%2F%2Fw%2Fa%20%281%29.js%22%2C%7B%22line%22%3A2%2C%22character%22%3A2%7D%5D) · [About this rule](https://github.com/unblock-dev/unblock/blob/main/eslint-plugin/docs/rules/no-blocking-call.md)",
      ].join("\n\n"),
    );
  });

  it("names the chain of calls that it is reached through", () => {
    const chain = [
      { name: "load", at: range(3, 2) },
      { name: "read", at: range(9, 4) },
    ];
    assert.match(
      text(toHover(uri, { ...finding, chain }, lintFinding.range, translate)),
      /\n\nReached through load → read\.\n\n/u,
    );
  });

  it("lets no markup of the user's code through", () => {
    const chain = [{ name: "[x](command:evil)<img src=x>", at: range(1, 0) }];
    const value = text(toHover(uri, { ...finding, chain }, lintFinding.range, translate));
    assert.ok(value.includes("\\[x\\]\\(command:evil\\)\\<img src=x\\>"), value);
  });
});
