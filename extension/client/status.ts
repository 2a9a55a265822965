/** The language status item: who reports this file's findings, and why. */
import * as vscode from "vscode";
import type { OwnerChangedParams } from "../protocol.js";
import { documentSelector } from "./document-selector.js";

export type ServerState = "starting" | "running" | "stopped";

export class OwnerStatus implements vscode.Disposable {
  private readonly item: vscode.LanguageStatusItem;
  private readonly owners = new Map<string, OwnerChangedParams>();
  private readonly subscriptions: vscode.Disposable[];
  private state: ServerState = "starting";

  constructor() {
    this.item = vscode.languages.createLanguageStatusItem("unblock.owner", documentSelector);
    this.item.name = "Unblock";
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.owners.delete(document.uri.toString());
      }),
    ];
    this.update();
  }

  setOwner(params: OwnerChangedParams): void {
    this.owners.set(vscode.Uri.parse(params.uri).toString(), params);
    this.update();
  }

  setState(state: ServerState): void {
    this.state = state;
    this.update();
  }

  dispose(): void {
    for (const subscription of [...this.subscriptions, this.item]) subscription.dispose();
  }

  private update(): void {
    const { item } = this;
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const owner = uri === undefined ? undefined : this.owners.get(uri);
    item.busy = this.state === "starting";
    item.severity = vscode.LanguageStatusSeverity.Information;
    item.command = { command: "unblock.openPanel", title: vscode.l10n.t("Open Latency Panel") };
    if (this.state === "stopped") {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.text = vscode.l10n.t("Unblock: stopped");
      item.detail = vscode.l10n.t("The language server is not running.");
      item.command = { command: "unblock.restartServer", title: vscode.l10n.t("Restart") };
    } else if (owner === undefined) {
      item.text = "Unblock";
      item.detail = this.state === "starting" ? vscode.l10n.t("Starting") : "";
    } else {
      item.text = ownerText(owner);
      item.detail = owner.reason;
    }
  }
}

function ownerText({ owner }: OwnerChangedParams): string {
  switch (owner) {
    case "extension":
      return vscode.l10n.t("Unblock: reports here");
    case "eslint":
      return vscode.l10n.t("Unblock: ESLint reports here");
    case "off":
      return vscode.l10n.t("Unblock: off here");
  }
}
