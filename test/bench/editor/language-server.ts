/** A language server in a process of its own, driven over its standard streams as an editor drives it. */
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type DocumentDiagnosticReport,
  type Position,
  type ProtocolConnection,
} from "vscode-languageserver/node";

export interface ServerOptions {
  readonly name: string;
  /** The script that Node.js runs. */
  readonly script: string;
  /** Flags of Node.js, as the extension that brings the server starts it. */
  readonly flags?: readonly string[];
  readonly folder: string;
  readonly initializationOptions?: unknown;
  /** Answers every question about settings. */
  readonly settings: unknown;
}

export class LanguageServer {
  readonly name: string;
  /** From the start of the process to its answer to `initialize`, in milliseconds. */
  readonly startMs: number;
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #folder: string;
  #version = 1;

  private constructor(
    name: string,
    startMs: number,
    process: ChildProcess,
    connection: ProtocolConnection,
    folder: string,
  ) {
    this.name = name;
    this.startMs = startMs;
    this.#process = process;
    this.#connection = connection;
    this.#folder = folder;
  }

  static async start(options: ServerOptions): Promise<LanguageServer> {
    const { name, script, flags = [], folder, initializationOptions, settings } = options;
    const began = performance.now();
    const child = spawn(process.execPath, [...flags, script, "--stdio"], {
      cwd: folder,
      stdio: ["pipe", "pipe", "inherit"],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest("workspace/configuration", (params: { items: unknown[] }) =>
      params.items.map(() => settings),
    );
    connection.onRequest("client/registerCapability", () => null);
    connection.onRequest("workspace/diagnostic/refresh", () => null);
    connection.onRequest("workspace/codeLens/refresh", () => null);
    connection.listen();
    const uri = pathToFileURL(folder).href;
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: uri,
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          diagnostics: { refreshSupport: true },
          codeLens: { refreshSupport: true },
        },
        textDocument: { diagnostic: {} },
      },
      workspaceFolders: [{ uri, name: "bench" }],
      initializationOptions,
    });
    const startMs = performance.now() - began;
    await connection.sendNotification("initialized", {});
    return new LanguageServer(name, startMs, child, connection, folder);
  }

  /** Opens a file and gives the number of its diagnostics. */
  async open(name: string): Promise<number> {
    const text = readFileSync(path.join(this.#folder, name), "utf8");
    await this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: this.#uri(name), languageId: "typescript", version: 1, text },
    });
    return this.#diagnostics(name);
  }

  /** Types a text and waits for the diagnostics. Returns how long that took, in milliseconds. */
  async type(name: string, at: Position, newText: string, replaced: number): Promise<number> {
    this.#version += 1;
    const began = performance.now();
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: this.#uri(name), version: this.#version },
      contentChanges: [
        {
          range: { start: at, end: { line: at.line, character: at.character + replaced } },
          text: newText,
        },
      ],
    });
    await this.#diagnostics(name);
    return performance.now() - began;
  }

  /** The processor time that the process has used, in milliseconds; NaN where the system does not say. */
  processorMs(): number {
    try {
      const stat = readFileSync(`/proc/${String(this.#process.pid)}/stat`, "utf8");
      // The name in parentheses may hold anything; user and system time are the 12th and 13th figure behind it.
      const figures = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return (Number(figures[11]) + Number(figures[12])) * 10;
    } catch {
      return NaN;
    }
  }

  /** The memory of the process that is resident, in megabytes; undefined where the system does not say. */
  residentMb(): number | undefined {
    try {
      const status = readFileSync(`/proc/${String(this.#process.pid)}/status`, "utf8");
      const kb = /^VmRSS:\s+(?<kb>\d+) kB$/mu.exec(status)?.groups?.["kb"];
      return kb === undefined ? undefined : Number(kb) / 1024;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    await this.#connection.sendRequest("shutdown");
    await this.#connection.sendNotification("exit");
    await ended;
    this.#connection.dispose();
  }

  async #diagnostics(name: string): Promise<number> {
    const report = await this.#connection.sendRequest<DocumentDiagnosticReport>(
      "textDocument/diagnostic",
      { textDocument: { uri: this.#uri(name) }, identifier: this.name },
    );
    return report.kind === "full" ? report.items.length : 0;
  }

  #uri(name: string): string {
    return pathToFileURL(path.join(this.#folder, name)).href;
  }
}
