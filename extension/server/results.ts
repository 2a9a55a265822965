/** What is known about each open document, worked out once for each version of its text. */
import type { FunctionProfile } from "eslint-plugin-unblock/analysis";
import type { LintedText } from "eslint-plugin-unblock/editor";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { RuleConfiguration } from "./configuration.js";
import type { Place } from "./documents.js";
import type { LintOutcome, LintRequest } from "./linter.js";
import { movedLines } from "./moved-lines.js";

export interface FileResult {
  readonly version: number;
  /** Differs between any two results of a document. */
  readonly serial: number;
  readonly lint: LintOutcome;
  /** The functions of the last version that parsed, where they stand now: lenses stay while a line is half typed. */
  readonly functions: readonly FunctionProfile[] | undefined;
}

export interface Workers {
  readonly lint: (request: LintRequest) => LintOutcome;
  /** Called with what went wrong in it, which is a defect of ours. */
  readonly onDefect: (error: unknown, place: Place) => void;
}

const nothing: LintOutcome = { parsed: false, findings: [], linted: undefined };

/** The last version of a document that parsed. */
interface ParsedVersion {
  readonly text: string;
  readonly linted: LintedText;
}

interface Entry extends FileResult {
  readonly configuration: RuleConfiguration;
  readonly parsed: ParsedVersion | undefined;
  /** Something outside the document changed that its findings may depend on. */
  isOutdated: boolean;
}

export class Results {
  private readonly workers: Workers;
  private readonly entries = new Map<string, Entry>();
  private serial = 0;

  constructor(workers: Workers) {
    this.workers = workers;
  }

  of(document: TextDocument, place: Place, configuration: RuleConfiguration): FileResult {
    const known = this.entries.get(document.uri);
    const isCurrent =
      known?.version === document.version &&
      known.configuration === configuration &&
      !known.isOutdated;
    if (isCurrent) return known;
    const { languageId } = document;
    const text = document.getText();
    const profilesOf = (parsed: ParsedVersion) =>
      this.guarded(place, [], () => functionsIn(text, parsed));
    const lint = this.guarded(place, nothing, () =>
      this.workers.lint({ text, ...place, languageId, configuration }),
    );
    const { linted } = lint;
    const parsed = linted === undefined ? known?.parsed : { text, linted };
    const entry: Entry = {
      version: document.version,
      serial: this.serial++,
      lint,
      configuration,
      parsed,
      isOutdated: false,
      // Lenses come after diagnostics: what only they need waits until they ask.
      get functions() {
        return parsed === undefined ? undefined : profilesOf(parsed);
      },
    };
    this.entries.set(document.uri, entry);
    return entry;
  }

  forget(uri: string): void {
    this.entries.delete(uri);
  }

  /** Another file or a configuration changed: chains of calls may run through it. */
  invalidate(exceptUri?: string): void {
    for (const [uri, entry] of this.entries) if (uri !== exceptUri) entry.isOutdated = true;
  }

  private guarded<T>(place: Place, otherwise: T, work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.workers.onDefect(error, place);
      return otherwise;
    }
  }
}

/** The functions of a version that parsed, by the lines on which they stand in the present text. */
function functionsIn(
  text: string,
  { text: before, linted }: ParsedVersion,
): readonly FunctionProfile[] {
  const profiles = linted.profiles();
  if (text === before) return profiles;
  const lineNow = movedLines(before, text);
  return profiles.map((profile) => {
    const { at } = profile;
    return { ...profile, at: { ...at, line: lineNow(at.line), endLine: lineNow(at.endLine) } };
  });
}
