/** The analysis as rules ask for it: one for each file that ESLint lints, shared by all rules. */
import type { SourceCode } from "eslint";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import {
  AnalysisProject,
  measuredCosts,
  SourceFile,
  type EslintParser,
  type LocatedFinding,
} from "../analysis/linting.js";
import type { LintContext } from "./lint-context.js";
import type { ExecutionContext } from "../analysis/types.js";
import { catalogOf, type AnalysisOptions } from "./options.js";

/** One file as a rule sees it. */
export interface LintedFile {
  readonly file: SourceFile;
  readonly project: AnalysisProject;
  /** What is found in it by one rule, or by all, in some contexts. */
  findings(
    contexts: readonly ExecutionContext[],
    rule?: LocatedFinding["rule"],
  ): readonly LocatedFinding[];
}

/** Options of parsers that make them load type information, of which imported files need none. */
const typeInformation = new Set([
  "project",
  "projectService",
  "program",
  "programs",
  "EXPERIMENTAL_useProjectService",
]);

/** Where there is no parser to call, files are analysed one by one. */
const noParser: EslintParser = {};

/** Keeps a project for each parser and each set of options, and the findings of each file that is linted. */
export class Linting {
  readonly #projects = new WeakMap<object, Map<string, AnalysisProject>>();
  readonly #files = new WeakMap<SourceCode, Map<string, LintedFile>>();
  /** Weakly, since a parser that nobody uses any more takes its projects along. */
  readonly #all = new Set<WeakRef<AnalysisProject>>();
  readonly #overlays = new Map<string, string>();
  readonly #recheckMs: number | undefined;

  /** @param recheckMs how often files on disk are looked at again, where somebody tells of changes besides. */
  constructor(recheckMs?: number) {
    this.#recheckMs = recheckMs;
  }

  /**
   * Unsaved text of a file, for all files that import it; undefined takes it away.
   *
   * @returns whether findings of other files may change with it.
   */
  setOverlay(path: string, text: string | undefined): boolean {
    if (text === undefined) this.#overlays.delete(path);
    else this.#overlays.set(path, text);
    const changes = this.#living().map((project) => project.setOverlay(path, text));
    return changes.includes(true);
  }

  /** Files on disk came, went or changed just now. */
  recheck(paths: readonly string[]): void {
    for (const project of this.#living()) project.recheck(paths);
  }

  /** The findings of a file that was linted, by the options of the first rule that asked, else by none. */
  linted(context: LintContext): LintedFile | undefined {
    const known = this.#files.get(context.sourceCode);
    const [first] = known?.values() ?? [];
    return first ?? this.of(context, {});
  }

  /** The findings of the file that a rule runs on; undefined for what is not JavaScript (JSON, CSS, Markdown). */
  of(context: LintContext, options: AnalysisOptions): LintedFile | undefined {
    const { sourceCode } = context;
    const key = JSON.stringify([
      options.apis ?? [],
      options.followPackages ?? false,
      options.calibration ?? false,
    ]);
    const known = this.#files.get(sourceCode)?.get(key);
    if (known !== undefined) return known;
    const file = toSourceFile(context);
    if (file === undefined) return undefined;
    const project = this.#projectFor(context, options, key);
    project.freshen();
    const linted = lintedFile(file, project);
    const byKey = this.#files.get(sourceCode) ?? new Map<string, LintedFile>();
    byKey.set(key, linted);
    this.#files.set(sourceCode, byKey);
    return linted;
  }

  #living(): AnalysisProject[] {
    return [...this.#all].flatMap((project) => project.deref() ?? []);
  }

  #projectFor(context: LintContext, options: AnalysisOptions, key: string): AnalysisProject {
    const languageOptions = context.languageOptions as {
      parser?: EslintParser;
      parserOptions?: Record<string, unknown>;
    };
    const parser = languageOptions.parser ?? noParser;
    const projects = this.#projects.get(parser) ?? new Map<string, AnalysisProject>();
    this.#projects.set(parser, projects);
    let project = projects.get(key);
    if (project === undefined) {
      const parserOptions = Object.fromEntries(
        Object.entries(languageOptions.parserOptions ?? {}).filter(
          ([name]) => !typeInformation.has(name),
        ),
      );
      project = new AnalysisProject({
        parser,
        parserOptions,
        ...(this.#recheckMs === undefined ? {} : { recheckMs: this.#recheckMs }),
        apis: catalogOf(options.apis ?? []),
        folder: context.cwd,
        followPackages: options.followPackages ?? false,
        measured: measuredCosts(options.calibration ?? false, context.cwd),
      });
      for (const [path, text] of this.#overlays) project.setOverlay(path, text);
      projects.set(key, project);
      this.#all.add(new WeakRef(project));
    }
    return project;
  }
}

/** Rules ask one after the other, most of them for the same. */
function lintedFile(file: SourceFile, project: AnalysisProject): LintedFile {
  const known = new Map<string, readonly LocatedFinding[]>();
  return {
    file,
    project,
    findings(contexts, rule) {
      const chains = rule === undefined || rule === "no-blocking-chain";
      const key = `${String(chains)} ${contexts.join(" ")}`;
      let findings = known.get(key);
      if (findings === undefined) {
        findings = project.findings(file, contexts, chains);
        known.set(key, findings);
      }
      return findings.filter((finding) => rule === undefined || finding.rule === rule);
    },
  };
}

function toSourceFile(context: LintContext): SourceFile | undefined {
  const { sourceCode } = context;
  const ast = sourceCode.ast as unknown as TSESTree.Program | undefined;
  const scopeManager = sourceCode.scopeManager as unknown as
    TSESLint.Scope.ScopeManager | null | undefined;
  if (ast?.type !== "Program" || !scopeManager) return undefined;
  return new SourceFile({
    path: context.physicalFilename,
    text: sourceCode.text,
    ast,
    scopeManager,
    visitorKeys: sourceCode.visitorKeys,
    services: sourceCode.parserServices,
  });
}
