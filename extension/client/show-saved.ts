/** Says that a file was exported, what can be done with it, and opens it when asked to. */
import path from "node:path";
import * as vscode from "vscode";

export async function showSaved(target: vscode.Uri): Promise<void> {
  const name = path.posix.basename(target.path);
  const open = vscode.l10n.t("Open");
  const message = name.endsWith(".scenario.json")
    ? vscode.l10n.t(
        "Saved {0}. npx unblock simulate {0} runs it as the lanes show it; with --sweep seed=1..9 it runs all that the figures are the medians of.",
        name,
      )
    : vscode.l10n.t("Saved {0}.", name);
  if ((await vscode.window.showInformationMessage(message, open)) !== open) return;
  await vscode.commands.executeCommand("vscode.open", target);
}
