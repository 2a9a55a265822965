/** The language protocol's edge: reads requests, asks the pure parts, answers. */
import path from "node:path";
import { withCpuProfile } from "unblock-simulator/workload";
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type Range,
} from "vscode-languageserver";
import {
  eslintReportsMethod,
  modelFunctionMethod,
  type EslintReportsParams,
  type InitializationOptions,
  type ModelFunctionParams,
  type ModelFunctionResult,
} from "../protocol.js";
import { calibrationInWords, withBasisWords } from "./basis-words.js";
import {
  editOf,
  extractionOf,
  fixAllKind,
  isFixAllData,
  quickFixes,
  type FindingInDocument,
} from "./code-actions.js";
import { toCodeLenses } from "./code-lenses.js";
import { analysedFinding, toDiagnostic } from "./diagnostics.js";
import { fixAll, type FixScope } from "./fix-all.js";
import { toHover } from "./hover.js";
import type { EmbeddedLinter } from "./linter.js";
import { minimalEdit } from "./minimal-edit.js";
import { compiledModules } from "./compiled-modules.js";
import { readCalibration } from "./calibration.js";
import { CpuProfiles } from "./cpu-profiles.js";
import { modelAt } from "./model-at.js";
import { nearestManifest, packageType } from "./package-manifest.js";
import type { Prober } from "./probe/prober.js";
import { Session, type View } from "./session.js";
import { packageJsonWithoutSpawnBlocking } from "./spawn-blocking-dependency.js";

type FoundModel = Extract<ModelFunctionResult, { readonly ok: true }>;

/** Below the time that VS Code gives to a save, 1.5 s, with room for the edit itself. In milliseconds. */
const fixAllLimitMs = 1_000;

/** Registers everything on a connection and starts to listen. */
export function startServer(connection: Connection, linter: EmbeddedLinter, prober: Prober): void {
  const session = new Session(connection, linter, prober);
  const { documents } = session;

  connection.onInitialize((params) => initialize(session, params));
  connection.onInitialized(() => {
    if (session.canFollowSettings) {
      // Without being asked, VS Code tells no server of changed settings.
      void connection.client.register(DidChangeConfigurationNotification.type, {
        section: "unblock",
      });
    }
    if (!session.canFollowFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      session.setFolders(added.map(toUri), removed.map(toUri));
    });
  });
  connection.onDidChangeConfiguration(() => session.forgetSettings());
  connection.onDidChangeWatchedFiles(({ changes }) => session.filesChanged(changes));
  connection.onShutdown(() => session.stop());
  connection.onNotification(eslintReportsMethod, ({ uri, reports }: EslintReportsParams) =>
    session.setEslintReports(uri, reports),
  );
  documents.onDidChangeContent(({ document }) => session.documentChanged(document));
  documents.onDidClose(({ document }) => session.documentClosed(document.uri));

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const view = await session.view(textDocument.uri, token);
    if (view === undefined || view.ownership.owner !== "extension") {
      return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    }
    const resultId = resultIdOf(view);
    if (previousResultId === resultId) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    }
    return {
      kind: DocumentDiagnosticReportKind.Full,
      resultId,
      items: diagnosticsOf(session, view),
    };
  });

  connection.onCodeAction(async (params, token) => {
    const view = await session.view(params.textDocument.uri, token);
    return view === undefined ? [] : codeActionsOf(session, view, params);
  });
  connection.onCodeActionResolve(async (action, token) => {
    const { data } = action as { data?: unknown };
    if (!isFixAllData(data)) return action;
    const view = await session.view(data.uri, token);
    if (view === undefined || view.document.version !== data.version) {
      throw new ResponseError(LSPErrorCodes.ContentModified, "the document has changed");
    }
    return { ...action, edit: fixAllEdit(session, view, "suggestions", data.rule) };
  });
  connection.onCodeLens(async ({ textDocument }, token) => {
    const view = await session.view(textDocument.uri, token);
    if (view?.settings.codeLens.enable !== true) return [];
    return toCodeLenses(textDocument.uri, view.result.functions ?? [], session.translate);
  });
  connection.onHover(async ({ textDocument, position }, token) => {
    const view = await session.view(textDocument.uri, token);
    if (view?.settings.hover.enable !== true) return null;
    const { findings } = view.result.lint;
    const here: Range = { start: position, end: position };
    for (const finding of findings.filter(({ range }) => overlaps(range, here))) {
      const analysed = analysedFinding(finding, view.result.lint.linted?.findings ?? []);
      if (analysed !== undefined)
        return toHover(textDocument.uri, analysed, finding.range, session.translate);
    }
    return null;
  });
  const cpuProfiles = new CpuProfiles();
  /** Durations from the CPU profile that the settings name; one that can't be used is told of in the output too. */
  const profiled = async (
    { place, settings }: View,
    model: FoundModel["model"],
  ): Promise<Pick<FoundModel, "model" | "cpuProfile">> => {
    const { cpuProfile } = settings;
    if (cpuProfile === "") return { model };
    const unused = (problem: string) => ({
      model,
      cpuProfile: { file: cpuProfile, calls: 0, problem },
    });
    if (!place.onDisk) return unused(session.translate("this document is no file"));
    const file = path.resolve(place.folder, cpuProfile);
    const read = await cpuProfiles.at(file, session.translate);
    if (read.ok) {
      const { model: refined, visits } = withCpuProfile(model, place.path, read.profile);
      return { model: refined, cpuProfile: { file: cpuProfile, calls: visits } };
    }
    connection.console.warn(
      session.translate("The CPU profile {0} is not used: {1}.", file, read.message),
    );
    return unused(read.message);
  };
  connection.onRequest(
    modelFunctionMethod,
    async (params: ModelFunctionParams): Promise<ModelFunctionResult> => {
      const view = await session.view(params.uri);
      const result = modelAt(view?.result.functions, params, session.translate);
      if (view === undefined || !result.ok) return result;
      const calibration = await readCalibration();
      const { model, ...profile } = await profiled(view, result.model);
      return {
        ...result,
        ...profile,
        model: withBasisWords(model, session.translate),
        ...(calibration && { calibration: calibrationInWords(calibration, session.translate) }),
      };
    },
  );

  documents.listen(connection);
  connection.listen();
}

function initialize(session: Session, params: InitializeParams): InitializeResult {
  const { workspace } = params.capabilities;
  session.canConfigure = workspace?.configuration === true;
  session.canFollowSettings = workspace?.didChangeConfiguration?.dynamicRegistration === true;
  session.canFollowFolders = workspace?.workspaceFolders === true;
  session.canCreateFiles =
    workspace?.workspaceEdit?.documentChanges === true &&
    workspace.workspaceEdit.resourceOperations?.includes("create") === true;
  session.canRefresh =
    workspace?.diagnostics?.refreshSupport === true && workspace.codeLens?.refreshSupport === true;
  session.start(
    (params.initializationOptions ?? {}) as Partial<InitializationOptions>,
    (params.workspaceFolders ?? []).map(toUri),
  );
  return {
    serverInfo: { name: "unblock" },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      diagnosticProvider: {
        identifier: "unblock",
        // A chain of calls runs through other files: a change there may change the findings here.
        interFileDependencies: true,
        workspaceDiagnostics: false,
      },
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorExtract, fixAllKind],
        resolveProvider: true,
      },
      codeLensProvider: { resolveProvider: false },
      hoverProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

function diagnosticsOf({ translate }: Session, { result, settings }: View) {
  return result.lint.findings.map((finding) =>
    toDiagnostic(
      finding,
      analysedFinding(finding, result.lint.linted?.findings ?? []),
      settings.diagnostics.severity,
      translate,
    ),
  );
}

/** Equal ids mean equal diagnostics. */
function resultIdOf({ result, settings }: View): string {
  return `${String(result.serial)} ${settings.diagnostics.severity}`;
}

async function codeActionsOf(
  session: Session,
  view: View,
  params: CodeActionParams,
): Promise<CodeAction[]> {
  const { only } = params.context;
  const wants = (kind: string) =>
    only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const isOurs = view.ownership.owner === "extension";
  const wantsFixes = isOurs && wants(CodeActionKind.QuickFix);
  const actions: CodeAction[] = [];
  if (wantsFixes || wants(CodeActionKind.RefactorExtract)) {
    for (const found of await findingsAt(session, view, params.range)) {
      actions.push(
        ...(wantsFixes
          ? quickFixes(found, session.translate)
          : extractionOf(found, CodeActionKind.RefactorExtract)),
      );
    }
  }
  if (isOurs && only !== undefined && wants(fixAllKind)) {
    // Suggestions change when other code runs. `source.fixAll` stands in many people's settings for every tool
    // together; only who names Unblock has asked for that.
    const edit = fixAllEdit(session, view, only.includes(fixAllKind) ? "suggestions" : "fixes");
    if (edit !== undefined) {
      const title = session.translate("Fix everything that Unblock can fix in this file");
      actions.push({ title, kind: fixAllKind, edit });
    }
  }
  return actions;
}

async function findingsAt(
  session: Session,
  view: View,
  range: Range,
): Promise<FindingInDocument[]> {
  const { document, place, result, ownership, settings } = view;
  const { findings } = result.lint;
  const here = findings.filter((finding) => overlaps(finding.range, range));
  if (here.length === 0) return [];
  const manifest = place.onDisk ? await nearestManifest(place.path) : undefined;
  // The document is the living one: somebody may have typed meanwhile.
  if (document.version !== result.version) {
    throw new ResponseError(LSPErrorCodes.ContentModified, "the document has changed");
  }
  const packageJson = packageJsonWithoutSpawnBlocking(manifest);
  const compiledTo = place.onDisk ? compiledModules(place.path, packageType(manifest)) : undefined;
  return here.map((finding) => {
    const analysed = analysedFinding(finding, result.lint.linted?.findings ?? []);
    const { severity } = settings.diagnostics;
    return {
      document,
      finding,
      diagnostic: toDiagnostic(finding, analysed, severity, session.translate),
      fixableAlike: findings.filter(
        ({ rule, suggestions }) => rule === finding.rule && suggestions.length > 0,
      ).length,
      ruleId: `${ownership.configuration.namespace}/${finding.rule}`,
      extraction: session.extraction(view, finding, compiledTo),
      packageJson,
    };
  });
}

function fixAllEdit({ linter }: Session, view: View, scope: FixScope, rule?: string) {
  const { document, place, ownership, result } = view;
  const { languageId } = document;
  const { configuration } = ownership;
  const limit = performance.now() + fixAllLimitMs;
  const next = fixAll({
    text: document.getText(),
    findings: result.lint.findings,
    scope,
    ...(rule === undefined ? {} : { rule }),
    lint: (text) => linter.lint({ text, ...place, languageId, configuration }),
    isOver: () => performance.now() > limit,
  });
  const edit = minimalEdit(document, next);
  return edit === undefined ? undefined : editOf(document, [edit]);
}

function overlaps(a: Range, b: Range): boolean {
  const before = (x: Range, y: Range) =>
    x.end.line < y.start.line ||
    (x.end.line === y.start.line && x.end.character < y.start.character);
  return !before(a, b) && !before(b, a);
}

function toUri({ uri }: { uri: string }): string {
  return uri;
}
