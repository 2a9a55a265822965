/** The extension's entry: starts the language server, and registers commands, panel and status. */
import { setImmediate as immediate } from "node:timers/promises";
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  eslintReportsMethod,
  modelFunctionMethod,
  ownerChangedMethod,
  type ModelFunctionParams,
  type ModelFunctionResult,
  type OwnerChangedParams,
} from "../protocol.js";
import { addSpawnBlocking } from "./add-dependency-command.js";
import { chooseCpuProfile, dropCpuProfile } from "./cpu-profile-command.js";
import { onDidChangeEslintExtension } from "./eslint-extension.js";
import { EslintWatch } from "./eslint-watch.js";
import { followCursor } from "./follow.js";
import { LatencyPanel, panelViewType } from "./panel.js";
import { openSample } from "./sample.js";
import { OwnerStatus } from "./status.js";

let client: LanguageClient | undefined;
/** Resolves when the server that was started last runs, or did not start. */
let started: Promise<void> | undefined;

/** Neither waits for the server nor loads what talks to it: nothing that the editor shows at once needs that. */
export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel("Unblock", { log: true });
  const status = new OwnerStatus();
  const panel = new LatencyPanel({ context, output, modelFunction });
  const eslint = new EslintWatch((params) => {
    if (client?.isRunning() === true) void client.sendNotification(eslintReportsMethod, params);
  });
  const subject = () => panel.shownUri ?? vscode.window.activeTextEditor?.document.uri.toString();
  const restart = () => (started = start(context, output, status, eslint));

  context.subscriptions.push(
    output,
    status,
    followCursor(panel),
    eslint,
    vscode.window.registerWebviewPanelSerializer(panelViewType, panel),
    vscode.commands.registerCommand("unblock.simulate", (uri?: unknown, position?: unknown) =>
      simulate(panel, uri, position),
    ),
    vscode.commands.registerCommand("unblock.openPanel", () => simulate(panel)),
    vscode.commands.registerCommand("unblock.openSample", openSample),
    vscode.commands.registerCommand("unblock.useCpuProfile", () => chooseCpuProfile(subject())),
    vscode.commands.registerCommand("unblock.dropCpuProfile", () => dropCpuProfile(subject())),
    // Behind a quick fix only, so the manifest does not name it.
    vscode.commands.registerCommand("unblock.addSpawnBlocking", addSpawnBlocking),
    vscode.commands.registerCommand("unblock.showOutput", () => output.show()),
    vscode.commands.registerCommand("unblock.restartServer", restart),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    onDidChangeEslintExtension(restart),
  );
  void restart();
}

export async function deactivate(): Promise<void> {
  await stop();
}

/** Starts a new server in place of the one that runs, if any. */
async function start(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  status: OwnerStatus,
  eslint: EslintWatch,
): Promise<void> {
  // Other extensions are activated in the same turn of the event loop, and what this loads takes a while.
  await immediate();
  const { createLanguageClient, serverStateOf } = await import("./language-client.js");
  // Another start may have come in between.
  while (client !== undefined) await stop();
  const started = createLanguageClient(context, output);
  client = started;
  status.setState("starting");
  started.onDidChangeState(({ newState }) => {
    if (started !== client) return;
    const state = serverStateOf(newState);
    status.setState(state);
    if (state === "running") eslint.repeat();
  });
  started.onNotification(ownerChangedMethod, (params: OwnerChangedParams) =>
    status.setOwner(params),
  );
  try {
    await started.start();
  } catch (error) {
    output.error(`The language server did not start: ${String(error)}`);
  }
}

async function stop(): Promise<void> {
  const stopped = client;
  client = undefined;
  if (stopped === undefined) return;
  try {
    await stopped.dispose();
  } catch {
    // It ended by itself, or never came up: either way it is gone.
  }
}

/** Without arguments: the function under the cursor. */
async function simulate(panel: LatencyPanel, uri?: unknown, position?: unknown): Promise<void> {
  if (typeof uri === "string" && isPosition(position)) return panel.show({ uri, position });
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Open a JavaScript or TypeScript file and put the cursor into a function."),
    );
    return;
  }
  const { line, character } = editor.selection.active;
  return panel.show({ uri: editor.document.uri.toString(), position: { line, character } });
}

async function modelFunction(params: ModelFunctionParams): Promise<ModelFunctionResult> {
  await started;
  if (client?.isRunning() !== true) {
    return { ok: false, message: vscode.l10n.t("The language server is not running.") };
  }
  try {
    return await client.sendRequest<ModelFunctionResult>(modelFunctionMethod, params);
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function isPosition(value: unknown): value is { line: number; character: number } {
  const position = value as { line?: unknown; character?: unknown } | null | undefined;
  return typeof position?.line === "number" && typeof position.character === "number";
}
