/** Quick fixes and source actions for findings, as data; `server.ts` computes the text of the lazy ones. */
import { pathToFileURL } from "node:url";
import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { simulateCommand } from "./code-lenses.js";
import { rulePage } from "./diagnostics.js";
import { disableForFile, disableForLine } from "./disable-comments.js";
import type { LintFinding, TextChange } from "./linter.js";
import type { Translate } from "./translate.js";

/** Users name it in `editor.codeActionsOnSave`. */
export const fixAllKind = "source.fixAll.unblock";

/** Kept in an action whose edit is computed only when the user picks it. */
export interface FixAllData {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
}

export function isFixAllData(value: unknown): value is FixAllData {
  const data = value as Partial<FixAllData> | null | undefined;
  return (
    typeof data?.uri === "string" &&
    typeof data.version === "number" &&
    typeof data.rule === "string"
  );
}

export interface FindingInDocument {
  readonly document: TextDocument;
  readonly finding: LintFinding;
  readonly diagnostic: Diagnostic;
  /** How many findings of the same rule in this file could be fixed. */
  readonly fixableAlike: number;
  /** The rule's id as inline comments in this file write it. */
  readonly ruleId: string;
  /** The extraction into a worker's module, where that would do the same. */
  readonly extraction: { readonly title: string; readonly edit: WorkspaceEdit } | undefined;
  /** The package.json that lacks spawn-blocking, if it does. */
  readonly packageJson: string | undefined;
}

/** Everything that can be done about one finding, the cure first and silence last. */
export function quickFixes(found: FindingInDocument, translate: Translate): CodeAction[] {
  const { document, finding, diagnostic, ruleId } = found;
  const action = (title: string, rest: Partial<CodeAction>): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...rest,
  });
  const suggestions = finding.suggestions.flatMap(({ title, change }) => {
    const edit = editOf(document, [toTextEdit(document, change)]);
    const isPreferred = isSameChange(change, finding.fix) ? { isPreferred: true } : {};
    const asItIs = action(entryOf(title), { edit, ...isPreferred });
    return change.text.includes("spawn-blocking")
      ? [...withPackage(title, edit), asItIs]
      : [asItIs];
  });
  function withPackage(sentences: string, edit: WorkspaceEdit): CodeAction[] {
    if (found.packageJson === undefined) return [];
    const title = entryOf(sentences, (does) =>
      translate("{0}, and add spawn-blocking to package.json", does),
    );
    const command = {
      title,
      command: "unblock.addSpawnBlocking",
      arguments: [pathToFileURL(found.packageJson).href],
    };
    return [action(title, { edit, command })];
  }
  const { extraction } = found;
  const data: FixAllData = { uri: document.uri, version: document.version, rule: finding.rule };
  return [
    ...suggestions,
    ...(extraction === undefined ? [] : withPackage(extraction.title, extraction.edit)),
    ...extractionOf(found, CodeActionKind.QuickFix),
    ...(found.fixableAlike > 1
      ? [action(translate("Fix all {0} findings in this file", ruleId), { data })]
      : []),
    action(translate("Simulate the latency that this causes"), {
      command: {
        title: translate("Simulate the latency that this causes"),
        command: simulateCommand,
        arguments: [document.uri, diagnostic.range.start],
      },
    }),
    action(translate("Disable {0} for this line", ruleId), {
      edit: editOf(document, [disableForLine(document, diagnostic.range.start.line, ruleId)]),
    }),
    action(translate("Disable {0} for this file", ruleId), {
      edit: editOf(document, [disableForFile(document, ruleId)]),
    }),
    action(translate("Show the documentation of {0}", ruleId), {
      command: {
        title: translate("Show the documentation of {0}", ruleId),
        command: "vscode.open",
        arguments: [rulePage(finding.rule)],
      },
    }),
  ];
}

/** The extraction as an action of its own, for those who ask for refactorings. */
export function extractionOf(
  { extraction, diagnostic }: FindingInDocument,
  kind: CodeActionKind,
): CodeAction[] {
  if (extraction === undefined) return [];
  const { title, edit } = extraction;
  return [{ title: entryOf(title), kind, diagnostics: [diagnostic], edit }];
}

/**
 * ESLint's suggestions are sentences; entries of a menu are not, and are cut off where they are long. What has to be
 * known of the change stands in further sentences, the gist of it behind a colon: that follows in brackets.
 */
function entryOf(sentences: string, change = (does: string) => does): string {
  const [does = "", ...more] = sentences.replace(/\.$/u, "").split(/\. (?=[A-Z])/u);
  const known = more.map((sentence) => sentence.split(": ").at(-1) ?? sentence);
  return change(does) + (known.length === 0 ? "" : ` (${known.join("; ")})`);
}

/** An edit that applies only to the version of the document that it was made for. */
export function editOf(document: TextDocument, edits: TextEdit[]): WorkspaceEdit {
  return {
    documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }],
  };
}

export function toTextEdit(document: TextDocument, change: TextChange): TextEdit {
  return {
    range: { start: document.positionAt(change.start), end: document.positionAt(change.end) },
    newText: change.text,
  };
}

/** The rule itself deems a change safe when `--fix` would make it. */
function isSameChange(change: TextChange, fix: TextChange | undefined): boolean {
  return fix?.start === change.start && fix.end === change.end && fix.text === change.text;
}
