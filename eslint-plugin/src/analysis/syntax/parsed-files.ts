/** The files that imports lead to, parsed: each once, as long as memory is worth it. */
import type { DebugLog } from "../project/debug.js";
import { parseSyntax, prepared } from "./parsing.js";
import type { EslintParser, ParseError } from "../project/project-types.js";
import { SourceFile } from "./source-file.js";

interface Parsed {
  readonly text: string;
  readonly file: SourceFile | ParseError;
  /** How much of the text is code, in characters: a source map at the end may be most of it. */
  readonly size: number;
}

/**
 * How much code is kept parsed, in characters: syntax and scopes take about a hundred bytes for each. What many files
 * import is asked for again and again, and stays. An editor lints the same few files again and again; a run over a
 * project lints each once.
 */
const keptInRun = 700_000;
const keptInEditor = 1_500_000;

export class ParsedFiles {
  readonly #parser: EslintParser;
  readonly #parserOptions: object;
  readonly #log: DebugLog;
  /** The one asked for last comes last. */
  readonly #files = new Map<string, Parsed>();
  #characters = 0;
  /** The file that was linted last, and the paths of all that were. */
  #offered: SourceFile | undefined;
  readonly #offeredPaths = new Set<string>();
  /** Whether a file was linted again. */
  #isEditor = false;
  /** Whether the parser has ever parsed anything. */
  #isCallable = false;

  constructor(parser: EslintParser, parserOptions: object, log: DebugLog) {
    this.#parser = parser;
    this.#parserOptions = parserOptions;
    this.#log = log;
  }

  /** The syntax of a file, without its scopes. */
  syntaxOf(path: string, text: string): SourceFile | ParseError {
    const known = this.#files.get(path);
    if (known?.text === text) {
      this.#files.delete(path);
      this.#files.set(path, known);
      return known.file;
    }
    return this.#keep(path, text, parseSyntax(this.#parser, this.#parserOptions, path, text));
  }

  /** A file with all that the analysis needs. */
  fileOf(path: string, text: string): SourceFile | ParseError {
    const syntax = this.syntaxOf(path, text);
    const file = prepared(syntax);
    return file === syntax ? file : this.#keep(path, text, file);
  }

  /**
   * Takes a file that the linter has parsed, so that it need not be parsed again, once files are linted repeatedly: in a
   * run over a project, all its positions and tokens take more than they save. Not where the parser can't be called:
   * there, what is known would depend on which file was linted first.
   */
  offer(file: SourceFile): void {
    if (file !== this.#offered && this.#offeredPaths.has(file.path)) this.#isEditor = true;
    this.#offered = file;
    this.#offeredPaths.add(file.path);
    if (!this.#isEditor || !this.#isCallable) return;
    if (this.#files.get(file.path)?.text !== file.text) this.#keep(file.path, file.text, file);
  }

  forget(path: string): void {
    this.#characters -= this.#files.get(path)?.size ?? 0;
    this.#files.delete(path);
  }

  /** Lets go of what was not asked for lately. Never within a question, whose answers name nodes of these files. */
  trim(): void {
    const kept = this.#isEditor ? keptInEditor : keptInRun;
    for (const path of this.#files.keys()) {
      if (this.#characters <= kept) return;
      this.forget(path);
    }
  }

  #keep(path: string, text: string, file: SourceFile | ParseError): SourceFile | ParseError {
    if (file instanceof SourceFile) this.#isCallable = true;
    else this.#log.leftOut(path, file.message);
    this.forget(path);
    const size = file instanceof SourceFile ? (file.ast.body.at(-1)?.range[1] ?? 0) : 0;
    this.#files.set(path, { text, file, size });
    this.#characters += size;
    return file;
  }
}
