/** From findings to diagnostics of the language protocol. */
import { pathToFileURL } from "node:url";
import type { Finding } from "eslint-plugin-unblock/analysis";
import {
  DiagnosticSeverity,
  type Diagnostic,
  type DiagnosticRelatedInformation,
} from "vscode-languageserver";
import type { LintFinding } from "./linter.js";
import type { SeveritySetting } from "./settings.js";
import type { Translate } from "./translate.js";

/** Stands in the field `source` of our diagnostics. */
export const diagnosticSource = "unblock";

/** Where a rule is explained. */
export function rulePage(rule: string): string {
  return `https://github.com/unblock-dev/unblock/blob/main/eslint-plugin/docs/rules/${rule}.md`;
}

/** A diagnostic for a finding, with the chain of calls, where the analysis knows one, to click through. */
export function toDiagnostic(
  finding: LintFinding,
  analysed: Finding | undefined,
  severity: SeveritySetting,
  translate: Translate,
): Diagnostic {
  const related = analysed === undefined ? [] : chainOf(analysed, translate);
  return {
    range: finding.range,
    severity: severityOf(finding, severity),
    code: `unblock/${finding.rule}`,
    codeDescription: { href: rulePage(finding.rule) },
    source: diagnosticSource,
    message: finding.message,
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}

/** What the analysis says about the place that a rule reports. */
export function analysedFinding(
  finding: LintFinding,
  analysed: readonly Finding[],
): Finding | undefined {
  const { line, character } = finding.range.start;
  return analysed.find(
    (candidate) =>
      candidate.rule === finding.rule &&
      candidate.at.line === line + 1 &&
      candidate.at.column === character,
  );
}

function severityOf(finding: LintFinding, setting: SeveritySetting): DiagnosticSeverity {
  switch (setting) {
    case "auto":
      return finding.severity === 2 ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
    case "error":
      return DiagnosticSeverity.Error;
    case "warning":
      return DiagnosticSeverity.Warning;
    case "information":
      return DiagnosticSeverity.Information;
    case "hint":
      return DiagnosticSeverity.Hint;
  }
}

function chainOf({ chain }: Finding, translate: Translate): DiagnosticRelatedInformation[] {
  return chain.map((link) => ({
    location: {
      uri: pathToFileURL(link.at.file).href,
      range: {
        start: { line: link.at.line - 1, character: link.at.column },
        end: { line: link.at.endLine - 1, character: link.at.endColumn },
      },
    },
    message: translate("calls {0}", link.name),
  }));
}
