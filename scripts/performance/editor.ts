/** The performance page's section about the language server, from what `npm run bench:editor -- --record` wrote. */

export interface EditorRecord {
  readonly machine: {
    readonly date: string;
    readonly processor: string;
    readonly processors: number;
    readonly system: string;
    /** The load average over a minute at the end, of which the benchmark itself makes about one. */
    readonly load: number;
  };
  /** Times in milliseconds. */
  readonly keystrokes: readonly {
    readonly name: string;
    readonly median: number;
    readonly p95: number;
    readonly slowest: number;
    /** Of all threads, the mean. */
    readonly processorMs: number;
    /** Null where it is not asked for. */
    readonly findings: number | null;
  }[];
  readonly memory: readonly {
    readonly name: string;
    readonly residentMb: number;
    readonly startMs: number;
    readonly openedMs: number;
  }[];
}

/** Renders the section. */
export function editorSection({ machine, keystrokes, memory }: EditorRecord): string {
  return `## The language server

Measured on ${machine.date}: ${machine.processors} processors (${machine.processor}), ${machine.system}. load average ${machine.load.toFixed(1)}, of which the
benchmark itself makes about one. \`npm run bench:editor\` measures it on yours.

All in one run, in turns, each server in a process of its own. The ESLint extension's server is the one that the npm package
[vscode-langservers-extracted](https://www.npmjs.com/package/vscode-langservers-extracted) has. From a keystroke in a TypeScript file of 1,000
lines to its diagnostics, as the servers answer; the pause that an editor makes before it asks comes on top:

| | median | 95th percentile (target 100 ms) | slowest | processor time |
| --- | ---: | ---: | ---: | ---: |
${keystrokes.map(({ name, median, p95, slowest, processorMs }) => `| ${name} | ${ms(median)} | ${ms(p95)} | ${ms(slowest)} | ${ms(processorMs)} |`).join("\n")}

Compare each time with its neighbours: on a machine that does other work all of them are longer. Processor time, of all
threads of a process, hardly depends on that.

A repository of 2,000 files that import each other, 40 of them open. Unblock's memory includes the thread that reads the
workspace's ESLint configuration, which ends after 30 s:

| | resident memory | from its start to its first answer | all 40 opened in |
| --- | ---: | ---: | ---: |
${memory.map(({ name, residentMb, startMs, openedMs }) => `| ${name} | ${residentMb} MB | ${ms(startMs)} | ${ms(openedMs)} |`).join("\n")}`;
}

function ms(value: number): string {
  return `${value.toLocaleString("en", { maximumFractionDigits: 1 })} ms`;
}
