/** The server's state: open documents, settings, who owns each file, and what is known about it. */
import { existsSync } from "node:fs";
import path from "node:path";
import { setImmediate as immediate } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  CodeLensRefreshRequest,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  type CancellationToken,
  type Connection,
  type FileEvent,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  ownerChangedMethod,
  type InitializationOptions,
  type OwnerChangedParams,
} from "../protocol.js";
import type { CompiledModules } from "./compiled-modules.js";
import { isReadable, placeOf, realPathOf, type Place } from "./documents.js";
import { extractionEdit, freeFile } from "./extract.js";
import type { EmbeddedLinter, LintFinding } from "./linter.js";
import { decideOwner, type Ownership } from "./owner.js";
import type { ProbeOutcome } from "./probe/messages.js";
import type { Prober } from "./probe/prober.js";
import { Results, type FileResult } from "./results.js";
import { defaultSettings, readSettings, type Settings } from "./settings.js";
import { createTranslate, type Translate } from "./translate.js";

/** A document with everything that the handlers need to answer about its present text. */
export interface View {
  readonly document: TextDocument;
  readonly place: Place;
  readonly settings: Settings;
  readonly ownership: Ownership;
  readonly result: FileResult;
}

/**
 * How long the first answer about a file waits for the workspace's ESLint configuration, in milliseconds. After that
 * the file gets our own findings, and is asked about again when the configuration is known.
 */
const probePatienceMs = 2_000;

/** While somebody types in one file, those that import it are asked about again at most this often, in milliseconds. */
const typingPauseMs = 300;

export class Session {
  readonly documents = new TextDocuments(TextDocument);
  readonly results: Results;
  readonly linter: EmbeddedLinter;
  translate: Translate = createTranslate({});
  /** What the client can do. */
  canConfigure = false;
  canRefresh = false;
  canFollowFolders = false;
  canFollowSettings = false;
  canCreateFiles = false;
  private readonly connection: Connection;
  private readonly prober: Prober;
  private options: InitializationOptions = { trusted: false, eslintExtension: false, messages: {} };
  private folders: string[] = [];
  private readonly settings = new Map<string, Promise<Settings>>();
  private readonly realPaths = new Map<string, string>();
  /** Runs while the client is about to be asked to pull what other documents' changes may have changed. */
  private refreshing: NodeJS.Timeout | undefined;
  private readonly eslintReports = new Set<string>();
  private readonly toldOwners = new Map<string, string>();
  private readonly reportedDefects = new Set<string>();

  constructor(connection: Connection, linter: EmbeddedLinter, prober: Prober) {
    this.connection = connection;
    this.linter = linter;
    this.prober = prober;
    this.results = new Results({
      lint: (request) => linter.lint(request),
      onDefect: (error, place) => this.logDefect(error, place),
    });
  }

  start(options: Partial<InitializationOptions>, folders: readonly string[]): void {
    this.options = { ...this.options, ...options };
    this.translate = createTranslate(this.options.messages);
    this.setFolders(folders, []);
  }

  setFolders(added: readonly string[], removed: readonly string[]): void {
    const toPaths = (uris: readonly string[]) =>
      uris.filter((uri) => uri.startsWith("file:")).map((uri) => fileURLToPath(uri));
    const gone = new Set(toPaths(removed));
    this.folders = [...this.folders.filter((folder) => !gone.has(folder)), ...toPaths(added)];
  }

  /** Everything about a document, or undefined where there is nothing to look at: closed, switched off, too large. */
  async view(uri: string, token?: CancellationToken): Promise<View | undefined> {
    const place = placeOf(uri, this.folders);
    const settings = await this.settingsOf(uri);
    if (!settings.enable) return undefined;
    const ownership = await this.ownershipOf(uri, place, settings);
    // What has arrived meanwhile is read first: that the question is not asked any more, or that the text has changed.
    await immediate();
    if (token?.isCancellationRequested === true) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    }
    // From here on nothing awaits, so the text and its version belong together.
    const document = this.documents.get(uri);
    if (document === undefined) return undefined;
    if (!isReadable(document, settings)) {
      this.tellOwner(uri, {
        ...ownership,
        owner: "off",
        reason: this.translate("The file is too large or is not text."),
      });
      return undefined;
    }
    this.tellOwner(uri, ownership);
    const result = this.results.of(document, place, ownership.configuration);
    return { document, place, settings, ownership, result };
  }

  /** The extraction of a finding into a worker's module beside the file, where that would do the same. */
  extraction(
    { document, place, ownership }: View,
    finding: LintFinding,
    compiledTo: CompiledModules,
  ): { readonly title: string; readonly edit: WorkspaceEdit } | undefined {
    if (!this.canCreateFiles || !place.onDisk) return undefined;
    const folder = path.dirname(place.path);
    const isTaken = (name: string) => {
      const file = path.join(folder, name);
      return existsSync(file) || this.documents.get(pathToFileURL(file).href) !== undefined;
    };
    const { languageId } = document;
    const { configuration } = ownership;
    const request = { text: document.getText(), ...place, languageId, configuration };
    try {
      const found = this.linter.extraction(request, finding, {
        compiledTo,
        freeFile: (wanted) => freeFile(wanted, isTaken),
      });
      if (found === undefined) return undefined;
      return { title: found.title, edit: extractionEdit(document, place.path, found) };
    } catch (error) {
      this.logDefect(error, place);
      return undefined;
    }
  }

  /** The ESLint extension started or stopped reporting our rules in a file. */
  setEslintReports(uri: string, reports: boolean): void {
    if (reports) this.eslintReports.add(uri);
    else this.eslintReports.delete(uri);
    this.refresh();
  }

  forgetSettings(): void {
    this.settings.clear();
    this.refresh();
  }

  /** Files changed on disk. A configuration file may change who owns everything. */
  filesChanged(changes: readonly FileEvent[]): void {
    const news = changes.filter(
      ({ uri, type }) => uri.startsWith("file:") && this.counts(uri) && !this.isOwn(uri, type),
    );
    if (news.length === 0) return;
    if (news.some(({ uri }) => this.isAboutConfiguration(uri))) this.prober.reset();
    this.linter.recheck(news.map(({ uri }) => realPathOf(fileURLToPath(uri))));
    this.results.invalidate();
    this.refresh();
  }

  /** Text was opened or changed: files that import it see it as it is now. */
  documentChanged(document: TextDocument): void {
    const { uri } = document;
    this.setOverlay(uri, document.getText());
  }

  documentClosed(uri: string): void {
    this.settings.delete(uri);
    this.results.forget(uri);
    this.toldOwners.delete(uri);
    this.setOverlay(uri, undefined);
    this.realPaths.delete(uri);
  }

  stop(): void {
    clearTimeout(this.refreshing);
    this.prober.reset();
  }

  /** Most files of JSON configure nothing. */
  private counts(uri: string): boolean {
    return (
      !uri.endsWith(".json") || isTypeScriptConfiguration(uri) || this.isAboutConfiguration(uri)
    );
  }

  /** The file of an open document was saved, which says nothing new. */
  private isOwn(uri: string, type: FileChangeType): boolean {
    return (
      type === FileChangeType.Changed &&
      this.documents.get(uri) !== undefined &&
      !this.isAboutConfiguration(uri)
    );
  }

  /** Whether the file may change how ESLint is configured: by its name, or since a configuration imports it. */
  private isAboutConfiguration(uri: string): boolean {
    return isConfigurationFile(uri) || this.prober.reads(realPathOf(fileURLToPath(uri)));
  }

  private setOverlay(uri: string, text: string | undefined): void {
    const place = placeOf(uri, this.folders);
    if (!place.onDisk) return;
    // Imports lead to files by their real paths.
    const file = this.realPaths.get(uri) ?? realPathOf(place.path);
    this.realPaths.set(uri, file);
    if (!this.linter.setOverlay(file, text)) return;
    this.results.invalidate(uri);
    this.refreshing ??= setTimeout(() => {
      this.refreshing = undefined;
      this.refresh();
    }, typingPauseMs);
  }

  private async settingsOf(uri: string): Promise<Settings> {
    if (!this.canConfigure) return defaultSettings;
    const known =
      this.settings.get(uri) ??
      this.connection.workspace
        .getConfiguration({ scopeUri: uri, section: "unblock" })
        .then(readSettings, () => defaultSettings);
    this.settings.set(uri, known);
    return known;
  }

  private async ownershipOf(uri: string, place: Place, settings: Settings): Promise<Ownership> {
    const { trusted, eslintExtension } = this.options;
    const probe = trusted && place.onDisk ? await this.probe(place) : undefined;
    return decideOwner(
      {
        setting: settings.diagnostics.owner,
        trusted,
        eslintExtension,
        eslintReports: this.eslintReports.has(uri),
        probe,
      },
      this.translate,
    );
  }

  private async probe(place: Place): Promise<ProbeOutcome | undefined> {
    const answer = this.prober.probe(place.path, place.folder);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), probePatienceMs);
    });
    const first = await Promise.race([answer, patience]);
    clearTimeout(timer);
    if (first !== "late") return first;
    void answer.then(() => this.refresh());
    return none("The workspace's ESLint configuration is being read.");
  }

  private tellOwner(uri: string, { owner, reason }: Ownership): void {
    const told = `${owner}\0${reason}`;
    if (this.toldOwners.get(uri) === told) return;
    this.toldOwners.set(uri, told);
    const params: OwnerChangedParams = { uri, owner, reason };
    void this.connection.sendNotification(ownerChangedMethod, params);
  }

  private refresh(): void {
    if (!this.canRefresh) return;
    const refused = () => {
      // The client is going away; there is nobody to refresh.
    };
    this.connection.languages.diagnostics.refresh().catch(refused);
    this.connection.sendRequest(CodeLensRefreshRequest.type).catch(refused);
  }

  /** Once for each defect and file: while somebody types it would come back with every key. */
  private logDefect(error: unknown, place: Place): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const key = `${place.path}\0${text.split("\n")[0] ?? ""}`;
    if (this.reportedDefects.has(key)) return;
    this.reportedDefects.add(key);
    this.connection.console.error(`${place.path}: ${text}`);
  }
}

function none(why: string): ProbeOutcome {
  return { found: false, failed: false, why };
}

/** By its usual names: `tsconfig.json`, `tsconfig.base.json`, `jsconfig.json`. */
function isTypeScriptConfiguration(file: string): boolean {
  return /(?:^|[/\\])[jt]sconfig(?:\.[^/\\]+)?\.json$/u.test(file);
}

function isConfigurationFile(file: string): boolean {
  return /(?:^|[/\\])(?:eslint\.config\.[cm]?[jt]s|package\.json)$/u.test(file);
}
