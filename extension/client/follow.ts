/** Keeps the panel on the function under the cursor. */
import * as vscode from "vscode";
import { documentSelector } from "./document-selector.js";
import type { LatencyPanel } from "./panel.js";

/** Long enough that moving through a file does not ask for every line, short enough to feel at once. */
const delayMs = 250;

export function followCursor(panel: LatencyPanel): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const later = (work: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(work, delayMs);
  };
  const subscriptions = [
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const { document } = textEditor;
      const position = selections[0]?.active;
      if (position === undefined || vscode.languages.match(documentSelector, document) === 0)
        return;
      panel.cursorMoved(document.uri.fsPath, position.line + 1);
      later(() => {
        const { line, character } = position;
        void panel.follow({ uri: document.uri.toString(), position: { line, character } });
      });
    }),
    // The server hears of it meanwhile, and reads the settings anew.
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("unblock.cpuProfile")) later(() => void panel.refresh());
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === panel.shownUri) later(() => void panel.refresh());
    }),
  ];
  return {
    dispose() {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
