/** Drives the language server as an editor does, over streams in memory. */
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type CodeLens,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type Position,
  type ProtocolConnection,
  type Range,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  modelFunctionMethod,
  ownerChangedMethod,
  type InitializationOptions,
  type ModelFunctionParams,
  type ModelFunctionResult,
  type OwnerChangedParams,
} from "../../../extension/protocol.js";
import { createEmbeddedLinter } from "../../../extension/server/linter.js";
import type { ProbeOutcome } from "../../../extension/server/probe/messages.js";
import type { Prober } from "../../../extension/server/probe/prober.js";
import { startServer } from "../../../extension/server/server.js";

export interface Options extends Partial<InitializationOptions> {
  /** The section `unblock` of the user's settings. */
  readonly settings?: unknown;
  readonly workspaceFolders?: readonly string[];
  /** Whether the client can create files in an edit. Default: yes. */
  readonly createsFiles?: boolean;
  readonly probe?: (file: string, folder: string) => Promise<ProbeOutcome>;
  /** Whether the workspace's ESLint configuration imports that file. */
  readonly configurationReads?: (file: string) => boolean;
}

export class Editor {
  readonly connection: ProtocolConnection;
  readonly owners: OwnerChangedParams[] = [];
  readonly logged: string[] = [];
  /** Methods that the server asked to be told by. */
  readonly registered: string[] = [];
  settings: unknown;
  refreshes = 0;
  resets = 0;

  private constructor(connection: ProtocolConnection, settings: unknown) {
    this.connection = connection;
    this.settings = settings;
  }

  static async start(options: Options = {}): Promise<Editor> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    const editor = new Editor(connection, options.settings ?? {});
    const prober: Prober = {
      probe: (file, folder) =>
        options.probe?.(file, folder) ??
        Promise.resolve({
          found: false,
          failed: false,
          why: "The workspace has no ESLint configuration file.",
        }),
      reads: (file) => options.configurationReads?.(file) ?? false,
      reset: () => editor.resets++,
    };
    startServer(
      createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
      createEmbeddedLinter(),
      prober,
    );
    editor.listen();
    await connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          workspaceFolders: true,
          diagnostics: { refreshSupport: true },
          codeLens: { refreshSupport: true },
          workspaceEdit: {
            documentChanges: true,
            resourceOperations: options.createsFiles === false ? [] : ["create"],
          },
        },
      },
      workspaceFolders: (options.workspaceFolders ?? []).map((uri) => ({ uri, name: uri })),
      initializationOptions: {
        trusted: options.trusted ?? true,
        eslintExtension: options.eslintExtension ?? false,
        messages: options.messages ?? {},
      } satisfies InitializationOptions,
    });
    await connection.sendNotification("initialized", {});
    return editor;
  }

  private listen(): void {
    const { connection } = this;
    connection.onRequest("workspace/configuration", (params: { items: unknown[] }) =>
      params.items.map(() => this.settings),
    );
    connection.onRequest(
      "client/registerCapability",
      ({ registrations }: { registrations: { method: string }[] }) => {
        this.registered.push(...registrations.map(({ method }) => method));
        return null;
      },
    );
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      return null;
    });
    connection.onRequest("workspace/codeLens/refresh", () => null);
    connection.onNotification(ownerChangedMethod, (params: OwnerChangedParams) => {
      this.owners.push(params);
    });
    connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    connection.listen();
  }

  /** Changes the section `unblock` of the user's settings, and tells of it as VS Code does: only whom it was asked by. */
  async changeSettings(settings: unknown): Promise<void> {
    this.settings = settings;
    const method = "workspace/didChangeConfiguration";
    await until(() => this.registered.includes(method));
    await this.connection.sendNotification(method, { settings: { unblock: settings } });
  }

  /** Tells what the client's file watcher saw. */
  watched(uri: string, what: "created" | "changed" | "deleted"): Promise<void> {
    const type = { created: 1, changed: 2, deleted: 3 }[what];
    return this.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri, type }],
    });
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    this.connection.dispose();
  }

  open(uri: string, text: string, languageId = "javascript", version = 1): Promise<void> {
    return this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version, text },
    });
  }

  change(uri: string, text: string, version: number): Promise<void> {
    return this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      identifier: "unblock",
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.report(uri);
    if (report.kind !== "full") throw new Error("expected a full report");
    return report.items;
  }

  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest("codeAction/resolve", action);
  }

  lenses(uri: string): Promise<CodeLens[]> {
    return this.connection.sendRequest("textDocument/codeLens", { textDocument: { uri } });
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
  }

  model(params: ModelFunctionParams): Promise<ModelFunctionResult> {
    return this.connection.sendRequest(modelFunctionMethod, params);
  }
}

/** The text after an action's edit of one document. */
export function applied(text: string, { edit }: CodeAction): string {
  const [change] = edit?.documentChanges ?? [];
  if (change === undefined || !("edits" in change)) throw new Error("the action has no edit");
  const document = TextDocument.create(change.textDocument.uri, "javascript", 1, text);
  return TextDocument.applyEdits(document, change.edits as TextEdit[]);
}

/** The range of the first place where `part` stands in `text`. */
export function rangeOf(text: string, part: string): Range {
  const offset = text.indexOf(part);
  if (offset < 0) throw new Error(`the text has no ${part}`);
  const positionAt = (end: number): Position => {
    const lines = text.slice(0, end).split("\n");
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  return { start: positionAt(offset), end: positionAt(offset + part.length) };
}

/** Resolves when the condition holds; mocha's own limit ends a wait that never does. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
