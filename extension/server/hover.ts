/** What a hover says about a place that blocks: what it costs, where the figure comes from, and how sure it is. */
import type { EstimateSource, Finding, Remedy, Confidence } from "eslint-plugin-unblock/analysis";
import { MarkupKind, type Hover, type Range } from "vscode-languageserver";
import { basisWords } from "./basis-words.js";
import { simulateCommand } from "./code-lenses.js";
import { rulePage } from "./diagnostics.js";
import { formatMs } from "./format.js";
import type { Translate } from "./translate.js";

export function toHover(uri: string, finding: Finding, range: Range, translate: Translate): Hover {
  const { estimate, chain } = finding;
  const figures = translate(
    "Blocks the event loop for about **{0}** ({1} to {2}).",
    formatMs(estimate.typicalMs),
    formatMs(estimate.lowMs),
    formatMs(estimate.highMs),
  );
  const lines = [
    `**Unblock** · ${escapeMarkdown(finding.api)}`,
    figures,
    `${sourceWords(estimate.source, translate)} ${escapeMarkdown(basisWords(estimate.basis, translate))}`,
    confidenceWords(finding.confidence, translate),
    ...(chain.length === 0
      ? []
      : [
          translate(
            "Reached through {0}.",
            chain.map((link) => escapeMarkdown(link.name)).join(" → "),
          ),
        ]),
    remedyWords(finding.remedy, translate),
    `[${translate("Simulate the latency that this causes")}](${commandLink(simulateCommand, uri, range.start)}) · [${translate("About this rule")}](${rulePage(finding.rule)})`,
  ];
  return { range, contents: { kind: MarkupKind.Markdown, value: lines.join("\n\n") } };
}

/** The client trusts links to the commands that it names, in our hovers. */
function commandLink(command: string, ...values: readonly unknown[]): string {
  // Brackets, which a path may hold, would end the link.
  const escaped = encodeURIComponent(JSON.stringify(values)).replace(
    /[()]/gu,
    (bracket) => `%${bracket.charCodeAt(0).toString(16)}`,
  );
  return `command:${command}?${escaped}`;
}

function sourceWords(source: EstimateSource, translate: Translate): string {
  switch (source) {
    case "computed":
      return translate("Computed from the arguments:");
    case "measured":
      return translate("Measured on this machine:");
    case "typical":
      return translate("A typical figure:");
    case "set":
      return translate("Set by you:");
  }
}

function confidenceWords(confidence: Confidence, translate: Translate): string {
  switch (confidence) {
    case "definite":
      return translate("It certainly runs on the event loop.");
    case "probable":
      return translate("It very likely runs on the event loop.");
    case "possible":
      return translate("It may run on the event loop.");
  }
}

function remedyWords(remedy: Remedy, translate: Translate): string {
  switch (remedy) {
    case "timer":
      return translate("Only waits: an awaited timer does the same and blocks nobody.");
    case "async":
      return translate("Has an awaited form that needs no thread.");
    case "threadpool":
      return translate("Has an awaited form that runs on Node.js's thread pool.");
    case "spawn-blocking":
      return translate("Real work: a worker thread takes it off the event loop.");
  }
}

/** Names come from the user's code and must not become markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>&~$]/gu, (character) => `\\${character}`);
}
