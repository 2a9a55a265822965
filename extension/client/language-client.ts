/**
 * Starts the language server and keeps it running. Loading this takes longer than everything else in the client: it is
 * imported when a server is started, not when the extension is.
 */
import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  State,
  TransportKind,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import type { InitializationOptions } from "../protocol.js";
import { documentSelector } from "./document-selector.js";
import { hasEslintExtension } from "./eslint-extension.js";
import { createRestartPolicy } from "./restart-policy.js";
import { serverFlags } from "./server-flags.js";
import type { ServerState } from "./status.js";
import { stringMessages } from "./string-messages.js";

/** Those of JSON, since configurations of ESLint and TypeScript import and extend such files by any name. */
const configurationFiles = "**/*.json";
/** Among them `eslint.config.js` and its like. */
const sourceFiles = "**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}";

export function createLanguageClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): LanguageClient {
  const module = context.asAbsolutePath("dist/server.cjs");
  const withFlags = (...flags: string[]) => ({
    module,
    transport: TransportKind.ipc,
    options: { execArgv: [...serverFlags, ...flags] },
  });
  return new QuietClient(
    "unblock",
    "Unblock",
    { run: withFlags(), debug: withFlags("--nolazy", "--inspect=6019") },
    clientOptions(output),
  );
}

export function serverStateOf(state: State): ServerState {
  if (state === State.Starting) return "starting";
  return state === State.Running ? "running" : "stopped";
}

/** Writes errors to the output only: what the user must know, `offerRestart` says once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  const policy = createRestartPolicy();
  const initializationOptions: InitializationOptions = {
    trusted: vscode.workspace.isTrusted,
    eslintExtension: hasEslintExtension(),
    messages: stringMessages(vscode.l10n.bundle),
  };
  return {
    documentSelector,
    initializationOptions,
    outputChannel: output,
    diagnosticCollectionName: "unblock",
    // Hovers hold names of the user's code: no other command may be reached from there, whatever they are.
    markdown: { isTrusted: { enabledCommands: ["unblock.simulate"] } },
    synchronize: {
      fileEvents: [configurationFiles, sourceFiles].map((glob) =>
        vscode.workspace.createFileSystemWatcher(glob),
      ),
    },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        if (policy.mayRestart(Date.now())) {
          output.warn("The language server ended and is started again.");
          return { action: CloseAction.Restart, handled: true };
        }
        output.error("The language server ended too often and is not started again.");
        void offerRestart();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
    initializationFailedHandler: (error: unknown) => {
      output.error(`The language server did not start: ${String(error)}`);
      void offerRestart();
      return false;
    },
  };
}

async function offerRestart(): Promise<void> {
  const restart = vscode.l10n.t("Restart");
  const showOutput = vscode.l10n.t("Show Output");
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t("Unblock's language server ended too often and was not started again."),
    restart,
    showOutput,
  );
  if (answer === restart) await vscode.commands.executeCommand("unblock.restartServer");
  if (answer === showOutput) await vscode.commands.executeCommand("unblock.showOutput");
}
