/** The latency panel: opens the webview, checks its messages, and keeps it on the function that the user looks at. */
import path from "node:path";
import type { ModelledStep } from "unblock-simulator";
import * as vscode from "vscode";
import {
  isPanelMessage,
  isPanelState,
  type ClientMessage,
  type ModelFunctionParams,
  type ModelFunctionResult,
  type PanelControls,
  type PanelMessage,
} from "../protocol.js";
import { chooseCpuProfile, dropCpuProfile } from "./cpu-profile-command.js";
import { safeFileName } from "./export-name.js";
import { createNonce } from "./nonce.js";
import { panelHtml } from "./panel-html.js";
import { showSaved } from "./show-saved.js";
import { stringMessages } from "./string-messages.js";

export const panelViewType = "unblock.panel";

type FoundModel = Extract<ModelFunctionResult, { readonly ok: true }>;

/** Where the controls are kept between panels. */
const controlsKey = "unblock.panel.controls";

export interface PanelHost {
  readonly context: vscode.ExtensionContext;
  readonly output: vscode.LogOutputChannel;
  /** Asks the language server. */
  readonly modelFunction: (params: ModelFunctionParams) => Promise<ModelFunctionResult>;
}

/** One panel at a time: it follows the user instead of piling up. */
export class LatencyPanel implements vscode.WebviewPanelSerializer {
  private readonly host: PanelHost;
  private panel: vscode.WebviewPanel | undefined;
  /** What the page shows, or will show when it says that it is ready. */
  private current: ClientMessage | undefined;
  private pageIsReady = false;
  private subject: ModelFunctionParams | undefined;

  constructor(host: PanelHost) {
    this.host = host;
  }

  /** Shows the function at a position, opening the panel beside the editor if it is closed. */
  async show(subject: ModelFunctionParams): Promise<void> {
    if (this.panel === undefined) {
      this.adopt(
        vscode.window.createWebviewPanel(
          panelViewType,
          vscode.l10n.t("Latency"),
          { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
          this.options(),
        ),
      );
    } else if (!this.panel.visible) {
      this.panel.reveal(undefined, true);
    }
    await this.load(subject);
  }

  /** Models the same function again after its text changed; an error in between keeps what is shown. */
  async refresh(): Promise<void> {
    if (this.panel === undefined || this.subject === undefined) return;
    const result = await this.host.modelFunction(this.subject);
    if (result.ok) this.send(this.showMessage(result));
  }

  /** Shows the function under the cursor if the panel is open and that function blocks; else leaves what is shown. */
  async follow(subject: ModelFunctionParams): Promise<void> {
    if (this.panel?.visible !== true) return;
    const result = await this.host.modelFunction(subject);
    if (!result.ok || !blocks(result.model.steps)) return;
    const shown = this.current?.type === "show" ? this.current.model : undefined;
    if (shown?.file === result.model.file && shown.name === result.model.name) return;
    this.display(subject.uri, result);
  }

  /** The function that the panel shows, by the document that it stands in. */
  get shownUri(): string | undefined {
    return this.panel === undefined ? undefined : this.subject?.uri;
  }

  /** Lights up the line under the cursor. */
  cursorMoved(file: string, line: number): void {
    if (this.panel?.visible === true && this.pageIsReady) {
      void this.panel.webview.postMessage({
        type: "cursorLine",
        file,
        line,
      } satisfies ClientMessage);
    }
  }

  /** VS Code was reloaded with the panel open. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    panel.webview.options = this.options();
    this.adopt(panel);
    if (isPanelState(state) && state.model !== undefined) {
      const { file, name, line } = state.model;
      this.subject = {
        uri: vscode.Uri.file(file).toString(),
        functionName: name,
        position: { line: line - 1, character: 0 },
      };
      this.current = { type: "show", model: state.model, controls: this.controls() };
      // The page shows what it saved; the file may have changed since.
      void this.refresh();
    }
    return Promise.resolve();
  }

  private async load(subject: ModelFunctionParams): Promise<void> {
    this.subject = subject;
    const result = await this.host.modelFunction(subject);
    // The user may have asked for another function while the server thought about this one.
    if (this.subject !== subject) return;
    if (result.ok) this.display(subject.uri, result);
    else this.send({ type: "failed", message: result.message });
  }

  private display(uri: string, found: FoundModel): void {
    const { model } = found;
    this.subject = { uri, functionName: model.name };
    this.send(this.showMessage(found));
    if (this.panel !== undefined) this.panel.title = vscode.l10n.t("Latency: {0}", model.name);
  }

  private showMessage({ ok: _, ...found }: FoundModel): ClientMessage {
    return { type: "show", ...found, controls: this.controls() };
  }

  private send(message: ClientMessage): void {
    this.current = message;
    if (this.pageIsReady) void this.panel?.webview.postMessage(message);
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel?.dispose();
    this.panel = panel;
    this.pageIsReady = false;
    panel.iconPath = vscode.Uri.joinPath(
      this.host.context.extensionUri,
      "extension/media/panel.svg",
    );
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isPanelMessage(message)) void this.receive(message);
      else this.host.output.warn("Dropped a message from the panel that has an unknown shape.");
    });
    panel.onDidChangeViewState(() => {
      // A hidden page is thrown away; it says `ready` again when it is shown.
      if (!panel.visible) this.pageIsReady = false;
    });
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
    panel.webview.html = this.html(panel.webview);
  }

  private async receive(message: PanelMessage): Promise<void> {
    switch (message.type) {
      case "ready":
        this.pageIsReady = true;
        if (this.current !== undefined) void this.panel?.webview.postMessage(this.current);
        return;
      case "openLocation":
        return this.openLocation(message.file, message.line);
      case "export":
        return this.save(message.fileName, Buffer.from(message.text, message.encoding ?? "utf8"));
      case "chooseCpuProfile":
        return chooseCpuProfile(this.shownUri);
      case "dropCpuProfile":
        return dropCpuProfile(this.shownUri);
      case "stateChanged":
        await this.host.context.workspaceState.update(controlsKey, message.controls);
    }
  }

  private async openLocation(file: string, line: number): Promise<void> {
    const uri = this.uriOf(file);
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      const shown = Math.min(line, document.lineCount) - 1;
      const range = document.lineAt(shown).range;
      const start = new vscode.Position(
        shown,
        document.lineAt(shown).firstNonWhitespaceCharacterIndex,
      );
      const column = vscode.window.visibleTextEditors.find(
        (editor) => editor.document === document,
      )?.viewColumn;
      const editor = await vscode.window.showTextDocument(document, {
        viewColumn: column ?? vscode.ViewColumn.One,
        selection: new vscode.Range(start, start),
      });
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    } catch (error) {
      this.host.output.warn(`Could not open ${file}: ${String(error)}`);
      void vscode.window.showWarningMessage(
        vscode.l10n.t("{0} cannot be opened.", path.basename(file)),
      );
    }
  }

  /** The document that the model was made from may have no file: an untitled one, or one of a virtual workspace. */
  private uriOf(file: string): vscode.Uri {
    const shown = this.current?.type === "show" ? this.current.model : undefined;
    return file === shown?.file && this.subject !== undefined
      ? vscode.Uri.parse(this.subject.uri)
      : vscode.Uri.file(file);
  }

  private async save(proposal: string, content: Uint8Array): Promise<void> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const name = safeFileName(proposal);
    const target = await vscode.window.showSaveDialog(
      folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) },
    );
    if (target === undefined) return;
    try {
      await vscode.workspace.fs.writeFile(target, content);
    } catch (error) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t("{0} could not be saved: {1}", name, String(error)),
      );
      return;
    }
    void showSaved(target);
  }

  private controls(): PanelControls {
    return this.host.context.workspaceState.get<PanelControls>(controlsKey) ?? {};
  }

  private options(): vscode.WebviewOptions & vscode.WebviewPanelOptions {
    return {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.host.context.extensionUri, "dist")],
    };
  }

  private html(webview: vscode.Webview): string {
    const uri = (name: string) =>
      webview
        .asWebviewUri(vscode.Uri.joinPath(this.host.context.extensionUri, "dist", name))
        .toString();
    return panelHtml({
      cspSource: webview.cspSource,
      nonce: createNonce(),
      scriptUri: uri("panel.js"),
      styleUri: uri("panel.css"),
      bootstrap: { locale: vscode.env.language, messages: stringMessages(vscode.l10n.bundle) },
    });
  }
}

function blocks(steps: readonly ModelledStep[]): boolean {
  return steps.some((step) =>
    step.kind === "loop" ? blocks(step.steps) : step.kind === "block" || step.kind === "compute",
  );
}
