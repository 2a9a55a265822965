import type { Rule } from "eslint";
import type { TSESLint } from "@typescript-eslint/utils";
import { isFunction, unwrap, type Node } from "../analysis/syntax/ast.js";
import {
  closureProblems,
  moduleCalls,
  spawnCalls,
  valueProblems,
  type ClosureProblem,
  type SpawnCall,
  type ValuesOf,
} from "../analysis/linting.js";
import { closureEdits } from "../fixes/worker-closure.js";
import type { LintedFile, Linting } from "./linting.js";
import { documentation } from "./rule.js";

const messages = {
  variable:
    "This function runs on a worker thread, where it does not have the variable '{{name}}' from around it. Pass it in the arguments.",
  assigned:
    "This function runs on a worker thread: what it assigns to '{{name}}' never comes back. Return it.",
  builtin:
    "This function runs on a worker thread, where it does not have '{{name}}'. Fetch it inside, with process.getBuiltinModule(\"{{module}}\").",
  import:
    "This function runs on a worker thread, where it does not have the import '{{name}}'. Move the function into a module of its own, and pass that module's URL and the export's name.",
  function:
    "This function runs on a worker thread, where it does not have '{{name}}', and functions and classes can't be passed. Move '{{name}}' inside, or both into a module of their own.",
  helper:
    "This function runs on a worker thread, where it does not have the compiler's helper '{{name}}'. Compile for a newer target, or move the function into a module of its own.",
  "module-name":
    "This function runs on a worker thread as text, where there is no '{{name}}'. Use process.getBuiltinModule, or move the function into a module of its own.",
  "page-global":
    "This function runs on a worker thread of Node.js, where there is no '{{name}}'. Pass what it needs of it in the arguments.",
  context:
    "This function runs on a worker thread, where '{{name}}' is not what it is here. Pass what it needs in the arguments.",
  "relative-import":
    'This function runs on a worker thread as text, where "{{name}}" finds no file beside this one. Move it into a module of its own, or pass the module\'s URL in the arguments.',
  argument: "This can't be sent to a worker thread: it is {{what}}.",
  result: "This can't come back from a worker thread: it is {{what}}.",
  generator:
    "This can't run on a worker thread: a generator function returns a generator, which can't be sent. Return an array.",
  native:
    "'{{name}}' has no text that a worker thread could run. Call it in a function of your own.",
  class:
    "'{{name}}' can't run on a worker thread: a class can't be called without 'new'. Construct it in a function of its module, and pass that module's URL and the function's name.",
  elsewhere:
    "'{{name}}' can't run on a worker thread: it uses '{{captured}}' from around it ({{place}}). Pass the URL of its module and its name instead.",
  passIt: "Pass '{{name}}' in the arguments.",
  fetchIt: 'Fetch it inside, with process.getBuiltinModule("{{module}}").',
};

/** Reports functions handed to spawn-blocking that could not run on another thread, and values that can't go there. */
export function validSpawnBlocking(linting: Linting): Rule.RuleModule {
  return {
    meta: {
      type: "problem",
      docs: {
        description: "require functions sent to worker threads to be self-contained",
        recommended: true,
        url: `${documentation}/valid-spawn-blocking.md`,
      },
      hasSuggestions: true,
      messages,
      schema: [],
    },
    create(context) {
      return {
        Program(): void {
          const linted = linting.of(context, {});
          if (linted === undefined) return;
          const { file, project } = linted;
          const reporter = new Reporter(context, linted);
          const valuesOf: ValuesOf = (node) => project.valuesOf(file, node);
          for (const call of spawnCalls(file, valuesOf)) reporter.check(call);
          for (const call of moduleCalls(file, valuesOf)) reporter.checkValues(call);
        },
      };
    },
  };
}

/** Reports each node once, also where a function is handed over several times. */
class Reporter {
  readonly #context: Rule.RuleContext;
  readonly #linted: LintedFile;
  readonly #reported = new Set<Node>();

  constructor(context: Rule.RuleContext, linted: LintedFile) {
    this.#context = context;
    this.#linted = linted;
  }

  check(call: SpawnCall): void {
    const { file, project } = this.#linted;
    this.#checkNative(call);
    for (const fn of call.functions) {
      const problems = closureProblems(fn.file, fn.node, (node) => project.valuesOf(fn.file, node));
      if (fn.file === file) {
        if (fn.node.generator) this.#report(fn.node, "generator", {});
        for (const problem of problems) this.#reportProblem(call, problem);
      } else if (problems[0] !== undefined) {
        const { line } = fn.file.rangeOf(problems[0].node);
        this.#report(call.argument, "elsewhere", {
          name: this.#text(call.argument),
          captured: problems[0].name,
          place: `${fn.file.path.split(/[\\/]/u).at(-1) ?? ""}:${String(line)}`,
        });
      }
    }
    this.checkValues(call);
  }

  checkValues(call: SpawnCall): void {
    const { file, project } = this.#linted;
    const problems = valueProblems(file, call, (one) => project.valuesOf(file, one));
    for (const { role, node, what } of problems) this.#report(node, role, { what });
  }

  /** Functions of the platform, bound ones, and classes. */
  #checkNative(call: SpawnCall): void {
    const node = unwrap(call.argument);
    if (isFunction(node)) return;
    const isBound =
      node.type === "CallExpression" &&
      node.callee.type === "MemberExpression" &&
      node.callee.property.type === "Identifier" &&
      node.callee.property.name === "bind" &&
      call.functions.length > 0;
    const [value, ...others] = this.#linted.project.valuesOf(this.#linted.file, node);
    if (value?.kind === "class" && others.length === 0) {
      this.#report(node, "class", { name: this.#text(node) });
    }
    const isNative =
      value?.kind === "api" &&
      others.length === 0 &&
      (value.module.startsWith("node:") || value.module === "global") &&
      value.path.length > 0 &&
      node.type !== "CallExpression" &&
      this.#isCallable(value.module, value.path);
    if (isBound || isNative) this.#report(node, "native", { name: this.#text(node) });
  }

  /** A global that nothing is known of may be anything: only what Node itself has is certain. */
  #isCallable(module: string, path: readonly string[]): boolean {
    const root: unknown = module === "global" ? globalThis : process.getBuiltinModule(module);
    const value = path.reduce<unknown>(
      (object, key) =>
        (typeof object === "object" && object !== null) || typeof object === "function"
          ? (object as Record<string, unknown>)[key]
          : undefined,
      root,
    );
    return typeof value === "function";
  }

  #reportProblem(call: SpawnCall, problem: ClosureProblem): void {
    const { name, kind, node } = problem;
    const data: Record<string, string> = { name };
    if (problem.kind === "builtin") data.module = problem.module;
    const edits = closureEdits(this.#context.sourceCode as never, call, problem);
    const suggest: Rule.SuggestionReportDescriptor[] =
      edits === undefined
        ? []
        : [
            {
              messageId: kind === "builtin" ? "fetchIt" : "passIt",
              data,
              fix: (fixer) =>
                edits.map(({ range, text }) => fixer.replaceTextRange([...range], text)),
            },
          ];
    this.#report(node, kind, data, suggest);
  }

  #report(
    node: Node,
    messageId: keyof typeof messages,
    data: Readonly<Record<string, string>>,
    suggest: Rule.SuggestionReportDescriptor[] = [],
  ): void {
    if (this.#reported.has(node)) return;
    this.#reported.add(node);
    this.#context.report({ node: node as unknown as Rule.Node, messageId, data, suggest });
  }

  #text(node: Node): string {
    return (this.#context.sourceCode as unknown as TSESLint.SourceCode).getText(node as never);
  }
}
