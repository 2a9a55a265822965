/** The ESLint extension, which reports our rules where the user's own configuration has them. */
import * as vscode from "vscode";

/** Whether it is installed and switched on. */
export function hasEslintExtension(): boolean {
  return vscode.extensions.getExtension("dbaeumer.vscode-eslint") !== undefined;
}

/** Calls back when it is installed, switched on or off, or removed, while the window stays open. */
export function onDidChangeEslintExtension(changed: () => void): vscode.Disposable {
  let had = hasEslintExtension();
  return vscode.extensions.onDidChange(() => {
    const has = hasEslintExtension();
    if (has === had) return;
    had = has;
    changed();
  });
}
