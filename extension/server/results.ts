/** What is known about each open document, worked out once for each version of its text. */
import type { FileAnalysis } from "eslint-plugin-unblock/analysis";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { RuleConfiguration } from "./configuration.js";
import type { Place } from "./documents.js";
import type { LintOutcome, LintRequest } from "./linter.js";

export interface FileResult {
  readonly version: number;
  readonly lint: LintOutcome;
  /** Of the last version that parsed, so that lenses stay while a line is half typed. */
  readonly analysis: FileAnalysis | undefined;
}

export interface Workers {
  readonly lint: (request: LintRequest) => LintOutcome;
  /** Undefined where the text does not parse. */
  readonly analyse: (place: Place, text: string, languageId: string) => FileAnalysis | undefined;
  /** Called with what went wrong in them, which is a defect of ours. */
  readonly onDefect: (error: unknown, place: Place) => void;
}

interface Entry extends FileResult {
  readonly configuration: RuleConfiguration;
  readonly generation: number;
}

const nothing: LintOutcome = { parsed: false, findings: [] };

export class Results {
  private readonly workers: Workers;
  private readonly entries = new Map<string, Entry>();
  private current = 0;

  constructor(workers: Workers) {
    this.workers = workers;
  }

  /** Grows whenever something outside a document changes that its findings may depend on. */
  get generation(): number {
    return this.current;
  }

  of(document: TextDocument, place: Place, configuration: RuleConfiguration): FileResult {
    const known = this.entries.get(document.uri);
    if (
      known?.version === document.version &&
      known.configuration === configuration &&
      known.generation === this.current
    ) {
      return known;
    }
    const text = document.getText();
    const { languageId } = document;
    const lint = this.guarded(place, () =>
      this.workers.lint({ text, ...place, languageId, configuration }),
    );
    const analysis = this.guarded(place, () => this.workers.analyse(place, text, languageId));
    const entry: Entry = {
      version: document.version,
      lint: lint ?? nothing,
      analysis: analysis ?? known?.analysis,
      configuration,
      generation: this.current,
    };
    this.entries.set(document.uri, entry);
    return entry;
  }

  forget(uri: string): void {
    this.entries.delete(uri);
  }

  /** Another file or a configuration changed: chains of calls may run through it. */
  invalidate(): void {
    this.current++;
  }

  private guarded<T>(place: Place, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.workers.onDefect(error, place);
      return undefined;
    }
  }
}
