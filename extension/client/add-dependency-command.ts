/** The command behind "… and add spawn-blocking to package.json". It edits the open text, saved or not. */
import * as vscode from "vscode";
import { withDependency } from "./add-dependency.js";

/** The version that the quick fixes are written for. */
export const spawnBlockingRange = "^0.1.0";

export async function addSpawnBlocking(packageJson: unknown): Promise<void> {
  if (typeof packageJson !== "string") return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(packageJson));
  const next = withDependency(document.getText(), "spawn-blocking", spawnBlockingRange);
  if (next === undefined) return;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), next);
  await vscode.workspace.applyEdit(edit);
  const saved = await document.save();
  void vscode.window.showInformationMessage(
    saved
      ? vscode.l10n.t("spawn-blocking was added to package.json. Run npm install.")
      : vscode.l10n.t("spawn-blocking was added to package.json, which is not saved yet."),
  );
}
