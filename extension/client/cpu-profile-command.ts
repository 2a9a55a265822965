/** The commands that choose a CPU profile for the panel's durations, and drop it again. Both write the user's settings. */
import * as vscode from "vscode";
import { profileSetting } from "./cpu-profile-setting.js";

const setting = "cpuProfile";

/** @param document for whose folder the profile is to hold: a URI as text */
export async function chooseCpuProfile(document: string | undefined): Promise<void> {
  const folder = folderOf(document);
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t("A CPU profile of your program (node --cpu-prof)"),
    openLabel: vscode.l10n.t("Use"),
    filters: { [vscode.l10n.t("CPU profiles")]: ["cpuprofile"] },
    ...(folder && { defaultUri: folder.uri }),
  });
  const file = chosen?.[0];
  if (file === undefined) return;
  const target = vscode.workspace.workspaceFile
    ? vscode.ConfigurationTarget.WorkspaceFolder
    : vscode.ConfigurationTarget.Workspace;
  await vscode.workspace
    .getConfiguration("unblock", folder?.uri)
    .update(
      setting,
      profileSetting(file.fsPath, folder?.uri.fsPath),
      folder === undefined ? vscode.ConfigurationTarget.Global : target,
    );
}

/** Wherever the settings name one. */
export async function dropCpuProfile(document: string | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration("unblock", folderOf(document)?.uri);
  const known = configuration.inspect<string>(setting);
  const places = [
    [known?.workspaceFolderValue, vscode.ConfigurationTarget.WorkspaceFolder],
    [known?.workspaceValue, vscode.ConfigurationTarget.Workspace],
    [known?.globalValue, vscode.ConfigurationTarget.Global],
  ] as const;
  const named = places.filter(([value]) => value !== undefined);
  if (named.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("The settings name no CPU profile."));
  }
  for (const [, target] of named) await configuration.update(setting, undefined, target);
}

function folderOf(document: string | undefined): vscode.WorkspaceFolder | undefined {
  const own =
    document === undefined
      ? undefined
      : vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(document));
  return own ?? vscode.workspace.workspaceFolders?.[0];
}
