/**
 * The embedded linter: ESLint's own core with our plugin, for files that the workspace's ESLint does not look after.
 * It runs no code of the workspace. A text is parsed once: what lenses and hovers show comes from the same tree.
 */
import path from "node:path";
import { Linter } from "eslint/universal";
import type { Finding } from "eslint-plugin-unblock/analysis";
import {
  createEditorPlugin,
  type ExtractionOptions,
  type LintContext,
  type LintedText,
} from "eslint-plugin-unblock/editor";
import type { Range } from "vscode-languageserver";
import type { RuleConfiguration } from "./configuration.js";
import {
  contextsOf,
  flatConfig,
  isAboutOptions,
  languageOptions,
  ruleNames,
  withoutOptions,
} from "./flat-config.js";

export interface LintRequest {
  readonly text: string;
  /** Absolute; for a document without a file, where it would stand. */
  readonly path: string;
  /** The workspace folder; files are matched and imports resolved from here. */
  readonly folder: string;
  readonly languageId: string;
  readonly configuration: RuleConfiguration;
}

/** An edit in offsets of the document's text. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface LintFinding {
  /** Without the namespace: "no-blocking-call". */
  readonly rule: string;
  readonly message: string;
  readonly range: Range;
  readonly severity: 1 | 2;
  /** What `--fix` would do. */
  readonly fix?: TextChange;
  readonly suggestions: readonly { readonly title: string; readonly change: TextChange }[];
}

export interface LintOutcome {
  /** False where the text does not parse; then there are no findings. */
  readonly parsed: boolean;
  readonly findings: readonly LintFinding[];
  /**
   * What the analysis knows of what the rules report, also where an inline comment then keeps it silent; undefined where
   * the text does not parse.
   */
  readonly linted: LintedText | undefined;
}

/** Code that moves into a file of its own. */
export interface FileExtraction {
  readonly title: string;
  /** The name of the new file, beside the one at hand. */
  readonly file: string;
  readonly text: string;
  /** What changes in the text at hand, in order. */
  readonly changes: readonly TextChange[];
}

export interface EmbeddedLinter {
  /**
   * Lints one text with our rules only.
   * @throws what a rule throws: that is a defect of ours, which the caller logs
   */
  lint(request: LintRequest): LintOutcome;
  /**
   * The extraction of what was found into a worker's module; undefined where it would not do the same.
   * @throws as `lint` does
   */
  extraction(
    request: LintRequest,
    finding: LintFinding,
    options: ExtractionOptions,
  ): FileExtraction | undefined;
  /** Unsaved text of a file; undefined takes it away. Returns whether findings of other files may change with it. */
  setOverlay(file: string, text: string | undefined): boolean;
  /** Files on disk came, went or changed. */
  recheck(files: readonly string[]): void;
}

export function createEmbeddedLinter(): EmbeddedLinter {
  const editor = createEditorPlugin();
  /** The syntax of the text that was linted last: most questions are about that. Of others it is not kept. */
  let last: { readonly request: LintRequest; readonly context: LintContext } | undefined;

  function lint(request: LintRequest): LintOutcome {
    const { namespace } = request.configuration;
    const linter = new Linter({ cwd: request.folder, configType: "flat" });
    const name = fileName(request.path, request.languageId);
    // Two trees at once would be twice the memory, and work for the garbage collector.
    last = undefined;
    const messages = verify(linter, request, name);
    const parsed = !messages.some((message) => message.fatal === true);
    const shift = shiftOf(request);
    let linted: LintedText | undefined;
    if (parsed) {
      const sourceCode = linter.getSourceCode();
      const context = { sourceCode, physicalFilename: name, cwd: request.folder, languageOptions };
      last = { request, context };
      const known = editor.linted(context, contextsOf(request.configuration));
      const reported = [...messages, ...suppressedBy(linter)].map(placeOf);
      linted = known && onlyReported(known, new Set(reported));
    }
    return {
      parsed,
      findings: messages.flatMap((message) => {
        const rule = ownRule(message.ruleId, namespace);
        // An inline comment may speak of rules that this linter does not have: only ours count.
        return rule === undefined ? [] : [toFinding(rule, message, shift)];
      }),
      linted,
    };
  }

  /** Configurations with options that the embedded rules do not know: the workspace has another version of them. */
  const foreign = new WeakSet<RuleConfiguration>();

  function verify(linter: Linter, { text, configuration }: LintRequest, name: string) {
    if (!foreign.has(configuration)) {
      try {
        return linter.verify(text, flatConfig(editor.plugin, configuration), name);
      } catch (error) {
        if (!isAboutOptions(error)) throw error;
        foreign.add(configuration);
      }
    }
    return linter.verify(text, flatConfig(editor.plugin, withoutOptions(configuration)), name);
  }

  return {
    lint,
    extraction(request, { rule, range }, options) {
      if (last === undefined || !isSame(last.request, request)) lint(request);
      if (last === undefined) return undefined;
      const place = { rule, line: range.start.line + 1, column: range.start.character };
      const found = editor.extraction(last.context, place, options);
      const shift = shiftOf(request);
      return (
        found && {
          title: found.text,
          file: found.moduleFile,
          text: found.moduleText,
          changes: found.edits.map(({ range: [start, end], text }) => ({
            start: start + shift,
            end: end + shift,
            text,
          })),
        }
      );
    },
    setOverlay: (file, text) => editor.setOverlay(file, text),
    recheck: (files) => editor.recheck(files),
  };
}

/** What inline comments keep silent; the types of ESLint do not have the method. */
function suppressedBy(linter: Linter): readonly Linter.LintMessage[] {
  return (
    linter as Linter & { getSuppressedMessages(): readonly Linter.LintMessage[] }
  ).getSuppressedMessages();
}

function placeOf({ ruleId, line, column }: Linter.LintMessage): string {
  return `${ruleId?.split("/").at(-1) ?? ""} ${String(line)} ${String(column - 1)}`;
}

/** Without findings that the user's options leave out: APIs that are allowed, durations that do not matter. */
function onlyReported(known: LintedText, places: ReadonlySet<string>): LintedText {
  const isReported = ({ rule, at }: Finding) =>
    places.has(`${rule} ${String(at.line)} ${String(at.column)}`);
  return {
    findings: known.findings.filter(isReported),
    profiles: () =>
      known.profiles().map((profile) => ({
        ...profile,
        findings: profile.findings.filter(isReported),
      })),
  };
}

/** ESLint counts without the mark at the start of a text. */
function shiftOf({ text }: LintRequest): number {
  return text.startsWith("\uFEFF") ? 1 : 0;
}

function isSame(a: LintRequest, b: LintRequest): boolean {
  return a.text === b.text && a.path === b.path && a.configuration === b.configuration;
}

/** ESLint and its parser decide by extension what a file is; the editor knows the language better. */
export function fileName(file: string, languageId: string): string {
  const extension = path.extname(file).toLowerCase();
  const allowed = extensions[languageId];
  if (allowed === undefined || allowed.includes(extension)) return file;
  return `${file}${allowed[0]}`;
}

const extensions: Readonly<Record<string, readonly [string, ...string[]]>> = {
  javascript: [".js", ".mjs", ".cjs", ".jsx"],
  javascriptreact: [".jsx", ".js"],
  typescript: [".ts", ".mts", ".cts"],
  typescriptreact: [".tsx"],
};

function ownRule(id: string | null, namespace: string): string | undefined {
  if (id === null || !id.startsWith(`${namespace}/`)) return undefined;
  const name = id.slice(namespace.length + 1);
  return ruleNames.has(name) ? name : undefined;
}

function toFinding(rule: string, message: Linter.LintMessage, shift: number): LintFinding {
  const start = { line: message.line - 1, character: message.column - 1 };
  const change = ({ range, text }: { range: [number, number]; text: string }) => ({
    start: range[0] + shift,
    end: range[1] + shift,
    text,
  });
  return {
    rule,
    message: message.message,
    range: {
      start,
      end:
        message.endLine === undefined || message.endColumn === undefined
          ? start
          : { line: message.endLine - 1, character: message.endColumn - 1 },
    },
    severity: message.severity === 2 ? 2 : 1,
    ...(message.fix === undefined ? {} : { fix: change(message.fix) }),
    suggestions: (message.suggestions ?? []).map((suggestion) => ({
      title: suggestion.desc,
      change: change(suggestion.fix),
    })),
  };
}
